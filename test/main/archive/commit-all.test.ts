/** Many acts with one sync: each is its own, none is lost or done twice wherever it breaks off. */
import { copyFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive, JournalEntry } from '#archive/archive.ts';
import { DiskFullError } from '#archive/db.ts';
import { archiveFiles } from '#archive/open.ts';
import {
  applyDecision,
  crashImage,
  decide,
  newDecided,
  openImage,
  remove,
  type Decided,
} from '../../support/decided-archive.ts';

type Image = ReturnType<typeof crashImage>;

let decided: Decided;
const images: Image[] = [];
beforeEach(() => {
  decided = newDecided();
});
afterEach(() => {
  decided.archive.close();
  remove(decided.dir, ...images.splice(0).map(({ dir }) => dir));
});

const acts = (...ids: readonly string[]) => ids.map((id) => ({ kind: 'decision', payload: { id } }));
const idOf = ({ payload }: JournalEntry): string => (payload as { id: string }).id;

/** As the desk applies an act: idempotent, with its audit entry. */
function apply(archive: Archive, entry: JournalEntry): void {
  applyDecision(archive, entry);
  archive.audit.record({ personId: 'p1', act: 'review.approve', subject: idOf(entry), detail: {} });
}

function idsIn(archive: Archive): readonly string[] {
  const rows = archive.db.prepare<{ key: string }>('SELECT key FROM setting ORDER BY rowid').all();
  return rows.map(({ key }) => key);
}

function takeImage(): Image {
  const image = crashImage(decided);
  images.push(image);
  return image;
}

/** Opens what a crash left, brings it up to its journal, and says what is in it then. */
function recovered(image: Image): Readonly<{ replayed: number; ids: readonly string[]; warnings: string[] }> {
  const warnings: string[] = [];
  const opened = openImage(image.dir, decided.keys, warnings);
  if (!opened.ok) throw new Error(`${opened.error.code} ${opened.error.message}`);
  const archive = opened.value;
  try {
    const replayed = archive.needsReplay ? archive.replay((entry) => apply(archive, entry)) : 0;
    expect(archive.audit.firstBroken()).toBeNull();
    return { replayed, ids: idsIn(archive), warnings };
  } finally {
    archive.close();
  }
}

function synchronous(): unknown {
  return decided.archive.db.prepare('PRAGMA synchronous').get();
}

describe('acts committed together', () => {
  it('are all kept, in order, one transaction and one audit entry each, and the anchor vouches for them', () => {
    decide(decided.archive, 'before');
    let commits = 0;
    const outcomes = decided.archive.commitAll(acts('a', 'b', 'c'), (entry) => {
      expect(idsIn(decided.archive)).toHaveLength(1 + commits);
      commits += 1;
      apply(decided.archive, entry);
    });
    decide(decided.archive, 'after');
    expect(outcomes).toEqual([null, null, null]);
    expect(idsIn(decided.archive)).toEqual(['before', 'a', 'b', 'c', 'after']);
    expect(decided.archive.audit.firstBroken()).toBeNull();
    expect(recovered(takeImage())).toEqual({ replayed: 0, ids: ['before', 'a', 'b', 'c', 'after'], warnings: [] });
  });

  it('leave the database syncing every commit again, also when one failed', () => {
    const full = synchronous();
    decided.archive.commitAll(acts('a', 'b', 'c'), (entry) => {
      if (idOf(entry) === 'b') throw new Error('a bug');
      apply(decided.archive, entry);
    });
    expect(full).toEqual({ synchronous: 2 });
    expect(synchronous()).toEqual(full);
  });

  it('of none write nothing', () => {
    const before = readFileSync(takeImage().files.journal);
    expect(decided.archive.commitAll([], () => undefined)).toEqual([]);
    expect(readFileSync(takeImage().files.journal).equals(before)).toBe(true);
  });

  it('wait for the replay as single ones do', () => {
    decided.archive.journal.append('decision', { id: 'a' });
    const opened = openImage(takeImage().dir, decided.keys);
    if (!opened.ok) throw new Error(opened.error.code);
    expect(() => opened.value.commitAll(acts('b'), () => undefined)).toThrow('replay');
    opened.value.close();
  });
});

describe('slices in quick succession', () => {
  const commit = (...ids: readonly string[]): void =>
    void decided.archive.commitAll(acts(...ids), (entry) => apply(decided.archive, entry));

  it('sync the journal only; the next commit syncs what was before it, and the anchor moves then', () => {
    const before = readFileSync(archiveFiles(decided.dir).anchor);
    decided.archive.deferring(() => {
      commit('a', 'b');
      expect(synchronous()).toEqual({ synchronous: 1 });
      commit('c');
    });
    expect(synchronous()).toEqual({ synchronous: 2 });
    expect(readFileSync(archiveFiles(decided.dir).anchor).equals(before)).toBe(true);
    commit('d');
    expect(readFileSync(archiveFiles(decided.dir).anchor).equals(before)).toBe(false);
    expect(recovered(takeImage())).toEqual({ replayed: 0, ids: ['a', 'b', 'c', 'd'], warnings: [] });
  });

  it('lose no act when the power fails before that commit', () => {
    decide(decided.archive, 'before');
    const early = takeImage();
    decided.archive.deferring(() => {
      commit('a', 'b');
      commit('c');
    });
    const late = takeImage();
    copyFileSync(`${early.files.database}-wal`, `${late.files.database}-wal`);
    expect(recovered(late)).toEqual({ replayed: 3, ids: ['before', 'a', 'b', 'c'], warnings: [] });
  });

  it('end with what they rest on, whatever is thrown within', () => {
    expect(() =>
      decided.archive.deferring(() => {
        throw new Error('a bug');
      }),
    ).toThrow('a bug');
    expect(synchronous()).toEqual({ synchronous: 2 });
    expect(decided.archive.db.prepare('PRAGMA wal_autocheckpoint').get()).toEqual({ wal_autocheckpoint: 200 });
  });
});

