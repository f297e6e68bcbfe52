/** The desk's sync against the city system over real HTTP. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { actsById } from '#core/outbox/outbox.service.ts';
import { createUnitFacts } from '#core/unit/unit-update.ts';
import { createUnit, readEnrolment } from '#core/unit/unit.service.ts';
import type { Application } from '#model/application.ts';
import type { Net } from '#ports/index.ts';
import { startCity, type City } from '../city/city.ts';
import { SAMPLE_UNIT, OTHER_UNITS, type SeededUnit } from '../city/seed/sample-unit.ts';
import {
  allApplications,
  decide,
  failOnUnseen,
  openTestOffice,
  PERSON,
  until,
  type OfficeOptions,
  type TestOffice,
} from './office.ts';
import { START } from '../support/fake-ports.ts';
import { cityCommands, cityApplications, cityUnit, tellCity } from './city-admin.ts';

const network: Net = { fetch: (url, init) => fetch(url, init) };
const NO_FAULT = { kind: 'none', status: 503, retryAfterS: 0, count: null, path: '/v1/' } as const;
let dataDir: string;
let city: City;
const desks: TestOffice[] = [];

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'city-'));
  city = await startCity({ port: 0, dataDir, seed: 'small', scans: 'few', now: START });
});
afterAll(async () => {
  await city.close();
  rmSync(dataDir, { recursive: true, force: true });
});
afterEach(async () => {
  city.faults.set(NO_FAULT);
  for (const desk of desks.splice(0)) {
    await desk.close();
    failOnUnseen(desk);
  }
});

async function openDesk(seeded: SeededUnit = SAMPLE_UNIT, options: Partial<OfficeOptions> = {}): Promise<TestOffice> {
  const desk = await openTestOffice({ net: network, ...options });
  desks.push(desk);
  const unit = createUnit({ ...desk.office, onEnrolled: desk.sync.enrolled });
  desk.sync.start();
  const { creditCode, account, password } = seeded;
  const enrolled = await unit.enrol({ cityUrl: city.url, creditCode, account, password });
  if (!enrolled.ok) throw new Error(enrolled.error.code);
  return desk;
}

const isQuiet = (desk: TestOffice) =>
  until(() => desk.sync.status().phase === 'idle' && desk.sync.status().network === 'online', 'quiet');
const hasNetwork = (desk: TestOffice, name: string) => until(() => desk.sync.status().network === name, name);
const deliveryOf = (desk: TestOffice, id: string) =>
  actsById(desk.db, [id], desk.office.ports.clock.now()).get(id)?.delivery;

async function atUnitReview(desk: TestOffice, n: number): Promise<Application[]> {
  await isQuiet(desk);
  const open = allApplications(desk)
    .filter(({ state }) => state === 'unit-review')
    .filter(({ chancesUsed, window }) => chancesUsed < 4 && (window.closesAt ?? Infinity) > START + 86_400_000);
  if (open.length < n) throw new Error(`only ${open.length} at unit review`);
  return open.slice(0, n);
}

/** Everything here is as it is there. */
function expectSame(desk: TestOffice, unitId: string): void {
  const theirs = cityApplications(city, unitId);
  expect(new Map(allApplications(desk).map((ours) => [ours.id, ours]))).toEqual(theirs);
}

const effectsOf = (id: string) =>
  cityCommands(city).filter((command) => command.id === id && command.effects === 1).length;

