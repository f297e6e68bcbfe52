/** SQL of the tables paper, paper_place and paper_template. A unit's paper has the subject ''. */
import type { Db } from '#archive/db.ts';
import type { PaperKind, PaperRef, PaperState, TemplateKind } from '#model/paper.ts';

export type PaperRow = Readonly<{
  kind: PaperKind;
  subject: string;
  state: Exclude<PaperState, 'none'>;
  /** of what it was made of */
  fingerprint: string;
  pages: number;
  at: number;
  handedInOn: string | null;
}>;

export function subjectOf({ subjectId }: PaperRef): string {
  return subjectId ?? '';
}

const PAPERS = 'SELECT kind, subject, state, fingerprint, pages, at, handed_in_on AS handedInOn FROM paper';

/** Of these applications and notices, '' for the unit's own. */
export function selectPapers(db: Db, subjects: readonly string[]): PaperRow[] {
  const sql = `${PAPERS} WHERE subject IN (SELECT value FROM json_each(:subjects))`;
  return db.prepare<PaperRow>(sql).all({ subjects: JSON.stringify(subjects) });
}

export function selectPaper(db: Db, ref: PaperRef): PaperRow | null {
  const sql = `${PAPERS} WHERE kind = :kind AND subject = :subject`;
  return db.prepare<PaperRow>(sql).get({ kind: ref.kind, subject: subjectOf(ref) }) ?? null;
}

export function putPaper(db: Db, row: PaperRow, personId: string): void {
  db.prepare(
    `INSERT INTO paper (kind, subject, state, fingerprint, pages, at, handed_in_on, person_id)
     VALUES (:kind, :subject, :state, :fingerprint, :pages, :at, :handedInOn, :personId)
     ON CONFLICT (kind, subject) DO UPDATE SET state = :state, fingerprint = :fingerprint, pages = :pages, at = :at,
       handed_in_on = :handedInOn, person_id = :personId`,
  ).run({ ...row, personId });
}

export function deletePaper(db: Db, ref: PaperRef): void {
  db.prepare('DELETE FROM paper WHERE kind = :kind AND subject = :subject').run({
    kind: ref.kind,
    subject: subjectOf(ref),
  });
}

/** mm from the sheet's top left */
export type Place = Readonly<{ x: number; y: number }>;

/** By copy. */
export function selectPlaces(db: Db, applicationId: string): ReadonlyMap<string, Place> {
  const rows = db
    .prepare<Place & { copyId: string }>(
      'SELECT copy_id AS copyId, x, y FROM paper_place WHERE application_id = :applicationId',
    )
    .all({ applicationId });
  return new Map(rows.map(({ copyId, x, y }) => [copyId, { x, y }]));
}

export function putPlace(db: Db, applicationId: string, copyId: string, { x, y }: Place): void {
  db.prepare(
    `INSERT INTO paper_place (application_id, copy_id, x, y) VALUES (:applicationId, :copyId, :x, :y)
     ON CONFLICT (application_id, copy_id) DO UPDATE SET x = :x, y = :y`,
  ).run({ applicationId, copyId, x, y });
}

export function deletePlace(db: Db, applicationId: string, copyId: string): void {
  const sql = 'DELETE FROM paper_place WHERE application_id = :applicationId AND copy_id = :copyId';
  db.prepare(sql).run({ applicationId, copyId });
}

export type TemplateFacts = Readonly<{ kind: TemplateKind; sha256: string; savedAt: number; savedBy: string }>;

/** The office's own. */
export function selectTemplates(db: Db): TemplateFacts[] {
  const sql = 'SELECT kind, sha256, saved_at AS savedAt, saved_by AS savedBy FROM paper_template';
  return db.prepare<TemplateFacts>(sql).all();
}

/** '' where the office has none of its own. */
export function templateHash(db: Db, kind: TemplateKind): string {
  const sql = 'SELECT sha256 FROM paper_template WHERE kind = :kind';
  return db.prepare<{ sha256: string }>(sql).get({ kind })?.sha256 ?? '';
}

export function selectTemplate(db: Db, kind: TemplateKind): Uint8Array | null {
  const sql = 'SELECT docx FROM paper_template WHERE kind = :kind';
  return db.prepare<{ docx: Uint8Array }>(sql).get({ kind })?.docx ?? null;
}

export function putTemplate(db: Db, template: TemplateFacts & Readonly<{ docx: Uint8Array }>): void {
  db.prepare(
    `INSERT INTO paper_template (kind, docx, sha256, saved_at, saved_by) VALUES (:kind, :docx, :sha256, :savedAt, :savedBy)
     ON CONFLICT (kind) DO UPDATE SET docx = :docx, sha256 = :sha256, saved_at = :savedAt, saved_by = :savedBy`,
  ).run(template);
}

export function deleteTemplate(db: Db, kind: TemplateKind): void {
  db.prepare('DELETE FROM paper_template WHERE kind = :kind').run({ kind });
}
