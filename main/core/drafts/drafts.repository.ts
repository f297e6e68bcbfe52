import type { Db } from '#archive/db.ts';

export type DraftKey = Readonly<{ kind: string; applicationId: string }>;
type Draft = Readonly<{ text: string; decision: string | null; savedAt: number }>;

export function findDraft(db: Db, { kind, applicationId }: DraftKey): Draft | null {
  const sql = `SELECT text, decision, saved_at AS savedAt FROM draft
               WHERE kind = :kind AND application_id = :applicationId`;
  return db.prepare<Draft>(sql).get({ kind, applicationId }) ?? null;
}

export function putDraft(db: Db, { kind, applicationId }: DraftKey, draft: Draft): void {
  const sql = `INSERT INTO draft (kind, application_id, text, decision, saved_at)
               VALUES (:kind, :applicationId, :text, :decision, :savedAt)
               ON CONFLICT DO UPDATE SET text = :text, decision = :decision, saved_at = :savedAt`;
  db.prepare(sql).run({ kind, applicationId, ...draft });
}

export function deleteDraft(db: Db, { kind, applicationId }: DraftKey): void {
  const sql = 'DELETE FROM draft WHERE kind = :kind AND application_id = :applicationId';
  db.prepare(sql).run({ kind, applicationId });
}

/** Applications with an unfinished opinion. */
export function applicationsWithDraft(db: Db, kind: string): readonly string[] {
  const sql = 'SELECT application_id AS id FROM draft WHERE kind = :kind';
  return db
    .prepare<{ id: string }>(sql)
    .all({ kind })
    .map((row) => row.id);
}
