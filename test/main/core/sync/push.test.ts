import { afterEach, describe, expect, it } from 'vitest';
import { withdraw } from '#core/outbox/outbox.service.ts';
import { readEnrolment } from '#core/unit/unit.service.ts';
import type { Application } from '#model/application.ts';
import type { Command, Receipt } from '#protocol/protocol.ts';
import { makeApplication } from '../../../sync/application.ts';
import { openAndPull, openBench, pause, type Bench } from '../../../sync/bench.ts';
import { decide, makeKeys, runningClock, until } from '../../../sync/office.ts';
import { makeReceipt, refuse } from '../../../sync/scripted-city.ts';
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

describe('sending decisions', () => {
  it('drains what was decided offline when the line is back, once each', async () => {
    const applications = await pulled(40);
    bench.city.twist(() => Promise.reject(new TypeError('fetch failed')));
    const ids = applications.map((application) => decide(bench.desk.db, application));
    bench.desk.sync.nudge();
    await bench.network('offline');
    expect(bench.desk.sync.status().pending.count).toBe(40);
    bench.city.twist(null);
    bench.desk.sync.now();
    await bench.drained();
    expect(bench.city.effects.map((command) => command.id)).toEqual(ids);
    expect(bench.city.effects.map((command) => command.seq)).toEqual(ids.map((_, index) => index + 1));
    expect(bench.desk.applications.touchedIds).toEqual(expect.arrayContaining(applications.map((a) => a.id)));
    expect(bench.log()).toEqual(
      expect.arrayContaining(['failed:1:offline', 'restored:1:', 'sent:16:', 'received:16:']),
    );
  });

  it('sends when the time to take back is over, by itself, and not before', async () => {
    const application = await pulledOne();
    const commandId = decide(bench.desk.db, application, { sendsAt: bench.desk.office.ports.clock.now() + 120 });
    bench.desk.sync.nudge();
    await pause(60);
    expect(bench.city.effects).toEqual([]);
    await bench.delivered(commandId);
    expect(bench.desk.sync.receipt(commandId)).toMatchObject({
      ok: true,
      value: { number: '20260901-0001', commandId },
    });
  });

  it('never sends what was taken back', async () => {
    const application = await pulledOne();
    const commandId = decide(bench.desk.db, application, { sendsAt: bench.desk.office.ports.clock.now() + 60_000 });
    withdraw(bench.desk.db, commandId, START);
    bench.desk.sync.now();
    await bench.isOnline();
    expect(bench.city.effects).toEqual([]);
    expect(bench.desk.sync.outbox({ offset: 0, limit: 10 }).items[0]).toMatchObject({
      delivery: 'undone',
      canUndo: false,
    });
  });

  it('resends the same bytes after a lost answer, across a restart, and it takes effect once', async () => {
    const application = await pulledOne();
    let answersLost = 0;
    bench.city.twist(createLosingTwist(() => (answersLost += 1)));
    const commandId = decide(bench.desk.db, application);
    bench.desk.sync.nudge();
    await until(() => answersLost > 0, 'a lost answer');
    await bench.network('offline');
    expect(bench.deliveryOf(commandId)?.delivery).toBe('sending');
    bench.city.twist(null);
    await bench.restart();
    await bench.delivered(commandId);
    expect(bench.city.effects).toHaveLength(1);
    const bodies = bench.city.requests('/v1/commands').map((call) => commandText(call.raw));
    expect(new Set(bodies).size).toBe(1);
    expect(bodies.length).toBeGreaterThan(1);
  });

  /** Lets the city apply, then breaks the line. */
  function createLosingTwist(onLost: () => void) {
    let isInside = false;
    return (call: { path: string; url: URL; init: RequestInit }) => {
      if (call.path !== '/v1/commands' || isInside) return undefined;
      isInside = true;
      return bench.city.net.fetch(call.url.href, call.init).then(() => {
        isInside = false;
        onLost();
        throw new TypeError('terminated');
      });
    };
  }
  const commandText = (raw: string) => raw.slice(raw.indexOf('"commands":['));

  it('puts a conflict before a person with both sides, and shows the city’s truth', async () => {
    const application = await pulledOne();
    const current = { ...application, version: 2, state: 'withdrawn' as const };
    bench.city.judge((command) => ({
      commandId: command.id,
      result: 'conflict',
      code: 'withdrawn',
      current,
      serverTime: START,
    }));
    const commandId = decide(bench.desk.db, application, { act: 'approve', payload: { opinion: '同意上报。' } });
    bench.desk.sync.nudge();
    await until(() => bench.desk.sync.status().attention === 1, 'a task');
    expect(bench.deliveryOf(commandId)).toMatchObject({
      delivery: 'attention',
      problem: 'withdrawn',
      receiptNumber: null,
    });
    expect(bench.desk.sync.tasks().tasks).toMatchObject([
      {
        code: 'withdrawn',
        name: application.applicant.name,
        phone: application.applicant.phone,
        ours: { act: 'approve', opinion: '同意上报。', decidedBy: '李敏' },
        current: { state: 'withdrawn', version: 2 },
      },
    ]);
    expect(bench.desk.applications.read(application.id)?.state).toBe('withdrawn');
    expect(bench.desk.applications.committedIds).toContain(application.id);
    const [task] = bench.desk.sync.tasks().tasks;
    expect(bench.desk.sync.resolveTask(task?.id ?? '', 'accept')).toMatchObject({
      error: { code: 'answer-not-possible' },
    });
    expect(bench.desk.sync.resolveTask(task?.id ?? '', 'acknowledge').ok).toBe(true);
    expect(bench.desk.sync.resolveTask(task?.id ?? '', 'acknowledge')).toMatchObject({ error: { code: 'not-found' } });
    expect(bench.desk.sync.status().attention).toBe(0);
  });

  it('puts a refusal before a person and goes on with the others', async () => {
    const applications = await pulled(3);
    const refused = applications[1]?.id;
    bench.city.judge((command) =>
      command.applicationId === refused
        ? { commandId: command.id, result: 'rejected', code: 'window-closed', detail: '已截止', serverTime: START }
        : undefined,
    );
    const ids = applications.map((application) => decide(bench.desk.db, application));
    bench.desk.sync.nudge();
    await bench.drained();
    expect(ids.map((id) => bench.deliveryOf(id)?.delivery)).toEqual(['effective', 'attention', 'effective']);
    expect(bench.desk.sync.outbox({ offset: 0, limit: 10 }).items[1]).toMatchObject({
      problem: 'window-closed',
      receiptNumber: null,
    });
  });

  it.each<[string, (command: Command) => Receipt]>([
    ['signed by someone else', (command) => makeReceipt(command, makeKeys(), 1, START)],
    [
      'of another command',
      (command) =>
        makeReceipt(command, bench.city.keys, 1, START, { commandId: '0191f3a0-0000-7000-8000-00000000beef' }),
    ],
    ['of another text', (command) => makeReceipt(command, bench.city.keys, 1, START, { payloadHash: 'b'.repeat(64) })],
    [
      'altered after signing',
      (command) => ({ ...makeReceipt(command, bench.city.keys, 1, START), number: '20260901-9999' }),
    ],
  ])('does not believe a receipt %s', async (_what, forge) => {
    const application = await pulledOne();
    bench.city.judge((command) => ({ commandId: command.id, result: 'applied', receipt: forge(command) }));
    const commandId = decide(bench.desk.db, application);
    bench.desk.sync.nudge();
    await bench.network('not-the-city');
    expect(bench.deliveryOf(commandId)).toMatchObject({ delivery: 'sending', receiptNumber: null });
    expect(bench.desk.sync.receipt(commandId)).toMatchObject({ error: { code: 'not-found' } });
    bench.city.judge(null);
    bench.desk.sync.now();
    await bench.delivered(commandId);
  });

  it('sends again what arrived spoilt, and gives up only after the third time', async () => {
    const application = await pulledOne();
    let times = 0;
    bench.city.judge((command) => {
      times += 1;
      return times < 3
        ? { commandId: command.id, result: 'rejected', code: 'bad-signature', detail: '', serverTime: START }
        : undefined;
    });
    const commandId = decide(bench.desk.db, application);
    bench.desk.sync.nudge();
    await bench.delivered(commandId);
    expect(times).toBe(3);
  });

  it('finds the one command that the city cannot read, parks it and delivers all others', async () => {
    const applications = await pulled(16);
    const poison = applications[11]?.id;
    bench.city.twist((call) =>
      call.path === '/v1/commands' && call.raw.includes(poison ?? '?') ? refuse(400, 'bad-request') : undefined,
    );
    const ids = applications.map((application) => decide(bench.desk.db, application));
    bench.desk.sync.nudge();
    await bench.drained();
    expect(ids.map((id) => bench.deliveryOf(id)?.delivery)).toEqual(
      ids.map((_, n) => (n === 11 ? 'attention' : 'effective')),
    );
    expect(bench.desk.sync.tasks().tasks).toHaveLength(1);
  });

  it('does not park everything when the city refuses everything', async () => {
    const applications = await pulled(10);
    bench.city.twist((call) => (call.path === '/v1/commands' ? refuse(404, 'not-found') : undefined));
    for (const application of applications) decide(bench.desk.db, application);
    bench.desk.sync.nudge();
    await bench.network('busy');
    await pause(100);
    expect(bench.desk.sync.status().attention).toBe(3);
    expect(bench.desk.sync.status().pending.count).toBe(7);
  });

  it('halves a batch that is too large until it goes through', async () => {
    const applications = await pulled(10);
    bench.city.twist((call) => {
      if (call.path !== '/v1/commands') return undefined;
      return (call.body as { commands: unknown[] }).commands.length > 3 ? refuse(413, 'too-large') : undefined;
    });
    for (const application of applications) decide(bench.desk.db, application);
    bench.desk.sync.nudge();
    await bench.drained();
    expect(bench.city.effects).toHaveLength(10);
    expect(bench.desk.sync.status().attention).toBe(0);
  });

  it('stops sending when its numbers are used up by another copy, and says so', async () => {
    const [application, other] = await pulled(2);
    if (!application || !other) throw new Error('two applications');
    bench.city.twist((call) => (call.path === '/v1/commands' ? refuse(409, 'device-forked') : undefined));
    decide(bench.desk.db, application);
    bench.desk.sync.nudge();
    await bench.network('forked');
    decide(bench.desk.db, other);
    bench.desk.sync.nudge();
    await pause(50);
    expect(bench.city.requests('/v1/commands')).toHaveLength(1);
    expect(bench.desk.sync.status().pending.count).toBe(2);
  });

  it('takes up a new epoch that began during its session, and then sends', async () => {
    const application = await pulledOne();
    bench.city.bump();
    bench.city.twist((call) =>
      call.path === '/v1/commands' && (call.body as { epoch: number }).epoch !== 2
        ? refuse(409, 'device-forked')
        : undefined,
    );
    const commandId = decide(bench.desk.db, application);
    bench.desk.sync.nudge();
    await bench.delivered(commandId);
    expect(readEnrolment(bench.desk.db)?.epoch).toBe(2);
  });

  it.each([10, -10])('works with a clock that is %i years off', async (years) => {
    const application = makeApplication();
    bench = await openBench({ clock: runningClock(START + years * 365 * 86_400_000) });
    bench.city.put(application);
    bench.city.setTime(() => START);
    const commandId = decide(bench.desk.db, application, { sendsAt: bench.desk.office.ports.clock.now() });
    bench.desk.sync.start();
    await bench.delivered(commandId);
    const offset = bench.desk.sync.status().clockOffsetMs ?? 0;
    expect(Math.abs(offset + years * 365 * 86_400_000)).toBeLessThan(60_000);
  });
});
