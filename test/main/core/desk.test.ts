/** The whole desk with its own wiring; what access alone does is proven beside it, and each door's codes by the contract. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import { openDesk, type Desk } from '#core/desk.ts';
import { expectOk } from '../../support/desk-client.ts';
import { HOLIDAY_NOTICES } from '../../support/holiday-notices.ts';
import { fakePorts, type FakePorts } from '../../support/fake-ports.ts';
import { clientOf } from '../../support/real-desk.ts';

const PASSPHRASE = '翠湖的海鸥十一月来';
let ports: FakePorts;
let desk: Desk;
let api: Client<AppContract>;
let events: string[];
beforeEach(async () => {
  ports = fakePorts();
  await start();
});
afterEach(async () => {
  await desk.close();
  ports.dispose();
});

/** Another start of the program on the same profile. */
async function start(): Promise<void> {
  desk = await openDesk(ports);
  api = clientOf(desk);
  events = [];
  desk.events.subscribe(({ name, payload }) => void events.push([name, ...Object.values(payload as object)].join(' ')));
}

async function setUp(): Promise<string> {
  expectOk(await api.access.setUp({ personName: '李敏', role: 'reviewer', passphrase: PASSPHRASE }));
  const { people } = expectOk(await api.access.status({}));
  return people[0]?.id ?? '';
}

function accessEvents(): string[] {
  return events.filter((event) => event.startsWith('access'));
}

describe('the desk', () => {
  it('tells of unlocking and locking, once each, and keeps its settings in between', async () => {
    const personId = await setUp();
    expectOk(await api.settings.set({ textSize: 'large', idleLockMinutes: 20 }));
    expectOk(await api.access.lock({}));
    expect(accessEvents()).toEqual(['access.changed unlocked', 'access.changed locked']);
    expect(expectOk(await api.access.status({}))).toMatchObject({ state: 'locked', idleLockMinutes: 20 });
    expectOk(await api.access.unlock({ personId, passphrase: PASSPHRASE }));
    expect(accessEvents()).toHaveLength(3);
    expect(expectOk(await api.settings.get({}))).toMatchObject({ textSize: 'large' });
  });

  it('counts by a calendar that was installed, also after the next unlocking', async () => {
    const personId = await setUp();
    const { text } = HOLIDAY_NOTICES.find(({ year }) => year === 2026)!;
    const input = { text, year: 2026, number: '国办发明电〔2026〕1号', issuedOn: '2026-01-05' };
    expectOk(await api.reference.installCalendar(input));
    const numberOf2026 = async () =>
      expectOk(await api.reference.calendars({})).years.find(({ year }) => year === 2026)?.source.number;
    expect(await numberOf2026()).toBe('国办发明电〔2026〕1号');
    await desk.close();
    await start();
    expectOk(await api.access.unlock({ personId, passphrase: PASSPHRASE }));
    expect(await numberOf2026()).toBe('国办发明电〔2026〕1号');
  });

  it('refuses a wrong passphrase without a word to anyone, stays locked and opens for the right one', async () => {
    const personId = await setUp();
    expectOk(await api.access.lock({}));
    events.length = 0;
    expect(await api.access.unlock({ personId, passphrase: '滇池的海鸥十一月来' })).toMatchObject({
      ok: false,
      error: { code: 'wrong-passphrase', details: { attemptsLeft: 2 } },
    });
    expect(events).toEqual([]);
    expect(await api.settings.get({})).toMatchObject({ ok: false, error: { code: 'locked' } });
    expectOk(await api.access.unlock({ personId, passphrase: PASSPHRASE }));
    expectOk(await api.applications.facets({}));
  });

  it('does not open a damaged archive, leaves its bytes alone, and lives on once the file is back', async () => {
    const personId = await setUp();
    await desk.close();
    const file = path.join(ports.paths.profile, 'archive', 'desk.db');
    const whole = readFileSync(file);
    const broken = Buffer.from(whole).fill(0x5a, 4_096, 12_288);
    writeFileSync(file, broken);
    await start();
    expect(await api.access.unlock({ personId, passphrase: PASSPHRASE })).toMatchObject({
      ok: false,
      error: { code: 'archive-damaged' },
    });
    expect(expectOk(await api.access.status({})).state).toBe('damaged');
    expect(await api.applications.facets({})).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(events).toEqual([]);
    expect(readFileSync(file).equals(broken)).toBe(true);
    writeFileSync(file, whole);
    expectOk(await api.access.unlock({ personId, passphrase: PASSPHRASE }));
    expectOk(await api.applications.facets({}));
  });

  it('answers what was under way when it was locked, with a code', async () => {
    const personId = await setUp();
    const [locked, ...answers] = await Promise.all([
      api.access.lock({}),
      api.settings.get({}),
      api.sync.status({}),
      api.applications.facets({}),
    ]);
    expectOk(locked);
    for (const answer of answers) expect(answer.ok ? 'ok' : answer.error.code).toMatch(/^(ok|locked)$/);
    expect(ports.logLines.filter(({ level }) => level === 'error')).toEqual([]);
    expectOk(await api.access.unlock({ personId, passphrase: PASSPHRASE }));
  });

  it('forgets on locking what was handed in', async () => {
    await setUp();
    const [kept, forgotten] = [
      ports.files.hold('a.jpg', new Uint8Array(1)),
      ports.files.hold('b.jpg', new Uint8Array(1)),
    ];
    expect(await ports.files.take(kept)).not.toBeNull();
    expectOk(await api.access.lock({}));
    expect(await ports.files.take(forgotten)).toBeNull();
  });

  it('closes more than once without harm and runs nothing afterwards', async () => {
    await setUp();
    await Promise.all([desk.close(), desk.close()]);
    await desk.close();
    expect(accessEvents()).toEqual(['access.changed unlocked', 'access.changed locked']);
    expect(await api.sync.status({})).toMatchObject({ ok: false, error: { code: 'locked' } });
    expect(ports.logLines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
