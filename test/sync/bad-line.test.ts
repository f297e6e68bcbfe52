/**
 * A line that breaks anywhere, while people on both sides go on working. When it heals: every decision
 * took effect exactly once or lies before a person (I2), both sides hold the same (I3), nothing was lost
 * or overtaken within one application (I5), every scan is byte for byte what it should be (I4).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actsOn, outboxPage } from '#core/outbox/outbox.service.ts';
import { createUnit } from '#core/unit/unit.service.ts';
import type { Application } from '#model/application.ts';
import { startCity, type City } from '../city/city.ts';
import { SAMPLE_UNIT } from '../city/seed/sample-unit.ts';
import { START } from '../support/fake-ports.ts';
import { startFaultProxy, type FaultKind, type FaultProxy, type Weave } from '../support/fault-proxy.ts';
import { between, createRandom, pick, type Random } from '../support/people.ts';
import { cityApplications, cityCommands, tellCity } from './city-admin.ts';
import { allApplications, decide, openTestOffice, until, type TestOffice } from './office.ts';

let dataDir: string;
let city: City;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'city-'));
  city = await startCity({ port: 0, dataDir, seed: 'small', scans: 'few', now: START });
});
afterAll(async () => {
  await city.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Most connections break somewhere in their first 60 kB. */
function badWeave(random: Random, kinds: readonly FaultKind[]): Weave {
  return () => {
    if (random() < 0.25) return null;
    const direction = random() < 0.6 ? 'down' : 'up';
    const reach = random() < 0.5 ? 2_000 : 60_000;
    return { kind: pick(random, kinds), direction, afterBytes: between(random, 0, reach) };
  };
}

async function openDesk(proxy: FaultProxy): Promise<TestOffice> {
  const tuning = { stallMs: 120, pollMs: 60, random: () => 0.002 };
  const desk = await openTestOffice({ net: { fetch: (url, init) => fetch(url, init) }, tuning });
  const { creditCode, account, password } = SAMPLE_UNIT;
  const cityUrl = `http://127.0.0.1:${proxy.port}`;
  const unit = createUnit({ ...desk.office, onEnrolled: desk.sync.enrolled });
  const enrolled = await unit.enrol({ cityUrl, creditCode, account, password });
  if (!enrolled.ok) throw new Error(enrolled.error.code);
  return desk;
}

