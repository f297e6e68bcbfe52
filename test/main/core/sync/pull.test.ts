import { afterEach, describe, expect, it } from 'vitest';
import { createSync } from '#core/sync/sync.service.ts';
import { readEnrolment } from '#core/unit/unit.service.ts';
import type { Application } from '#model/application.ts';
import { makeApplication } from '../../../sync/application.ts';
import { openAndPull, openBench, type Bench } from '../../../sync/bench.ts';
import { allApplications, decide, until } from '../../../sync/office.ts';
import { json, refuse } from '../../../sync/scripted-city.ts';
import { START } from '../../../support/fake-ports.ts';

let bench: Bench;
afterEach(() => bench.close());

async function pulled(count: number): Promise<Application[]> {
  const opened = await openAndPull(count);
  bench = opened.bench;
  return opened.applications;
}

describe('reading the changes', () => {
  it('takes everything page by page and says how it went', async () => {
    await pulled(120);
    expect(bench.desk.applications.count()).toBe(120);
    expect(bench.cursor()).toBe('120');
    expect(bench.city.requests('/v1/changes').map((call) => call.url.search)).toEqual([
      '?since=0&limit=50',
      '?since=50&limit=100',
    ]);
    expect(bench.log()).toEqual(['pulled:120:']);
    expect(bench.desk.events).toContain('sync.changed');
    expect(bench.desk.sync.status()).toMatchObject({
      network: 'online',
      attempts: 0,
      failingSince: null,
      clockOffsetMs: expect.any(Number),
    });
  });

  it('goes on after the last page that is on disk when it stopped between two', async () => {
    bench = await openBench();
    bench.city.put(...Array.from({ length: 120 }, () => makeApplication()));
    bench.city.twist((call) =>
      call.url.search.includes('since=50') ? Promise.reject(new TypeError('fetch failed')) : undefined,
    );
    bench.desk.sync.start();
    await bench.network('offline');
    expect([bench.cursor(), bench.desk.applications.count()]).toEqual(['50', 50]);
    bench.city.twist(null);
    await bench.restart();
    await bench.isOnline();
    expect([bench.cursor(), bench.desk.applications.count()]).toEqual(['120', 120]);
    expect(bench.city.requests('/v1/changes').filter((call) => call.url.search.includes('since=0'))).toHaveLength(1);
  });

  it('keeps neither page nor cursor when the page cannot be stored', async () => {
    const [good, bad] = [makeApplication(), makeApplication()];
    bench = await openBench();
    bench.city.put(good, bad);
    const failing = { ...bench.desk.applications, receive: failOn(bad.id) };
    const sync = createSync({ ...bench.desk.office, applications: failing });
    sync.start();
    await until(() => bench.desk.errors.length > 0, 'an error');
    await sync.stop();
    expect([bench.cursor(), bench.desk.applications.count()]).toEqual(['0', 0]);
    expect(bench.desk.errors.splice(0)).toHaveLength(1);
  });

  function failOn(id: string) {
    return (application: Application) => {
      if (application.id === id) throw new Error('no room');
      bench.desk.applications.receive(application);
    };
  }

  it('reads everything anew when the city no longer knows the cursor, and leaves the outbox alone', async () => {
    const [stays, goes] = await pulled(2);
    if (!stays || !goes) throw new Error('two applications');
    const commandId = decide(bench.desk.db, stays, { sendsAt: bench.desk.office.ports.clock.now() + 600_000 });
    let isGone = true;
    bench.city.twist((call) => {
      if (call.path !== '/v1/changes') return undefined;
      if (isGone && !call.url.search.includes('since=0')) return refuse(410, 'cursor-gone');
      isGone = false;
      const change = { cursor: '7', kind: 'application', application: { ...stays, version: 2 } };
      return json({
        changes: call.url.search.includes('since=0') ? [change] : [],
        next: '7',
        more: false,
        remaining: 0,
        serverTime: START,
      });
    });
    bench.desk.sync.now();
    await until(() => bench.cursor() === '7', 'the new cursor');
    expect(bench.desk.applications.read(stays.id)?.version).toBe(2);
    expect(bench.desk.applications.read(goes.id)).toBeNull();
    expect(bench.deliveryOf(commandId)?.delivery).toBe('waiting');
    expect(bench.log()[0]).toBe('pulled:1:anew');
  });

  it('reads everything anew when the city began a new epoch', async () => {
    await pulled(3);
    bench.city.bump();
    await bench.restart();
    await bench.isOnline();
    expect(readEnrolment(bench.desk.db)?.epoch).toBe(2);
    expect(bench.city.requests('/v1/changes').filter((call) => call.url.search.startsWith('?since=0'))).toHaveLength(2);
    expect(bench.desk.applications.count()).toBe(3);
  });

  it('does not follow a cursor that stands still', async () => {
    bench = await openBench();
    bench.city.twist((call) =>
      call.path === '/v1/changes'
        ? json({ changes: [], next: '0', more: true, remaining: 5, serverTime: START })
        : undefined,
    );
    bench.desk.sync.start();
    await bench.network('not-the-city');
    expect(bench.city.requests('/v1/changes').length).toBeLessThan(20);
  });
});

