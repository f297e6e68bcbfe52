import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decisionsById, withdraw } from '#core/outbox/outbox.service.ts';
import { readEnrolment } from '#core/unit/unit.service.ts';
import type { Command, Receipt } from '#protocol/protocol.ts';
import { makeApplication } from '../../../sync/application.ts';
import { decide, enrolWith, makeKeys, openTestOffice, runningClock, until, type OfficeOptions, type TestOffice } from '../../../sync/office.ts';
import { createScriptedCity, json, makeReceipt, portal, refuse, type ScriptedCity } from '../../../sync/scripted-city.ts';
import { START } from '../../../support/fake-ports.ts';

const device = makeKeys();
let city: ScriptedCity;
let desk: TestOffice;

beforeEach(() => {
  city = createScriptedCity();
});
afterEach(async () => {
  await desk.close();
  expect(desk.errors).toEqual([]);
});

async function open(options: Partial<OfficeOptions> = {}): Promise<void> {
  desk = await openTestOffice({ net: city.net, ...options });
  enrolWith(desk.db, device, city.keys.publicKey);
}

async function openAndPull(count: number): Promise<ReturnType<typeof makeApplication>[]> {
  const applications = Array.from({ length: count }, () => makeApplication());
  city.put(...applications);
  await open();
  desk.sync.start();
  await isOnline();
  return applications;
}

const deliveryOf = (commandId: string) => decisionsById(desk.db, [commandId], desk.office.ports.clock.now()).get(commandId);
const isOnline = () => until(() => desk.sync.status().network === 'online' && desk.sync.status().phase === 'idle', 'online');
const network = (name: string) => until(() => desk.sync.status().network === name, name);
const delivered = (commandId: string) => until(() => deliveryOf(commandId)?.delivery === 'effective', 'effective');
const cursor = () => desk.db.prepare<{ cursor: string }>('SELECT cursor FROM pull_state').get()?.cursor;
const logKinds = () => desk.sync.log({ offset: 0, limit: 100 }).entries.map((entry) => `${entry.kind}:${entry.count}:${entry.code}`);

describe('reading the changes', () => {
  it('takes everything page by page and says how it went', async () => {
    await openAndPull(120);
    expect(desk.applications.count()).toBe(120);
    expect(cursor()).toBe('120');
    expect(city.requests('/v1/changes').map((call) => call.url.search)).toEqual([
      '?since=0&limit=50',
      '?since=50&limit=100',
    ]);
    expect(logKinds()).toEqual(['pulled:120:']);
    expect(desk.events).toContain('sync.changed');
    expect(desk.sync.status()).toMatchObject({ network: 'online', attempts: 0, failingSince: null, clockOffsetMs: expect.any(Number) });
  });

  it('goes on after the last page that is on disk when it stopped between two', async () => {
    city.put(...Array.from({ length: 120 }, () => makeApplication()));
    await open();
    city.twist((call) => (call.url.search.includes('since=50') ? Promise.reject(new TypeError('fetch failed')) : undefined));
    desk.sync.start();
    await network('offline');
    expect([cursor(), desk.applications.count()]).toEqual(['50', 50]);
    city.twist(null);
    desk = await desk.restart();
    desk.sync.start();
    await isOnline();
    expect([cursor(), desk.applications.count()]).toEqual(['120', 120]);
    expect(city.requests('/v1/changes').filter((call) => call.url.search.includes('since=0'))).toHaveLength(1);
  });

  it('keeps neither page nor cursor when the page cannot be stored', async () => {
    const [good, bad] = [makeApplication(), makeApplication()];
    city.put(good, bad);
    await open();
    const failing = { ...desk.applications, receive: failOn(bad.id) };
    const { createSync } = await import('#core/sync/sync.service.ts');
    const sync = createSync({ ...desk.office, applications: failing });
    sync.start();
    await until(() => desk.errors.length > 0, 'an error');
    await sync.stop();
    expect([cursor(), desk.applications.count()]).toEqual(['0', 0]);
    expect(desk.errors.splice(0)).toHaveLength(1);
  });

  function failOn(id: string) {
    return (application: ReturnType<typeof makeApplication>) => {
      if (application.id === id) throw new Error('no room');
      desk.applications.receive(application);
    };
  }

  it('reads everything anew when the city no longer knows the cursor, and leaves the outbox alone', async () => {
    const [stays, goes] = await openAndPull(2);
    if (!stays || !goes) throw new Error('two applications');
    const commandId = decide(desk.db, stays, { sendsAt: desk.office.ports.clock.now() + 600_000 });
    let isGone = true;
    city.twist((call) => {
      if (call.path !== '/v1/changes') return undefined;
      if (isGone && !call.url.search.includes('since=0')) return refuse(410, 'cursor-gone');
      isGone = false;
      const change = { cursor: '7', kind: 'application', application: { ...stays, version: 2 } };
      return json({ changes: call.url.search.includes('since=0') ? [change] : [], next: '7', more: false, remaining: 0, serverTime: START });
    });
    desk.sync.now();
    await until(() => cursor() === '7', 'the new cursor');
    expect(desk.applications.read(stays.id)?.version).toBe(2);
    expect(desk.applications.read(goes.id)).toBeNull();
    expect(deliveryOf(commandId)?.delivery).toBe('waiting');
    expect(logKinds()[0]).toBe('pulled:1:anew');
  });

  it('reads everything anew when the city began a new epoch', async () => {
    await openAndPull(3);
    city.bump();
    desk = await desk.restart();
    desk.sync.start();
    await isOnline();
    expect(readEnrolment(desk.db)?.epoch).toBe(2);
    expect(city.requests('/v1/changes').filter((call) => call.url.search.startsWith('?since=0'))).toHaveLength(2);
    expect(desk.applications.count()).toBe(3);
  });

  it('does not follow a cursor that stands still', async () => {
    city.twist((call) =>
      call.path === '/v1/changes' ? json({ changes: [], next: '0', more: true, remaining: 5, serverTime: START }) : undefined,
    );
    await open();
    desk.sync.start();
    await network('not-the-city');
    expect(city.requests('/v1/changes').length).toBeLessThan(20);
  });
});

