import { afterEach, describe, expect, it } from 'vitest';
import type { Application } from '#model/application.ts';
import { makeApplication } from '../../../sync/application.ts';
import { openAndPull, openBench, pause, waitForAbort, type Bench } from '../../../sync/bench.ts';
import { decide, enrolWith, makeKeys, until } from '../../../sync/office.ts';
import { json, portal, refuse } from '../../../sync/scripted-city.ts';
import { START } from '../../../support/fake-ports.ts';

let bench: Bench;
afterEach(() => bench.close());

async function pulled(count: number): Promise<Application[]> {
  const opened = await openAndPull(count);
  bench = opened.bench;
  return opened.applications;
}

async function pulledOne(): Promise<Application> {
  const [application] = await pulled(1);
  if (!application) throw new Error('one application');
  return application;
}

describe('a line that cannot be trusted', () => {
  it.each<[string, () => Response, string]>([
    ['a portal page', portal, 'not-the-city'],
    [
      'JSON without the protocol’s header',
      () => new Response('{}', { headers: { 'content-type': 'application/json' } }),
      'not-the-city',
    ],
    [
      'the header with HTML',
      () => new Response('<html>', { headers: { 'content-type': 'text/html', 'x-sync-proto': '1' } }),
      'not-the-city',
    ],
    ['nonsense in the right form', () => json({ hello: [1, 2, 3] }), 'not-the-city'],
    [
      'half a document',
      () => new Response('{"changes":[', { headers: { 'content-type': 'application/json', 'x-sync-proto': '1' } }),
      'not-the-city',
    ],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: 'http://portal.test/' } }),
      'not-the-city',
    ],
    ['an error page of a proxy', () => new Response('Bad gateway', { status: 502 }), 'not-the-city'],
    ['a busy city', () => refuse(429, 'busy'), 'busy'],
    ['an internal error', () => refuse(500, 'internal'), 'busy'],
    ['a revoked computer', () => refuse(403, 'device-revoked'), 'revoked'],
    ['an expired login that stays so', () => refuse(401, 'unauthorised'), 'login-needed'],
  ])('%s leaves everything as it was', async (_what, answer, expected) => {
    const application = makeApplication();
    bench = await openBench();
    bench.desk.applications.receive(application);
    const commandId = decide(bench.desk.db, application);
    bench.city.twist(answer);
    bench.desk.sync.start();
    await bench.network(expected);
    expect(bench.deliveryOf(commandId)?.delivery).toBe('due');
    expect(bench.desk.applications.count()).toBe(1);
    expect(bench.desk.sync.status()).toMatchObject({ phase: 'idle', failingSince: expect.any(Number) });
    expect(bench.log()).toEqual([`failed:1:${expected}`]);
  });

  it('says by name that a certificate is wrong', async () => {
    const cause = Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    bench = await openBench();
    bench.city.twist(() => Promise.reject(new TypeError('fetch failed', { cause })));
    bench.desk.sync.start();
    await bench.network('certificate');
    expect(bench.log()).toEqual(['failed:1:certificate']);
  });

  it('waits as long as the city asks', async () => {
    bench = await openBench();
    bench.city.twist(() => refuse(503, 'busy', { 'retry-after': '120' }));
    bench.desk.sync.start();
    await bench.network('busy');
    const wait = (bench.desk.sync.status().nextTryAt ?? 0) - bench.desk.office.ports.clock.now();
    expect(wait).toBeGreaterThan(115_000);
    expect(wait).toBeLessThanOrEqual(120_000);
    const before = bench.city.calls.length;
    bench.desk.sync.nudge();
    await pause(30);
    expect(bench.city.calls.length).toBe(before);
    bench.city.twist(null);
    bench.desk.sync.now();
    await bench.isOnline();
  });

  it('logs in again once when its session is refused, and loses nothing', async () => {
    const application = await pulledOne();
    let refused = 0;
    bench.city.twist((call) =>
      call.path === '/v1/commands' && refused++ === 0 ? refuse(401, 'unauthorised') : undefined,
    );
    const commandId = decide(bench.desk.db, application);
    bench.desk.sync.nudge();
    await bench.delivered(commandId);
    expect(bench.city.requests('/v1/session')).toHaveLength(2);
    expect(bench.city.effects).toHaveLength(1);
  });

  it('does not try a revoked computer again until asked', async () => {
    bench = await openBench();
    bench.city.twist(() => refuse(403, 'device-revoked'));
    bench.desk.sync.start();
    await bench.network('revoked');
    await pause(80);
    expect(bench.city.calls).toHaveLength(1);
    expect(bench.desk.sync.status().nextTryAt).toBeNull();
    bench.city.twist(null);
    bench.desk.sync.now();
    await bench.isOnline();
  });

  it('gives up a line that is silent, however long it was open', async () => {
    bench = await openBench({ tuning: { stallMs: 40 } });
    bench.city.twist((call) => waitForAbort(call.init.signal));
    bench.desk.sync.start();
    await bench.network('offline');
    expect(bench.desk.applications.count()).toBe(0);
  });

  it('is patient with a line that is slow but alive', async () => {
    const application = makeApplication();
    bench = await openBench({ tuning: { stallMs: 150 } });
    bench.city.put(application);
    bench.city.twist((call) => (call.path === '/v1/changes' ? drip(call.url.search) : undefined));
    bench.desk.sync.start();
    await bench.isOnline();
    expect(bench.desk.applications.count()).toBe(1);

    function drip(search: string): Response {
      const page = {
        changes: search.includes('since=0') ? [{ cursor: '1', kind: 'application', application }] : [],
        next: '1',
        more: false,
        remaining: 0,
        serverTime: START,
      };
      const bytes = new TextEncoder().encode(JSON.stringify(page));
      const step = Math.ceil(bytes.length / 6);
      const body = new ReadableStream<Uint8Array>({
        async start(controller) {
          for (let at = 0; at < bytes.length; at += step) {
            await pause(50);
            controller.enqueue(bytes.slice(at, at + step));
          }
          controller.close();
        },
      });
      return new Response(body, { headers: { 'x-sync-proto': '1', 'content-type': 'application/json' } });
    }
  });

  it('does nothing before this computer is enrolled', async () => {
    bench = await openBench({ isEnrolled: false });
    bench.desk.sync.start();
    await until(() => bench.desk.sync.status().phase === 'not-enrolled', 'not enrolled');
    expect(bench.desk.sync.now()).toMatchObject({ error: { code: 'not-enrolled' } });
    expect(bench.city.calls).toEqual([]);
    enrolWith(bench.desk.db, makeKeys(), bench.city.keys.publicKey);
    bench.desk.sync.enrolled();
    await bench.isOnline();
    expect(bench.log()).toContain('enrolled:1:');
  });
});

