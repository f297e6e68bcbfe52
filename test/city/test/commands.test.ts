import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application, Decision } from '#model/application.ts';
import { canonicalHash, isSignedBy, signCanonical } from '#protocol/signing.ts';
import { OTHER_UNITS } from '../seed/sample-unit.ts';
import {
  enrolDesk,
  first,
  get,
  isPlain,
  isReady,
  NOON,
  post,
  startTestCity,
  type TestCity,
  type TestDesk,
} from './city-client.ts';

let city: TestCity;
let desk: TestDesk;
let spare: { ready: Application[]; plain: Application[]; all: Application[] };

beforeAll(async () => {
  city = await startTestCity();
  desk = await enrolDesk(city);
  const all = await desk.applications();
  spare = { ready: all.filter(isReady), plain: all.filter(isPlain), all };
});
afterAll(() => city.close());

/** An application that no other test touches. */
function take(kind: 'ready' | 'plain'): Application {
  const application = spare[kind].shift();
  if (!application) throw new Error(`no ${kind} application left`);
  return application;
}

async function current(id: string): Promise<Application> {
  return (await get(`${city.url}/admin/applications/${id}`)).body as Application;
}

function act(id: string, kind: string, body: object = {}): Promise<unknown> {
  return post(`${city.url}/admin/applications/${id}/${kind}`, body);
}

async function effectsOf(commandId: string): Promise<number | undefined> {
  const { body } = await get(`${city.url}/admin/commands`);
  return (body as { commands: { id: string; effects: number }[] }).commands.find(({ id }) => id === commandId)?.effects;
}

describe('a decision that takes effect', () => {
  it.each<[Decision, 'ready' | 'plain', Application['state'], number]>([
    ['approve', 'ready', 'superior-review', 0],
    ['return', 'plain', 'with-applicant', 1],
    ['reset', 'plain', 'with-applicant', 1],
  ])('%s of a %s application leads to %s', async (type, kind, state, spent) => {
    const before = take(kind);
    const [result] = await desk.send([desk.command(before, type)]);
    const after = await current(before.id);
    expect(result).toMatchObject({
      result: 'applied',
      receipt: { version: before.version + 1, applicationId: before.id },
    });
    expect(after).toMatchObject({ state, version: before.version + 1, chancesUsed: before.chancesUsed + spent });
    expect(after.history.at(-1)).toMatchObject({
      level: 'unit',
      action: type,
      actor: '李敏',
      opinion: '经审核，同意。',
    });
    expect(after.filing).toEqual(before.filing);
  });

  it('is receipted under the day of Beijing, numbered, and signed by the city', async () => {
    const [result] = await desk.send([desk.command(take('ready'), 'approve')]);
    if (result?.result !== 'applied') throw new Error('not applied');
    expect(result.receipt.number).toMatch(/^20260916-\d{4}$/);
    expect(isSignedBy(result.receipt, desk.enrolled.serverKey)).toBe(true);
  });

  it('a reset drops opinion and notice, a return keeps them', async () => {
    const [kept, dropped] = [take('ready'), take('ready')];
    await desk.send([desk.command(kept, 'return'), desk.command(dropped, 'reset')]);
    expect(await current(kept.id)).toMatchObject({ opinion: kept.opinion, publicity: kept.publicity });
    expect(await current(dropped.id)).toMatchObject({ opinion: null, publicity: null });
  });
});

