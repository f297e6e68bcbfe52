import { createPrivateKey, createPublicKey } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createUnit, readEnrolment, type Unit } from '#core/unit/unit.service.ts';
import { json, portal, refuse } from '../../../sync/scripted-city.ts';
import { makeKeys, PERSON, UNIT } from '../../../sync/office.ts';
import { fakePorts, START, type FakePorts } from '../../../support/fake-ports.ts';
import { makeCreditCode } from '../../../support/people.ts';
import { openTempArchive, type TempArchive } from '../../../support/temp-archive.ts';

const server = makeKeys();
const creditCode = makeCreditCode('12530100431204567');
const input = {
  cityUrl: 'https://zcsb.example.cn/desk/?x=1',
  creditCode,
  account: 'km30zx',
  password: 'correct horse',
};
const answer = { unit: { ...UNIT, creditCode }, year: 2026, epoch: 1, serverKey: server.publicKey, serverTime: START };

let temp: TempArchive;
let ports: FakePorts;
let unit: Unit;
let told: string[];
beforeEach(() => {
  temp = openTempArchive();
  ports = fakePorts({ profile: temp.dir });
  told = [];
  unit = createUnit({
    archive: temp.archive,
    person: PERSON,
    ports,
    publish: (name) => void told.push(name),
    onEnrolled: () => void told.push('onEnrolled'),
  });
});
afterEach(() => temp.dispose());

describe('enrolling this computer', () => {
  it('stores who we are at the city, tells everyone, and starts the first pull', async () => {
    let sent: Record<string, unknown> = {};
    ports.answer((_url, init) => {
      sent = JSON.parse(typeof init?.body === 'string' ? init.body : '') as Record<string, unknown>;
      return json(answer);
    });
    const enrolled = await unit.enrol({ ...input, creditCode: creditCode.toLowerCase() });
    expect(enrolled).toEqual({ ok: true, value: { unit: answer.unit, year: 2026 } });
    expect(ports.requests).toEqual(['https://zcsb.example.cn/desk/v1/enrol']);
    expect(told).toEqual(['unit.changed', 'onEnrolled']);
    const stored = readEnrolment(temp.db);
    expect(stored).toMatchObject({
      cityUrl: 'https://zcsb.example.cn/desk',
      epoch: 1,
      serverKey: server.publicKey,
      enrolledAt: START,
    });
    expect(sent).toMatchObject({ creditCode, account: 'km30zx', deviceId: stored?.deviceId });
    const secret = createPrivateKey({
      key: Buffer.from(stored?.devicePrivateKey ?? '', 'base64url'),
      format: 'der',
      type: 'pkcs8',
    });
    const spki = createPublicKey(secret).export({ format: 'der', type: 'spki' }).toString('base64url');
    expect(sent['deviceKey']).toBe(spki);
    expect(JSON.stringify(sent)).not.toContain(stored?.devicePrivateKey);
    expect(temp.db.prepare<{ act: string }>('SELECT act FROM audit').all()).toEqual([{ act: 'unit.enrol' }]);
  });

  it.each([
    ['http://city.example.cn', 'insecure-address'],
    ['http://127.0.0.1.example.cn', 'insecure-address'],
    ['http://10.0.0.7', 'insecure-address'],
    ['http://127.0.0.1:8080', null],
    ['http://localhost:8080', null],
    ['https://city.example.cn', null],
  ])('sends a password to %s: %s', async (cityUrl, code) => {
    ports.answer(() => json(answer));
    const enrolled = await unit.enrol({ ...input, cityUrl });
    expect(enrolled.ok ? null : enrolled.error.code).toBe(code);
    expect(ports.requests).toHaveLength(code === null ? 1 : 0);
  });

  it('sends nothing for a credit code that cannot be one (GB 32100)', async () => {
    const wrong = creditCode.slice(0, 17) + (creditCode.endsWith('0') ? '1' : '0');
    expect(await unit.enrol({ ...input, creditCode: wrong })).toMatchObject({ error: { code: 'bad-credit-code' } });
    expect(ports.requests).toEqual([]);
  });

  it.each<[string, () => Response, string]>([
    ['a portal page', portal, 'not-the-city'],
    [
      'no protocol header',
      () => new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } }),
      'not-the-city',
    ],
    ['half an answer', () => json({ ...answer, serverKey: undefined }), 'not-the-city'],
    ['a locked account', () => refuse(423, 'account-locked'), 'account-locked'],
    ['a busy city', () => refuse(503, 'busy'), 'city-unreachable'],
  ])('stores nothing after %s', async (_what, respond, code) => {
    ports.answer(respond);
    expect(await unit.enrol(input)).toMatchObject({ error: { code } });
    expect(unit.enrolment()).toBeNull();
    expect(told).toEqual([]);
  });

  it('says how many tries are left after a wrong password', async () => {
    ports.answer(() => json({ error: { code: 'bad-credentials', message: '', attemptsLeft: 2 } }, 401));
    expect(await unit.enrol(input)).toMatchObject({ error: { code: 'bad-credentials', details: { attemptsLeft: 2 } } });
  });

  it('says that nothing answers, and after stopping gives up what is under way', async () => {
    expect(await unit.enrol(input)).toMatchObject({ error: { code: 'city-unreachable' } });
    ports.answer(
      (_url, init) =>
        new Promise((_resolve, reject) =>
          init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
        ),
    );
    const enrolling = unit.enrol(input);
    unit.stop();
    expect(await enrolling).toMatchObject({ error: { code: 'city-unreachable' } });
  });

  it('binds once, also when asked twice at the same time', async () => {
    ports.answer(() => json(answer));
    const both = await Promise.all([unit.enrol(input), unit.enrol(input)]);
    expect(both.map((enrolled) => (enrolled.ok ? 'ok' : enrolled.error.code)).toSorted()).toEqual([
      'already-enrolled',
      'ok',
    ]);
    expect(await unit.enrol(input)).toMatchObject({ error: { code: 'already-enrolled' } });
    expect(ports.requests).toHaveLength(2);
  });
});
