/** Applications, their attachments and seen marks, in the archive. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Db } from '#archive/db.ts';
import type { Application, Attachment } from '#model/application.ts';
import type { Finding } from '#model/finding.ts';
import { readDigest, type Digest } from './digest.ts';

/** What is kept of an application beside its body. `findings`: of its content, made under `findingsKey`. */
export type Kept = Readonly<{ digest: Digest; findings: readonly Finding[]; findingsKey: string }>;

export function putApplication(db: Db, application: Application, { digest, findings, findingsKey }: Kept): void {
  db.prepare(
    `INSERT INTO application (id, version, state, name, submitted_at, closes_at, digest, body, findings, findings_key)
     VALUES (:id, :version, :state, :name, :submittedAt, :closesAt, :digest, :body, :findings, :findingsKey)
     ON CONFLICT (id) DO UPDATE SET version = :version, state = :state, name = :name,
       submitted_at = :submittedAt, closes_at = :closesAt, digest = :digest, body = :body,
       findings = :findings, findings_key = :findingsKey`,
  ).run({
    id: application.id,
    version: application.version,
    state: application.state,
    name: application.applicant.name,
    submittedAt: application.submittedAt,
    closesAt: application.window.closesAt,
    digest: JSON.stringify(digest),
    body: pack(application),
    findings: JSON.stringify(findings),
    findingsKey,
  });
  putAttachments(db, application.id, application.attachments);
}

function putAttachments(db: Db, applicationId: string, attachments: readonly Attachment[]): void {
  db.prepare('DELETE FROM attachment WHERE application_id = :applicationId').run({ applicationId });
  const insert = db.prepare(
    `INSERT INTO attachment (id, application_id, sha256, size_bytes)
     VALUES (:id, :applicationId, :sha256, :sizeBytes)`,
  );
  for (const { id, sha256, sizeBytes } of attachments) insert.run({ id, applicationId, sha256, sizeBytes });
}

export function deleteApplication(db: Db, id: string): void {
  db.prepare('DELETE FROM application WHERE id = :id').run({ id });
}

export function findApplication(db: Db, id: string): Application | null {
  const row = db.prepare<{ body: Uint8Array }>('SELECT body FROM application WHERE id = :id').get({ id });
  return row ? unpack(row.body) : null;
}

/** Chinese prose deflates to a third; the fastest level loses little. */
function pack(application: Application): Uint8Array {
  return deflateRawSync(JSON.stringify(application), { level: 1 });
}

function unpack(body: Uint8Array): Application {
  return JSON.parse(inflateRawSync(body).toString('utf8')) as Application;
}

export function versionOf(db: Db, id: string): number | null {
  const sql = 'SELECT version FROM application WHERE id = :id';
  return db.prepare<{ version: number }>(sql).get({ id })?.version ?? null;
}

/** The key of what was never checked: it was kept by a version that knew no checks. */
export const NEVER = '';

/** Checked anew: only what is kept beside the body changes. */
export function putKept(db: Db, { digest, findings, findingsKey }: Kept): void {
  const sql = `UPDATE application SET digest = :digest, findings = :findings, findings_key = :findingsKey WHERE id = :id`;
  const texts = { digest: JSON.stringify(digest), findings: JSON.stringify(findings) };
  db.prepare(sql).run({ id: digest.id, ...texts, findingsKey });
}

const KEPT = 'SELECT digest, findings, findings_key AS findingsKey FROM application';
type KeptRow = Readonly<{ digest: string; findings: string; findingsKey: string }>;

export function findKept(db: Db, id: string): Kept | null {
  const row = db.prepare<KeptRow>(`${KEPT} WHERE id = :id`).get({ id });
  return row ? toKept(row) : null;
}

export function* allKept(db: Db): Generator<Kept> {
  for (const row of db.prepare<KeptRow>(KEPT).iterate()) yield toKept(row);
}

function toKept({ digest, findings, findingsKey }: KeptRow): Kept {
  return { digest: readDigest(digest), findings: JSON.parse(findings) as Finding[], findingsKey };
}

export type SeenMark = Readonly<{ applicationId: string; item: string; fingerprint: string }>;

export function seenMarks(db: Db, personId: string, applicationId?: string): readonly SeenMark[] {
  const one = applicationId === undefined ? '' : ' AND application_id = :applicationId';
  const sql = `SELECT application_id AS applicationId, item, fingerprint FROM seen WHERE person_id = :personId${one}`;
  return db.prepare<SeenMark>(sql).all(applicationId === undefined ? { personId } : { personId, applicationId });
}

export function putSeenMark(db: Db, mark: SeenMark & Readonly<{ personId: string; seenAt: number }>): void {
  db.prepare(
    `INSERT INTO seen (application_id, item, fingerprint, person_id, seen_at)
     VALUES (:applicationId, :item, :fingerprint, :personId, :seenAt)
     ON CONFLICT DO UPDATE SET fingerprint = :fingerprint, seen_at = :seenAt`,
  ).run({ ...mark });
}

/** attachment id → hash of its bytes as they are filed now */
export function attachmentHashes(db: Db, applicationId: string): ReadonlyMap<string, string> {
  const sql = 'SELECT id, sha256 FROM attachment WHERE application_id = :applicationId';
  return new Map(
    db
      .prepare<{ id: string; sha256: string }>(sql)
      .all({ applicationId })
      .map((row) => [row.id, row.sha256]),
  );
}

/** Hashes of this application's scans whose bytes are here. */
export function storedScans(db: Db, applicationId: string): ReadonlySet<string> {
  const sql = `SELECT a.sha256 AS sha256 FROM attachment a JOIN blob b ON b.sha256 = a.sha256
               WHERE a.application_id = :applicationId`;
  return new Set(
    db
      .prepare<{ sha256: string }>(sql)
      .all({ applicationId })
      .map((row) => row.sha256),
  );
}
