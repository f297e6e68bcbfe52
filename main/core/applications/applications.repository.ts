/** Applications, their attachments and seen marks, in the archive. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Db } from '#archive/db.ts';
import type { Application, Attachment } from '#model/application.ts';
import type { Digest } from './digest.ts';

export function putApplication(db: Db, application: Application, digest: Digest): void {
  db.prepare(
    `INSERT INTO application (id, version, state, name, submitted_at, closes_at, digest, body)
     VALUES (:id, :version, :state, :name, :submittedAt, :closesAt, :digest, :body)
     ON CONFLICT (id) DO UPDATE SET version = :version, state = :state, name = :name,
       submitted_at = :submittedAt, closes_at = :closesAt, digest = :digest, body = :body`,
  ).run({
    id: application.id,
    version: application.version,
    state: application.state,
    name: application.applicant.name,
    submittedAt: application.submittedAt,
    closesAt: application.window.closesAt,
    digest: JSON.stringify(digest),
    body: pack(application),
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

export function findDigest(db: Db, id: string): Digest | null {
  const row = db.prepare<{ digest: string }>('SELECT digest FROM application WHERE id = :id').get({ id });
  return row ? (JSON.parse(row.digest) as Digest) : null;
}

export function* allDigests(db: Db): Generator<Digest> {
  for (const row of db.prepare<{ digest: string }>('SELECT digest FROM application').iterate()) {
    yield JSON.parse(row.digest) as Digest;
  }
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