describe('a command that comes again', () => {
  it('has one effect when it comes 20 times at once', async () => {
    const command = desk.command(take('ready'), 'approve');
    const results = (await Promise.all(Array.from({ length: 20 }, () => desk.send([command])))).flat();
    expect(results.filter(({ result }) => result === 'applied')).toHaveLength(1);
    expect(results.filter(({ result }) => result === 'duplicate')).toHaveLength(19);
    const receipts = results.map((result) => ('receipt' in result ? result.receipt : null));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(await effectsOf(command.id)).toBe(1);
    expect((await current(command.applicationId)).version).toBe(command.baseVersion + 1);
  });

  it('is refused under the same id with other words', async () => {
    const command = desk.command(take('plain'), 'return');
    await desk.send([command]);
    const payload = { opinion: '另一个意见' };
    const { signature, ...body } = { ...command, payload, payloadHash: canonicalHash(payload) };
    expect(signature).not.toBe('');
    const [result] = await desk.send([signCanonical(body, desk.keys.privateKey)]);
    expect(result).toMatchObject({ result: 'rejected', code: 'id-reuse' });
    expect(await effectsOf(command.id)).toBe(1);
  });

  it('gets the same refusal again', async () => {
    const closed = spare.all.find(({ state }) => state === 'closed');
    const command = desk.command({ ...first(spare.all), id: closed?.id ?? '', state: 'unit-review' }, 'return');
    const once = await desk.send([command]);
    const again = await desk.send([command]);
    expect(once[0]).toMatchObject({ result: 'conflict', code: 'closed' });
    expect(again[0]).toMatchObject({ result: 'conflict', code: 'closed' });
  });
});

describe('two histories under one device', () => {
  it.each([
    ['a taken number under another id', (seq: number) => seq],
    ['a lower number under an unknown id', () => 1],
  ])('refuse the whole request: %s', async (_, choose) => {
    const other = await enrolDesk(city);
    const [target] = spare.plain;
    if (!target) throw new Error('no plain application left');
    const blank = other.command({ ...target, id: randomUUID() }, 'return', { seq: 3 });
    await other.send([blank]);
    const forked = other.command(target, 'return', { seq: choose(3) });
    const answer = await other.request([forked, other.command(target, 'return', { seq: 9 })]);
    expect(answer).toMatchObject({ status: 409, body: { error: { code: 'device-forked' } } });
    expect((await current(target.id)).version).toBe(target.version);
  });

  it('refuse a device that speaks of another epoch', async () => {
    const answer = await post(
      `${city.url}/v1/commands`,
      {
        deviceId: desk.deviceId,
        epoch: 7,
        firstSeq: 900,
        commands: [desk.command(first(spare.plain), 'return', { seq: 900 })],
      },
      desk.token,
    );
    expect(answer.status).toBe(409);
  });
});

describe('what the city does not accept', () => {
  it('a spoilt payload or signature, which may come again unspoilt', async () => {
    const command = desk.command(take('plain'), 'return');
    const spoilt = { ...command, payload: { opinion: '改动过' } };
    expect((await desk.send([spoilt]))[0]).toMatchObject({ result: 'rejected', code: 'bad-signature' });
    expect((await desk.send([{ ...command, decidedBy: '别人' }]))[0]).toMatchObject({ code: 'bad-signature' });
    expect((await desk.send([command]))[0]).toMatchObject({ result: 'applied' });
  });

  it('an approval without opinion, concluded notice or past last day', async () => {
    const running = spare.all.find(({ publicity }) => publicity !== null && publicity.concludedAt === null);
    for (const application of [first(spare.plain), running ?? first([])]) {
      const [result] = await desk.send([desk.command(application, 'approve')]);
      expect(result).toMatchObject({ result: 'rejected', code: 'conditions-unmet' });
    }
  });

  it('a return with no chance left', async () => {
    const spent = spare.all.find(({ state, chancesUsed }) => state === 'unit-review' && chancesUsed === 4);
    const [result] = await desk.send([desk.command(spent ?? first([]), 'return')]);
    expect(result).toMatchObject({ result: 'conflict', code: 'chances-exhausted', current: { chancesUsed: 4 } });
  });

  it('anything once the window is closed by the clock of the city', async () => {
    const late = spare.all.find(
      ({ state, window }) => state === 'unit-review' && window.closesAt !== null && window.closesAt <= NOON,
    );
    const [result] = await desk.send([desk.command(late ?? first([]), 'return')]);
    expect(result).toMatchObject({ result: 'rejected', code: 'window-closed' });
  });

  it('an application of another unit or of nobody', async () => {
    const foreign = await enrolDesk(city, first(OTHER_UNITS));
    const theirs = first(await foreign.applications());
    for (const id of [theirs.id, randomUUID()]) {
      const [result] = await desk.send([desk.command({ ...theirs, id }, 'return')]);
      expect(result).toMatchObject({ result: 'rejected', code: 'not-found' });
    }
  });

  it('an application that has moved to another unit', async () => {
    const moved = take('plain');
    await act(moved.id, 'move', { unitId: first(OTHER_UNITS).id });
    const [result] = await desk.send([desk.command(moved, 'return')]);
    expect(result).toMatchObject({ result: 'rejected', code: 'forbidden' });
  });
});

