/** Opens the encrypted file itself. Settings and traps: resources/decisions/0002-archive-journal-anchor.md. */
import { closeSync, openSync, readSync } from 'node:fs';
import Driver from 'better-sqlite3-multiple-ciphers';

export type Connection = Driver.Database;
export type ConnectProblem = 'in-use' | 'unreadable' | 'disk-full';

/** ms; a desk that is just closing lets go within this */
const BUSY_TIMEOUT = 500;
const PLAIN_HEADER = 'SQLite format 3\0';

/** So many pages of the log, and it is moved into the file: a damaged log loses what it holds. */
export const LOG_PAGES = 200;

/** Order matters: cipher and key first, the lock mode before the log is first touched. */
const PRAGMAS = [
  'locking_mode = EXCLUSIVE',
  'journal_mode = WAL',
  'synchronous = FULL',
  'foreign_keys = ON',
  'secure_delete = ON',
  'temp_store = MEMORY',
  'mmap_size = 0',
  // KiB: ids are random, so a first pull of thousands touches pages all over; they must not be encrypted twice
  'cache_size = -65536',
  `wal_autocheckpoint = ${LOG_PAGES}`,
  'trusted_schema = OFF',
  'cell_size_check = ON',
];

/**
 * The connection, locked for this process alone, or why there is none. `key` is 32 bytes; without one the
 * driver would quietly make a readable file. 'unreadable' is a wrong key or a damaged file: the cipher cannot tell.
 */
export function connect(file: string, key: Uint8Array, mode: 'create' | 'existing'): Connection | ConnectProblem {
  if (key.length !== 32 || key.every((byte) => byte === 0)) throw new RangeError('the archive needs a key of 32 bytes');
  const driver = new Driver(file, { fileMustExist: mode === 'existing', timeout: BUSY_TIMEOUT });
  try {
    driver.pragma(`cipher = 'sqlcipher'`);
    driver.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
    for (const pragma of PRAGMAS) driver.pragma(pragma);
    // An empty file has no header yet, and an empty transaction would not write one.
    if (mode === 'create') driver.exec('VACUUM');
    driver.exec('BEGIN EXCLUSIVE; COMMIT');
    driver.pragma('schema_version');
    assertEncrypted(file);
    return driver;
  } catch (error) {
    driver.close();
    const problem = problemOf(error);
    if (problem) return problem;
    throw error;
  }
}

/** Throws when the file on disk can be read by anyone. */
function assertEncrypted(file: string): void {
  const header = Buffer.alloc(16);
  const fd = openSync(file, 'r');
  try {
    readSync(fd, header, 0, header.length, 0);
  } finally {
    closeSync(fd);
  }
  if (header.toString('latin1') === PLAIN_HEADER) throw new Error('the archive file is not encrypted');
}

/** undefined for what is neither the file's nor the disk's fault */
export function problemOf(error: unknown): ConnectProblem | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  const code = String(error.code);
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return 'in-use';
  if (code === 'SQLITE_FULL') return 'disk-full';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR'))
    return 'unreadable';
  return undefined;
}
