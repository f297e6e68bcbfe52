/** The city's own SQLite file, plain. One process, one connection: a transaction is what orders everything. */
import path from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';

export type CityDb = Database.Database;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS unit (
  no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, credit_code TEXT NOT NULL UNIQUE, body TEXT NOT NULL,
  head INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS account (
  account TEXT PRIMARY KEY, unit_no INTEGER NOT NULL REFERENCES unit, salt BLOB NOT NULL, hash BLOB NOT NULL,
  wrong INTEGER NOT NULL DEFAULT 0, locked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS device (
  id TEXT PRIMARY KEY, unit_no INTEGER NOT NULL REFERENCES unit, key TEXT NOT NULL, name TEXT NOT NULL,
  enrolled_at INTEGER NOT NULL, revoked_at INTEGER, last_seq INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS challenge (
  nonce TEXT PRIMARY KEY, device_id TEXT NOT NULL, expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS session (
  token_hash TEXT PRIMARY KEY, device_id TEXT NOT NULL, expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS application (
  no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, unit_no INTEGER NOT NULL REFERENCES unit,
  state TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS application_unit ON application (unit_no, state);
CREATE TABLE IF NOT EXISTS change (
  unit_no INTEGER NOT NULL REFERENCES unit, cursor INTEGER NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL,
  PRIMARY KEY (unit_no, cursor), UNIQUE (unit_no, subject)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS command (
  device_id TEXT NOT NULL REFERENCES device, id TEXT NOT NULL, seq INTEGER NOT NULL, application_id TEXT NOT NULL,
  type TEXT NOT NULL, payload_hash TEXT NOT NULL, outcome TEXT NOT NULL, effects INTEGER NOT NULL, received_at INTEGER NOT NULL,
  PRIMARY KEY (device_id, id), UNIQUE (device_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS command_application ON command (application_id);
CREATE TABLE IF NOT EXISTS receipt_counter (day TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS blob (
  no INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, mime TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS holding (
  blob_no INTEGER NOT NULL REFERENCES blob, application_no INTEGER NOT NULL REFERENCES application,
  PRIMARY KEY (blob_no, application_no)
) STRICT, WITHOUT ROWID;
`;

export function openCityDb(dataDir: string): CityDb {
  const db = new Database(path.join(dataDir, 'city.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('foreign_keys = ON');
  db.exec(SCHEMA);
  return db;
}

/** BEGIN IMMEDIATE … COMMIT; what `work` throws undoes it. */
export function inTransaction<T>(db: CityDb, work: () => T): T {
  return db.transaction(work).immediate();
}

export function readMeta(db: CityDb, key: string): string | null {
  const row = db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(key);
  return row?.value ?? null;
}

export function writeMeta(db: CityDb, key: string, value: string): void {
  db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value);
}
