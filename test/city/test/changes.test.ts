import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApplicationSchema } from '#protocol/application.ts';
import { ErrorResponse } from '#protocol/protocol.ts';
import { OTHER_UNITS, SAMPLE_UNIT } from '../seed/sample-unit.ts';
import { SCENARIOS } from '../seed/scenarios.ts';
import { enrolDesk, first, get, isPlain, post, startTestCity, type TestCity, type TestDesk } from './city-client.ts';

let city: TestCity;
let desk: TestDesk;
beforeAll(async () => {
  city = await startTestCity();
  desk = await enrolDesk(city);
});
afterAll(() => city.close());

describe('the change log', () => {
  it('begins with the unit and holds every application once', async () => {
    const changes = (await desk.pullAll()).flatMap((page) => page.changes);
    expect(changes[0]).toMatchObject({ kind: 'unit', unit: { id: SAMPLE_UNIT.id } });
    expect(changes.slice(1).every(({ kind }) => kind === 'application')).toBe(true);
    expect(changes).toHaveLength(1 + SCENARIOS.length);
  });

  it('gives the same changes in pages of 7, in rising order, counting down what remains', async () => {
    const whole = (await desk.pullAll()).flatMap((page) => page.changes);
    const pages = await desk.pullAll('0', 7);
    expect(pages.flatMap((page) => page.changes)).toEqual(whole);
    const cursors = pages.flatMap((page) => page.changes).map(({ cursor }) => Number(cursor));
    expect(cursors).toEqual(cursors.toSorted((a, b) => a - b));
    let left = whole.length;
    for (const page of pages) {
      left -= page.changes.length;
      expect(page.remaining).toBe(left);
      expect(page.more).toBe(left > 0);
    }
  });

  it('delivers only the newest body of what changed twice', async () => {
    const target = first((await desk.applications()).filter(isPlain));
    const { next } = (await desk.pullAll()).at(-1) ?? { next: '' };
    await desk.send([desk.command(target, 'return')]);
    await post(`${city.url}/admin/applications/${target.id}/resubmit`, {});
    const changes = (await desk.pullAll(next)).flatMap((page) => page.changes);
    expect(changes).toMatchObject([
      { application: { id: target.id, version: target.version + 2, state: 'unit-review' } },
    ]);
  });

  it('never skips a change while others are being made', async () => {
    const reader = await enrolDesk(city);
    const targets = (await desk.applications()).filter(isPlain).slice(0, 6);
    const { next } = (await reader.pullAll()).at(-1) ?? { next: '' };
    const seen = new Map<string, number>();
    let cursor = next;
    async function read(): Promise<void> {
      for (const page of await reader.pullAll(cursor, 2)) {
        for (const change of page.changes)
          if (change.kind === 'application') seen.set(change.application.id, change.application.version);
        cursor = page.next;
      }
    }
    const writing = Promise.all(targets.map((target) => desk.send([desk.command(target, 'return')])));
    await Promise.all([read(), read(), writing]);
    await read();
    for (const target of targets) expect(seen.get(target.id)).toBe(target.version + 1);
  });

  it('tells the old unit that an application is gone and the new one that it has come', async () => {
    const unit = first(OTHER_UNITS);
    const theirs = await enrolDesk(city, unit);
    const moved = first((await desk.applications()).filter(isPlain));
    const [ours, other] = await Promise.all([desk.pullAll(), theirs.pullAll()]);
    await post(`${city.url}/admin/applications/${moved.id}/move`, { unitId: unit.id });
    const gone = (await desk.pullAll(ours.at(-1)?.next)).flatMap((page) => page.changes);
    const come = (await theirs.pullAll(other.at(-1)?.next)).flatMap((page) => page.changes);
    expect(gone).toMatchObject([{ kind: 'removed', applicationId: moved.id }]);
    expect(come).toMatchObject([{ kind: 'application', application: { id: moved.id } }]);
  });

  it.each([
    ['a cursor beyond the head', 'since=999999', 410, 'cursor-gone'],
    ['a cursor that is none', 'since=-1', 400, 'bad-request'],
    ['a page too large', 'since=0&limit=501', 400, 'bad-request'],
  ])('refuses %s', async (_, query, status, code) => {
    const answer = await get(`${city.url}/v1/changes?${query}`, desk.token);
    expect(answer.status).toBe(status);
    expect(ErrorResponse.parse(answer.body).error.code).toBe(code);
  });
});