describe('a pull that would remove many', () => {
  async function pulledAndRemoved(): Promise<string[]> {
    const applications = await openAndPull(30);
    const ids = applications.slice(0, 4).map((a) => a.id);
    city.remove(...ids);
    desk.sync.now();
    await network('paused');
    return ids;
  }
  const task = () => desk.sync.tasks().tasks[0];

  it('takes nothing and asks, by name', async () => {
    const ids = await pulledAndRemoved();
    expect(desk.applications.count()).toBe(30);
    expect(cursor()).toBe('30');
    expect(task()).toMatchObject({ code: 'mass-removal', removals: ids.map((id) => desk.applications.nameOf(id)), ours: null });
    expect(desk.sync.status().attention).toBe(1);
    desk.sync.now();
    await until(() => desk.sync.status().phase === 'idle', 'idle');
    expect(desk.sync.tasks().tasks).toHaveLength(1);
  });

  it('goes on when a person accepts', async () => {
    const ids = await pulledAndRemoved();
    expect(desk.sync.resolveTask(task()?.id ?? '', 'acknowledge')).toMatchObject({ error: { code: 'answer-not-possible' } });
    expect(desk.sync.resolveTask(task()?.id ?? '', 'accept').ok).toBe(true);
    await isOnline();
    expect(ids.map((id) => desk.applications.read(id))).toEqual(ids.map(() => null));
    expect(cursor()).toBe('34');
  });

  it('stays paused when a person refuses, also after a restart, and asks again only on demand', async () => {
    await pulledAndRemoved();
    desk.sync.resolveTask(task()?.id ?? '', 'refuse');
    desk = await desk.restart();
    desk.sync.start();
    await network('paused');
    expect(desk.applications.count()).toBe(30);
    expect(desk.sync.tasks().tasks).toEqual([]);
    desk.sync.now();
    await until(() => task() !== undefined, 'the question again');
    expect(desk.applications.count()).toBe(30);
  });

  it('still sends decisions meanwhile', async () => {
    await pulledAndRemoved();
    const [first] = desk.db.prepare<{ body: string }>('SELECT body FROM application ORDER BY id').all();
    const commandId = decide(desk.db, JSON.parse(first?.body ?? '') as ReturnType<typeof makeApplication>);
    desk.sync.nudge();
    await delivered(commandId);
  });
});

