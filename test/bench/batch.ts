/**
 * 1,000 approvals by one batch on a real archive with journal, audit chain and anchor: how long they take, what
 * one of them costs, and how long anything else would have had to wait. Compared with deciding one by one.
 */
import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Application } from '#model/application.ts';
import { look, openBatchBench, OPINION, shown, started, type BatchBench } from '../support/batch-bench.ts';
import { expectOk } from '../support/desk-client.ts';
import { makeApprovable, openReviewBench } from '../support/review-bench.ts';
import type { BenchResult } from './results.ts';
import { quantile, round } from './statistics.ts';

const APPROVALS = 1_000;
const SINGLES = 200;
const TOTAL_GOAL_S = 3;
const ACT_P50_GOAL_MS = 3;
const ACT_P95_GOAL_MS = 6;
/** a slice, so that a keystroke and an answer to it never wait for a second one */
const SLICE_GOAL_MS = 15;
/** what a person takes for at once */
const LONGEST_GOAL_MS = 100;

export async function batchBench(): Promise<readonly BenchResult[]> {
  const desk = openBatchBench(openReviewBench(), () => performance.now());
  try {
    const applications = fill(desk, APPROVALS + SINGLES);
    const singles = measureSingles(desk, applications.slice(0, SINGLES));
    const batch = await measureBatch(desk, applications.slice(SINGLES));
    return [
      {
        metric: 'approved',
        value: batch.done,
        unit: 'acts',
        peer: null,
        goal: APPROVALS,
        holds: batch.done === APPROVALS,
      },
      atMost('1,000 approvals', batch.totalMs / 1000, 's', TOTAL_GOAL_S, (mean(singles) * APPROVALS) / 1000),
      atMost('an approval, p50', quantile(batch.acts, 0.5), 'ms', ACT_P50_GOAL_MS, quantile(singles, 0.5)),
      atMost('an approval, p95', quantile(batch.acts, 0.95), 'ms', ACT_P95_GOAL_MS, quantile(singles, 0.95)),
      atMost('the event loop blocked, p50', quantile(batch.blocked, 0.5), 'ms', SLICE_GOAL_MS, null),
      atMost('the event loop blocked, longest', Math.max(...batch.blocked), 'ms', LONGEST_GOAL_MS, null),
    ];
  } finally {
    desk.dispose();
  }
}

function atMost(metric: string, value: number, unit: string, goal: number, peer: number | null): BenchResult {
  return { metric, value: round(value), unit, peer: peer === null ? null : round(peer), goal, holds: value <= goal };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function fill({ bench }: BatchBench, count: number): readonly Application[] {
  const applications = Array.from({ length: count }, () => makeApprovable());
  for (let from = 0; from < count; from += 100) bench.arrive(...applications.slice(from, from + 100));
  look(bench, ...applications);
  return applications;
}

function measureSingles({ bench }: BatchBench, applications: readonly Application[]): number[] {
  return applications.map(({ id, version }) => {
    const began = performance.now();
    const input = {
      commandId: randomUUID(),
      applicationId: id,
      version,
      decision: 'approve',
      opinion: OPINION,
    } as const;
    expectOk(bench.review.decide({ ...input, lastChanceConfirmed: false }));
    return performance.now() - began;
  });
}

/** `acts`: each one's share of its slice; `blocked`: how long each turn of the event loop took. In ms. */
async function measureBatch(desk: BatchBench, applications: readonly Application[]) {
  const acts: number[] = [];
  const blocked: number[] = [];
  let acted = 0;
  let isOver = false;
  desk.hooks.beforeCommit = () => void (acted += 1);
  const began = performance.now();
  const batchId = await started(desk, { ids: applications.map(({ id }) => id) });
  while (!isOver) {
    const turned = performance.now();
    const before = acted;
    await nextTurn();
    const tookMs = performance.now() - turned;
    blocked.push(tookMs);
    acts.push(...Array<number>(acted - before).fill(tookMs / (acted - before)));
    const last = desk.bench.events.at(-1);
    isOver = last?.name === 'batch.progress' && (last.payload as { isOver: boolean }).isOver;
  }
  const totalMs = performance.now() - began;
  return { acts, blocked, totalMs, done: shown(desk, batchId).summary.done };
}
