/**
 * A small record kept in two fixed slots of one file, written in turn and in place: a torn write costs
 * the newer slot only, and a full disk cannot stop it, because the room is taken once.
 */
import { closeSync, constants, existsSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { replaceFile } from './files.ts';

/** bytes; one page of the disk, so that a slot is written whole or not at all on common hardware */
const SLOT_SIZE = 4096;
/** u32 crc ‖ u32 length ‖ u64 revision */
const HEADER_SIZE = 16;
export const SLOT_CAPACITY = SLOT_SIZE - HEADER_SIZE;

export type Slot = Readonly<{ revision: bigint; payload: Buffer }>;

/** The newest readable slot; 'missing' without a file, 'damaged' when neither slot can be read. */
export function readSlots(file: string): Slot | 'missing' | 'damaged' {
  if (!existsSync(file)) return 'missing';
  const bytes = readFileSync(file);
  const slots = [0, 1].map((index) => parseSlot(bytes.subarray(index * SLOT_SIZE, (index + 1) * SLOT_SIZE)));
  const readable = slots.filter((slot) => slot !== null);
  return readable.toSorted((a, b) => Number(b.revision - a.revision))[0] ?? 'damaged';
}

/** Both slots, fresh. */
export function createSlots(file: string, payload: Uint8Array): void {
  replaceFile(file, Buffer.concat([makeSlot(1n, payload), makeSlot(0n, payload)]));
}

/** Returns when the payload is on disk, in the slot that is not the newest. */
export function writeSlot(file: string, revision: bigint, payload: Uint8Array): void {
  const fd = openSync(file, constants.O_RDWR);
  try {
    writeSync(fd, makeSlot(revision, payload), 0, SLOT_SIZE, Number((revision + 1n) % 2n) * SLOT_SIZE);
    fdatasyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function makeSlot(revision: bigint, payload: Uint8Array): Buffer {
  if (payload.length > SLOT_CAPACITY) throw new RangeError('record does not fit its slot');
  const slot = Buffer.alloc(SLOT_SIZE);
  slot.writeUInt32BE(payload.length, 4);
  slot.writeBigUInt64BE(revision, 8);
  slot.set(payload, HEADER_SIZE);
  slot.writeUInt32BE(crc32(slot.subarray(4)), 0);
  return slot;
}

function parseSlot(slot: Buffer): Slot | null {
  if (slot.length < SLOT_SIZE || crc32(slot.subarray(4)) !== slot.readUInt32BE(0)) return null;
  const length = slot.readUInt32BE(4);
  if (length > SLOT_CAPACITY) return null;
  return { revision: slot.readBigUInt64BE(8), payload: Buffer.from(slot.subarray(HEADER_SIZE, HEADER_SIZE + length)) };
}
