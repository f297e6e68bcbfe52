/** SQL of the tables notice, notice_person and notice_change. */
import type { Db } from '#archive/db.ts';
import type { DispatchRecord, EmploymentKind, PublicityOutcome } from '#model/application.ts';
import type { PlainDate } from '#model/beijing-time.ts';
import type { NoticeFacts } from '#model/notice-text.ts';

/** One person on one notice, with what the notice says. */
export type Member = Readonly<{
  applicationId: string;
  noticeId: string;
  round: number;
  name: string;
  department: string;
  title: string;
  employment: EmploymentKind;
  postedOn: PlainDate;
  endsOn: PlainDate;
  place: string;
  dispatch: DispatchRecord | null;
  leftAt: number | null;
  concludedAt: number | null;
  outcome: PublicityOutcome | null;
  openObjections: number;
}>;

export type Notice = Readonly<{
  id: string;
  postedOn: PlainDate;
  endsOn: PlainDate;
  facts: NoticeFacts;
  createdAt: number;
  createdById: string;
  createdBy: string;
  cancelledAt: number | null;
}>;

const MEMBERS = `SELECT p.application_id AS applicationId, p.notice_id AS noticeId, p.round, p.name, p.department, p.title,
    p.employment, n.posted_on AS postedOn, n.ends_on AS endsOn, json_extract(n.facts, '$.place') AS place, p.dispatch,
    p.left_at AS leftAt, p.concluded_at AS concludedAt, p.outcome,
    (SELECT count(*) FROM objection o WHERE o.notice_id = p.notice_id AND o.application_id = p.application_id
      AND o.verdict IS NULL) AS openObjections
  FROM notice_person p JOIN notice n ON n.id = p.notice_id`;
type MemberRow = Omit<Member, 'dispatch'> & Readonly<{ dispatch: string | null }>;

/** Everybody on every notice, oldest first, also those who were taken off; one application's when it is named. */
export function selectHeld(db: Db, applicationId?: string): Member[] {
  const one = applicationId === undefined ? '' : 'WHERE p.application_id = :applicationId';
  const rows = db.prepare<MemberRow>(`${MEMBERS} ${one} ORDER BY n.rowid, p.rowid`);
  return rows.all(applicationId === undefined ? {} : { applicationId }).map(toMember);
}

export function selectMembers(db: Db, noticeId: string): Member[] {
  return db
    .prepare<MemberRow>(`${MEMBERS} WHERE p.notice_id = :noticeId ORDER BY p.rowid`)
    .all({ noticeId })
    .map(toMember);
}

export function selectMember(db: Db, noticeId: string, applicationId: string): Member | null {
  const row = db
    .prepare<MemberRow>(`${MEMBERS} WHERE p.notice_id = :noticeId AND p.application_id = :applicationId`)
    .get({ noticeId, applicationId });
  return row ? toMember(row) : null;
}

function toMember(row: MemberRow): Member {
  return { ...row, dispatch: row.dispatch === null ? null : (JSON.parse(row.dispatch) as DispatchRecord) };
}

const NOTICES = `SELECT id, posted_on AS postedOn, ends_on AS endsOn, facts, created_at AS createdAt,
    created_by_id AS createdById, created_by AS createdBy, cancelled_at AS cancelledAt FROM notice`;
type NoticeRow = Omit<Notice, 'facts'> & Readonly<{ facts: string }>;

/** newest first */
export function selectNotices(db: Db): Notice[] {
  return db.prepare<NoticeRow>(`${NOTICES} ORDER BY rowid DESC`).all().map(toNotice);
}

export function selectNotice(db: Db, id: string): Notice | null {
  const row = db.prepare<NoticeRow>(`${NOTICES} WHERE id = :id`).get({ id });
  return row ? toNotice(row) : null;
}

function toNotice(row: NoticeRow): Notice {
  return { ...row, facts: JSON.parse(row.facts) as NoticeFacts };
}