describe('stopping', () => {
  it.each(['/v1/session/challenge', '/v1/session', '/v1/changes', '/v1/commands'])(
    'during %s leaves nothing running',
    async (path) => {
      const application = makeApplication();
      bench = await openBench();
      bench.city.put(application);
      bench.desk.applications.receive(application);
      const commandId = decide(bench.desk.db, application);
      let isThere = false;
      bench.city.twist((call) => {
        if (call.path !== path) return undefined;
        isThere = true;
        return waitForAbort(call.init.signal);
      });
      bench.desk.sync.start();
      await until(() => isThere, path);
      const stoppedAt = performance.now();
      await bench.desk.sync.stop();
      expect(performance.now() - stoppedAt).toBeLessThan(500);
      const calls = bench.city.calls.length;
      const events = bench.desk.events.length;
      bench.desk.sync.nudge();
      await pause(60);
      expect(bench.city.calls.length).toBe(calls);
      expect(bench.desk.events.length).toBe(events);
      expect(bench.deliveryOf(commandId)?.delivery).toBe(path === '/v1/commands' ? 'sending' : 'due');
    },
  );

  it('while it rests is immediate', async () => {
    await pulled(1);
    const stoppedAt = performance.now();
    await bench.desk.sync.stop();
    expect(performance.now() - stoppedAt).toBeLessThan(100);
  });
});
