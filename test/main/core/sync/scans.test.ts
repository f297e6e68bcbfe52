import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#model/application.ts';
import { makeApplication, makeScan, type Scan } from '../../../sync/application.ts';
import {
  decide,
  enrolWith,
  failOnUnseen,
  makeKeys,
  openTestOffice,
  until,
  type TestOffice,
} from '../../../sync/office.ts';
import { createScriptedCity, cutResponse, refuse, type ScriptedCity } from '../../../sync/scripted-city.ts';
import { START } from '../../../support/fake-ports.ts';

const DAY = 86_400_000;
let city: ScriptedCity;
let desk: TestOffice;

beforeEach(async () => {
  city = createScriptedCity();
  desk = await openTestOffice({ net: city.net });
  enrolWith(desk.db, makeKeys(), city.keys.publicKey);
});
afterEach(async () => {
  await desk.close();
  failOnUnseen(desk);
});

function holding(scans: readonly Scan[], over: Partial<Application> = {}): Application {
  city.hold(...scans);
  const application = makeApplication({ attachments: scans.map((scan) => scan.attachment), ...over });
  city.put(application);
  return application;
}

const fetched = () =>
  until(() => desk.sync.status().scans.missing === 0 && desk.sync.status().phase === 'idle', 'all scans');
const blobCalls = () => city.calls.filter((call) => call.path.startsWith('/v1/blobs/'));
const hashOf = (path: string) => path.replace('/v1/blobs/', '');
const headersOf = (scan: Scan) => ({
  'x-sync-proto': '1',
  'content-type': 'image/jpeg',
  etag: `"${scan.attachment.sha256}"`,
});
const logged = () =>
  desk.sync.log({ offset: 0, limit: 50 }).entries.map((entry) => `${entry.kind}:${entry.count}:${entry.code}`);

async function bytesOf(scan: Scan): Promise<Uint8Array> {
  const read = await desk.office.vault.get(scan.attachment.sha256);
  if (!read.ok) throw new Error(read.error.code);
  return new Uint8Array(read.value);
}

