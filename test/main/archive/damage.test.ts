import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Archive } from '#archive/archive.ts';
import {
  applyDecision,
  countDecisions,
  crashImage,
  decide,
  decideMany,
  newDecided,
  openImage,
  remove,
  type Decided,
} from '../../support/decided-archive.ts';

const DECISIONS = 40;
/** so many that the log has been moved into the file once, and holds more since */
let decided: Decided;
let early: ReturnType<typeof crashImage>;
let crashed: ReturnType<typeof crashImage>;
let closed: ReturnType<typeof crashImage>;

beforeAll(() => {
  decided = newDecided();
  decideMany(decided.archive, 1, 20);
  decided.archive.checkpoint();
  early = crashImage(decided);
  decideMany(decided.archive, 21, DECISIONS);
  crashed = crashImage(decided);
  decided.archive.close();
  closed = crashImage(decided);
});
afterAll(() => remove(decided.dir, early.dir, crashed.dir, closed.dir));

type Image = ReturnType<typeof crashImage>;

/** Works on a copy, which is removed afterwards. */
function withCopy<T>(image: Image, work: (copy: Image) => T): T {
  const copy = crashImage({ ...decided, dir: image.dir });
  try {
    return work(copy);
  } finally {
    remove(copy.dir);
  }
}

function withOpened(copy: Image, work: (archive: Archive) => void): void {
  const opened = openImage(copy.dir, decided.keys);
  if (!opened.ok) throw new Error(`${opened.error.code} ${opened.error.message}`);
  try {
    work(opened.value);
  } finally {
    opened.value.close();
  }
}

function expectDamaged(copy: Image, reason: string): void {
  expect(openImage(copy.dir, decided.keys)).toMatchObject({ error: { code: 'damaged', details: { reason } } });
}

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
}

function zeroEnd(bytes: Buffer, count: number): Buffer {
  return bytes.fill(0, bytes.length - count);
}

const wal = (copy: Image): string => `${copy.files.database}-wal`;

/** sync-security.md §6.4: with every one of these SQLite opens and finds nothing wrong */
const LOG_DAMAGE: readonly (readonly [string, (file: string) => void])[] = [
  ['cut in the middle of a frame', (file) => truncateSync(file, Math.floor(readFileSync(file).length / 2) + 77)],
  ['one bit flipped in the middle', (file) => flip(file, Math.floor(readFileSync(file).length / 2))],
  ['its end zeroed', (file) => writeFileSync(file, zeroEnd(readFileSync(file), 20_000))],
  ['missing', (file) => rmSync(file)],
  ['empty', (file) => truncateSync(file, 0)],
  ['its header flipped', (file) => flip(file, 18)],
];

describe('a crash', () => {
  it('loses nothing', () => {
    withCopy(crashed, (copy) =>
      withOpened(copy, (archive) => {
        expect(archive.needsReplay).toBe(false);
        expect(countDecisions(archive)).toBe(DECISIONS);
        expect(archive.audit.firstBroken()).toBeNull();
      }),
    );
  });

  it('between journal and transaction is made good by a replay', () => {
    const one = newDecided();
    one.archive.journal.append('decision', { id: 'last' });
    const image = crashImage(one);
    one.archive.close();
    const opened = openImage(image.dir, one.keys);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(opened.value.needsReplay).toBe(true);
    expect(() => opened.value.journal.append('decision', {})).toThrow('replay');
    expect(opened.value.replay((entry) => applyDecision(opened.value, entry))).toBe(1);
    expect(countDecisions(opened.value)).toBe(1);
    decide(opened.value, 'next');
    expect(opened.value.journal.entries().map(({ seq }) => seq)).toEqual([1, 2]);
    opened.value.close();
    const again = openImage(image.dir, one.keys);
    expect(again.ok && again.value.needsReplay).toBe(false);
    if (again.ok) again.value.close();
    remove(one.dir, image.dir);
  });
});

