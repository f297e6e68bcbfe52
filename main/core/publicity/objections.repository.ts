/** SQL of the table objection. */
import type { Db } from '#archive/db.ts';
import type { PlainDate } from '#model/beijing-time.ts';
import type { Verdict } from './publicity.rules.ts';

/** What was said and found; `investigation` is '' and `settledOn` null while it is open. */
type Facts = Readonly<{
  receivedOn: PlainDate;
  from: string;
  way: string;
  content: string;
  investigation: string;
  settledOn: PlainDate | null;
}>;
export type Objection = Facts &
  Readonly<{
    id: string;
    noticeId: string;
    applicationId: string;
    verdict: Verdict | null;
    raisedAt: number;
  }>;
export type NewObjection = Pick<Objection, 'id' | 'applicationId' | 'receivedOn' | 'from' | 'way' | 'content'>;
export type Settlement = Readonly<{
  objectionId: string;
  investigation: string;
  verdict: Verdict;
  settledOn: PlainDate;
}>;

const OBJECTIONS = `SELECT id, notice_id AS noticeId, application_id AS applicationId, facts, verdict, raised_at AS raisedAt
  FROM objection`;
type Row = Omit<Objection, keyof Facts> & Readonly<{ facts: string }>;

export function selectObjection(db: Db, id: string): Objection | null {
  const row = db.prepare<Row>(`${OBJECTIONS} WHERE id = :id`).get({ id });
  return row ? toObjection(row) : null;
}

/** In the order in which they were registered. */
export function selectObjections(db: Db, noticeId: string): Objection[] {
  return db.prepare<Row>(`${OBJECTIONS} WHERE notice_id = :noticeId ORDER BY rowid`).all({ noticeId }).map(toObjection);
}

function toObjection({ facts, ...row }: Row): Objection {
  return { ...row, ...(JSON.parse(facts) as Facts) };
}

export function insertObjection(db: Db, noticeId: string, raisedAt: number, objection: NewObjection): void {
  const { id, applicationId, ...said } = objection;
  const facts: Facts = { ...said, investigation: '', settledOn: null };
  db.prepare(
    `INSERT INTO objection (id, notice_id, application_id, facts, raised_at)
     VALUES (:id, :noticeId, :applicationId, :facts, :raisedAt)`,
  ).run({ id, noticeId, applicationId, facts: JSON.stringify(facts), raisedAt });
}

export function settleObjection(db: Db, at: number, settlement: Settlement): void {
  const { objectionId: id, investigation, verdict, settledOn } = settlement;
  db.prepare(
    `UPDATE objection SET verdict = :verdict, settled_at = :at,
       facts = json_set(facts, '$.investigation', :investigation, '$.settledOn', :settledOn) WHERE id = :id`,
  ).run({ id, at, verdict, investigation, settledOn });
}