describe('fetching scans', () => {
  it('brings every scan into the vault, once each, and tells whose they are', async () => {
    const scans = [makeScan(5_000, 'a'), makeScan(70_000, 'b'), makeScan(1, 'c')];
    const application = holding(scans);
    const shared = scans[0] as Scan;
    holding([{ ...shared, attachment: { ...shared.attachment, id: randomUUID() } }]);
    desk.sync.start();
    await fetched();
    for (const scan of scans) expect(await bytesOf(scan)).toEqual(scan.bytes);
    expect(blobCalls()).toHaveLength(3);
    expect(desk.applications.touchedIds).toContain(application.id);
    expect(logged()).toContain('scans:3:');
  });

  it('counts what is missing, by hash', async () => {
    city.twist((call) =>
      call.path.startsWith('/v1/blobs/') ? refuse(503, 'busy', { 'retry-after': '100' }) : undefined,
    );
    holding([makeScan(5_000, 'a'), makeScan(2_000, 'b')]);
    desk.sync.start();
    await until(() => desk.sync.status().network === 'busy', 'busy');
    expect(desk.sync.status().scans).toEqual({ missing: 2, missingBytes: 7_000 });
  });

  it('takes those of the application on screen first, then those at unit review by nearest closing', async () => {
    const window = (days: number) => ({ isProvincial: false, opensAt: null, closesAt: START + days * DAY });
    const [late, soon, superior, first] = ['late', 'soon', 'superior', 'first'].map((seed) => makeScan(100, seed)) as [
      Scan,
      Scan,
      Scan,
      Scan,
    ];
    holding([superior], { state: 'superior-review', window: window(1) });
    holding([late], { window: window(20) });
    holding([soon], { window: window(2) });
    const { id } = holding([first], { state: 'closed', window: window(300) });
    desk.sync.prioritise(id);
    desk.sync.start();
    await fetched();
    expect(blobCalls().map((call) => hashOf(call.path))).toEqual(
      [first, soon, late, superior].map((s) => s.attachment.sha256),
    );
  });

  it('asks only for the rest after a cut, also when the line stays down for a while', async () => {
    const scan = makeScan(10_000, 'cut');
    holding([scan]);
    let tries = 0;
    city.twist((call) => {
      if (!call.path.startsWith('/v1/blobs/')) return undefined;
      tries += 1;
      if (tries === 1) return cutResponse(scan.bytes, 4_000, { headers: headersOf(scan) });
      return tries < 4 ? Promise.reject(new TypeError('fetch failed')) : undefined;
    });
    desk.sync.start();
    await fetched();
    expect(await bytesOf(scan)).toEqual(scan.bytes);
    const ranges = blobCalls().map((call) => new Headers(call.init.headers).get('range'));
    expect(ranges[0]).toBeNull();
    expect(new Set(ranges.slice(1))).toEqual(new Set(['bytes=4000-']));
    expect(new Headers(blobCalls()[1]?.init.headers).get('if-range')).toBe(`"${scan.attachment.sha256}"`);
  });

  it('starts over when the city answers the whole instead of the rest', async () => {
    const scan = makeScan(10_000, 'whole');
    holding([scan]);
    let tries = 0;
    city.twist((call) => {
      if (!call.path.startsWith('/v1/blobs/')) return undefined;
      tries += 1;
      return tries === 1
        ? cutResponse(scan.bytes, 4_000, { headers: headersOf(scan) })
        : new Response(scan.bytes.slice(), { headers: headersOf(scan) });
    });
    desk.sync.start();
    await fetched();
    expect(await bytesOf(scan)).toEqual(scan.bytes);
    expect(blobCalls()).toHaveLength(2);
  });

  it('never keeps a scan whose bytes are not what they should be; the third time it leaves it', async () => {
    const [bad, good] = [makeScan(3_000, 'bad'), makeScan(3_000, 'good')];
    holding([bad, good]);
    const wrong = bad.bytes.slice();
    wrong[1_500] = (wrong[1_500] ?? 0) ^ 1;
    city.twist((call) =>
      hashOf(call.path) === bad.attachment.sha256
        ? new Response(wrong.slice(), { headers: headersOf(bad) })
        : undefined,
    );
    desk.sync.start();
    await until(() => logged().includes('failed:3:scan-damaged'), 'given up');
    await until(() => desk.sync.status().phase === 'idle', 'idle');
    expect(await desk.office.vault.has(bad.attachment.sha256)).toBe(false);
    expect(await bytesOf(good)).toEqual(good.bytes);
    expect(desk.sync.status()).toMatchObject({ scans: { missing: 1 }, network: 'online' });
    expect(blobCalls().filter((call) => hashOf(call.path) === bad.attachment.sha256)).toHaveLength(3);
    city.twist(null);
    desk.sync.now();
    await fetched();
    expect(await bytesOf(bad)).toEqual(bad.bytes);
  });

  it.each([
    ['too long', (scan: Scan) => new Response(new Uint8Array(9_000), { headers: headersOf(scan) })],
    ['too short', (scan: Scan) => new Response(scan.bytes.slice(0, 10), { headers: headersOf(scan) })],
  ])('never keeps one that is %s', async (_what, answer) => {
    const scan = makeScan(3_000, 'length');
    holding([scan]);
    city.twist((call) => (call.path.startsWith('/v1/blobs/') ? answer(scan) : undefined));
    desk.sync.start();
    await until(() => logged().includes('failed:3:scan-damaged'), 'given up');
    expect(await desk.office.vault.has(scan.attachment.sha256)).toBe(false);
  });

  it('leaves at once what the city does not have', async () => {
    const scan = makeScan(3_000, 'absent');
    city.put(makeApplication({ attachments: [scan.attachment] }));
    desk.sync.start();
    await until(() => logged().includes('failed:3:scan-absent'), 'given up');
    expect(blobCalls()).toHaveLength(1);
  });

  it('lets a decision go first, then goes on', async () => {
    const scans = Array.from({ length: 12 }, (_, n) => makeScan(200, `many-${n}`));
    const application = holding(scans);
    const order: string[] = [];
    let commandId = '';
    city.twist((call) => {
      order.push(call.path.split('/').slice(0, 3).join('/'));
      if (call.path.startsWith('/v1/blobs/') && commandId === '') commandId = decide(desk.db, application);
      return undefined;
    });
    desk.sync.start();
    await fetched();
    const sentAt = order.indexOf('/v1/commands');
    const blobsBefore = order.slice(0, sentAt).filter((path) => path === '/v1/blobs').length;
    expect(blobsBefore).toBeLessThanOrEqual(2);
    expect(desk.sync.receipt(commandId).ok).toBe(true);
    expect(blobCalls()).toHaveLength(12);
  });

  it('fetches anew what the vault lost', async () => {
    const scan = makeScan(500, 'lost');
    holding([scan]);
    desk.sync.start();
    await fetched();
    desk.sync.refetch(scan.attachment.sha256);
    await until(() => blobCalls().length === 2, 'asked again');
    await fetched();
    expect(await bytesOf(scan)).toEqual(scan.bytes);
  });

  it('stops in the middle of a scan', async () => {
    const scan = makeScan(5_000, 'stop');
    holding([scan]);
    let isThere = false;
    city.twist((call) => {
      if (!call.path.startsWith('/v1/blobs/')) return undefined;
      const { signal } = call.init;
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(scan.bytes.slice(0, 100));
          isThere = true;
          signal?.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')));
        },
      });
      return new Response(body, { headers: headersOf(scan) });
    });
    desk.sync.start();
    await until(() => isThere, 'a scan under way');
    await desk.sync.stop();
    expect(desk.sync.status().scans.missing).toBe(1);
  });
});
