/** What the core holds while the archive is open. Opened by `open.ts`, closed by whoever opened it. */
import type { Db } from './db.ts';

/** One act that must survive anything; `seq` grows. The payload is JSON and opaque here. */
export type JournalEntry = Readonly<{ seq: number; at: number; kind: string; payload: unknown }>;

export type NewEntry = Pick<JournalEntry, 'kind' | 'payload'>;

export type Journal = Readonly<{
  /**
   * Returns when the entry is on disk (fdatasync). Call it right before the transaction that applies the
   * entry, in the same synchronous turn: the next outermost transaction marks it as applied, or, when that
   * is undone, takes it back out of the file. Throws DiskFullError; then nothing was written.
   */
  append(kind: string, payload: unknown): JournalEntry;
  /** Every entry still in the file, oldest first. */
  entries(): readonly JournalEntry[];
}>;

export type AuditEntry = Readonly<{
  personId: string;
  act: string;
  subject: string;
  detail: Readonly<Record<string, unknown>>;
}>;

export type Audit = Readonly<{
  /** Appends to the chain; call it inside the transaction of the act itself. Ids and codes only, no names. */
  record(entry: AuditEntry): void;
  /** The first broken link's seq, or null when the chain holds from its start to its anchored head. */
  firstBroken(): number | null;
}>;

export type Archive = Readonly<{
  db: Db;
  journal: Journal;
  audit: Audit;
  /** The database lacks journal entries (a crash, or a rolled-back file): call `replay` before anything else. */
  needsReplay: boolean;
  /**
   * Brings the database up to the journal, one transaction an entry. `apply` must be idempotent (by command
   * id). Returns how many entries were applied. New entries are refused until this was called.
   */
  replay(apply: (entry: JournalEntry) => void): number;
  /**
   * Acts on their way together: all into the journal with one sync of the disk, then each in a transaction of
   * its own, at the end one sync of the database and one move of the anchor. `apply` as for `replay`. When it
   * answers, each act for which it says null is on disk; each with an error is undone, in the journal too.
   * A full disk is the error of all that come after; any other is that of one act alone.
   */
  commitAll(acts: readonly NewEntry[], apply: (entry: JournalEntry) => void): readonly (Error | null)[];
  /**
   * For many slices in quick succession: within `work` only the journal is synced, so that whatever goes through
   * `commitAll` is on disk all the same; anything else may be lost in a power cut until the next commit after it,
   * which syncs everything before it and moves the anchor.
   */
  deferring<T>(work: () => T): T;
  /** Moves the write-ahead log into the database file: after a batch, and before the computer sleeps. */
  checkpoint(): void;
  /** Starts the journal anew once it is large and everything in it is safely in the database. */
  trimJournal(): void;
  /** Checkpoints the log and closes; afterwards the file can be moved. */
  close(): void;
}>;
