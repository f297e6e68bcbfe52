/** SQL of the tables pull_state, task, sync_log and blob, and of what they are joined with. */
import type { Db } from '#archive/db.ts';

export type PullState = Readonly<{ cursor: string; lastContactAt: number | null; lastServerTime: number | null }>;

export function selectPullState(db: Db): PullState {
  const row = db
    .prepare<PullState>(
      'SELECT cursor, last_contact_at AS lastContactAt, last_server_time AS lastServerTime FROM pull_state WHERE one = 1',
    )
    .get();
  return row ?? { cursor: '0', lastContactAt: null, lastServerTime: null };
}

export function saveCursor(db: Db, cursor: string): void {
  db.prepare(
    'INSERT INTO pull_state (one, cursor) VALUES (1, :cursor) ON CONFLICT (one) DO UPDATE SET cursor = excluded.cursor',
  ).run({ cursor });
}

export function saveContact(db: Db, at: number, serverTime: number): void {
  db.prepare(
    `INSERT INTO pull_state (one, cursor, last_contact_at, last_server_time) VALUES (1, '0', :at, :serverTime)
     ON CONFLICT (one) DO UPDATE SET last_contact_at = excluded.last_contact_at, last_server_time = excluded.last_server_time`,
  ).run({ at, serverTime });
}

export function selectApplicationIds(db: Db): string[] {
  return db
    .prepare<{ id: string }>('SELECT id FROM application')
    .all()
    .map((row) => row.id);
}

export type TaskRow = Readonly<{
  id: string;
  code: string;
  raisedAt: number;
  commandId: string | null;
  applicationId: string | null;
  current: string | null;
  detail: string;
  answer: string | null;
}>;
const TASK = `id, code, raised_at AS raisedAt, command_id AS commandId, application_id AS applicationId, current, detail, answer`;

export function insertTask(db: Db, task: Omit<TaskRow, 'answer'>): void {
  db.prepare(
    `INSERT INTO task (id, code, raised_at, command_id, application_id, current, detail)
     VALUES (:id, :code, :raisedAt, :commandId, :applicationId, :current, :detail)`,
  ).run(task);
}

export function selectOpenTasks(db: Db, limit: number): TaskRow[] {
  return db
    .prepare<TaskRow>(`SELECT ${TASK} FROM task WHERE resolved_at IS NULL ORDER BY rowid DESC LIMIT :limit`)
    .all({ limit });
}

export function selectOpenTask(db: Db, id: string): TaskRow | undefined {
  return db.prepare<TaskRow>(`SELECT ${TASK} FROM task WHERE id = :id AND resolved_at IS NULL`).get({ id });
}

export function selectLatestTask(db: Db, code: string): TaskRow | undefined {
  return db.prepare<TaskRow>(`SELECT ${TASK} FROM task WHERE code = :code ORDER BY rowid DESC LIMIT 1`).get({ code });
}

export function resolveTask(db: Db, id: string, answer: string, at: number): void {
  db.prepare('UPDATE task SET resolved_at = :at, answer = :answer WHERE id = :id').run({ id, answer, at });
}

export function updateTaskDetail(db: Db, id: string, detail: string): void {
  db.prepare('UPDATE task SET detail = :detail WHERE id = :id').run({ id, detail });
}

export function countOpenTasks(db: Db): number {
  return db.prepare<{ n: number }>('SELECT count(*) AS n FROM task WHERE resolved_at IS NULL').get()?.n ?? 0;
}

export type LogKind = 'pulled' | 'sent' | 'received' | 'scans' | 'failed' | 'restored' | 'enrolled';
export type LogRow = Readonly<{ id: number; at: number; kind: LogKind; count: number; code: string }>;

export function insertLog(db: Db, entry: Omit<LogRow, 'id'>): void {
  db.prepare('INSERT INTO sync_log (at, kind, count, code) VALUES (:at, :kind, :count, :code)').run(entry);
}

export function selectLog(db: Db, offset: number, limit: number): LogRow[] {
  return db
    .prepare<LogRow>('SELECT id, at, kind, count, code FROM sync_log ORDER BY id DESC LIMIT :limit OFFSET :offset')
    .all({ offset, limit });
}

export function countLog(db: Db): number {
  return db.prepare<{ n: number }>('SELECT count(*) AS n FROM sync_log').get()?.n ?? 0;
}

export type MissingScan = Readonly<{ sha256: string; sizeBytes: number }>;

/**
 * The scans that are wanted most: of the application on screen, then of those at unit review by
 * nearest closing, then the rest. `without`: in hand already, or given up.
 */
export function selectNextScans(
  db: Db,
  first: string | null,
  without: readonly string[],
  limit: number,
): readonly MissingScan[] {
  return db
    .prepare<MissingScan>(
      `SELECT a.sha256, a.size_bytes AS sizeBytes
       FROM attachment a JOIN application p ON p.id = a.application_id
       WHERE NOT EXISTS (SELECT 1 FROM blob b WHERE b.sha256 = a.sha256)
         AND a.sha256 NOT IN (SELECT value FROM json_each(:without))
       ORDER BY p.id IS :first DESC, p.state = 'unit-review' DESC, p.closes_at IS NULL, p.closes_at, a.rowid
       LIMIT :limit`,
    )
    .all({ first, without: JSON.stringify(without), limit });
}

export function countMissingScans(db: Db): Readonly<{ missing: number; missingBytes: number }> {
  const row = db
    .prepare<{ missing: number; missingBytes: number | null }>(
      `SELECT count(*) AS missing, sum(size_bytes) AS missingBytes FROM (
         SELECT a.sha256, max(a.size_bytes) AS size_bytes FROM attachment a
         WHERE NOT EXISTS (SELECT 1 FROM blob b WHERE b.sha256 = a.sha256) GROUP BY a.sha256)`,
    )
    .get();
  return { missing: row?.missing ?? 0, missingBytes: row?.missingBytes ?? 0 };
}

export function insertBlob(db: Db, scan: MissingScan, at: number): void {
  db.prepare(
    `INSERT INTO blob (sha256, size_bytes, stored_at) VALUES (:sha256, :sizeBytes, :at) ON CONFLICT (sha256) DO NOTHING`,
  ).run({ ...scan, at });
}

export function deleteBlob(db: Db, sha256: string): void {
  db.prepare('DELETE FROM blob WHERE sha256 = :sha256').run({ sha256 });
}

export function selectApplicationsWith(db: Db, sha256: string): string[] {
  return db
    .prepare<{ id: string }>('SELECT DISTINCT application_id AS id FROM attachment WHERE sha256 = :sha256')
    .all({ sha256 })
    .map((row) => row.id);
}
