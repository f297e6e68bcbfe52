/** Puts database, journal, audit and anchor together, so that a commit keeps all four in step. */
import { existsSync, renameSync } from 'node:fs';
import type { Anchor } from './anchor.ts';
import type { Archive, JournalEntry } from './archive.ts';
import { auditHead, createAudit } from './audit.ts';
import type { Connection } from './connect.ts';
import { createDb } from './driver.ts';
import { createJournalFile, inspectJournal, openJournalFile, type JournalFile } from './journal.ts';
import { schemaVersion } from './migrate.ts';
import type { ArchiveFiles, ArchiveKeys } from './open.ts';

/** What the database says of itself. */
export type Mark = Readonly<{ installationId: string; journalSeq: number }>;

type Parts = Readonly<{
  files: ArchiveFiles;
  keys: ArchiveKeys;
  now: () => number;
  warn?: (code: string) => void;
  connection: Connection;
  anchor: Anchor;
  mark: Mark;
}>;

/** bytes; some thousands of decisions, read in well under a second */
const TRIM_ABOVE = 4 * 1024 * 1024;
/** the archive itself, in the audit chain */
const ARCHIVE_ID = 'archive';

export function assembleArchive(parts: Parts): Archive {
  const { connection, anchor, keys } = parts;
  const warn = parts.warn ?? (() => undefined);
  const journal = openJournal(parts, warn);
  let appliedSeq = parts.mark.journalSeq;
  let committingSeq: number | null = null;
  let isAnchorBehind = false;

  const db = createDb(connection, {
    beforeCommit() {
      const seq = committingSeq ?? journal.pendingSeq();
      if (seq === null) return;
      db.prepare('UPDATE archive_mark SET journal_seq = :seq').run({ seq });
      committingSeq = seq;
    },
    afterCommit() {
      if (committingSeq !== null) {
        appliedSeq = committingSeq;
        committingSeq = null;
        isAnchorBehind = true;
        journal.settle();
      }
      if (isAnchorBehind) moveAnchor();
    },
    afterRollback() {
      committingSeq = null;
      journal.takeBack();
    },
  });
  const audit = createAudit({
    db,
    key: keys.audit,
    now: parts.now,
    anchored: () => ({ seq: anchor.state().auditSeq, hash: anchor.state().auditHead }),
    onRecord: () => {
      isAnchorBehind = true;
    },
  });

  /** The act is committed whether or not this succeeds; a late anchor only vouches for less, and is tried again. */
  function moveAnchor(): void {
    const head = auditHead(db);
    try {
      anchor.write({
        installationId: parts.mark.installationId,
        auditSeq: head.seq,
        auditHead: head.hash,
        journalSeq: appliedSeq,
        schemaVersion: schemaVersion(db),
      });
      isAnchorBehind = false;
    } catch {
      warn('archive.anchor-not-written');
    }
  }

  const unapplied = (): JournalEntry[] => journal.entries().filter((entry) => entry.seq > appliedSeq);
  const wasRolledBack = isBehindAnchor(anchor, appliedSeq, auditHead(db).seq);
  let mustReplay = wasRolledBack || unapplied().length > 0;
  if (wasRolledBack) warn('archive.rolled-back');
  else moveAnchor();

  function checkpoint(): void {
    connection.pragma('wal_checkpoint(TRUNCATE)');
  }

  return {
    db,
    audit,
    needsReplay: mustReplay,
    journal: {
      append(kind, payload) {
        if (mustReplay) throw new Error('replay the journal before appending to it');
        return journal.append(kind, payload);
      },
      entries: () => journal.entries(),
    },
    replay(apply) {
      const entries = unapplied();
      for (const entry of entries) {
        committingSeq = entry.seq;
        db.transaction(() => apply(entry));
      }
      if (mustReplay) {
        const { auditSeq, auditHead: hash } = anchor.state();
        audit.record({
          personId: ARCHIVE_ID,
          act: wasRolledBack ? 'archive.rolled-back' : 'archive.replayed',
          subject: ARCHIVE_ID,
          detail: { entries: entries.length, anchoredSeq: auditSeq, anchoredHash: hash },
        });
      }
      mustReplay = false;
      return entries.length;
    },
    checkpoint,
    trimJournal() {
      if (journal.sizeBytes() < TRIM_ABOVE || unapplied().length > 0) return;
      checkpoint();
      if (connection.pragma('quick_check', { simple: true }) === 'ok') journal.restart(appliedSeq);
    },
    close() {
      try {
        checkpoint();
      } finally {
        connection.close();
        journal.close();
      }
    },
  };
}

function isBehindAnchor(anchor: Anchor, journalSeq: number, auditSeq: number): boolean {
  const anchored = anchor.state();
  return journalSeq < anchored.journalSeq || auditSeq < anchored.auditSeq;
}

/**
 * The journal, ready for appending. Where it is missing or damaged within what the database already holds,
 * the file is set aside and begun anew; `compare` in open.ts has made sure that nothing needed is lost.
 */
function openJournal(parts: Parts, warn: (code: string) => void): JournalFile {
  const { files, mark, anchor } = parts;
  const key = { key: parts.keys.journal, installationId: mark.installationId };
  const expectedSeq = Math.max(mark.journalSeq, anchor.state().journalSeq);
  const found = inspectJournal(files.journal, key);
  const lastSeq = found === 'missing' || found.base === null ? -1 : (found.entries.at(-1)?.seq ?? found.base);
  if (lastSeq < expectedSeq) {
    warn('archive.journal-incomplete');
    if (existsSync(files.journal)) renameSync(files.journal, `${files.journal}.damaged-${parts.now()}`);
    createJournalFile(files.journal, key, expectedSeq);
  }
  return openJournalFile({ ...key, file: files.journal, now: parts.now }, expectedSeq);
}
