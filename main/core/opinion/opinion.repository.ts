/** SQL of the table opinion: every submitted version, never changed. */
import type { Db } from '#archive/db.ts';

export type OpinionRow = Readonly<{
  applicationId: string;
  number: number;
  round: number;
  /** JSON, OpinionForm */
  form: string;
  text: string;
  commandId: string;
  submittedAt: number;
  submittedBy: string;
}>;

export type NewOpinionRow = OpinionRow & Readonly<{ submittedById: string }>;

const COLUMNS = `o.application_id AS applicationId, o.number, o.round, o.form, o.text, o.command_id AS commandId,
  o.submitted_at AS submittedAt, o.submitted_by AS submittedBy`;

/** The newest version of each application that the city has not refused; of one application when it is named. */
export function selectStandingOpinions(db: Db, applicationId?: string): OpinionRow[] {
  const one = applicationId === undefined ? '' : 'AND o.application_id = :applicationId';
  const sql = `SELECT ${COLUMNS} FROM opinion o JOIN outbox b ON b.command_id = o.command_id
    WHERE b.state NOT IN ('attention', 'undone') ${one} ORDER BY o.application_id, o.number`;
  return db.prepare<OpinionRow>(sql).all(applicationId === undefined ? {} : { applicationId });
}

export function insertOpinion(db: Db, row: NewOpinionRow): void {
  db.prepare(
    `INSERT INTO opinion (application_id, number, round, form, text, command_id, submitted_at, submitted_by_id, submitted_by)
     VALUES (:applicationId, :number, :round, :form, :text, :commandId, :submittedAt, :submittedById, :submittedBy)`,
  ).run(row);
}

/** Every version of one application, whatever became of it, newest first. */
export function selectVersions(db: Db, applicationId: string): OpinionRow[] {
  const sql = `SELECT ${COLUMNS} FROM opinion o WHERE o.application_id = :applicationId ORDER BY o.number DESC`;
  return db.prepare<OpinionRow>(sql).all({ applicationId });
}

export function selectByCommand(db: Db, commandId: string): OpinionRow | null {
  const sql = `SELECT ${COLUMNS} FROM opinion o WHERE o.command_id = :commandId`;
  return db.prepare<OpinionRow>(sql).get({ commandId }) ?? null;
}

/** Of all applications the version submitted last. */
export function selectLastSubmitted(db: Db): OpinionRow | null {
  const last = `SELECT command_id FROM act WHERE act = 'opinion' ORDER BY rowid DESC LIMIT 1`;
  return db.prepare<OpinionRow>(`SELECT ${COLUMNS} FROM opinion o WHERE o.command_id = (${last})`).get() ?? null;
}

/** The evaluation in hand of each application, or of one: of its draft, else of its newest version. */
export function selectEvaluations(db: Db, applicationId?: string): Readonly<{ id: string; evaluation: string }>[] {
  const one = applicationId === undefined ? '' : 'WHERE id = :applicationId';
  const sql = `SELECT id, evaluation FROM (
      SELECT subject AS id, json_extract(content, '$.evaluation') AS evaluation FROM draft WHERE kind = 'opinion'
      UNION ALL
      SELECT application_id, json_extract(form, '$.evaluation') FROM opinion o
      WHERE number = (SELECT max(number) FROM opinion n WHERE n.application_id = o.application_id)
        AND NOT EXISTS (SELECT 1 FROM draft WHERE kind = 'opinion' AND subject = o.application_id)
    ) ${one}`;
  return db.prepare<{ id: string; evaluation: string }>(sql).all(applicationId === undefined ? {} : { applicationId });
}
