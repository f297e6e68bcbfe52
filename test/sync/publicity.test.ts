/** A notice across National Day, made offline from the first day to the approval, and then handed in at once. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDesk, type Desk } from '#core/desk.ts';
import type { Client } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import type { Ports } from '#ports/index.ts';
import { startCity, type City } from '../city/city.ts';
import { EXPECTED_FINDINGS } from '../city/seed/expected-findings.ts';
import { SAMPLE_UNIT } from '../city/seed/sample-unit.ts';
import { expectOk, until } from '../support/desk-client.ts';
import { fakePorts, type FakePorts } from '../support/fake-ports.ts';
import { morningOf, NOTICE_FACTS } from '../support/notices.ts';
import { FORM } from '../support/opinion-form.ts';
import { clientOf, enrolSampleUnit } from '../support/real-desk.ts';
import { cityApplications, tellCity } from './city-admin.ts';

const PEOPLE = 12;
const DAY_MS = 86_400_000;
const SEEDED_ON = '2026-09-18';
const POSTED_ON = '2026-09-30';
const ENDS_ON = '2026-10-13';
const DECIDED_ON = '2026-10-14';

let dataDir: string;
let city: City;
let base: FakePorts;
let desk: Desk;
let api: Client<AppContract>;
let isOnline = true;
/** what the computer's clock is ahead of the machine's */
let aheadMs = 0;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'city-'));
  city = await startCity({ port: 0, dataDir, seed: 'small', scans: 'few', now: morningOf(SEEDED_ON) });
  await tellCity(city, 'clock', { advanceMs: morningOf(POSTED_ON) - morningOf(SEEDED_ON) });
  goTo(POSTED_ON);
  base = fakePorts();
  const ports: Ports = {
    ...base,
    clock: { now: () => Date.now() + aheadMs, monotonic: () => performance.now() },
    net: { fetch: (url, init) => (isOnline ? fetch(url, init) : Promise.reject(new TypeError('fetch failed'))) },
  };
  desk = await openDesk(ports);
  api = clientOf(desk);
  await enrolSampleUnit(api, city.url);
});
afterAll(async () => {
  await desk.close();
  base.dispose();
  await city.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function goTo(date: string): void {
  aheadMs = morningOf(date) - Date.now();
}

/** Nothing found in them, no form yet, and a window that is open long enough. */
async function flawless(): Promise<readonly string[]> {
  const names = new Set(EXPECTED_FINDINGS.flatMap(({ name, rules }) => (rules.length === 0 ? [name] : [])));
  const { waiting } = expectOk(await api.publicity.board({}));
  const open = waiting.filter(
    ({ name, employment, closesAt }) =>
      names.has(name) && employment !== 'dispatch' && (closesAt ?? 0) > morningOf(DECIDED_ON) + DAY_MS,
  );
  const [largest] = [...Map.groupBy(open, ({ committee }) => committee).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  return (largest ?? []).slice(0, PEOPLE).map(({ id }) => id);
}

async function submitOpinion(applicationId: string): Promise<void> {
  const { version, facts } = expectOk(await api.opinion.get({ applicationId }));
  const evaluation = `${facts.name}同志${facts.presentSince}取得${facts.presentTitle}以来，${'教学工作扎实，业绩突出。'.repeat(12)}`;
  const form = { ...FORM, evaluation, meetingOn: DECIDED_ON, recommendation: `同意推荐申报${facts.title}` };
  const submitted = await api.opinion.submit({ commandId: randomUUID(), applicationId, version, form });
  if (!submitted.ok) throw new Error(`${submitted.error.code} ${JSON.stringify(submitted.error.details)}`);
}

async function approve(applicationId: string) {
  const { application } = expectOk(await api.applications.get({ id: applicationId }));
  const { version } = application;
  return api.review.decide({
    commandId: randomUUID(),
    applicationId,
    version,
    decision: 'approve',
    opinion: '同意推荐。',
  });
}

const conclude = (noticeId: string) => api.publicity.conclude({ noticeId, applicationIds: null });

it('twelve people: posted, concluded, judged and approved without a line, then effective in that order', async () => {
  const ids = await flawless();
  expect(ids).toHaveLength(PEOPLE);
  const [objected = '', ...others] = ids;
  isOnline = false;

  const noticeId = randomUUID();
  const post = { noticeId, applicationIds: [...ids], postedOn: POSTED_ON, facts: NOTICE_FACTS };
  expect(expectOk(await api.publicity.post(post))).toEqual({ noticeId, posted: PEOPLE, leftOut: [] });
  goTo('2026-10-09');
  const objectionId = randomUUID();
  const objection = { objectionId, noticeId, applicationId: objected, receivedOn: '2026-10-09', from: '', way: '来电' };
  expectOk(await api.publicity.raiseObjection({ ...objection, content: '论文署名有异议。' }));
  goTo(ENDS_ON);
  expect(await conclude(noticeId)).toMatchObject({
    error: { code: 'too-early', details: { possibleFrom: DECIDED_ON } },
  });
  goTo(DECIDED_ON);
  expect(expectOk(await conclude(noticeId))).toMatchObject({
    concluded: PEOPLE - 1,
    leftOut: [{ id: objected, reason: 'objection-open' }],
  });
  for (const id of others) await submitOpinion(id);
  expect(await approve(objected)).toMatchObject({
    error: { code: 'approval-not-possible', details: { gaps: expect.arrayContaining([GAP_OF_OBJECTION]) } },
  });
  for (const id of others) expectOk(await approve(id));

  await tellCity(city, 'clock', { advanceMs: morningOf(DECIDED_ON) - morningOf(POSTED_ON) });
  isOnline = true;
  expectOk(await api.sync.now({}));
  await until(async () => ((await isDelivered()) ? true : null), 'everything delivered');

  expect(expectOk(await api.sync.tasks({})).tasks).toEqual([]);
  const theirs = cityApplications(city, SAMPLE_UNIT.id);
  for (const id of others) {
    const application = theirs.get(id);
    expect(application).toMatchObject({
      state: 'superior-review',
      publicity: { postedOn: POSTED_ON, endsOn: ENDS_ON, outcome: 'no-objection', openObjections: 0 },
    });
    const byUnit = application?.history.filter(({ level }) => level === 'unit').map(({ action }) => action);
    expect(byUnit?.slice(-4)).toEqual(['publicity', 'publicity', 'basic-opinion', 'approve']);
  }
  expect(theirs.get(objected)).toMatchObject({
    state: 'unit-review',
    publicity: { openObjections: 1, concludedAt: null },
  });

  // the objection proves unfounded, and the last of them follows
  const settled = {
    objectionId,
    investigation: '署名与期刊一致。',
    verdict: 'unfounded',
    settledOn: DECIDED_ON,
  } as const;
  expectOk(await api.publicity.settleObjection(settled));
  expectOk(await conclude(noticeId));
  await submitOpinion(objected);
  expectOk(await approve(objected));
  await until(async () => ((await isDelivered()) ? true : null), 'the last approval delivered');
  expect(cityApplications(city, SAMPLE_UNIT.id).get(objected)).toMatchObject({
    state: 'superior-review',
    publicity: { outcome: 'objection-settled' },
  });
});

const GAP_OF_OBJECTION = expect.objectContaining({ code: 'objection-open' });

async function isDelivered(): Promise<boolean> {
  const { items } = expectOk(await api.sync.outbox({ limit: 500 }));
  return items.every(({ delivery }) => delivery === 'effective');
}
