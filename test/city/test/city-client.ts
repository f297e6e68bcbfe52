/** A unit's computer as the city sees it, for tests: keys, session, commands; no product code. */
import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as z from 'zod';
import type { Application, Decision } from '#model/application.ts';
import {
  ChallengeResponse,
  ChangesResponse,
  CommandSchema,
  CommandsResponse,
  EnrolResponse,
  SessionResponse,
  type Command,
  type CommandResult,
} from '#protocol/protocol.ts';
import { canonicalHash, signCanonical } from '#protocol/signing.ts';
import { startCity, type City, type CityOptions } from '../city.ts';
import { SAMPLE_UNIT, type SeededUnit } from '../seed/sample-unit.ts';

/** A Wednesday noon in Beijing, far from holidays. */
export const NOON = Date.parse('2026-09-16T12:00:00+08:00');

export type TestCity = City & Readonly<{ dataDir: string }>;

export async function startTestCity(options: Partial<CityOptions> = {}): Promise<TestCity> {
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'city-test-')));
  const city = await startCity({ port: 0, seed: 'small', scans: 'few', now: NOON, ...options, dataDir });
  async function close(): Promise<void> {
    await city.close();
    if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
  }
  return { ...city, dataDir, close };
}

export type Answer = Readonly<{ status: number; headers: Headers; body: unknown }>;

export async function post(url: string, body: unknown, token?: string): Promise<Answer> {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

export async function get(url: string, token?: string): Promise<Answer> {
  const response = await fetch(url, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

export type Keys = Readonly<{ publicKey: string; privateKey: string; key: KeyObject }>;

export function makeKeys(): Keys {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
    key: privateKey,
  };
}

export type DecisionCommand = Extract<Command, { type: Decision }>;

export type TestDesk = Readonly<{
  deviceId: string;
  keys: Keys;
  token: string;
  enrolled: z.infer<typeof EnrolResponse>;
  /** every change after `since`, in pages of `limit` */
  pullAll(since?: string, limit?: number): Promise<z.infer<typeof ChangesResponse>[]>;
  applications(): Promise<Application[]>;
  /** a signed command with the next number */
  command(application: Application, type: Decision, change?: Partial<DecisionCommand>): DecisionCommand;
  /** the same for any other command, with its own payload */
  act(body: Readonly<Record<string, unknown>> & { payload: unknown }): Command;
  send(commands: readonly Command[]): Promise<readonly CommandResult[]>;
  request(commands: readonly Command[]): Promise<Answer>;
}>;

export async function enrolDesk(city: City, unit: SeededUnit = SAMPLE_UNIT): Promise<TestDesk> {
  const deviceId = randomUUID();
  const keys = makeKeys();
  const { creditCode, account, password } = unit;
  const asked = { creditCode, account, password, deviceId, deviceKey: keys.publicKey, deviceName: '测试电脑' };
  const enrolled = EnrolResponse.parse((await post(`${city.url}/v1/enrol`, asked)).body);
  const { token } = await openSession(city.url, deviceId, keys.key);
  let seq = 0;

  async function pullAll(since = '0', limit = 500): Promise<z.infer<typeof ChangesResponse>[]> {
    const pages: z.infer<typeof ChangesResponse>[] = [];
    for (let cursor = since; ;) {
      const answer = await get(`${city.url}/v1/changes?since=${cursor}&limit=${limit}`, token);
      const page = ChangesResponse.parse(answer.body);
      pages.push(page);
      if (!page.more) return pages;
      cursor = page.next;
    }
  }

  function request(commands: readonly Command[]): Promise<Answer> {
    return post(
      `${city.url}/v1/commands`,
      { deviceId, epoch: enrolled.epoch, firstSeq: commands[0]?.seq, commands },
      token,
    );
  }

  return {
    deviceId,
    keys,
    token,
    enrolled,
    pullAll,
    async applications() {
      const pages = await pullAll();
      return pages
        .flatMap((page) => page.changes)
        .flatMap((change) => (change.kind === 'application' ? [change.application] : []));
    },
    command(application, type, change = {}) {
      seq += 1;
      const payload = { opinion: '经审核，同意。' };
      const { state, chancesUsed, strikes } = application;
      const body = {
        id: randomUUID(),
        seq,
        type,
        applicationId: application.id,
        baseVersion: application.version,
        expect: { state, chancesUsed, strikes },
        payload,
        payloadHash: canonicalHash(payload),
        decidedAt: NOON,
        decidedBy: '李敏',
        lastServerTime: null,
        lastCursor: '1',
        ...change,
      };
      return signCanonical(body, keys.privateKey);
    },
    act(body) {
      seq += 1;
      const head = { id: randomUUID(), seq, decidedAt: NOON, decidedBy: '李敏', lastServerTime: null, lastCursor: '1' };
      const payloadHash = canonicalHash(body.payload);
      return CommandSchema.parse(signCanonical({ ...head, payloadHash, ...body }, keys.privateKey));
    },
    request,
    async send(commands) {
      return CommandsResponse.parse((await request(commands)).body).results;
    },
  };
}

export async function openSession(
  url: string,
  deviceId: string,
  key: KeyObject,
): Promise<z.infer<typeof SessionResponse>> {
  const challenge = ChallengeResponse.parse((await post(`${url}/v1/session/challenge`, { deviceId })).body);
  const { nonce } = challenge;
  const answer = await post(`${url}/v1/session`, { deviceId, nonce, signature: signText(key, nonce) });
  return SessionResponse.parse(answer.body);
}

export function signText(key: KeyObject, message: string): string {
  return sign(null, Buffer.from(message, 'utf8'), key).toString('base64url');
}

/** Applications that pass every condition of an approval. */
export function isReady({ state, opinion, publicity, window }: Application): boolean {
  const isOpen = window.closesAt === null || window.closesAt > NOON;
  const isPosted = publicity !== null && publicity.concludedAt !== null && publicity.openObjections === 0;
  return state === 'unit-review' && opinion !== null && isPosted && isOpen;
}

/** At unit review, in an open window, with nothing towards an approval and at least two chances left. */
export function isPlain({ state, publicity, window, chancesUsed }: Application): boolean {
  const isOpen = window.closesAt === null || window.closesAt > NOON;
  return state === 'unit-review' && publicity === null && chancesUsed <= 2 && isOpen;
}

export function first<T>(items: readonly T[]): T {
  const [item] = items;
  if (item === undefined) throw new Error('the seed has none');
  return item;
}
