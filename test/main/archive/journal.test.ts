import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJournalFile, inspectJournal, JournalFile } from '#archive/journal.ts';

let dir: string;
let file: string;
const key = { key: randomBytes(32), installationId: 'i1' };
const open = (): JournalFile => new JournalFile({ ...key, file, now: () => 7 }, 0);

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'desk-journal-'));
  file = path.join(dir, 'decisions.jnl');
  createJournalFile(file, key, 0);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function fill(count: number): void {
  const journal = open();
  for (let number = 1; number <= count; number += 1) {
    journal.settle(journal.append('decision', { number, opinion: '同意推荐。' }).seq);
  }
  journal.close();
}

/** seqs of what can be read, changing nothing */
function readable(): readonly number[] {
  const found = inspectJournal(file, key);
  return found === 'missing' ? [] : found.entries.map(({ seq }) => seq);
}

describe('the decision journal', () => {
  it('gives back every entry in order after opening again', () => {
    fill(3);
    const journal = open();
    expect(journal.entries()).toEqual(
      [1, 2, 3].map((number) => ({
        seq: number,
        at: 7,
        kind: 'decision',
        payload: { number, opinion: '同意推荐。' },
      })),
    );
    expect(journal.append('decision', null).seq).toBe(4);
    journal.close();
  });

  it('keeps the whole entries before a torn tail, wherever it is torn, and goes on after them', () => {
    fill(2);
    const twoEntries = readFileSync(file).length;
    fill(1);
    const whole = readFileSync(file);
    for (let length = twoEntries; length < whole.length; length += 1) {
      writeFileSync(file, whole.subarray(0, length));
      const journal = open();
      expect(journal.entries().map(({ seq }) => seq)).toEqual([1, 2]);
      expect(journal.append('decision', { again: length }).seq).toBe(3);
      journal.close();
      expect(readable()).toEqual([1, 2, 3]);
    }
    writeFileSync(file, whole);
    expect(readable()).toEqual([1, 2, 3]);
  });

  it('reads nothing beyond any byte that was changed', () => {
    fill(3);
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole);
      changed.writeUInt8(changed.readUInt8(at) ^ 0x10, at);
      writeFileSync(file, changed);
      const seqs = readable();
      expect(seqs.length).toBeLessThan(3);
      expect(seqs).toEqual([1, 2].slice(0, seqs.length));
    }
  });

  it('notices an entry that was cut out, moved or repeated', () => {
    const cuts = [readFileSync(file).length];
    for (let count = 1; count <= 3; count += 1) {
      fill(1);
      cuts.push(readFileSync(file).length);
    }
    const whole = readFileSync(file);
    const part = (index: number): Buffer => whole.subarray(cuts[index - 1] ?? 0, cuts[index]);
    const base = whole.subarray(0, cuts[0]);
    for (const [order, left] of [
      [[1, 3], [1]],
      [[2, 1, 3], []],
      [
        [1, 2, 2, 3],
        [1, 2],
      ],
      [[2, 3], []],
    ] as const) {
      writeFileSync(file, Buffer.concat([base, ...order.map((index) => part(index))]));
      expect(readable()).toEqual(left);
    }
  });

  it('cannot be read with another key or as another installation’s', () => {
    fill(1);
    expect(inspectJournal(file, { ...key, key: randomBytes(32) })).toMatchObject({ base: null, entries: [] });
    expect(inspectJournal(file, { ...key, installationId: 'i2' })).toMatchObject({ base: null, entries: [] });
  });

  it('takes back exactly the entries since the last settled one', () => {
    fill(1);
    const before = readFileSync(file);
    const journal = open();
    journal.append('decision', 'a');
    journal.append('decision', 'b');
    expect(journal.pendingSeq()).toBe(3);
    journal.takeBack();
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(journal.pendingSeq()).toBeNull();
    expect(journal.append('decision', 'c').seq).toBe(2);
    journal.close();
    expect(readable()).toEqual([1, 2]);
  });

  it('takes many at once, byte for byte as one by one, and settles them one by one', () => {
    const journal = open();
    const added = journal.appendAll([1, 2, 3].map((number) => ({ kind: 'decision', payload: { number } })));
    expect(added.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    journal.settle(1);
    expect([journal.pendingSeq(), readable()]).toEqual([3, [1, 2, 3]]);
    journal.settle(2);
    journal.takeBack();
    expect([journal.pendingSeq(), readable()]).toEqual([null, [1, 2]]);
    expect(journal.append('decision', null).seq).toBe(3);
    journal.close();
    expect(
      open()
        .entries()
        .map(({ payload }) => payload),
    ).toEqual([{ number: 1 }, { number: 2 }, null]);
  });

  it('counts on after a restart', () => {
    fill(3);
    const journal = open();
    journal.restart(3);
    expect(journal.entries()).toEqual([]);
    expect(journal.append('decision', 'next').seq).toBe(4);
    journal.close();
    expect(inspectJournal(file, key)).toMatchObject({ base: 3, entries: [{ seq: 4 }] });
  });
});
