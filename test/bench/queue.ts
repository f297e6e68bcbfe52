/**
 * The queue with 20,000 applications: what one more typed character, opening and deciding cost in the
 * core, and how smoothly the list scrolls in a real browser.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expectOk } from '../support/desk-client.ts';
import { enrolSampleUnit, openRealDesk, type RealDesk } from '../support/real-desk.ts';
import { startCity } from '../city/city.ts';
import { atMost, type BenchResult } from './results.ts';
import { measureScrolling } from './scrolling.ts';
import { quantile, round } from './statistics.ts';

const SEARCHES = 120;
const OPENINGS = 200;
const DECISIONS = 100;
const SEARCH_GOAL_MS = 16;
const OPEN_GOAL_MS = 30;
const DECIDE_GOAL_MS = 25;
const FPS_GOAL = 50;

export async function queueBench(): Promise<readonly BenchResult[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-queue-'));
  try {
    const city = await startCity({ port: 0, dataDir: path.join(folder, 'city'), seed: 'large' });
    const real = await openRealDesk({ profile: path.join(folder, 'desk') });
    const pullStarted = performance.now();
    await enrolSampleUnit(real.api, city.url, { timeoutMs: 300_000 });
    const pullMs = performance.now() - pullStarted;
    // so that nothing of the network runs beside what is measured
    await city.close();

    const { total } = expectOk(await real.api.applications.list({ view: 'all', limit: 1 }));
    const search = await measureSearch(real);
    const open = await measureOpening(real);
    const decide = await measureDeciding(real);
    await real.desk.close();
    const fps = await measureScrolling(real.profile);
    return [
      { metric: 'rows', value: total, unit: 'applications', peer: null, goal: 20_000, holds: total >= 20_000 },
      atMost('pull everything', pullMs / 1000, 's', 120),
      atMost('search, one more character, p95', quantile(search, 0.95), 'ms', SEARCH_GOAL_MS),
      atMost('open an application, p95', quantile(open, 0.95), 'ms', OPEN_GOAL_MS),
      atMost('one decision, p95', quantile(decide, 0.95), 'ms', DECIDE_GOAL_MS),
      ...(fps === null
        ? []
        : [
            {
              metric: 'scrolling, median',
              value: round(fps),
              unit: 'fps',
              peer: null,
              goal: FPS_GOAL,
              holds: fps >= FPS_GOAL,
            },
          ]),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** People are looked for as they are: by name, by the last digits, by department; a character at a time. */
async function measureSearch({ api }: RealDesk): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < SEARCHES; i += 1) {
    const offset = Math.floor((i / SEARCHES) * 19_000);
    const { rows } = expectOk(await api.applications.list({ view: 'all', offset, limit: 1 }));
    const row = rows[0];
    if (!row) continue;
    const words = [row.name, row.department, 'zhang', 'lm', '0412'];
    const word = words[i % words.length] ?? row.name;
    for (let length = 1; length <= word.length; length += 1) {
      const search = word.slice(0, length);
      times.push(await timed(() => api.applications.list({ view: 'all', search, limit: 100 })));
    }
  }
  return times;
}

async function measureOpening({ api }: RealDesk): Promise<number[]> {
  const { ids } = expectOk(await api.applications.ids({ view: 'all' }));
  const times: number[] = [];
  for (let i = 0; i < OPENINGS; i += 1) {
    const id = ids[(i * 97) % ids.length] ?? '';
    times.push(await timed(() => api.applications.get({ id })));
  }
  return times;
}

async function measureDeciding({ api }: RealDesk): Promise<number[]> {
  const { rows } = expectOk(await api.applications.list({ view: 'to-review', limit: 500 }));
  const times: number[] = [];
  for (const { id, version } of rows.filter((row) => row.chancesLeft > 1).slice(0, DECISIONS)) {
    const input = {
      commandId: randomUUID(),
      applicationId: id,
      version,
      decision: 'return',
      opinion: '请补传2023年度考核表。',
    } as const;
    times.push(await timed(async () => expectOk(await api.review.decide(input))));
  }
  return times;
}
