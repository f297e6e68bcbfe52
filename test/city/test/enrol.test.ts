import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ErrorResponse } from '#protocol/protocol.ts';
import { OTHER_UNITS, SAMPLE_UNIT } from '../seed/sample-unit.ts';
import {
  enrolDesk,
  first,
  get,
  makeKeys,
  NOON,
  openSession,
  post,
  signText,
  startTestCity,
  type TestCity,
} from './city-client.ts';

let city: TestCity;
beforeAll(async () => {
  city = await startTestCity();
});
afterAll(() => city.close());

function asked(change: object = {}): object {
  const { creditCode, account, password } = SAMPLE_UNIT;
  const { publicKey } = makeKeys();
  return { creditCode, account, password, deviceId: randomUUID(), deviceKey: publicKey, deviceName: '电脑', ...change };
}

describe('enrolment', () => {
  it('answers the unit, the year of the clock and the header of the protocol', async () => {
    const { status, headers, body } = await post(`${city.url}/v1/enrol`, asked());
    expect(status).toBe(200);
    expect(headers.get('x-sync-proto')).toBe('1');
    expect(body).toMatchObject({
      year: 2026,
      epoch: 1,
      unit: { name: SAMPLE_UNIT.name, creditCode: SAMPLE_UNIT.creditCode },
    });
  });

  it('counts wrong passwords, locks on the third and stays locked for the right one (五(四)1)', async () => {
    const unit = first(OTHER_UNITS);
    const { creditCode, account, password } = unit;
    const answers = [];
    for (const wrong of ['a', 'b', 'c']) {
      answers.push(await post(`${city.url}/v1/enrol`, asked({ creditCode, account, password: wrong })));
    }
    expect(answers.map(({ status, body }) => [status, ErrorResponse.parse(body).error])).toMatchObject([
      [401, { code: 'bad-credentials', attemptsLeft: 2 }],
      [401, { code: 'bad-credentials', attemptsLeft: 1 }],
      [423, { code: 'account-locked', attemptsLeft: 0 }],
    ]);
    expect((await post(`${city.url}/v1/enrol`, asked({ creditCode, account, password }))).status).toBe(423);

    await post(`${city.url}/admin/accounts/${account}/unlock`, {});
    expect((await post(`${city.url}/v1/enrol`, asked({ creditCode, account, password }))).status).toBe(200);
  });

  it('forgets wrong passwords after a right one', async () => {
    const [, unit = SAMPLE_UNIT] = OTHER_UNITS;
    const { creditCode, account, password } = unit;
    for (const tried of ['a', 'b', password, 'a', 'b'])
      await post(`${city.url}/v1/enrol`, asked({ creditCode, account, password: tried }));
    expect((await post(`${city.url}/v1/enrol`, asked({ creditCode, account, password }))).status).toBe(200);
  });

  it('takes the same computer twice and refuses another key under its id', async () => {
    const request = asked();
    expect((await post(`${city.url}/v1/enrol`, request)).status).toBe(200);
    expect((await post(`${city.url}/v1/enrol`, request)).status).toBe(200);
    const clone = await post(`${city.url}/v1/enrol`, { ...request, deviceKey: makeKeys().publicKey });
    expect(clone).toMatchObject({ status: 409, body: { error: { code: 'device-forked' } } });
  });

  it.each([
    ['a foreign credit code', { creditCode: first(OTHER_UNITS).creditCode }, 401, 'bad-credentials'],
    ['an unknown account', { account: 'nobody' }, 401, 'bad-credentials'],
    ['a key that is none', { deviceKey: 'AAAA' }, 400, 'bad-request'],
    ['a field too many', { extra: 1 }, 400, 'bad-request'],
    ['a body beyond the cap', { deviceName: 'x'.repeat(100_000) }, 413, 'too-large'],
  ])('refuses %s', async (_, change, status, code) => {
    const answer = await post(`${city.url}/v1/enrol`, asked(change));
    expect(answer.status).toBe(status);
    expect(ErrorResponse.parse(answer.body).error.code).toBe(code);
    expect(answer.headers.get('x-sync-proto')).toBe('1');
  });
});

describe('session', () => {
  it('takes a nonce once only', async () => {
    const { deviceId, keys } = await enrolDesk(city);
    const { body } = await post(`${city.url}/v1/session/challenge`, { deviceId });
    const { nonce } = body as { nonce: string };
    const request = { deviceId, nonce, signature: signText(keys.key, nonce) };
    expect((await post(`${city.url}/v1/session`, request)).status).toBe(200);
    expect((await post(`${city.url}/v1/session`, request)).status).toBe(401);
  });

  it('refuses a foreign signature and spends the nonce with it', async () => {
    const { deviceId, keys } = await enrolDesk(city);
    const { body } = await post(`${city.url}/v1/session/challenge`, { deviceId });
    const { nonce } = body as { nonce: string };
    expect(
      (await post(`${city.url}/v1/session`, { deviceId, nonce, signature: signText(makeKeys().key, nonce) })).status,
    ).toBe(401);
    expect(
      (await post(`${city.url}/v1/session`, { deviceId, nonce, signature: signText(keys.key, nonce) })).status,
    ).toBe(401);
  });

  it('refuses a device that was revoked, and its token at once', async () => {
    const desk = await enrolDesk(city);
    await post(`${city.url}/admin/devices/${desk.deviceId}/revoke`, {});
    const answer = await get(`${city.url}/v1/changes?since=0`, desk.token);
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'device-revoked' } } });
  });

  it('ends a token 12 hours later by the clock of the city', async () => {
    const other = await startTestCity();
    const { deviceId, keys } = await enrolDesk(other);
    const { token, expiresAt } = await openSession(other.url, deviceId, keys.key);
    const hoursLeft = (expiresAt - NOON) / 3_600_000;
    expect(hoursLeft).toBeGreaterThan(11.9);
    expect(hoursLeft).toBeLessThan(12.1);
    other.advanceClock(11.9 * 3_600_000);
    expect((await get(`${other.url}/v1/changes?since=0&limit=1`, token)).status).toBe(200);
    other.advanceClock(0.2 * 3_600_000);
    expect((await get(`${other.url}/v1/changes?since=0&limit=1`, token)).status).toBe(401);
    await other.close();
  });

  it('answers nothing of the unit without a token', async () => {
    for (const address of ['/v1/changes?since=0', `/v1/blobs/${'0'.repeat(64)}`]) {
      expect(await get(city.url + address)).toMatchObject({ status: 401, body: { error: { code: 'unauthorised' } } });
    }
  });
});
