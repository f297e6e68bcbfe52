/** Makes and opens the archive: database, journal and anchor, each checked against the others. */
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { fail, ok, type Result } from '#model/result.ts';
import { createAnchor, openAnchor, type Anchor } from './anchor.ts';
import type { Archive } from './archive.ts';
import { assembleArchive } from './assemble.ts';
import { auditHashAt, auditHead } from './audit.ts';
import { connect, problemOf, type Connection } from './connect.ts';
import { DiskFullError, type Db } from './db.ts';
import { createDb } from './driver.ts';
import { createJournalFile, inspectJournal } from './journal.ts';
import type { Mark } from './keeper.ts';
import { migrate, newestVersion, schemaVersion } from './migrate.ts';
import { MIGRATIONS, type Migration } from './migrations/index.ts';

/** 32 bytes each. The caller owns them and wipes them after `close`. */
export type ArchiveKeys = Readonly<Record<'db' | 'journal' | 'audit' | 'anchor', Uint8Array>>;

export type ArchiveOptions = Readonly<{
  /** the archive's own folder */
  dir: string;
  keys: ArchiveKeys;
  /** epoch ms */
  now: () => number;
  /** told of what went wrong without harm: a code, no personal data */
  warn?: (code: string) => void;
  /** only tests give their own */
  migrations?: readonly Migration[];
}>;

/**
 * Why a damaged archive is not opened:
 * `database-short` empty or cut · `database-unreadable` · `database-corrupt` fails its own check ·
 * `anchor-missing` · `anchor-unreadable` · `foreign` database and anchor of two archives ·
 * `behind` older than the anchor and the journal does not bridge it · `altered` the audit chain is another one.
 */
export type DamageReason =
  | 'database-short'
  | 'database-unreadable'
  | 'database-corrupt'
  | 'anchor-missing'
  | 'anchor-unreadable'
  | 'foreign'
  | 'behind'
  | 'altered';

export type OpenProblem = 'missing' | 'wrong-key' | 'damaged' | 'newer' | 'in-use' | 'disk-full';

export type ArchiveFiles = Readonly<{ database: string; journal: string; anchor: string }>;

const ignore = (): void => undefined;

/** bytes; SQLite's smallest page */
const SMALLEST_DATABASE = 512;

export function archiveFiles(dir: string): ArchiveFiles {
  return {
    database: path.join(dir, 'desk.db'),
    journal: path.join(dir, 'decisions.jnl'),
    anchor: path.join(dir, 'anchor.bin'),
  };
}

/** Makes a new, empty archive. Never where there is or was one. */
export function createArchive(options: ArchiveOptions): Result<Archive, 'already-there' | 'disk-full'> {
  const files = archiveFiles(options.dir);
  if (Object.values(files).some((file) => existsSync(file))) return fail('already-there');
  mkdirSync(options.dir, { recursive: true });
  const connection = connect(files.database, options.keys.db, 'create');
  if (connection === 'disk-full') return fail('disk-full');
  if (typeof connection === 'string') throw new Error(`cannot make the archive: ${connection}`);
  const installationId = randomUUID();
  try {
    const db = createDb(connection);
    const version = migrate(db, options.migrations);
    db.prepare('INSERT INTO archive_mark (one, installation_id, journal_seq) VALUES (1, :id, 0)').run({
      id: installationId,
    });
    // The schema must stand in the file itself before the anchor vouches for it.
    connection.pragma('wal_checkpoint(TRUNCATE)');
    createJournalFile(files.journal, { key: options.keys.journal, installationId }, 0);
    const anchor = createAnchor(files.anchor, options.keys.anchor, {
      installationId,
      auditSeq: 0,
      auditHead: '',
      journalSeq: 0,
      schemaVersion: version,
    });
    return ok(
      assembleArchive({ warn: ignore, ...options, files, connection, anchor, mark: { installationId, journalSeq: 0 } }),
    );
  } catch (error) {
    connection.close();
    if (!(error instanceof DiskFullError) && problemOf(error) !== 'disk-full') throw error;
    return fail('disk-full');
  }
}

/**
 * Opens an existing archive, or says why not; `damaged` carries {reason: DamageReason}. When it does not
 * open, nothing was changed beyond what SQLite does to its own log.
 */