describe('a decision made on an old version', () => {
  it('meets a withdrawal', async () => {
    const before = take('plain');
    await act(before.id, 'withdraw');
    const [result] = await desk.send([desk.command(before, 'return')]);
    expect(result).toMatchObject({ result: 'conflict', code: 'withdrawn', current: { state: 'withdrawn' } });
  });

  it('meets the decision of another computer of the unit', async () => {
    const before = take('ready');
    const peer = await enrolDesk(city);
    await peer.send([peer.command(before, 'return')]);
    const [result] = await desk.send([desk.command(before, 'approve')]);
    expect(result).toMatchObject({ result: 'conflict', code: 'peer-decided', current: { state: 'with-applicant' } });
  });

  it('meets a superior who acted after the other computer', async () => {
    const before = take('ready');
    const peer = await enrolDesk(city);
    await peer.send([peer.command(before, 'approve')]);
    await act(before.id, 'superior-opinion');
    const [result] = await desk.send([desk.command(before, 'return')]);
    expect(result).toMatchObject({ result: 'conflict', code: 'superseded', current: { strikes: before.strikes + 1 } });
  });

  it('is all that is refused: later ones of the same application wait, others pass', async () => {
    const busy = spare.all.find(({ state }) => state === 'superior-review') ?? first([]);
    const free = take('ready');
    const stale = desk.command({ ...busy, version: 1, state: 'unit-review' }, 'return');
    const commands = [stale, desk.command(busy, 'return'), desk.command(free, 'approve')];
    const results = await desk.send(commands);
    expect(results).toMatchObject([
      { result: 'conflict', code: 'superseded' },
      { result: 'blocked', by: stale.id },
      { result: 'applied' },
    ]);
  });
});

describe('the other side of the flow', () => {
  it('closes an application with the third opinion of a superior', async () => {
    const twice = spare.all.find(({ state, strikes }) => state === 'with-applicant' && strikes === 2) ?? first([]);
    await act(twice.id, 'resubmit');
    const resubmitted = await current(twice.id);
    expect(resubmitted).toMatchObject({
      state: 'unit-review',
      version: twice.version + 1,
      submission: twice.submission + 1,
    });
    expect(resubmitted.modules).not.toEqual(twice.modules);
    expect((await desk.send([desk.command(resubmitted, 'approve')]))[0]).toMatchObject({ result: 'applied' });
    await act(twice.id, 'superior-opinion');
    const closed = await current(twice.id);
    expect(closed).toMatchObject({ state: 'closed', strikes: 3 });
    expect((await desk.send([desk.command(resubmitted, 'return')]))[0]).toMatchObject({
      result: 'conflict',
      code: 'closed',
    });
  });

  it('accepts step by step', async () => {
    const higher = spare.all.findLast(({ state }) => state === 'superior-review') ?? first([]);
    await act(higher.id, 'accept');
    expect((await current(higher.id)).state).toBe('city-review');
    await act(higher.id, 'accept');
    expect((await current(higher.id)).state).toBe('accepted');
    expect(await act(higher.id, 'accept')).toMatchObject({ status: 409 });
  });

  it('closes windows when the clock moves on', async () => {
    const other = await startTestCity();
    const late = await enrolDesk(other);
    const ready =
      (await late.applications()).find((application) => isReady(application) && application.window.closesAt !== null) ??
      first([]);
    other.advanceClock((ready.window.closesAt ?? 0) - NOON);
    const fresh = await enrolDesk(other);
    const [result] = await fresh.send([fresh.command(ready, 'approve')]);
    expect(result).toMatchObject({ result: 'rejected', code: 'window-closed' });
    await other.close();
  });
});
