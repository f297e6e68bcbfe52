/**
 * The checks on the large seed: what all findings of 20,000 applications cost and what those of one, then
 * the same anew from a real archive in the background, and how long the desk does not answer meanwhile.
 */
import { createCrossIndex, type Checks } from '#core/findings/findings.service.ts';
import { makeDigest, type Digest } from '#core/applications/digest.ts';
import type { Application } from '#model/application.ts';
import { beijingDateOf, plainDate, startOfDay } from '#model/beijing-time.ts';
import { specKey } from '../city/scans/spec.ts';
import { SAMPLE_UNIT } from '../city/seed/sample-unit.ts';
import { eachSampleApplication } from '../city/seed/seed.ts';
import { shippedChecks } from '../support/checks.ts';
import { enrolAt } from '../support/enrolment.ts';
import { openReviewBench, type ReviewBench } from '../support/review-bench.ts';
import { atMost, type BenchResult } from './results.ts';
import { quantile } from './statistics.ts';

const DAY = '2026-09-18';
const ALL_GOAL_S = 4;
const ONE_GOAL_MS = 1;
const ANEW_GOAL_S = 60;
const WAIT_GOAL_MS = 100;
const PAGE = 500;

export async function findingsBench(): Promise<readonly BenchResult[]> {
  let bench = openReviewBench();
  bench.clock.at = startOfDay(plainDate(DAY)) + 9 * 3_600_000;
  bench.clock.monotonic = () => performance.now();
  enrolAt(bench.temp.db, SAMPLE_UNIT);
  bench = bench.restart();
  try {
    const found = findAll(bench);
    fill(bench);
    bench.temp.db.prepare(`UPDATE application SET findings_key = 'of before'`).run();
    bench = bench.restart();
    const anew = await checkAnew(bench);
    const { count } = found;
    return [
      { ...atMost('rows', count, 'applications', 20_000), holds: count >= 20_000 },
      atMost('all findings, processor time', found.allMs / 1000, 's', ALL_GOAL_S),
      atMost('one application, p95', quantile(found.eachMs, 0.95), 'ms', ONE_GOAL_MS),
      atMost('all anew from an archive, in the background', anew.ms / 1000, 's', ANEW_GOAL_S),
      atMost('longest wait for an answer meanwhile', anew.longestWaitMs, 'ms', WAIT_GOAL_MS),
    ];
  } finally {
    bench.dispose();
  }
}

/** Page by page as they arrive; then what turns with the day and shows beside others. */
function findAll({ temp, clock }: ReviewBench) {
  const checks = shippedChecks(temp.db);
  const cross = createCrossIndex();
  const digests: Digest[] = [];
  const eachMs: number[] = [];
  let allMs = 0;
  for (const page of pages()) {
    allMs += ownTime(() => page.forEach((one) => eachMs.push(wallTime(() => checks.content(one)))));
    digests.push(...page.map(makeDigest));
  }
  allMs += ownTime(() => {
    for (const digest of digests) cross.set(digest);
    for (const digest of digests) {
      cross.findings(digest.id, checks.onBug);
      checks.standing(standingOf(digest, clock.now()));
    }
  });
  return { count: digests.length, allMs, eachMs };
}

function fill({ temp, applications }: ReviewBench): void {
  for (const page of pages()) temp.db.transaction(() => page.forEach((one) => applications.receive(one)));
}

function* pages(): Generator<readonly Application[]> {
  let page: Application[] = [];
  for (const one of eachSampleApplication('large', DAY, (spec) => ({ sha256: specKey(spec), sizeBytes: 1000 }))) {
    page.push(one);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  yield page;
}

function standingOf(digest: Digest, now: number): Parameters<Checks['standing']>[0] {
  const { chancesUsed } = digest;
  const isActionable = digest.state === 'unit-review';
  return { ...digest, isActionable, chancesLeft: 4 - chancesUsed, latestStart: null, now, today: beijingDateOf(now) };
}

/** As after an update with other rules; an immediate that waits its turn tells how long the desk was busy. */
async function checkAnew({
  applications,
  events,
}: ReviewBench): Promise<Readonly<{ ms: number; longestWaitMs: number }>> {
  const started = performance.now();
  let longestWaitMs = 0;
  let turn = started;
  applications.recheck();
  while (events.length === 0) {
    await new Promise((resolve) => setImmediate(resolve));
    longestWaitMs = Math.max(longestWaitMs, performance.now() - turn);
    turn = performance.now();
  }
  return { ms: performance.now() - started, longestWaitMs };
}

/** ms of this thread's own work: what else the machine does is not the rules' cost. For long work only: it is counted in ticks. */
function ownTime(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function wallTime(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