describe('sending decisions', () => {
  it('drains what was decided offline when the line is back, once each', async () => {
    const applications = await openAndPull(40);
    city.twist(() => Promise.reject(new TypeError('fetch failed')));
    const ids = applications.map((application) => decide(desk.db, application));
    desk.sync.nudge();
    await network('offline');
    expect(desk.sync.status().pending.count).toBe(40);
    city.twist(null);
    desk.sync.now();
    await until(() => desk.sync.status().pending.count === 0, 'drained');
    expect(city.effects.map((command) => command.id)).toEqual(ids);
    expect(city.effects.map((command) => command.seq)).toEqual(ids.map((_, index) => index + 1));
    expect(desk.applications.touchedIds).toEqual(expect.arrayContaining(applications.map((a) => a.id)));
    expect(logKinds()).toEqual(expect.arrayContaining(['failed:1:offline', 'restored:1:', 'sent:16:', 'received:16:']));
  });

  it('sends when the time to take back is over, by itself, and not before', async () => {
    const [application] = await openAndPull(1);
    if (!application) throw new Error('one application');
    const commandId = decide(desk.db, application, { sendsAt: desk.office.ports.clock.now() + 120 });
    desk.sync.nudge();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(city.effects).toEqual([]);
    await delivered(commandId);
    expect(desk.sync.receipt(commandId)).toMatchObject({ ok: true, value: { number: '20260901-0001', commandId } });
  });

  it('never sends what was taken back', async () => {
    const [application] = await openAndPull(1);
    if (!application) throw new Error('one application');
    const commandId = decide(desk.db, application, { sendsAt: desk.office.ports.clock.now() + 60_000 });
    withdraw(desk.db, commandId, START);
    desk.sync.now();
    await isOnline();
    expect(city.effects).toEqual([]);
    expect(desk.sync.outbox({ offset: 0, limit: 10 }).items[0]).toMatchObject({ delivery: 'undone', canUndo: false });
  });

  it('resends the same bytes after a lost answer, across a restart, and it takes effect once', async () => {
    const [application] = await openAndPull(1);
    if (!application) throw new Error('one application');
    let answersLost = 0;
    city.twist(createLosingTwist(() => (answersLost += 1)));
    const commandId = decide(desk.db, application);
    desk.sync.nudge();
    await until(() => answersLost > 0, 'a lost answer');
    await network('offline');
    expect(deliveryOf(commandId)?.delivery).toBe('sending');
    desk = await desk.restart();
    city.twist(null);
    desk.sync.start();
    await delivered(commandId);
    expect(city.effects).toHaveLength(1);
    const bodies = city.requests('/v1/commands').map((call) => commandText(call.raw));
    expect(new Set(bodies).size).toBe(1);
    expect(bodies.length).toBeGreaterThan(1);
  });

  /** Lets the city apply, then breaks the line. */
  function createLosingTwist(onLost: () => void) {
    let isInside = false;
    return (call: { path: string; url: URL; init: RequestInit }) => {
      if (call.path !== '/v1/commands' || isInside) return undefined;
      isInside = true;
      return city.net.fetch(call.url.href, call.init).then(() => {
        isInside = false;
        onLost();
        throw new TypeError('terminated');
      });
    };
  }
  const commandText = (raw: string) => raw.slice(raw.indexOf('"commands":['));

  it('puts a conflict before a person with both sides, and shows the city’s truth', async () => {
    const [application] = await openAndPull(1);
    if (!application) throw new Error('one application');
    const current = { ...application, version: 2, state: 'withdrawn' as const };
    city.judge((command) => ({ commandId: command.id, result: 'conflict', code: 'withdrawn', current, serverTime: START }));
    const commandId = decide(desk.db, application, { decision: 'approve', opinion: '同意上报。' });
    desk.sync.nudge();
    await until(() => desk.sync.status().attention === 1, 'a task');
    expect(deliveryOf(commandId)).toMatchObject({ delivery: 'attention', problem: 'withdrawn', receiptNumber: null });
    expect(desk.sync.tasks().tasks).toMatchObject([
      {
        code: 'withdrawn',
        name: application.applicant.name,
        phone: application.applicant.phone,
        ours: { decision: 'approve', opinion: '同意上报。', decidedBy: '李敏' },
        current: { state: 'withdrawn', version: 2 },
      },
    ]);
    expect(desk.applications.read(application.id)?.state).toBe('withdrawn');
    expect(desk.applications.committedIds).toContain(application.id);
    const [task] = desk.sync.tasks().tasks;
    expect(desk.sync.resolveTask(task?.id ?? '', 'accept')).toMatchObject({ error: { code: 'answer-not-possible' } });
    expect(desk.sync.resolveTask(task?.id ?? '', 'acknowledge').ok).toBe(true);
    expect(desk.sync.resolveTask(task?.id ?? '', 'acknowledge')).toMatchObject({ error: { code: 'not-found' } });
    expect(desk.sync.status().attention).toBe(0);
  });

  it('puts a refusal before a person and goes on with the others', async () => {
    const applications = await openAndPull(3);
    const refused = applications[1]?.id;
    city.judge((command) =>
      command.applicationId === refused
        ? { commandId: command.id, result: 'rejected', code: 'window-closed', detail: '已截止', serverTime: START }
        : undefined,
    );
    const ids = applications.map((application) => decide(desk.db, application));
    desk.sync.nudge();
    await until(() => desk.sync.status().pending.count === 0, 'drained');
    expect(ids.map((id) => deliveryOf(id)?.delivery)).toEqual(['effective', 'attention', 'effective']);
    expect(desk.sync.outbox({ offset: 0, limit: 10 }).items[1]).toMatchObject({ problem: 'window-closed', receiptNumber: null });
  });

  it.each<[string, (command: Command) => Receipt]>([
    ['signed by someone else', (command) => makeReceipt(command, makeKeys(), 1, START)],
    ['of another command', (command) => makeReceipt(command, city.keys, 1, START, { commandId: '0191f3a0-0000-7000-8000-00000000beef' })],
    ['of another text', (command) => makeReceipt(command, city.keys, 1, START, { payloadHash: 'b'.repeat(64) })],
    ['altered after signing', (command) => ({ ...makeReceipt(command, city.keys, 1, START), number: '20260901-9999' })],
  ])('does not believe a receipt %s', async (_what, forge) => {
    const [application] = await openAndPull(1);
    if (!application) throw new Error('one application');
    city.judge((command) => ({ commandId: command.id, result: 'applied', receipt: forge(command) }));
    const commandId = decide(desk.db, application);
    desk.sync.nudge();
    await network('not-the-city');
    expect(deliveryOf(commandId)).toMatchObject({ delivery: 'sending', receiptNumber: null });
    expect(desk.sync.receipt(commandId)).toMatchObject({ error: { code: 'not-found' } });
    city.judge(null);
    desk.sync.now();
    await delivered(commandId);
  });

  it('sends again what arrived spoilt, and gives up only after the third time', async () => {
    const [application] = await openAndPull(1);
    if (!application) throw new Error('one application');
    let times = 0;
    city.judge((command) => {
      times += 1;
      return times < 3
        ? { commandId: command.id, result: 'rejected', code: 'bad-signature', detail: '', serverTime: START }
        : undefined;
    });
    const commandId = decide(desk.db, application);
    desk.sync.nudge();
    await delivered(commandId);
    expect(times).toBe(3);
  });

  it('finds the one command that the city cannot read, parks it and delivers all others', async () => {
    const applications = await openAndPull(16);
    const poison = applications[11]?.id;
    city.twist((call) => (call.path === '/v1/commands' && call.raw.includes(poison ?? '?') ? refuse(400, 'bad-request') : undefined));
    const ids = applications.map((application) => decide(desk.db, application));
    desk.sync.nudge();
    await until(() => desk.sync.status().pending.count === 0, 'drained');
    expect(ids.map((id) => deliveryOf(id)?.delivery)).toEqual(ids.map((_, n) => (n === 11 ? 'attention' : 'effective')));
    expect(desk.sync.tasks().tasks).toHaveLength(1);
  });

  it('does not park everything when the city refuses everything', async () => {
    const applications = await openAndPull(10);
    city.twist((call) => (call.path === '/v1/commands' ? refuse(404, 'not-found') : undefined));
    for (const application of applications) decide(desk.db, application);
    desk.sync.nudge();
    await network('busy');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(desk.sync.status().attention).toBe(3);
    expect(desk.sync.status().pending.count).toBe(7);
  });

  it('halves a batch that is too large until it goes through', async () => {
    const applications = await openAndPull(10);
    city.twist((call) => {
      if (call.path !== '/v1/commands') return undefined;
      return (call.body as { commands: unknown[] }).commands.length > 3 ? refuse(413, 'too-large') : undefined;
    });
    for (const application of applications) decide(desk.db, application);
    desk.sync.nudge();
    await until(() => desk.sync.status().pending.count === 0, 'drained');
    expect(city.effects).toHaveLength(10);
    expect(desk.sync.status().attention).toBe(0);
  });

  it('stops sending when its numbers are used up by another copy, and says so', async () => {
    const [application, other] = await openAndPull(2);
    if (!application || !other) throw new Error('two applications');
    city.twist((call) => (call.path === '/v1/commands' ? refuse(409, 'device-forked') : undefined));
    decide(desk.db, application);
    desk.sync.nudge();
    await network('forked');
    decide(desk.db, other);
    desk.sync.nudge();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(city.requests('/v1/commands')).toHaveLength(1);
    expect(desk.sync.status().pending.count).toBe(2);
  });

  it('takes up a new epoch that began during its session, and then sends', async () => {
    const [application] = await openAndPull(1);
    if (!application) throw new Error('one application');
    city.bump();
    city.twist((call) =>
      call.path === '/v1/commands' && (call.body as { epoch: number }).epoch !== 2 ? refuse(409, 'device-forked') : undefined,
    );
    const commandId = decide(desk.db, application);
    desk.sync.nudge();
    await delivered(commandId);
    expect(readEnrolment(desk.db)?.epoch).toBe(2);
  });

  it.each([10, -10])('works with a clock that is %i years off', async (years) => {
    const application = makeApplication();
    city.put(application);
    city.setTime(() => START);
    await open({ clock: runningClock(START + years * 365 * 86_400_000) });
    const commandId = decide(desk.db, application, { sendsAt: desk.office.ports.clock.now() });
    desk.sync.start();
    await delivered(commandId);
    const offset = desk.sync.status().clockOffsetMs ?? 0;
    expect(Math.abs(offset + years * 365 * 86_400_000)).toBeLessThan(60_000);
  });
});