export function openArchive(options: ArchiveOptions): Result<Archive, OpenProblem> {
  const files = archiveFiles(options.dir);
  if (!existsSync(files.database)) return fail('missing');
  const anchor = openAnchor(files.anchor, options.keys.anchor);
  if (statSync(files.database).size < SMALLEST_DATABASE) return damaged('database-short');
  const connection = connect(files.database, options.keys.db, 'existing');
  if (connection === 'unreadable') {
    return typeof anchor === 'string' ? fail('wrong-key') : damaged('database-unreadable');
  }
  if (typeof connection === 'string') return fail(connection);
  const opened = refusingOnError(() => check({ ...options, files, connection }, anchor), connection);
  if (!opened.ok) connection.close();
  return opened;
}

/** Corruption may show only while reading; anything that is no fault of file or disk is thrown on. */
function refusingOnError(
  work: () => Result<Archive, OpenProblem>,
  connection: Connection,
): Result<Archive, OpenProblem> {
  try {
    return work();
  } catch (error) {
    const problem = error instanceof DiskFullError ? 'disk-full' : problemOf(error);
    if (problem === 'unreadable') return damaged('database-corrupt');
    if (problem) return fail(problem);
    connection.close();
    throw error;
  }
}

type Checked = ArchiveOptions & Readonly<{ files: ArchiveFiles; connection: Connection }>;

function check(options: Checked, anchor: Anchor | 'missing' | 'damaged'): Result<Archive, OpenProblem> {
  if (anchor === 'missing') return damaged('anchor-missing');
  if (anchor === 'damaged') return damaged('anchor-unreadable');
  const { connection, files } = options;
  const migrations = options.migrations ?? MIGRATIONS;
  if (connection.pragma('quick_check', { simple: true }) !== 'ok') return damaged('database-corrupt');
  const db = createDb(connection);
  const version = schemaVersion(db);
  if (version > newestVersion(migrations)) return fail('newer');
  if (version === 0) return damaged('behind');
  const mark = readMark(db);
  const reason = compare(db, mark, anchor, options);
  if (reason) return damaged(reason);
  if (version < newestVersion(migrations)) {
    copyBeforeMigrating(connection, `${files.database}.before-${version}`);
    migrate(db, migrations);
    anchor.write({ ...anchor.state(), schemaVersion: schemaVersion(db) });
  }
  return ok(assembleArchive({ warn: ignore, ...options, anchor, mark }));
}

function readMark(db: Db): Mark {
  const row = db
    .prepare<{ installation_id: string; journal_seq: number }>('SELECT installation_id, journal_seq FROM archive_mark')
    .get();
  return { installationId: row?.installation_id ?? '', journalSeq: row?.journal_seq ?? 0 };
}

/** Page checks cannot see an older page or a lost log: the database must reach what the anchor remembers. */
function compare(db: Db, mark: Mark, anchor: Anchor, options: Checked): DamageReason | null {
  const { installationId, journalSeq, auditSeq, auditHead: anchoredHead } = anchor.state();
  if (mark.installationId !== installationId) return 'foreign';
  if (mark.journalSeq < journalSeq && !journalBridges(mark, journalSeq, options)) return 'behind';
  if (auditHead(db).seq < auditSeq) return null;
  return auditHashAt(db, auditSeq) === anchoredHead ? null : 'altered';
}

/** Whether the journal has every entry between what the database holds and `upTo`. */
function journalBridges({ installationId, journalSeq }: Mark, upTo: number, { files, keys }: Checked): boolean {
  const journal = inspectJournal(files.journal, { key: keys.journal, installationId });
  if (journal === 'missing' || journal.base === null || journal.base > journalSeq) return false;
  return (journal.entries.at(-1)?.seq ?? journal.base) >= upTo;
}

/** An encrypted copy with the same key, beside the archive; the copy before the last step is kept, older ones are not. */
function copyBeforeMigrating(connection: Connection, copy: string): void {
  const temp = `${copy}.new`;
  rmSync(temp, { force: true });
  connection.prepare('VACUUM INTO ?').run(temp);
  renameSync(temp, copy);
}

function damaged(reason: DamageReason): Result<never, 'damaged'> {
  return fail('damaged', reason, { reason });
}
