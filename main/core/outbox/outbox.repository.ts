/** SQL of the tables act, outbox and receipt. Order is the order of the rows, never the clock. */
import { DECISIONS, type Act } from '#model/application.ts';
import type { Db } from '#archive/db.ts';
import type { Receipt } from '#protocol/protocol.ts';

export type OutboxState = 'due' | 'sending' | 'effective' | 'attention' | 'undone';

export type ActRow = Readonly<{
  commandId: string;
  applicationId: string | null;
  act: Act;
  /** JSON, CommandPayload */
  payload: string;
  baseVersion: number;
  expect: string;
  decidedAt: number;
  decidedById: string;
  decidedBy: string;
  state: OutboxState;
  sendsAt: number;
  seq: number | null;
  command: string | null;
  problem: string | null;
  receiptNumber: string | null;
  deliveredAt: number | null;
}>;

const COLUMNS = `
  d.command_id AS commandId, d.application_id AS applicationId, d.act, d.payload,
  d.base_version AS baseVersion, d.expect, d.decided_at AS decidedAt, d.decided_by_id AS decidedById,
  d.decided_by AS decidedBy, o.state, o.sends_at AS sendsAt, o.seq, o.command, o.problem,
  r.number AS receiptNumber, r.received_at AS deliveredAt`;
const TABLES = `
  FROM act d JOIN outbox o ON o.command_id = d.command_id LEFT JOIN receipt r ON r.command_id = d.command_id`;

/** False when the command is there already. */
export function insertAct(
  db: Db,
  row: Pick<
    ActRow,
    | 'commandId'
    | 'applicationId'
    | 'act'
    | 'payload'
    | 'baseVersion'
    | 'expect'
    | 'decidedAt'
    | 'decidedById'
    | 'decidedBy'
  >,
): boolean {
  const inserted = db
    .prepare(
      `INSERT INTO act (command_id, application_id, act, payload, base_version, expect, decided_at, decided_by_id, decided_by)
       VALUES (:commandId, :applicationId, :act, :payload, :baseVersion, :expect, :decidedAt, :decidedById, :decidedBy)
       ON CONFLICT (command_id) DO NOTHING`,
    )
    .run(row);
  return inserted === 1;
}

export function insertOutbox(db: Db, commandId: string, applicationId: string | null, sendsAt: number): void {
  db.prepare(
    `INSERT INTO outbox (command_id, application_id, state, sends_at) VALUES (:commandId, :applicationId, 'due', :sendsAt)`,
  ).run({ commandId, applicationId, sendsAt });
}

export function selectState(db: Db, commandId: string): OutboxState | null {
  const row = db
    .prepare<{ state: OutboxState }>('SELECT state FROM outbox WHERE command_id = :commandId')
    .get({ commandId });
  return row?.state ?? null;
}

/** False when it has left already. */
export function markUndone(db: Db, commandId: string, at: number): boolean {
  const changed = db
    .prepare(`UPDATE outbox SET state = 'undone', settled_at = :at WHERE command_id = :commandId AND state = 'due'`)
    .run({ commandId, at });
  if (changed === 0) return false;
  db.prepare('UPDATE act SET undone_at = :at WHERE command_id = :commandId').run({ commandId, at });
  return true;
}

export function selectByApplication(db: Db, applicationId: string): ActRow[] {
  return db
    .prepare<ActRow>(`SELECT ${COLUMNS} ${TABLES} WHERE d.application_id = :applicationId ORDER BY d.rowid DESC`)
    .all({ applicationId });
}

const IS_DECISION = `act IN (${DECISIONS.map((decision) => `'${decision}'`).join(', ')})`;

/** Of every application the newest decision that was not taken back. */
export function selectStanding(db: Db): ActRow[] {
  return db
    .prepare<ActRow>(
      `SELECT ${COLUMNS} ${TABLES}
       WHERE d.rowid IN (SELECT max(rowid) FROM act WHERE undone_at IS NULL AND ${IS_DECISION} GROUP BY application_id)`,
    )
    .all();
}

export function selectById(db: Db, commandIds: readonly string[]): ActRow[] {
  return db
    .prepare<ActRow>(`SELECT ${COLUMNS} ${TABLES} WHERE d.command_id IN (SELECT value FROM json_each(:ids))`)
    .all({ ids: JSON.stringify(commandIds) });
}

export function selectPage(db: Db, offset: number, limit: number): ActRow[] {
  return db
    .prepare<ActRow>(`SELECT ${COLUMNS} ${TABLES} ORDER BY d.rowid DESC LIMIT :limit OFFSET :offset`)
    .all({ offset, limit });
}

