/** The decision journal: acts are on disk here before the database hears of them. */
import {
  closeSync,
  constants,
  existsSync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import type { JournalEntry } from './archive.ts';
import { DiskFullError } from './db.ts';
import { isOutOfSpace } from './driver.ts';
import { replaceFile } from './files.ts';
import { BASE_KIND, makeRecord, NO_TAG, parseJournal, type JournalKey, type Parsed } from './journal-format.ts';

type JournalOptions = JournalKey & Readonly<{ file: string; now: () => number }>;
/** Where the next record goes, and after what. */
type End = Readonly<{ count: number; bytes: number; tag: Buffer; seq: number }>;

/** What is in the file, changing nothing; 'missing' without one. */
export function inspectJournal(file: string, key: JournalKey): Parsed | 'missing' {
  return existsSync(file) ? parseJournal(readFileSync(file), key) : 'missing';
}

/** Makes an empty journal whose first entry will be `base + 1`. */
export function createJournalFile(file: string, key: JournalKey, base: number): void {
  replaceFile(file, makeRecord(key, { seq: base, at: 0, kind: BASE_KIND, payload: null }, NO_TAG).bytes);
}

export class JournalFile {
  readonly #options: JournalOptions;
  #fd: number;
  #entries: JournalEntry[] = [];
  #end: End = { count: 0, bytes: 0, tag: NO_TAG, seq: 0 };
  /** the end before the first pending entry */
  #settled: End | null = null;

  /**
   * Opens for appending. Bytes after the last readable record are a torn append and are cut off; whoever
   * calls has made sure that nothing needed is among them. `atLeast`: new entries come after this seq.
   */
  constructor(options: JournalOptions, atLeast: number) {
    this.#options = options;
    this.#fd = openSync(options.file, constants.O_RDWR);
    this.#read(atLeast);
    this.#cut();
  }

  /** Returns when the entry is on disk. Throws DiskFullError; then nothing was added. */
  append(kind: string, payload: unknown): JournalEntry {
    const before = this.#end;
    const entry: JournalEntry = { seq: before.seq + 1, at: this.#options.now(), kind, payload };
    const record = makeRecord(this.#options, entry, before.tag);
    try {
      writeWhole(this.#fd, record.bytes, before.bytes);
      fdatasyncSync(this.#fd);
    } catch (error) {
      this.#cut();
      throw isOutOfSpace(error) ? new DiskFullError(error) : error;
    }
    this.#entries.push(entry);
    this.#end = { count: before.count + 1, bytes: before.bytes + record.bytes.length, tag: record.tag, seq: entry.seq };
    this.#settled ??= before;
    return entry;
  }

  entries(): readonly JournalEntry[] {
    return [...this.#entries];
  }

  get sizeBytes(): number {
    return this.#end.bytes;
  }

  /** seq of the newest entry appended since the last `settle` or `takeBack`; null without one */
  pendingSeq(): number | null {
    return this.#settled ? this.#end.seq : null;
  }

  /** The pending entries are in the database now. */
  settle(): void {
    this.#settled = null;
  }

  /** The pending entries' transaction was undone: removes them from the file. Needs no room on the disk. */
  takeBack(): void {
    if (!this.#settled) return;
    this.#end = this.#settled;
    this.#settled = null;
    this.#entries = this.#entries.slice(0, this.#end.count);
    this.#cut();
  }

  /**
   * Starts the file anew after `base`; every entry up to it must be in the database. Windows does not
   * replace a file that is open. Without room for the new one (DiskFullError) the old one goes on.
   */
  restart(base: number): void {
    closeSync(this.#fd);
    try {
      createJournalFile(this.#options.file, this.#options, base);
    } finally {
      this.#fd = openSync(this.#options.file, constants.O_RDWR);
      this.#read(base);
    }
  }

  close(): void {
    closeSync(this.#fd);
  }

  #read(atLeast: number): void {
    const parsed = parseJournal(readFileSync(this.#options.file), this.#options);
    if (parsed.base === null) throw new Error('journal without a readable base');
    this.#entries = [...parsed.entries];
    this.#end = {
      count: parsed.entries.length,
      bytes: parsed.goodBytes,
      tag: parsed.lastTag,
      seq: Math.max(atLeast, parsed.entries.at(-1)?.seq ?? parsed.base),
    };
  }

  #cut(): void {
    ftruncateSync(this.#fd, this.#end.bytes);
    fdatasyncSync(this.#fd);
  }
}

/** `writeSync` may write less than asked when the disk fills up. */
function writeWhole(fd: number, bytes: Buffer, position: number): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(fd, bytes, written, bytes.length - written, position + written);
}