describe('a log that was damaged', () => {
  it.each(LOG_DAMAGE)('%s: every decision comes back from the journal, and the loss is on record', (_, damage) => {
    withCopy(crashed, (copy) => {
      expect(existsSync(wal(copy))).toBe(true);
      damage(wal(copy));
      const warnings: string[] = [];
      const opened = openImage(copy.dir, decided.keys, warnings);
      if (!opened.ok) throw new Error(`${opened.error.code} ${opened.error.message}`);
      const archive = opened.value;
      expect(countDecisions(archive)).toBeLessThan(DECISIONS);
      expect(archive.needsReplay).toBe(true);
      expect(warnings).toContain('archive.rolled-back');
      archive.replay((entry) => applyDecision(archive, entry));
      expect(countDecisions(archive)).toBe(DECISIONS);
      expect(archive.audit.firstBroken()).toBeNull();
      expect(archive.db.prepare(`SELECT act FROM audit ORDER BY seq DESC LIMIT 1`).get()).toEqual({
        act: 'archive.rolled-back',
      });
      archive.close();
      withOpened(copy, (again) => {
        expect(again.needsReplay).toBe(false);
        expect(countDecisions(again)).toBe(DECISIONS);
      });
    });
  });
});

describe('a database file that was damaged', () => {
  it.each([
    ['cut to nothing', (file: string) => truncateSync(file, 0), 'database-short'],
    ['cut to 100 bytes', (file: string) => truncateSync(file, 100), 'database-short'],
    ['cut to one page', (file: string) => truncateSync(file, 4096), 'database-corrupt'],
    [
      'cut to half',
      (file: string) => truncateSync(file, Math.floor(readFileSync(file).length / 8192) * 4096),
      'database-corrupt',
    ],
    ['zeroed', (file: string) => writeFileSync(file, readFileSync(file).fill(0)), 'database-unreadable'],
    [
      'its first page zeroed',
      (file: string) => writeFileSync(file, readFileSync(file).fill(0, 0, 4096)),
      'database-unreadable',
    ],
    ['text', (file: string) => writeFileSync(file, '职称'.repeat(5000)), 'database-unreadable'],
  ])('%s is named, and the file is left as it is', (_, damage, reason) => {
    withCopy(closed, (copy) => {
      damage(copy.files.database);
      const before = readFileSync(copy.files.database);
      const opened = openImage(copy.dir, decided.keys);
      expect(opened).toMatchObject({ error: { code: 'damaged' } });
      if (!opened.ok) expect([reason, 'database-unreadable']).toContain(opened.error.details?.['reason']);
      expect(readFileSync(copy.files.database).equals(before)).toBe(true);
    });
  });

  it('by single bits is found or harmless wherever they are', () => {
    const size = readFileSync(closed.files.database).length;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: size - 1 }), (at) =>
        withCopy(closed, (copy) => {
          flip(copy.files.database, at);
          const opened = openImage(copy.dir, decided.keys);
          if (!opened.ok) return opened.error.code === 'damaged';
          const isWhole = countDecisions(opened.value) === DECISIONS && opened.value.audit.firstBroken() === null;
          opened.value.close();
          return isWhole;
        }),
      ),
      { numRuns: 30 },
    );
  });

  it('by an older copy put in its place is brought forward by the journal', () => {
    withCopy(closed, (copy) => {
      copyFileSync(early.files.database, copy.files.database);
      withOpened(copy, (archive) => {
        expect(countDecisions(archive)).toBe(20);
        expect(archive.needsReplay).toBe(true);
        expect(archive.replay((entry) => applyDecision(archive, entry))).toBe(DECISIONS - 20);
        expect(countDecisions(archive)).toBe(DECISIONS);
      });
    });
  });

  it('by an older copy is refused when the journal does not reach far enough', () => {
    withCopy(closed, (copy) => {
      copyFileSync(early.files.database, copy.files.database);
      const journal = readFileSync(copy.files.journal);
      copyFileSync(early.files.journal, copy.files.journal);
      expectDamaged(copy, 'behind');
      rmSync(copy.files.journal);
      expectDamaged(copy, 'behind');
      writeFileSync(copy.files.journal, journal);
      withOpened(copy, (archive) => expect(archive.needsReplay).toBe(true));
    });
  });

  it('by an older copy is refused when the journal was begun anew after it', () => {
    withCopy(closed, (copy) => {
      withOpened(copy, (archive) => {
        archive.journal.append('decision', { id: 'large', opinion: 'x'.repeat(3 * 1024 * 1024) });
        archive.journal.append('decision', { id: 'large', opinion: 'x'.repeat(2 * 1024 * 1024) });
        archive.db.transaction(() => archive.db.exec('DELETE FROM draft'));
        archive.trimJournal();
        decide(archive, 'after');
        expect(archive.journal.entries()).toHaveLength(1);
      });
      copyFileSync(early.files.database, copy.files.database);
      expectDamaged(copy, 'behind');
    });
  });

  it('by an older copy is noticed also when the crash came before the anchor moved', () => {
    withCopy(closed, (copy) => {
      copyFileSync(early.files.anchor, copy.files.anchor);
      withOpened(copy, (archive) => expect(archive.needsReplay).toBe(false));
      copyFileSync(early.files.database, copy.files.database);
      rmSync(copy.files.journal);
      expectDamaged(copy, 'behind');
    });
  });

  it('by another archive of the same keys is refused as foreign', () => {
    withCopy(closed, (copy) => {
      const other = newDecided(decided.keys);
      decideMany(other.archive, 1, DECISIONS);
      other.archive.close();
      copyFileSync(path.join(other.dir, 'desk.db'), copy.files.database);
      expectDamaged(copy, 'foreign');
      remove(other.dir);
    });
  });

  it('by a copy that went its own way is refused as altered', () => {
    withCopy(early, (fork) => {
      withOpened(fork, (archive) => decideMany(archive, 121, 150));
      withCopy(closed, (copy) => {
        copyFileSync(fork.files.database, copy.files.database);
        expectDamaged(copy, 'altered');
      });
    });
  });
});