export function countAll(db: Db): number {
  return db.prepare<{ n: number }>('SELECT count(*) AS n FROM outbox').get()?.n ?? 0;
}

export function selectPending(db: Db): Readonly<{ count: number; oldestAt: number | null }> {
  const row = db
    .prepare<{ count: number; oldestAt: number | null }>(
      `SELECT count(*) AS count, min(d.decided_at) AS oldestAt
       FROM outbox o JOIN act d ON d.command_id = o.command_id WHERE o.state IN ('due', 'sending')`,
    )
    .get();
  return row ?? { count: 0, oldestAt: null };
}

export function countUnsent(db: Db, act: Act): number {
  const sql = `SELECT count(*) AS n FROM outbox o JOIN act d ON d.command_id = o.command_id
               WHERE d.act = :act AND o.state IN ('due', 'sending')`;
  return db.prepare<{ n: number }>(sql).get({ act })?.n ?? 0;
}

/** The oldest unsettled command of every application, so that nothing overtakes within one. */
const FRONT = `o.rowid IN (SELECT min(rowid) FROM outbox WHERE state IN ('due', 'sending') GROUP BY application_id)`;

/** A wait is 30 min at most; one that ends later was written before the clock was set back, and is over. */
export const LONGEST_WAIT_MS = 3_600_000;

/** First those that went out before and were never answered (by seq), then those newly due, oldest first. */
export function selectReady(db: Db, now: number, limit: number): ActRow[] {
  return db
    .prepare<ActRow>(
      `SELECT ${COLUMNS} ${TABLES}
       WHERE ${FRONT} AND (o.state = 'sending' OR (o.state = 'due' AND (o.sends_at <= :now OR o.sends_at > :now + :longest)))
       ORDER BY o.seq IS NULL, o.seq, o.rowid LIMIT :limit`,
    )
    .all({ now, limit, longest: LONGEST_WAIT_MS });
}

export function selectNextSendsAt(db: Db, now: number): number | null {
  const row = db
    .prepare<{ at: number | null }>(
      `SELECT min(CASE WHEN o.sends_at > :now + :longest THEN :now ELSE o.sends_at END) AS at
       FROM outbox o WHERE o.state = 'due' AND ${FRONT}`,
    )
    .get({ now, longest: LONGEST_WAIT_MS });
  return row?.at ?? null;
}

export function selectLastSeq(db: Db): number {
  return db.prepare<{ seq: number | null }>('SELECT max(seq) AS seq FROM outbox').get()?.seq ?? 0;
}

export function updateSending(db: Db, commandId: string, seq: number, command: string): void {
  db.prepare(
    `UPDATE outbox SET state = 'sending', seq = :seq, command = :command WHERE command_id = :commandId AND state = 'due'`,
  ).run({ commandId, seq, command });
}

export function updateBaseVersion(db: Db, commandId: string, baseVersion: number): void {
  db.prepare('UPDATE act SET base_version = :baseVersion WHERE command_id = :commandId').run({
    commandId,
    baseVersion,
  });
}

/** The version that this computer's last act to take effect on the application made of it; 0 without one. */
export function selectOwnVersion(db: Db, applicationId: string): number {
  const sql = 'SELECT max(version) AS version FROM receipt WHERE application_id = :applicationId';
  return db.prepare<{ version: number | null }>(sql).get({ applicationId })?.version ?? 0;
}

export function updateSettled(
  db: Db,
  commandId: string,
  state: 'effective' | 'attention',
  problem: string | null,
  at: number,
): void {
  db.prepare(
    'UPDATE outbox SET state = :state, problem = :problem, settled_at = :at WHERE command_id = :commandId',
  ).run({ commandId, state, problem, at });
}

export function insertReceipt(db: Db, receipt: Receipt, at: number): void {
  const { commandId, applicationId, number, version } = receipt;
  db.prepare(
    `INSERT INTO receipt (command_id, application_id, number, version, body, received_at)
     VALUES (:commandId, :applicationId, :number, :version, :body, :at)
     ON CONFLICT (command_id) DO NOTHING`,
  ).run({ commandId, applicationId, number, version, body: JSON.stringify(receipt), at });
}

export function selectReceipt(db: Db, commandId: string): string | null {
  const row = db.prepare<{ body: string }>('SELECT body FROM receipt WHERE command_id = :commandId').get({ commandId });
  return row?.body ?? null;
}
