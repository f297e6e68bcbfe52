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
import type { JournalEntry, NewEntry } from './archive.ts';
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
  /** the end before each pending entry, oldest first */
  #pending: readonly End[] = [];

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

  append(kind: string, payload: unknown): JournalEntry {
    return this.appendAll([{ kind, payload }])[0] as JournalEntry;
  }

  /** Returns when all are on disk, by one sync. Throws DiskFullError; then nothing was added. */
  appendAll(added: readonly NewEntry[]): readonly JournalEntry[] {
    const before = this.#end;
    const entries: JournalEntry[] = [];
    const records: Buffer[] = [];
    const ends = [before];
    for (const { kind, payload } of added) {
      const end = ends.at(-1) ?? before;
      const entry = { seq: end.seq + 1, at: this.#options.now(), kind, payload };
      const { bytes, tag } = makeRecord(this.#options, entry, end.tag);
      entries.push(entry);
      records.push(bytes);
      ends.push({ count: end.count + 1, bytes: end.bytes + bytes.length, tag, seq: entry.seq });
    }
    try {
      writeWhole(this.#fd, Buffer.concat(records), before.bytes);
      fdatasyncSync(this.#fd);
    } catch (error) {
      this.#cut();
      throw isOutOfSpace(error) ? new DiskFullError(error) : error;
    }
    this.#entries.push(...entries);
    this.#end = ends.pop() ?? before;
    this.#pending = [...this.#pending, ...ends];
    return entries;
  }

  entries(): readonly JournalEntry[] {
    return [...this.#entries];
  }

  get sizeBytes(): number {
    return this.#end.bytes;
  }

  /** seq of the newest entry that is neither settled nor taken back; null without one */
  pendingSeq(): number | null {
    return this.#pending.length > 0 ? this.#end.seq : null;
  }

  /** The pending entries up to this one are in the database now. */
  settle(upTo: number): void {
    this.#pending = this.#pending.filter(({ seq }) => seq >= upTo);
  }

  /** The next pending entry's transaction was undone: removes it and all after it from the file. Needs no room on the disk. */
  takeBack(): void {
    const [before] = this.#pending;
    if (!before) return;
    this.#end = before;
    this.#pending = [];
    this.#entries = this.#entries.slice(0, before.count);
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