describe('scans', () => {
  function fetchBlob(sha256: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${city.url}/v1/blobs/${sha256}`, { headers: { authorization: `Bearer ${desk.token}`, ...headers } });
  }

  it('come whole, in ranges, and not at all when they are known', async () => {
    const application = ApplicationSchema.parse(first(await desk.applications()));
    const { sha256, sizeBytes } = first(application.attachments);
    const whole = Buffer.from(await (await fetchBlob(sha256)).arrayBuffer());
    expect(whole).toHaveLength(sizeBytes);
    const { createHash } = await import('node:crypto');
    expect(createHash('sha256').update(whole).digest('hex')).toBe(sha256);

    const head = await fetchBlob(sha256, { range: 'bytes=0-99' });
    const rest = await fetchBlob(sha256, { range: 'bytes=100-', 'if-range': `"${sha256}"` });
    expect([head.status, rest.status]).toEqual([206, 206]);
    expect(rest.headers.get('content-range')).toBe(`bytes 100-${sizeBytes - 1}/${sizeBytes}`);
    expect(
      Buffer.concat([Buffer.from(await head.arrayBuffer()), Buffer.from(await rest.arrayBuffer())]).equals(whole),
    ).toBe(true);

    expect((await fetchBlob(sha256, { 'if-none-match': `"${sha256}"` })).status).toBe(304);
    expect((await fetchBlob(sha256, { range: 'bytes=100-', 'if-range': '"another"' })).status).toBe(200);
    expect((await fetchBlob(sha256, { range: `bytes=${sizeBytes}-` })).status).toBe(416);
  });

  it('are not there for a unit that holds none of them', async () => {
    expect((await fetchBlob('0'.repeat(64))).status).toBe(404);
    const other = await startTestCity();
    const theirs = await enrolDesk(other, first(OTHER_UNITS));
    const [held] = (await theirs.applications()).flatMap(({ attachments }) => attachments);
    other.db.exec(`DELETE FROM holding WHERE application_no IN (SELECT no FROM application WHERE unit_no <> 1)`);
    const answer = await fetch(`${other.url}/v1/blobs/${held?.sha256}`, {
      headers: { authorization: `Bearer ${theirs.token}` },
    });
    expect(answer.status).toBe(404);
    await other.close();
  });
});

describe('faults on demand', () => {
  function setFault(fault: object): Promise<unknown> {
    return post(`${city.url}/admin/fault`, fault);
  }

  it('html: 200 without the protocol header, as a captive portal answers, as often as asked', async () => {
    await setFault({ kind: 'html', count: 1 });
    const portal = await fetch(`${city.url}/v1/time`);
    expect([portal.status, portal.headers.get('x-sync-proto'), portal.headers.get('content-type')]).toEqual([
      200,
      null,
      'text/html; charset=utf-8',
    ]);
    expect((await fetch(`${city.url}/v1/time`)).headers.get('x-sync-proto')).toBe('1');
  });

  it('status: with Retry-After; nonsense: JSON of another shape', async () => {
    await setFault({ kind: 'status', status: 503, retryAfterS: 7, count: 1 });
    const busy = await fetch(`${city.url}/v1/time`);
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '7']);
    expect(ErrorResponse.parse(await busy.json()).error.code).toBe('busy');
    await setFault({ kind: 'nonsense', count: 1 });
    expect((await get(`${city.url}/v1/time`)).body).not.toHaveProperty('serverTime');
  });

  it('drop-after-apply: the command has taken effect although no answer came', async () => {
    const target = first((await desk.applications()).filter(isPlain));
    const command = desk.command(target, 'return');
    await setFault({ kind: 'drop-after-apply', count: 1 });
    await expect(desk.request([command])).rejects.toThrow('fetch failed');
    expect(await desk.send([command])).toMatchObject([{ result: 'duplicate', receipt: { commandId: command.id } }]);
  });

  it('leaves an unknown address an error in the protocol form', async () => {
    const answer = await get(`${city.url}/v1/${randomUUID()}`);
    expect([answer.status, answer.headers.get('x-sync-proto'), ErrorResponse.parse(answer.body).error.code]).toEqual([
      404,
      '1',
      'not-found',
    ]);
  });
});
