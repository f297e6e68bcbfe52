/** Keeps database, journal and anchor in step: every commit says which journal entries it holds, then the anchor moves. */
import type { Anchor } from './anchor.ts';
import type { JournalEntry } from './archive.ts';
import { auditHead } from './audit.ts';
import { LOG_PAGES, type Connection } from './connect.ts';
import type { Db } from './db.ts';
import { createDb } from './driver.ts';
import type { JournalFile } from './journal.ts';
import { schemaVersion } from './migrate.ts';

/** What the database says of itself. */
export type Mark = Readonly<{ installationId: string; journalSeq: number }>;

/** So many pages go through the log before it is moved into the file, while commits are held: moving it is synced too. */
const HELD_LOG_PAGES = 1000;

type KeeperOptions = Readonly<{
  connection: Connection;
  journal: JournalFile;
  anchor: Anchor;
  mark: Mark;
  warn: (code: string) => void;
}>;

export class Keeper {
  readonly db: Db;
  readonly #options: KeeperOptions;
  /** the newest journal entry that the database holds */
  #appliedSeq: number;
  /** the journal entry that the running transaction brings in */
  #committingSeq: number | null = null;
  #isAnchorBehind = false;
  /** commits are not synced: a later one will be */
  #holdsSyncs = false;
  /** … not even the last of `applyAll` */
  #isDeferring = false;

  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#appliedSeq = options.mark.journalSeq;
    this.db = createDb(options.connection, {
      beforeCommit: () => this.#markApplied(),
      afterCommit: () => this.#settle(),
      afterRollback: () => {
        this.#committingSeq = null;
        options.journal.takeBack();
      },
    });
  }

  get appliedSeq(): number {
    return this.#appliedSeq;
  }

  unapplied(): readonly JournalEntry[] {
    return this.#options.journal.entries().filter(({ seq }) => seq > this.#appliedSeq);
  }

  /** Older than the anchor remembers: a lost log or a file put back. */
  isBehindAnchor(): boolean {
    const anchored = this.#options.anchor.state();
    return this.#appliedSeq < anchored.journalSeq || auditHead(this.db).seq < anchored.auditSeq;
  }

  /** One entry of the journal, in a transaction of its own. */
  apply(entry: JournalEntry, work: (entry: JournalEntry) => void): void {
    this.#committingSeq = entry.seq;
    this.db.transaction(() => work(entry));
  }

  /**
   * One entry after the other, until one fails. The sync of the last takes those before it along, and only
   * then the anchor moves; a power cut before it is as one between journal and database.
   */
  applyAll(
    entries: readonly JournalEntry[],
    work: (entry: JournalEntry) => void,
  ): Readonly<{ kept: number; failure: unknown }> {
    let kept = 0;
    try {
      for (const entry of entries) {
        this.#holdSyncs(this.#isDeferring || entry !== entries.at(-1));
        this.apply(entry, work);
        kept += 1;
      }
      return { kept, failure: null };
    } catch (failure) {
      return { kept, failure };
    } finally {
      this.#holdSyncs(this.#isDeferring);
    }
  }

  /** No commit within it is synced: the next one after it takes all along, and then the anchor moves. */
  deferring<T>(work: () => T): T {
    this.#isDeferring = true;
    this.#holdSyncs(true);
    try {
      return work();
    } finally {
      this.#isDeferring = false;
      this.#holdSyncs(false);
    }
  }

  /** The running transaction changes what the anchor vouches for. */
  touch(): void {
    this.#isAnchorBehind = true;
  }

  /** The act is committed whether or not this succeeds; a late anchor only vouches for less, and is tried again. */
  moveAnchor(): void {
    const { anchor, mark, warn } = this.#options;
    const head = auditHead(this.db);
    try {
      anchor.write({
        installationId: mark.installationId,
        auditSeq: head.seq,
        auditHead: head.hash,
        journalSeq: this.#appliedSeq,
        schemaVersion: schemaVersion(this.db),
      });
      this.#isAnchorBehind = false;
    } catch {
      warn('archive.anchor-not-written');
    }
  }

  #holdSyncs(holds: boolean): void {
    if (holds === this.#holdsSyncs) return;
    this.#holdsSyncs = holds;
    const { connection } = this.#options;
    connection.pragma(`synchronous = ${holds ? 'NORMAL' : 'FULL'}`);
    connection.pragma(`wal_autocheckpoint = ${holds ? HELD_LOG_PAGES : LOG_PAGES}`);
  }

  #markApplied(): void {
    const seq = this.#committingSeq ?? this.#options.journal.pendingSeq();
    if (seq === null) return;
    this.db.prepare('UPDATE archive_mark SET journal_seq = :seq').run({ seq });
    this.#committingSeq = seq;
  }

  #settle(): void {
    if (this.#committingSeq !== null) {
      this.#appliedSeq = this.#committingSeq;
      this.#committingSeq = null;
      this.#isAnchorBehind = true;
      this.#options.journal.settle(this.#appliedSeq);
    }
    if (this.#isAnchorBehind && !this.#holdsSyncs) this.moveAnchor();
  }
}