describe('an anchor', () => {
  it('that is missing or damaged in both places keeps the archive shut', () => {
    withCopy(closed, (copy) => {
      rmSync(copy.files.anchor);
      expectDamaged(copy, 'anchor-missing');
      writeFileSync(copy.files.anchor, Buffer.alloc(8192));
      expect(openImage(copy.dir, decided.keys)).toMatchObject({ error: { details: { reason: 'anchor-unreadable' } } });
    });
  });

  it.each([10, 4096 + 10])('is read from its other place when byte %i is damaged', (at) => {
    withCopy(closed, (copy) => {
      flip(copy.files.anchor, at);
      withOpened(copy, (archive) => {
        expect(archive.needsReplay).toBe(false);
        decide(archive, 'after');
      });
      withOpened(copy, (archive) => expect(countDecisions(archive)).toBe(DECISIONS + 1));
    });
  });
});

describe('a journal', () => {
  it.each([
    ['missing', (file: string) => rmSync(file)],
    ['cut', (file: string) => truncateSync(file, 1000)],
    ['cut within its base', (file: string) => truncateSync(file, 10)],
    ['flipped in the middle', (file: string) => flip(file, Math.floor(readFileSync(file).length / 2))],
  ])('that is %s is set aside and begun anew when the database has everything', (_, damage) => {
    withCopy(closed, (copy) => {
      damage(copy.files.journal);
      const warnings: string[] = [];
      const opened = openImage(copy.dir, decided.keys, warnings);
      if (!opened.ok) throw new Error(opened.error.code);
      expect(warnings).toEqual(['archive.journal-incomplete']);
      expect(opened.value.needsReplay).toBe(false);
      expect(countDecisions(opened.value)).toBe(DECISIONS);
      decide(opened.value, 'after');
      expect(opened.value.journal.entries().map(({ seq }) => seq)).toEqual([DECISIONS + 1]);
      opened.value.close();
      withOpened(copy, (archive) => expect(countDecisions(archive)).toBe(DECISIONS + 1));
    });
  });
});