describe('a pull that would remove many', () => {
  async function pulledAndRemoved(): Promise<string[]> {
    const applications = await pulled(30);
    const ids = applications.slice(0, 4).map((a) => a.id);
    bench.city.remove(...ids);
    bench.desk.sync.now();
    await bench.network('paused');
    return ids;
  }
  const task = () => bench.desk.sync.tasks().tasks[0];

  it('takes nothing and asks, by name', async () => {
    const ids = await pulledAndRemoved();
    expect(bench.desk.applications.count()).toBe(30);
    expect(bench.cursor()).toBe('30');
    expect(task()).toMatchObject({
      code: 'mass-removal',
      removals: ids.map((id) => bench.desk.applications.nameOf(id)),
      ours: null,
    });
    expect(bench.desk.sync.status().attention).toBe(1);
    bench.desk.sync.now();
    await until(() => bench.desk.sync.status().phase === 'idle', 'idle');
    expect(bench.desk.sync.tasks().tasks).toHaveLength(1);
  });

  it('goes on when a person accepts', async () => {
    const ids = await pulledAndRemoved();
    expect(bench.desk.sync.resolveTask(task()?.id ?? '', 'acknowledge')).toMatchObject({
      error: { code: 'answer-not-possible' },
    });
    expect(bench.desk.sync.resolveTask(task()?.id ?? '', 'accept').ok).toBe(true);
    await bench.isOnline();
    expect(ids.map((id) => bench.desk.applications.read(id))).toEqual(ids.map(() => null));
    expect(bench.cursor()).toBe('34');
  });

  it('stays paused when a person refuses, also after a restart, and asks again only on demand', async () => {
    await pulledAndRemoved();
    bench.desk.sync.resolveTask(task()?.id ?? '', 'refuse');
    await bench.restart();
    await bench.network('paused');
    expect(bench.desk.applications.count()).toBe(30);
    expect(bench.desk.sync.tasks().tasks).toEqual([]);
    bench.desk.sync.now();
    await until(() => task() !== undefined, 'the question again');
    expect(bench.desk.applications.count()).toBe(30);
  });

  it('asks too when everything is read anew and most of it is not met again', async () => {
    const [first] = await pulled(30);
    if (!first) throw new Error('thirty applications');
    bench.city.twist((call) => {
      if (call.path !== '/v1/changes') return undefined;
      if (call.url.search.includes('since=30')) return refuse(410, 'cursor-gone');
      const change = { cursor: '7', kind: 'application', application: first };
      const changes = call.url.search.includes('since=0') ? [change] : [];
      return json({ changes, next: '7', more: false, remaining: 0, serverTime: START });
    });
    bench.desk.sync.now();
    await bench.network('paused');
    expect(bench.desk.applications.count()).toBe(30);
    expect(task()?.removals).toHaveLength(29);
    bench.desk.sync.resolveTask(task()?.id ?? '', 'accept');
    await bench.isOnline();
    expect(bench.desk.applications.count()).toBe(1);
    expect(bench.cursor()).toBe('7');
  });

  it('still sends decisions meanwhile', async () => {
    await pulledAndRemoved();
    const [first] = allApplications(bench.desk);
    if (!first) throw new Error('thirty applications');
    const commandId = decide(bench.desk.db, first);
    bench.desk.sync.nudge();
    await bench.delivered(commandId);
    expect(bench.desk.applications.count()).toBe(30);
  });
});
