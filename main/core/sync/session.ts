/** Speaks to the city in this computer's name: one session at a time, renewed once when it is refused. */
import { createPrivateKey, sign } from 'node:crypto';
import type * as z from 'zod';
import { ChallengeResponse, SessionResponse } from '#protocol/protocol.ts';
import { askCity, type CityAnswer, type CityCall, type CityFailure } from '../city/city.service.ts';
import { readEnrolment, storeEpoch } from '../unit/unit.service.ts';
import { keepSample } from './sync.rules.ts';
import { saveContact, saveCursor } from './sync.repository.ts';
import { trouble, type Run, type Trouble } from './sync.state.ts';

type Answer<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; failure: CityFailure }>;

/** Renewed a little early, so that it does not end on the way. */
const TOKEN_MARGIN_MS = 60_000;

/** The token of a running session, or of a new one. */
export async function ensureSession(run: Run): Promise<Answer<string>> {
  const { memory, clock, enrolment } = run;
  if (memory.token && memory.token.validUntil > clock.monotonic()) return { ok: true, value: memory.token.value };
  const { deviceId } = enrolment;
  const challenge = await ask(run, 'v1/session/challenge', { deviceId }, ChallengeResponse);
  if (!challenge.ok) return challenge;
  const { nonce } = challenge.value;
  const signature = signNonce(nonce, enrolment.devicePrivateKey);
  const session = await ask(run, 'v1/session', { deviceId, nonce, signature }, SessionResponse);
  if (!session.ok) return session;
  const { token, expiresAt, serverTime, epoch } = session.value;
  noteServerTime(run, serverTime, session.roundTripMs);
  if (epoch !== readEnrolment(run.db)?.epoch) startOver(run, epoch);
  memory.token = { value: token, validUntil: clock.monotonic() + expiresAt - serverTime - TOKEN_MARGIN_MS };
  return { ok: true, value: token };
}

export function renewSession(run: Run): Promise<Answer<string>> {
  run.memory.token = null;
  return ensureSession(run);
}

/** A call that needs a session. A refused one is renewed once; refused again it is the caller's trouble. */
export async function asDevice<T>(run: Run, call: (token: string) => Promise<CityAnswer<T>>): Promise<CityAnswer<T>> {
  const first = await ensureSession(run);
  if (!first.ok) return first;
  const answer = await call(first.value);
  if (answer.ok || answer.failure.kind !== 'refused' || answer.failure.status !== 401) return answer;
  const second = await renewSession(run);
  return second.ok ? call(second.value) : second;
}

/** `asDevice` for JSON; every answer's clock is noted. */
export async function askAsDevice<T extends { serverTime: number }>(
  run: Run,
  call: Pick<CityCall, 'method' | 'path' | 'body'>,
  schema: z.ZodType<T>,
): Promise<Answer<T>> {
  const answer = await asDevice(run, (token) => askCity(run.line, { ...call, token, signal: run.signal }, schema));
  if (answer.ok) noteServerTime(run, answer.value.serverTime, answer.roundTripMs);
  return answer;
}

export function toTrouble(failure: CityFailure): Trouble {
  if (failure.kind === 'stopped') return trouble('unknown');
  if (failure.kind !== 'refused') return trouble(failure.kind);
  if (failure.code === 'device-revoked') return trouble('revoked');
  if (failure.code === 'device-forked') return trouble('forked');
  if (failure.status === 401) return trouble('login-needed');
  return trouble('busy', failure.retryAfterMs);
}

function ask<T>(run: Run, path: string, body: unknown, schema: z.ZodType<T>): Promise<CityAnswer<T>> {
  return askCity(run.line, { method: 'POST', path, body: JSON.stringify(body), signal: run.signal }, schema);
}

/** The signature is over the nonce's characters as they came. */
function signNonce(nonce: string, privateKey: string): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' });
  return sign(null, Buffer.from(nonce, 'utf8'), key).toString('base64url');
}

function noteServerTime(run: Run, serverTime: number, roundTripMs: number): void {
  const { memory, clock, db } = run;
  const wall = clock.now();
  memory.samples = keepSample(memory.samples, { serverTime, roundTripMs, wall, monotonic: clock.monotonic() });
  saveContact(db, wall, serverTime);
}

/** The city wants every device compared anew: everything is read again, the outbox stays as it is. */
function startOver(run: Run, epoch: number): void {
  run.db.transaction(() => {
    storeEpoch(run.db, epoch);
    saveCursor(run.db, '0');
  });
  run.memory.walk = null;
}
