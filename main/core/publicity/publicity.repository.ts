/** SQL of the tables notice, notice_person and objection. */
import type { Db } from '#archive/db.ts';

export type HeldRow = Readonly<{
  applicationId: string;
  noticeId: string;
  round: number;
  postedOn: string;
  endsOn: string;
  place: string;
  dispatch: string | null;
  concludedAt: number | null;
  outcome: string | null;
  openObjections: number;
}>;

/** Of every application its newest notice that still counts; of one application when it is named. */
export function selectHeld(db: Db, applicationId?: string): HeldRow[] {
  const one = applicationId === undefined ? '' : 'AND p.application_id = :applicationId';
  const sql = `SELECT p.application_id AS applicationId, p.notice_id AS noticeId, p.round, n.posted_on AS postedOn,
      n.ends_on AS endsOn, json_extract(n.facts, '$.place') AS place, p.dispatch, p.concluded_at AS concludedAt, p.outcome,
      (SELECT count(*) FROM objection o WHERE o.notice_id = p.notice_id AND o.application_id = p.application_id
        AND o.verdict IS NULL) AS openObjections
    FROM notice_person p JOIN notice n ON n.id = p.notice_id
    WHERE p.left_at IS NULL ${one} ORDER BY n.rowid`;
  return db.prepare<HeldRow>(sql).all(applicationId === undefined ? {} : { applicationId });
}