describe('the desk and the city', () => {
  it('after enrolling has every application and every scan of its unit', async () => {
    const desk = await openDesk();
    await isQuiet(desk);
    expectSame(desk, SAMPLE_UNIT.id);
    expect(desk.sync.status().scans.missing).toBe(0);
    const blobs = desk.db.prepare<{ sha256: string }>('SELECT DISTINCT sha256 FROM attachment').all();
    expect(blobs.length).toBeGreaterThan(5);
    for (const { sha256 } of blobs) expect((await desk.office.vault.get(sha256)).ok).toBe(true);
    expect(Math.abs(desk.sync.status().clockOffsetMs ?? Infinity)).toBeLessThan(5_000);
  });

  it('delivers once although the answer is lost after it took effect', async () => {
    const desk = await openDesk();
    const [application] = await atUnitReview(desk, 1);
    if (!application) throw new Error('none');
    city.faults.set({ ...NO_FAULT, kind: 'drop-after-apply', count: 2, path: '/v1/commands' });
    const id = decide(desk.db, application);
    desk.sync.nudge();
    await until(() => deliveryOf(desk, id) === 'effective', 'effective');
    expect(effectsOf(id)).toBe(1);
    await isQuiet(desk);
    expectSame(desk, SAMPLE_UNIT.id);
    expect(desk.applications.read(application.id)).toMatchObject({
      state: 'with-applicant',
      chancesUsed: application.chancesUsed + 1,
    });
  });

  it.each([
    ['html', 200, 'not-the-city'],
    ['nonsense', 200, 'not-the-city'],
    ['status', 503, 'busy'],
    ['status', 429, 'busy'],
    ['status', 401, 'login-needed'],
  ] as const)('keeps a decision through %s %i and delivers it afterwards', async (kind, status, name) => {
    const desk = await openDesk();
    const [application] = await atUnitReview(desk, 1);
    if (!application) throw new Error('none');
    city.faults.set({ ...NO_FAULT, kind, status, retryAfterS: 600 });
    const id = decide(desk.db, application);
    desk.sync.nudge();
    await hasNetwork(desk, name);
    expect(['due', 'sending']).toContain(deliveryOf(desk, id));
    const waitMs = (desk.sync.status().nextTryAt ?? 0) - desk.office.ports.clock.now();
    expect(waitMs > 590_000).toBe(name === 'busy');
    city.faults.set(NO_FAULT);
    desk.sync.now();
    await until(() => deliveryOf(desk, id) === 'effective', 'effective');
    expect(effectsOf(id)).toBe(1);
  });

  it('shows both sides when the applicant withdrew first', async () => {
    const desk = await openDesk();
    const [application] = await atUnitReview(desk, 1);
    if (!application) throw new Error('none');
    await tellCity(city, `applications/${application.id}/withdraw`);
    const id = decide(desk.db, application);
    // decided while the withdrawal has not come down: the city is the one that notices
    desk.sync.nudge();
    await until(() => desk.sync.tasks().tasks.length === 1, 'a task');
    expect(desk.sync.tasks().tasks[0]).toMatchObject({
      code: 'withdrawn',
      current: { state: 'withdrawn' },
      ours: { act: 'return' },
    });
    expect(deliveryOf(desk, id)).toBe('attention');
    expect(effectsOf(id)).toBe(0);
    await isQuiet(desk);
    expectSame(desk, SAMPLE_UNIT.id);
  });

  it('lets the first of two computers of one unit win and tells the second', async () => {
    const [first, second] = [await openDesk(), await openDesk()];
    const [application] = await atUnitReview(first, 1);
    if (!application) throw new Error('none');
    await isQuiet(second);
    const winning = decide(first.db, application);
    first.sync.nudge();
    await until(() => deliveryOf(first, winning) === 'effective', 'effective');
    const losing = decide(second.db, application, { act: 'reset', payload: { opinion: '申报类型选错，请重新填报。' } });
    second.sync.nudge();
    await until(() => deliveryOf(second, losing) === 'attention', 'attention');
    expect(second.sync.tasks().tasks[0]).toMatchObject({ code: 'peer-decided', ours: { act: 'reset' } });
    await isQuiet(second);
    expectSame(second, SAMPLE_UNIT.id);
  });

  it('notices that its archive is an old copy', async () => {
    const desk = await openDesk();
    const [application, another] = await atUnitReview(desk, 2);
    if (!application || !another) throw new Error('none');
    const id = decide(desk.db, application);
    desk.sync.nudge();
    await until(() => deliveryOf(desk, id) === 'effective', 'effective');
    await desk.sync.stop();
    // as after restoring a copy from before: the number is free again here, not at the city
    desk.db.exec('DELETE FROM receipt; DELETE FROM outbox; DELETE FROM act');
    const copy = await desk.restart();
    desks.splice(desks.indexOf(desk), 1, copy);
    const later = decide(copy.db, another);
    copy.sync.start();
    await hasNetwork(copy, 'forked');
    expect(deliveryOf(copy, later)).toBe('sending');
    expect(effectsOf(later)).toBe(0);
  });

  it('lets go of what moved to another unit, and takes what moved here', async () => {
    const [from, to] = OTHER_UNITS;
    if (!from || !to) throw new Error('two units');
    const [here, there] = [await openDesk(from), await openDesk(to)];
    await isQuiet(here);
    await isQuiet(there);
    const [moving] = [...cityApplications(city, from.id).keys()];
    await tellCity(city, `applications/${moving}/move`, { unitId: to.id });
    here.sync.now();
    there.sync.now();
    await until(() => here.applications.read(moving ?? '') === null, 'gone here');
    await until(() => there.applications.read(moving ?? '') !== null, 'come there');
    await isQuiet(there);
    expectSame(here, from.id);
    expectSame(there, to.id);
  });

  it('reads everything anew in a new epoch and goes on delivering', async () => {
    const desk = await openDesk();
    const [application] = await atUnitReview(desk, 1);
    if (!application) throw new Error('none');
    await tellCity(city, 'epoch');
    const id = decide(desk.db, application);
    desk.sync.nudge();
    await until(() => deliveryOf(desk, id) === 'effective', 'effective');
    await isQuiet(desk);
    expectSame(desk, SAMPLE_UNIT.id);
    expect(desk.sync.log({ offset: 0, limit: 20 }).entries).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'anew' })]),
    );
  });

  it('stops for a revoked computer and keeps everything', async () => {
    const desk = await openDesk();
    const [application] = await atUnitReview(desk, 1);
    if (!application) throw new Error('none');
    await tellCity(city, `devices/${readEnrolment(desk.db)?.deviceId}/revoke`);
    const count = desk.applications.count();
    const id = decide(desk.db, application);
    desk.sync.nudge();
    await hasNetwork(desk, 'revoked');
    expect(desk.sync.status().nextTryAt).toBeNull();
    expect(desk.applications.count()).toBe(count);
    expect(deliveryOf(desk, id)).not.toBe('effective');
  });

  it('hands in another name under the same credit code, and has it back as the city keeps it', async () => {
    const desk = await openDesk();
    await isQuiet(desk);
    const { archive, person, ports, publish } = desk.office;
    const facts = createUnitFacts({ archive, person, clock: ports.clock, publish, sync: desk.sync });
    const before = readEnrolment(desk.db)?.unit;
    if (!before) throw new Error('not enrolled');
    const { id, creditCode, formerNames, ...rest } = before;
    const changed = { name: `${rest.name}（集团）`, contact: '和丽娟' };
    const commandId = randomUUID();
    const renamedOn = '2026-09-01';
    expect(facts.update({ commandId, facts: { ...rest, ...changed, renamedOn } })).toMatchObject({ ok: true });
    await until(() => deliveryOf(desk, commandId) === 'effective', 'effective');
    await isQuiet(desk);
    const after = { ...changed, creditCode, formerNames: [...formerNames, { name: rest.name, until: renamedOn }] };
    expect(readEnrolment(desk.db)?.unit).toEqual({ ...before, ...after });
    expect(cityUnit(city, id)).toMatchObject(after);
    expect(facts.history().changes.map(({ field, delivery }) => [field, delivery])).toEqual([
      ['contact', 'effective'],
      ['name', 'effective'],
    ]);
  });

  it('does not start when the password is wrong', async () => {
    const desk = await openTestOffice({ net: network });
    desks.push(desk);
    const unit = createUnit({ ...desk.office, person: PERSON, onEnrolled: desk.sync.enrolled });
    const { creditCode, account } = OTHER_UNITS[1] as SeededUnit;
    const enrolled = await unit.enrol({ cityUrl: city.url, creditCode, account, password: 'wrong' });
    expect(enrolled).toMatchObject({ error: { code: 'bad-credentials', details: { attemptsLeft: 2 } } });
  });
});
