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

const COLUMNS = `o.application_id AS applicationId, o.number, o.round, o.form, o.text, o.command_id AS commandId,
  o.submitted_at AS submittedAt, o.submitted_by AS submittedBy`;

/** The newest version of each application that the city has not refused; of one application when it is named. */
export function selectStandingOpinions(db: Db, applicationId?: string): OpinionRow[] {
  const one = applicationId === undefined ? '' : 'AND o.application_id = :applicationId';
  const sql = `SELECT ${COLUMNS} FROM opinion o JOIN outbox b ON b.command_id = o.command_id
    WHERE b.state NOT IN ('attention', 'undone') ${one} ORDER BY o.application_id, o.number`;
  return db.prepare<OpinionRow>(sql).all(applicationId === undefined ? {} : { applicationId });
}
