/** SQL of the table finding_answer. */
import type { Db } from '#archive/db.ts';

export type AnswerRow = Readonly<{
  applicationId: string;
  key: string;
  /** the fact as it read when it was answered */
  fact: string;
  kind: 'dismissed' | 'overridden';
  reason: string;
  by: string;
  at: number;
}>;

export function selectAnswers(db: Db, applicationId?: string): readonly AnswerRow[] {
  const one = applicationId === undefined ? '' : 'WHERE application_id = :applicationId';
  const sql = `SELECT application_id AS applicationId, finding_key AS key, fact, kind, reason, person AS by, at
               FROM finding_answer ${one}`;
  return db.prepare<AnswerRow>(sql).all(applicationId === undefined ? {} : { applicationId });
}

export function putAnswer(db: Db, answer: AnswerRow & Readonly<{ personId: string }>): void {
  db.prepare(
    `INSERT INTO finding_answer (application_id, finding_key, fact, kind, reason, person_id, person, at)
     VALUES (:applicationId, :key, :fact, :kind, :reason, :personId, :by, :at)
     ON CONFLICT DO UPDATE SET fact = :fact, kind = :kind, reason = :reason, person_id = :personId, person = :by, at = :at`,
  ).run({ ...answer });
}

/** False when there was none. */
export function deleteAnswer(db: Db, applicationId: string, key: string): boolean {
  const sql = 'DELETE FROM finding_answer WHERE application_id = :applicationId AND finding_key = :key';
  return db.prepare(sql).run({ applicationId, key }) > 0;
}
