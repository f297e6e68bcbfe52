/** Wherever a batch is broken off, going on gives the same end: no act twice, none lost (ux 2.1 「接着办」). */
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decisionsOn } from '#core/outbox/outbox.service.ts';
import type { Application } from '#model/application.ts';
import {
  ended,
  fates,
  look,
  openBatchBench,
  shown,
  started,
  takeImage,
  type BatchBench,
  type Image,
} from '../../../support/batch-bench.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { makeApprovable } from '../../../support/review-bench.ts';

const ROWS = 50;

/** Every seventh has not been looked at, every eleventh has an objection. */
function fill({ bench }: BatchBench): readonly Application[] {
  const applications = Array.from({ length: ROWS }, (_, i) => {
    const made = makeApprovable();
    return i % 11 === 10 && made.publicity ? { ...made, publicity: { ...made.publicity, openObjections: 1 } } : made;
  });
  bench.arrive(...applications);
  look(bench, ...applications.filter((_, i) => i % 7 !== 6));
  return applications;
}
const EXPECTED = Array.from({ length: ROWS }, (_, i) => {
  if (i % 11 === 10) return 'objection-open';
  return i % 7 === 6 ? 'not-fully-seen' : 'done';
});

async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await nextTurn();
}

/** One way in which a batch comes to rest before its end; the desk with which it goes on. */
type Break = Readonly<{ kind: 'pause' | 'lock' | 'crash' | 'crash-in-act'; after: number }>;

async function breakOff(desk: BatchBench, batchId: string, { kind, after }: Break): Promise<BatchBench> {
  if (kind === 'crash-in-act') return crashInAct(desk, batchId, after);
  await turns(after % 6);
  if (kind === 'lock') return desk.relock();
  if (kind === 'crash') return desk.crash();
  expectOk(desk.batches.pause(batchId));
  return desk;
}

/** The journal has the acts of the slice by then, the database some of them. */
async function crashInAct(desk: BatchBench, batchId: string, after: number): Promise<BatchBench> {
  let acts = 0;
  const taken: Image[] = [];
  desk.hooks.beforeCommit = () => {
    acts += 1;
    if (acts === after) taken.push(takeImage(desk.bench.temp.dir));
  };
  while (taken.length === 0 && shown(desk, batchId).summary.state === 'running') await nextTurn();
  return desk.crash(taken[0]);
}

describe('a batch that was broken off', () => {
  const breaks = fc.array(
    fc.record({
      kind: fc.constantFrom<Break['kind']>('pause', 'lock', 'crash', 'crash-in-act'),
      after: fc.integer({ min: 1, max: 45 }),
    }),
    { maxLength: 5 },
  );

  it('ends as one that was not, at whatever row and however often that happened', async () => {
    await fc.assert(
      fc.asyncProperty(breaks, async (plan) => {
        let desk = openBatchBench();
        try {
          const applications = fill(desk);
          const batchId = await started(desk, { ids: applications.map(({ id }) => id) });
          for (const one of plan) {
            desk = await breakOff(desk, batchId, one);
            const { state } = shown(desk, batchId).summary;
            if (state === 'done') break;
            expect(['paused', 'interrupted']).toContain(state);
            expectOk(desk.batches.resume(batchId));
          }
          const result = await ended(desk, batchId);
          expect(fates(result)).toEqual(EXPECTED);
          const { db, archive } = desk.bench.temp;
          const decided = applications.map(({ id }) => decisionsOn(db, id, desk.bench.clock.now()).length);
          expect(decided).toEqual(EXPECTED.map((fate) => (fate === 'done' ? 1 : 0)));
          expect(archive.audit.firstBroken()).toBeNull();
          expect(desk.bugs).toEqual([]);
        } finally {
          desk.dispose();
        }
      }),
      { numRuns: 15 },
    );
  }, 240_000);

  it('is interrupted after locking and after a crash, and waits until somebody goes on with it', async () => {
    let desk = openBatchBench();
    const applications = fill(desk);
    const batchId = await started(desk, { ids: applications.map(({ id }) => id) });
    await turns(1);
    desk = await desk.relock();
    expect(shown(desk, batchId).summary.state).toBe('interrupted');
    expectOk(desk.batches.resume(batchId));
    await turns(1);
    desk = desk.crash();
    const { summary } = shown(desk, batchId);
    expect(summary.state).toBe('interrupted');
    await turns(3);
    expect(shown(desk, batchId).summary).toEqual(summary);
    expectOk(desk.batches.stop(batchId));
    expect(shown(desk, batchId).summary.state).toBe('stopped');
    desk.dispose();
  });

  it('is done by whoever goes on with it', async () => {
    let desk = openBatchBench();
    const applications = fill(desk);
    const batchId = await started(desk, { ids: applications.map(({ id }) => id) });
    desk = await desk.relock();
    expect(shown(desk, batchId).summary.done).toBe(0);
    expectOk(desk.batches.resume(batchId));
    await ended(desk, batchId);
    expect(shown(desk, batchId).summary.createdBy).toBe('李敏');
    desk.dispose();
  });
});