export function insertNotice(db: Db, notice: Notice): void {
  db.prepare(
    `INSERT INTO notice (id, posted_on, ends_on, facts, created_at, created_by_id, created_by)
     VALUES (:id, :postedOn, :endsOn, :facts, :createdAt, :createdById, :createdBy)`,
  ).run({
    id: notice.id,
    postedOn: notice.postedOn,
    endsOn: notice.endsOn,
    facts: JSON.stringify(notice.facts),
    createdAt: notice.createdAt,
    createdById: notice.createdById,
    createdBy: notice.createdBy,
  });
}

export type NewMember = Pick<Member, 'applicationId' | 'round' | 'name' | 'department' | 'title' | 'employment'>;

export function insertMember(db: Db, noticeId: string, member: NewMember): void {
  db.prepare(
    `INSERT INTO notice_person (notice_id, application_id, round, name, department, title, employment)
     VALUES (:noticeId, :applicationId, :round, :name, :department, :title, :employment)`,
  ).run({ noticeId, ...member });
}

export function updatePosting(db: Db, id: string, postedOn: string, endsOn: string): void {
  db.prepare('UPDATE notice SET posted_on = :postedOn, ends_on = :endsOn WHERE id = :id').run({ id, postedOn, endsOn });
}

export function updateFacts(db: Db, id: string, facts: NoticeFacts): void {
  db.prepare('UPDATE notice SET facts = :facts WHERE id = :id').run({ id, facts: JSON.stringify(facts) });
}

/** With everybody who is still on it. */
export function cancelNotice(db: Db, id: string, at: number): void {
  db.prepare('UPDATE notice SET cancelled_at = :at WHERE id = :id').run({ id, at });
  db.prepare('UPDATE notice_person SET left_at = :at WHERE notice_id = :id AND left_at IS NULL').run({ id, at });
}

export function leaveNotice(db: Db, noticeId: string, applicationId: string, at: number): void {
  db.prepare(
    `UPDATE notice_person SET left_at = :at
     WHERE notice_id = :noticeId AND application_id = :applicationId AND left_at IS NULL`,
  ).run({ noticeId, applicationId, at });
}

/** Both null: the conclusion is taken back. */
export function updateConclusion(
  db: Db,
  {
    noticeId,
    applicationId,
    concludedAt,
    outcome,
  }: Pick<Member, 'noticeId' | 'applicationId' | 'concludedAt' | 'outcome'>,
): void {
  db.prepare(
    `UPDATE notice_person SET concluded_at = :concludedAt, outcome = :outcome
     WHERE notice_id = :noticeId AND application_id = :applicationId`,
  ).run({ noticeId, applicationId, concludedAt, outcome });
}

export function updateDispatch(db: Db, noticeId: string, applicationId: string, dispatch: DispatchRecord): void {
  db.prepare(
    'UPDATE notice_person SET dispatch = :dispatch WHERE notice_id = :noticeId AND application_id = :applicationId',
  ).run({ noticeId, applicationId, dispatch: JSON.stringify(dispatch) });
}

export type Change = Readonly<{ id: string; at: number; person: string; kind: string; detail: string }>;

export function insertChange(db: Db, noticeId: string, change: Change): void {
  db.prepare(
    `INSERT INTO notice_change (id, notice_id, at, person, kind, detail)
     VALUES (:id, :noticeId, :at, :person, :kind, :detail)`,
  ).run({ noticeId, ...change });
}

export function hasChange(db: Db, id: string): boolean {
  return db.prepare('SELECT 1 FROM notice_change WHERE id = :id').get({ id }) !== undefined;
}

/** newest first */
export function selectChanges(db: Db, noticeId: string): Change[] {
  return db
    .prepare<Change>(
      'SELECT id, at, person, kind, detail FROM notice_change WHERE notice_id = :noticeId ORDER BY rowid DESC',
    )
    .all({ noticeId });
}
