/**
 * How `decisions.jnl` lies on disk. A record is u32 length ‖ sealed JSON ‖ u32 CRC; every record is sealed
 * together with the tag of the one before it, so none can be cut out or moved. The first record is the
 * base: it holds only the seq after which the entries of this file begin.
 */
import { crc32 } from 'node:zlib';
import type { JournalEntry } from './archive.ts';
import { seal, SEAL_SIZE, TAG_SIZE, unseal } from './sealed.ts';

const LENGTH_SIZE = 4;
const CRC_SIZE = 4;
export const BASE_KIND = 'journal.base';
/** bytes; a decision is about 1 kB, so anything near this is a broken length */
const MAX_RECORD = 4 * 1024 * 1024;

export type JournalKey = Readonly<{ key: Uint8Array; installationId: string }>;
export type JournalRecord = Readonly<{ bytes: Buffer; tag: Buffer }>;
export type Parsed = Readonly<{
  /** null when not even the base can be read */
  base: number | null;
  entries: readonly JournalEntry[];
  /** where the readable part ends */
  goodBytes: number;
  /** the tag that the next record must follow */
  lastTag: Buffer;
}>;

export const NO_TAG = Buffer.alloc(TAG_SIZE);

export function makeRecord({ key, installationId }: JournalKey, entry: JournalEntry, tagBefore: Buffer): JournalRecord {
  const sealed = seal(key, Buffer.from(JSON.stringify(entry), 'utf8'), contextOf(installationId, tagBefore));
  if (sealed.length > MAX_RECORD) throw new RangeError('journal entry too large');
  const bytes = Buffer.alloc(LENGTH_SIZE + sealed.length + CRC_SIZE);
  bytes.writeUInt32BE(sealed.length, 0);
  sealed.copy(bytes, LENGTH_SIZE);
  bytes.writeUInt32BE(crc32(bytes.subarray(0, LENGTH_SIZE + sealed.length)), LENGTH_SIZE + sealed.length);
  return { bytes, tag: tagOf(sealed) };
}

/** Reads as far as everything fits; whatever follows is left to the caller to judge. */
export function parseJournal(bytes: Buffer, journalKey: JournalKey): Parsed {
  const entries: JournalEntry[] = [];
  let base: number | null = null;
  let goodBytes = 0;
  let lastTag: Buffer = NO_TAG;
  for (;;) {
    const found = parseRecord(bytes.subarray(goodBytes), journalKey, lastTag);
    if (!found) break;
    if (base === null) {
      if (found.entry.kind !== BASE_KIND) break;
      base = found.entry.seq;
    } else {
      if (found.entry.seq <= (entries.at(-1)?.seq ?? base)) break;
      entries.push(found.entry);
    }
    goodBytes += found.size;
    lastTag = found.tag;
  }
  return { base, entries, goodBytes, lastTag };
}

function parseRecord(
  bytes: Buffer,
  { key, installationId }: JournalKey,
  tagBefore: Buffer,
): Readonly<{ entry: JournalEntry; size: number; tag: Buffer }> | null {
  if (bytes.length < LENGTH_SIZE + SEAL_SIZE + CRC_SIZE) return null;
  const length = bytes.readUInt32BE(0);
  const size = LENGTH_SIZE + length + CRC_SIZE;
  if (length < SEAL_SIZE || length > MAX_RECORD || bytes.length < size) return null;
  if (crc32(bytes.subarray(0, LENGTH_SIZE + length)) !== bytes.readUInt32BE(LENGTH_SIZE + length)) return null;
  const sealed = bytes.subarray(LENGTH_SIZE, LENGTH_SIZE + length);
  const plain = unseal(key, sealed, contextOf(installationId, tagBefore));
  return plain && { entry: JSON.parse(plain.toString('utf8')) as JournalEntry, size, tag: tagOf(sealed) };
}

function contextOf(installationId: string, tagBefore: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`journal 1 ${installationId} `, 'utf8'), tagBefore]);
}

function tagOf(sealed: Buffer): Buffer {
  return Buffer.from(sealed.subarray(sealed.length - TAG_SIZE));
}
