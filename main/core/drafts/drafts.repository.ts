import type { Db } from '#archive/db.ts';

export type DraftKey = Readonly<{ kind: string; subject: string }>;
/** `content` is JSON */
type Draft = Readonly<{ content: string; savedAt: number }>;

export function findDraft(db: Db, { kind, subject }: DraftKey): Draft | null {
  const sql = 'SELECT content, saved_at AS savedAt FROM draft WHERE kind = :kind AND subject = :subject';
  return db.prepare<Draft>(sql).get({ kind, subject }) ?? null;
}

export function putDraft(db: Db, { kind, subject }: DraftKey, draft: Draft): void {
  const sql = `INSERT INTO draft (kind, subject, content, saved_at) VALUES (:kind, :subject, :content, :savedAt)
               ON CONFLICT DO UPDATE SET content = :content, saved_at = :savedAt`;
  db.prepare(sql).run({ kind, subject, ...draft });
}

export function deleteDraft(db: Db, { kind, subject }: DraftKey): void {
  db.prepare('DELETE FROM draft WHERE kind = :kind AND subject = :subject').run({ kind, subject });
}

/** What there are unfinished forms of this kind about. */
export function draftSubjects(db: Db, kind: string): readonly string[] {
  return db
    .prepare<{ subject: string }>('SELECT subject FROM draft WHERE kind = :kind')
    .all({ kind })
    .map((row) => row.subject);
}
