/** The decision journal: acts are on disk here before the database hears of them. */
import { closeSync, constants, existsSync, fdatasyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { JournalEntry } from './archive.ts';
import { DiskFullError } from './db.ts';
import { isOutOfSpace } from './driver.ts';
import { replaceFile } from './files.ts';
import { BASE_KIND, makeRecord, NO_TAG, parseJournal, type JournalKey, type Parsed } from './journal-format.ts';

export type JournalFile = Readonly<{
  append(kind: string, payload: unknown): JournalEntry;
  entries(): readonly JournalEntry[];
  /** seq of the newest entry appended since the last `settle` or `takeBack`; null without one */
  pendingSeq(): number | null;
  /** The pending entries are in the database now. */
  settle(): void;
  /** The pending entries' transaction was undone: removes them from the file. Needs no room on the disk. */
  takeBack(): void;
  sizeBytes(): number;
  /** Starts the file anew after `base`; every entry up to it must be in the database. */
  restart(base: number): void;
  close(): void;
}>;

type JournalOptions = JournalKey & Readonly<{ file: string; now: () => number }>;

/** What is in the file, changing nothing; 'missing' without one. */
export function inspectJournal(file: string, key: JournalKey): (Parsed & Readonly<{ sizeBytes: number }>) | 'missing' {
  if (!existsSync(file)) return 'missing';
  const bytes = readFileSync(file);
  return { ...parseJournal(bytes, key), sizeBytes: bytes.length };
}

/** Makes an empty journal whose first entry will be `base + 1`. */
export function createJournalFile(file: string, key: JournalKey, base: number): void {
  replaceFile(file, makeRecord(key, { seq: base, at: 0, kind: BASE_KIND, payload: null }, NO_TAG).bytes);
}

/**
 * Opens for appending. Bytes after the last readable record are a torn append and are cut off; whoever
 * calls has made sure that nothing needed is among them. `atLeast`: new entries come after this seq.
 */
export function openJournalFile(options: JournalOptions, atLeast: number): JournalFile {
  const { file, now } = options;
  let fd = openSync(file, constants.O_RDWR);
  let parsed = parseJournal(readFileSync(file), options);
  if (parsed.base === null) throw new Error('journal without a readable base');
  let entries = [...parsed.entries];
  let end = parsed.goodBytes;
  let lastTag = parsed.lastTag;
  let lastSeq = Math.max(atLeast, entries.at(-1)?.seq ?? parsed.base);
  /** how it was before the first pending entry */
  let before: Readonly<{ count: number; end: number; lastTag: Buffer; lastSeq: number }> | null = null;

  function cut(): void {
    ftruncateSync(fd, end);
    fdatasyncSync(fd);
  }
  cut();

  return {
    append(kind, payload) {
      const entry: JournalEntry = { seq: lastSeq + 1, at: now(), kind, payload };
      const record = makeRecord(options, entry, lastTag);
      try {
        writeWhole(fd, record.bytes, end);
        fdatasyncSync(fd);
      } catch (error) {
        cut();
        throw isOutOfSpace(error) ? new DiskFullError(error) : error;
      }
      before ??= { count: entries.length, end, lastTag, lastSeq };
      entries.push(entry);
      end += record.bytes.length;
      lastTag = record.tag;
      lastSeq = entry.seq;
      return entry;
    },
    entries: () => [...entries],
    pendingSeq: () => (before ? lastSeq : null),
    settle() {
      before = null;
    },
    takeBack() {
      if (!before) return;
      entries = entries.slice(0, before.count);
      ({ end, lastTag, lastSeq } = before);
      before = null;
      cut();
    },
    sizeBytes: () => end,
    restart(base) {
      closeSync(fd);
      createJournalFile(file, options, base);
      fd = openSync(file, constants.O_RDWR);
      parsed = parseJournal(readFileSync(file), options);
      entries = [];
      end = parsed.goodBytes;
      lastTag = parsed.lastTag;
      lastSeq = Math.max(lastSeq, base);
    },
    close: () => closeSync(fd),
  };
}

/** `writeSync` may write less than asked when the disk fills up. */
function writeWhole(fd: number, bytes: Buffer, position: number): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(fd, bytes, written, bytes.length - written, position + written);
}