describe('one that fails', () => {
  it('is undone alone: those before and after it stand, and the journal knows nothing of it', () => {
    const outcomes = decided.archive.commitAll(acts('a', 'b', 'c', 'd'), (entry) => {
      apply(decided.archive, entry);
      if (idOf(entry) === 'b') throw new Error('a bug');
    });
    expect(outcomes.map((outcome) => outcome?.message ?? null)).toEqual([null, 'a bug', null, null]);
    expect(idsIn(decided.archive)).toEqual(['a', 'c', 'd']);
    expect(decided.archive.journal.entries().map(idOf)).toEqual(['a', 'c', 'd']);
    expect(recovered(takeImage())).toMatchObject({ replayed: 0, ids: ['a', 'c', 'd'] });
  });

  it('for want of room is the end of all that follow; those before it stand', () => {
    const full = new DiskFullError(null);
    const outcomes = decided.archive.commitAll(acts('a', 'b', 'c'), (entry) => {
      if (idOf(entry) === 'b') throw full;
      apply(decided.archive, entry);
    });
    expect(outcomes).toEqual([null, full, full]);
    expect(decided.archive.journal.entries().map(idOf)).toEqual(['a']);
    decide(decided.archive, 'later');
    expect(recovered(takeImage())).toMatchObject({ replayed: 0, ids: ['a', 'later'], warnings: [] });
  });
});

describe('a crash', () => {
  it('between two of them loses none: the journal has them all, the database those before', () => {
    let image: Image | undefined;
    decided.archive.commitAll(acts('a', 'b', 'c', 'd'), (entry) => {
      if (idOf(entry) === 'c') image = takeImage();
      apply(decided.archive, entry);
    });
    expect(recovered(image ?? takeImage())).toEqual({ replayed: 2, ids: ['a', 'b', 'c', 'd'], warnings: [] });
  });

  it('before the database was synced: its log goes back, the journal brings everything, and nobody speaks of an older file', () => {
    decide(decided.archive, 'before');
    const early = takeImage();
    decided.archive.commitAll(acts('a', 'b', 'c'), (entry) => apply(decided.archive, entry));
    const late = takeImage();
    const log = `${early.files.database}-wal`;
    copyFileSync(log, `${late.files.database}-wal`);
    copyFileSync(early.files.anchor, late.files.anchor);
    expect(recovered(late)).toEqual({ replayed: 3, ids: ['before', 'a', 'b', 'c'], warnings: [] });
  });

  it('before the anchor moved: it vouches for less, and everything is there', () => {
    decide(decided.archive, 'before');
    const early = takeImage();
    decided.archive.commitAll(acts('a', 'b', 'c'), (entry) => apply(decided.archive, entry));
    const late = takeImage();
    copyFileSync(early.files.anchor, late.files.anchor);
    expect(recovered(late)).toEqual({ replayed: 0, ids: ['before', 'a', 'b', 'c'], warnings: [] });
  });

  it('that tears the journal within them: none of those after the tear was ever said to be kept', () => {
    const early = takeImage();
    decided.archive.commitAll(acts('a', 'b', 'c'), (entry) => apply(decided.archive, entry));
    const late = takeImage();
    const whole = readFileSync(late.files.journal);
    const start = readFileSync(early.files.journal).length;
    const perEntry = (whole.length - start) / 3;
    const image = takeImage();
    copyFileSync(early.files.database, image.files.database);
    const log = `${early.files.database}-wal`;
    if (existsSync(log)) copyFileSync(log, `${image.files.database}-wal`);
    copyFileSync(early.files.anchor, image.files.anchor);
    truncateSync(image.files.journal, start + Math.floor(perEntry * 1.5));
    expect(recovered(image)).toMatchObject({ replayed: 1, ids: ['a'] });
  });

  it('anywhere, with any of them failing: each that was kept is there once, in order', () => {
    const plan = fc.record({
      groups: fc.array(fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
      crashAt: fc.nat({ max: 20 }),
    });
    fc.assert(
      fc.property(plan, ({ groups, crashAt }) => {
        const run = newDecided();
        const kept: string[] = [];
        /** in the journal, not yet in the database, when the crash came */
        let image: Image | undefined;
        let due: readonly string[] = [];
        let step = 0;
        groups.forEach((group, number) => {
          const ids = group.map((_, index) => `g${number}-${index}`);
          const fails = new Set(ids.filter((_, index) => group[index]));
          const outcomes = run.archive.commitAll(acts(...ids), (entry) => {
            step += 1;
            if (step === crashAt) {
              image = crashImage(run);
              due = run.archive.journal.entries().map(idOf);
            }
            apply(run.archive, entry);
            if (fails.has(idOf(entry))) throw new Error('a bug');
          });
          expect(outcomes.map((outcome) => outcome === null)).toEqual(group.map((doesFail) => !doesFail));
          kept.push(...ids.filter((id) => !fails.has(id)));
        });
        try {
          expect(idsIn(run.archive)).toEqual(kept);
          expect(run.archive.journal.entries().map(idOf)).toEqual(kept);
          if (!image) return;
          const opened = openImage(image.dir, run.keys);
          if (!opened.ok) throw new Error(opened.error.code);
          opened.value.replay((entry) => apply(opened.value, entry));
          expect(idsIn(opened.value)).toEqual(due);
          expect(opened.value.audit.firstBroken()).toBeNull();
          opened.value.close();
        } finally {
          run.archive.close();
          remove(run.dir, ...(image ? [image.dir] : []));
        }
      }),
      { numRuns: 40 },
    );
  });
});
