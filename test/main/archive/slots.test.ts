import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSlots, readSlots, SLOT_CAPACITY, writeSlot } from '#archive/slots.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'desk-slots-'));
  file = path.join(dir, 'slots.bin');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Writes 'v<revision>' after whatever is newest. */
function writeNext(): string {
  const slot = readSlots(file);
  if (typeof slot === 'string') throw new Error(slot);
  const text = `v${slot.revision + 1n}`;
  writeSlot(file, slot.revision + 1n, Buffer.from(text));
  return text;
}

function readText(): string {
  const slot = readSlots(file);
  return typeof slot === 'string' ? slot : slot.payload.toString();
}

describe('two slots', () => {
  it('give what was written last', () => {
    expect(readText()).toBe('missing');
    createSlots(file, Buffer.from('v1'));
    expect(readText()).toBe('v1');
    for (let count = 0; count < 5; count += 1) expect(readText()).not.toBe(writeNext());
    expect(readText()).toBe('v6');
  });

  it('give the new or the old one when a write is torn anywhere, and can be written again', () => {
    createSlots(file, Buffer.from('v1'));
    writeNext();
    const before = readFileSync(file);
    writeNext();
    const after = readFileSync(file);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: after.length }), fc.boolean(), (at, isFirstPartNew) => {
        const [first, second] = isFirstPartNew ? [after, before] : [before, after];
        writeFileSync(file, Buffer.concat([first.subarray(0, at), second.subarray(at)]));
        if (!['v2', 'v3'].includes(readText())) return false;
        return writeNext() === readText();
      }),
    );
  });

  it('keep the old one when the very first write after creation is torn', () => {
    createSlots(file, Buffer.from('v1'));
    const before = readFileSync(file);
    writeNext();
    const after = readFileSync(file);
    const torn = Buffer.from(before.map((byte, at) => (byte === after[at] ? byte : 0xee)));
    writeFileSync(file, torn);
    expect(readText()).toBe('v1');
  });

  it('say so when neither can be read', () => {
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(100), Buffer.alloc(8192), Buffer.alloc(8192, 255)]) {
      writeFileSync(file, bytes);
      expect(readText()).toBe('damaged');
    }
  });

  it('take no more than fits', () => {
    createSlots(file, Buffer.alloc(SLOT_CAPACITY, 1));
    expect(readText()).toHaveLength(SLOT_CAPACITY);
    expect(() => writeSlot(file, 2n, Buffer.alloc(SLOT_CAPACITY + 1))).toThrow(RangeError);
  });
});