describe('a line that cannot be trusted', () => {
  it.each<[string, () => Response, string]>([
    ['a portal page', portal, 'not-the-city'],
    ['JSON without the protocol’s header', () => new Response('{}', { headers: { 'content-type': 'application/json' } }), 'not-the-city'],
    ['the header with HTML', () => new Response('<html>', { headers: { 'content-type': 'text/html', 'x-sync-proto': '1' } }), 'not-the-city'],
    ['nonsense in the right form', () => json({ hello: [1, 2, 3] }), 'not-the-city'],
    ['half a document', () => new Response('{"changes":[', { headers: { 'content-type': 'application/json', 'x-sync-proto': '1' } }), 'not-the-city'],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: 'http://portal.test/' } }), 'not-the-city'],
    ['an error page of a proxy', () => new Response('Bad gateway', { status: 502 }), 'not-the-city'],
    ['a busy city', () => refuse(429, 'busy'), 'busy'],
    ['an internal error', () => refuse(500, 'internal'), 'busy'],
    ['a revoked computer', () => refuse(403, 'device-revoked'), 'revoked'],
    ['an expired login that stays so', () => refuse(401, 'unauthorised'), 'login-needed'],
  ])('%s leaves everything as it was', async (_what, answer, expected) => {
    const application = makeApplication();
    await open();
    desk.applications.receive(application);
    const commandId = decide(desk.db, application);
    city.twist(answer);
    desk.sync.start();
    await network(expected);
    expect(deliveryOf(commandId)?.delivery).toBe('due');
    expect(desk.applications.count()).toBe(1);
    expect(desk.sync.status()).toMatchObject({ phase: 'idle', failingSince: expect.any(Number) });
    expect(logKinds()).toEqual([`failed:1:${expected}`]);
  });

  it('says by name that a certificate is wrong', async () => {
    const cause = Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    city.twist(() => Promise.reject(new TypeError('fetch failed', { cause })));
    await open();
    desk.sync.start();
    await network('certificate');
  });

  it('waits as long as the city asks', async () => {
    city.twist(() => refuse(503, 'busy', { 'retry-after': '120' }));
    await open();
    desk.sync.start();
    await network('busy');
    const wait = (desk.sync.status().nextTryAt ?? 0) - desk.office.ports.clock.now();
    expect(wait).toBeGreaterThan(115_000);
    expect(wait).toBeLessThanOrEqual(120_000);
    const before = city.calls.length;
    desk.sync.nudge();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(city.calls.length).toBe(before);
    city.twist(null);
    desk.sync.now();
    await isOnline();
  });

  it('logs in again once when its session is refused, and loses nothing', async () => {
    const [application] = await openAndPull(1);
    if (!application) throw new Error('one application');
    let refused = 0;
    city.twist((call) => (call.path === '/v1/commands' && refused++ === 0 ? refuse(401, 'unauthorised') : undefined));
    const commandId = decide(desk.db, application);
    desk.sync.nudge();
    await delivered(commandId);
    expect(city.requests('/v1/session')).toHaveLength(2);
    expect(city.effects).toHaveLength(1);
  });

  it('does not try a revoked computer again until asked', async () => {
    city.twist(() => refuse(403, 'device-revoked'));
    await open();
    desk.sync.start();
    await network('revoked');
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(city.calls).toHaveLength(1);
    expect(desk.sync.status().nextTryAt).toBeNull();
    city.twist(null);
    desk.sync.now();
    await isOnline();
  });

  it('gives up a line that is silent, however long it was open', async () => {
    await open({ tuning: { stallMs: 40 } });
    city.twist((call) => waitForAbort(call.init.signal));
    desk.sync.start();
    await network('offline');
  });

  it('is patient with a line that is slow but alive', async () => {
    const application = makeApplication();
    city.put(application);
    await open({ tuning: { stallMs: 150 } });
    city.twist((call) => (call.path === '/v1/changes' ? drip(call.url.search) : undefined));
    desk.sync.start();
    await isOnline();
    expect(desk.applications.count()).toBe(1);

    function drip(search: string): Response {
      const page = { changes: search.includes('since=0') ? [{ cursor: '1', kind: 'application', application }] : [], next: '1', more: false, remaining: 0, serverTime: START };
      const bytes = new TextEncoder().encode(JSON.stringify(page));
      const step = Math.ceil(bytes.length / 6);
      const body = new ReadableStream<Uint8Array>({
        async start(controller) {
          for (let at = 0; at < bytes.length; at += step) {
            await new Promise((resolve) => setTimeout(resolve, 50));
            controller.enqueue(bytes.slice(at, at + step));
          }
          controller.close();
        },
      });
      return new Response(body, { headers: { 'x-sync-proto': '1', 'content-type': 'application/json' } });
    }
  });

  it('does nothing before this computer is enrolled', async () => {
    desk = await openTestOffice({ net: city.net });
    desk.sync.start();
    await until(() => desk.sync.status().phase === 'not-enrolled', 'not enrolled');
    expect(desk.sync.now()).toMatchObject({ error: { code: 'not-enrolled' } });
    expect(city.calls).toEqual([]);
    enrolWith(desk.db, device, city.keys.publicKey);
    desk.sync.enrolled();
    await isOnline();
    expect(logKinds()).toContain('enrolled:1:');
  });
});

function waitForAbort(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
  });
}

describe('stopping', () => {
  it.each(['/v1/session/challenge', '/v1/session', '/v1/changes', '/v1/commands'])('during %s leaves nothing running', async (path) => {
    const application = makeApplication();
    city.put(application);
    await open();
    desk.applications.receive(application);
    const commandId = decide(desk.db, application);
    let isThere = false;
    city.twist((call) => {
      if (call.path !== path) return undefined;
      isThere = true;
      return waitForAbort(call.init.signal);
    });
    desk.sync.start();
    await until(() => isThere, path);
    const stoppedAt = performance.now();
    await desk.sync.stop();
    expect(performance.now() - stoppedAt).toBeLessThan(500);
    const calls = city.calls.length;
    const events = desk.events.length;
    desk.sync.nudge();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(city.calls.length).toBe(calls);
    expect(desk.events.length).toBe(events);
    expect(deliveryOf(commandId)?.delivery).toBe(path === '/v1/commands' ? 'sending' : 'due');
  });

  it('while it rests is immediate', async () => {
    await openAndPull(1);
    const stoppedAt = performance.now();
    await desk.sync.stop();
    expect(performance.now() - stoppedAt).toBeLessThan(100);
  });
});