/** One act of somebody, somewhere: a decision here, a correction or withdrawal there, a cable pulled. */
async function act(desk: TestOffice, proxy: FaultProxy, random: Random): Promise<void> {
  const dice = random();
  const all = allApplications(desk);
  if (dice < 0.55) {
    const open = all.filter((a) => a.state === 'unit-review' && a.chancesUsed < 4 && !isUnanswered(desk, a));
    if (open.length === 0) return;
    decide(
      desk.db,
      pick(random, open),
      random() < 0.8 ? {} : { act: 'reset', payload: { opinion: '请重新选择评委会。' } },
    );
    desk.sync.nudge();
  } else if (dice < 0.8) {
    const waiting = all.filter((a) => a.state === 'with-applicant');
    if (waiting.length > 0) await tellCity(city, `applications/${pick(random, waiting).id}/resubmit`);
  } else if (dice < 0.85 && all.length > 0) {
    await tellCity(city, `applications/${pick(random, all).id}/withdraw`);
  } else if (dice < 0.9) {
    proxy.unplug();
    await new Promise((resolve) => setTimeout(resolve, 30));
    proxy.plug();
  } else {
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

function isUnanswered(desk: TestOffice, { id, version }: Application): boolean {
  const latest = actsOn(desk.db, id, desk.office.ports.clock.now())[0];
  return latest !== undefined && (['due', 'sending'].includes(latest.delivery) || version <= latest.baseVersion);
}

function isSettled(desk: TestOffice): boolean {
  const { pending, scans, network, phase } = desk.sync.status();
  return pending.count === 0 && scans.missing === 0 && network === 'online' && phase === 'idle' && isSame(desk);
}

function isSame(desk: TestOffice): boolean {
  const theirs = cityApplications(city, SAMPLE_UNIT.id);
  const ours = allApplications(desk);
  return ours.length === theirs.size && ours.every((a) => isDeepStrictEqual(theirs.get(a.id), a));
}

async function expectConverged(desk: TestOffice): Promise<void> {
  const { acts: decisions } = outboxPage(desk.db, { offset: 0, limit: 500 }, desk.office.ports.clock.now());
  const commands = new Map(cityCommands(city).map((command) => [command.id, command]));
  for (const { commandId, delivery, receiptNumber } of decisions) {
    expect(['effective', 'attention']).toContain(delivery);
    expect(commands.get(commandId)?.effects).toBe(delivery === 'effective' ? 1 : 0);
    expect(receiptNumber !== null).toBe(delivery === 'effective');
  }
  const parked = decisions.filter((decision) => decision.delivery === 'attention');
  expect(new Set(desk.sync.tasks().tasks.map((task) => task.commandId))).toEqual(
    new Set(parked.map((d) => d.commandId)),
  );
  const seqs = decisions
    .toReversed()
    .map(({ commandId, applicationId }) => ({ applicationId, seq: commands.get(commandId)?.seq ?? 0 }));
  for (const ofOne of Map.groupBy(seqs, (s) => s.applicationId).values()) {
    expect(ofOne.map((s) => s.seq)).toEqual(ofOne.map((s) => s.seq).toSorted((a, b) => a - b));
  }
  const scans = desk.db.prepare<{ sha256: string }>('SELECT DISTINCT sha256 FROM attachment').all();
  for (const { sha256 } of scans) expect((await desk.office.vault.get(sha256)).ok).toBe(true);
  expect(desk.errors).toEqual([]);
}

/** decisions without which a run proves little */
const ENOUGH = 6;
const decidedOn = ({ db }: TestOffice) => outboxPage(db, { offset: 0, limit: 1 }, START).total;

describe('on a line that breaks anywhere', () => {
  it.each(['one', 'two', 'three'])(
    'everything arrives once and both sides agree afterwards (seed %s)',
    async (seed) => {
      const random = createRandom(`bad-line-${seed}`);
      const proxy = await startFaultProxy(Number(new URL(city.url).port), null);
      let desk = await openDesk(proxy);
      proxy.weave(badWeave(random, ['rst', 'cut', 'stall']));
      desk.sync.start();
      for (let n = 0; n < 45 || (n < 400 && decidedOn(desk) < ENOUGH); n += 1) {
        await act(desk, proxy, random);
        if (n === 15 || n === 30) {
          desk = await desk.restart();
          desk.sync.start();
        }
        await new Promise((resolve) => setTimeout(resolve, 15));
      }
      proxy.weave(null);
      proxy.unplug();
      proxy.plug();
      desk.sync.now();
      await until(() => isSettled(desk), 'both sides agree', 15_000);
      await expectConverged(desk);
      expect(proxy.struck.rst + proxy.struck.cut + proxy.struck.stall).toBeGreaterThan(0);
      expect(decidedOn(desk)).toBeGreaterThanOrEqual(ENOUGH);
      await desk.close();
      await proxy.close();
    },
    30_000,
  );

  it('takes no scan with a turned bit, and in the end takes them all', async () => {
    const proxy = await startFaultProxy(Number(new URL(city.url).port), null);
    const desk = await openDesk(proxy);
    const random = createRandom('turned bit');
    const noScans = { kind: 'status', status: 503, retryAfterS: 0, count: null, path: '/v1/blobs' } as const;
    city.faults.set(noScans);
    desk.sync.start();
    await until(() => desk.sync.status().network === 'busy', 'all pulled but the scans');
    proxy.weave(() => ({ kind: 'flip', direction: 'down', afterBytes: between(random, 400, 6_000) }));
    proxy.unplug();
    proxy.plug();
    city.faults.set({ ...noScans, kind: 'none' });
    desk.sync.now();
    await until(() => proxy.struck.flip > 2, 'turned bits');
    proxy.weave(null);
    proxy.unplug();
    proxy.plug();
    desk.sync.now();
    await until(() => desk.sync.status().scans.missing === 0, 'every scan', 10_000);
    const scans = desk.db.prepare<{ sha256: string }>('SELECT sha256 FROM blob').all();
    for (const { sha256 } of scans) expect((await desk.office.vault.get(sha256)).ok).toBe(true);
    await desk.close();
    await proxy.close();
  }, 20_000);
});
