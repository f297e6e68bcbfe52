/** Puts database, journal, audit and anchor together into the one thing that the core holds. */
import { existsSync, renameSync } from 'node:fs';
import type { Anchor } from './anchor.ts';
import type { Archive, Audit, Journal, JournalEntry, NewEntry } from './archive.ts';
import { createAudit } from './audit.ts';
import type { Connection } from './connect.ts';
import { DiskFullError } from './db.ts';
import { isOutOfSpace } from './driver.ts';
import { createJournalFile, inspectJournal, JournalFile } from './journal.ts';
import { Keeper, type Mark } from './keeper.ts';
import type { ArchiveFiles, ArchiveKeys } from './open.ts';

type Parts = Readonly<{
  files: ArchiveFiles;
  keys: ArchiveKeys;
  now: () => number;
  warn: (code: string) => void;
  connection: Connection;
  anchor: Anchor;
  mark: Mark;
}>;

/** bytes; some thousands of decisions, read in well under a second */
const TRIM_ABOVE = 4 * 1024 * 1024;
/** the archive itself, in the audit chain */
const ARCHIVE_ID = 'archive';

export function assembleArchive(parts: Parts): Archive {
  const { connection, anchor, keys, now, warn } = parts;
  const journalFile = openJournal(parts);
  const keeper = new Keeper({ ...parts, journal: journalFile });
  const { db } = keeper;
  const audit = createAudit({
    db,
    key: keys.audit,
    now,
    anchored: () => ({ seq: anchor.state().auditSeq, hash: anchor.state().auditHead }),
    onRecord: () => keeper.touch(),
  });
  const { journal, ...replaying } = withReplay(parts, keeper, journalFile, audit);

  return {
    db,
    audit,
    journal,
    ...replaying,
    deferring: (work) => keeper.deferring(work),
    checkpoint: () => void checkpoint(parts),
    trimJournal() {
      if (journalFile.sizeBytes < TRIM_ABOVE || keeper.unapplied().length > 0 || !checkpoint(parts)) return;
      if (connection.pragma('quick_check', { simple: true }) === 'ok') restart(journalFile, keeper.appliedSeq, warn);
    },
    close() {
      try {
        checkpoint(parts);
      } finally {
        connection.close();
        journalFile.close();
      }
    },
  };
}

type Replaying = Pick<Archive, 'needsReplay' | 'replay' | 'commitAll'> & Readonly<{ journal: Journal }>;

/** New entries wait until the old ones are in: their order is the order of the acts. */
function withReplay({ anchor, warn }: Parts, keeper: Keeper, file: JournalFile, audit: Audit): Replaying {
  const wasRolledBack = keeper.isBehindAnchor();
  const needsReplay = wasRolledBack || keeper.unapplied().length > 0;
  let mustReplay = needsReplay;
  // A rolled-back database must not pull the anchor back before that is on record.
  if (wasRolledBack) warn('archive.rolled-back');
  else keeper.moveAnchor();
  function demandReplayed(): void {
    if (mustReplay) throw new Error('replay the journal before appending to it');
  }
  return {
    needsReplay,
    replay(apply) {
      const entries = keeper.unapplied();
      for (const entry of entries) keeper.apply(entry, apply);
      if (mustReplay) {
        const { auditSeq, auditHead } = anchor.state();
        audit.record({
          personId: ARCHIVE_ID,
          act: wasRolledBack ? 'archive.rolled-back' : 'archive.replayed',
          subject: ARCHIVE_ID,
          detail: { entries: entries.length, anchoredSeq: auditSeq, anchoredHash: auditHead },
        });
      }
      mustReplay = false;
      return entries.length;
    },
    commitAll(acts, apply) {
      demandReplayed();
      return commitAll(acts, apply, file, keeper);
    },
    journal: {
      append(kind, payload) {
        demandReplayed();
        return file.append(kind, payload);
      },
      entries: () => file.entries(),
    },
  };
}

/** An act that fails takes those after it out of the journal with it: they are put in again without it. */
function commitAll(
  acts: readonly NewEntry[],
  apply: (entry: JournalEntry) => void,
  file: JournalFile,
  keeper: Keeper,
): readonly (Error | null)[] {
  const outcomes: (Error | null)[] = [];
  while (outcomes.length < acts.length) {
    const { kept, failure } = appendAndApply(acts.slice(outcomes.length), apply, file, keeper);
    outcomes.push(...Array<null>(kept).fill(null));
    if (failure === null) continue;
    const error = failure instanceof Error ? failure : new Error('an act failed', { cause: failure });
    const isFull = error instanceof DiskFullError;
    outcomes.push(...Array<Error>(isFull ? acts.length - outcomes.length : 1).fill(error));
  }
  return outcomes;
}

function appendAndApply(
  acts: readonly NewEntry[],
  apply: (entry: JournalEntry) => void,
  file: JournalFile,
  keeper: Keeper,
): Readonly<{ kept: number; failure: unknown }> {
  try {
    return keeper.applyAll(file.appendAll(acts), apply);
  } catch (failure) {
    if (failure instanceof DiskFullError) return { kept: 0, failure };
    throw failure;
  }
}

/** false without room on the disk: the log then simply stays, and is as good. */
function checkpoint({ connection, warn }: Parts): boolean {
  try {
    connection.pragma('wal_checkpoint(TRUNCATE)');
    return true;
  } catch (error) {
    if (!isOutOfSpace(error)) throw error;
    warn('archive.not-checkpointed');
    return false;
  }
}

function restart(journal: JournalFile, base: number, warn: (code: string) => void): void {
  try {
    journal.restart(base);
  } catch (error) {
    if (!(error instanceof DiskFullError)) throw error;
    warn('archive.journal-not-trimmed');
  }
}

/**
 * The journal, ready for appending. Where it is missing or damaged within what the database already holds,
 * the file is set aside and begun anew; `compare` in open.ts has made sure that nothing needed is lost.
 */
function openJournal({ files, keys, now, mark, anchor, warn }: Parts): JournalFile {
  const key = { key: keys.journal, installationId: mark.installationId };
  const expectedSeq = Math.max(mark.journalSeq, anchor.state().journalSeq);
  const found = inspectJournal(files.journal, key);
  const lastSeq = found === 'missing' || found.base === null ? -1 : (found.entries.at(-1)?.seq ?? found.base);
  if (lastSeq < expectedSeq) {
    warn('archive.journal-incomplete');
    if (existsSync(files.journal)) renameSync(files.journal, `${files.journal}.damaged-${now()}`);
    createJournalFile(files.journal, key, expectedSeq);
  }
  return new JournalFile({ ...key, file: files.journal, now }, expectedSeq);
}
