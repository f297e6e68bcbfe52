/** What the core holds while the archive is open. Opened by `open.ts`, closed by whoever opened it. */
import type { Db } from './db.ts';

/** One act that must survive anything; `seq` grows by one. The payload is JSON and opaque here. */
export type JournalEntry = Readonly<{ seq: number; at: number; kind: string; payload: unknown }>;

export type Journal = Readonly<{
  /** Returns when the entry is on disk (fdatasync). Call it before the transaction that applies the entry. */
  append(kind: string, payload: unknown): JournalEntry;
  /** Every entry still in the file, oldest first. */
  entries(): readonly JournalEntry[];
}>;

export type AuditEntry = Readonly<{ personId: string; act: string; subject: string; detail: Readonly<Record<string, unknown>> }>;

export type Audit = Readonly<{
  /** Appends to the chain; call it inside the transaction of the act itself. */
  record(entry: AuditEntry): void;
  /** The first broken link's seq, or null when the chain holds from its start to its anchored head. */
  firstBroken(): number | null;
}>;

export type Archive = Readonly<{
  db: Db;
  journal: Journal;
  audit: Audit;
  /** Checkpoints the log and closes; afterwards the file can be moved. */
  close(): void;
}>;
