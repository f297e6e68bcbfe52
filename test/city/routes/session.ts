/** Challenge and session: a nonce used once, signed by the device's key, buys a token for 12 hours. */
import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import {
  ChallengeRequest,
  SessionRequest,
  type ChallengeResponse,
  type SessionResponse,
  type TimeResponse,
} from '#protocol/protocol.ts';
import type { Device } from '../commands.ts';
import { Refusal, type CityContext } from '../context.ts';
import { inTransaction, type CityDb } from '../db.ts';
import { epochOf } from './enrol.ts';

export const TOKEN_LIFE_MS = 12 * 60 * 60 * 1000;
const NONCE_LIFE_MS = 2 * 60 * 1000;

type DeviceRow = Readonly<{ id: string; unit_no: number; key: string; revoked_at: number | null }>;

export function addSessionRoutes(app: FastifyInstance, context: CityContext): void {
  const { db, clock } = context;

  app.get('/v1/time', (): z.infer<typeof TimeResponse> => ({ serverTime: clock.now() }));

  app.post('/v1/session/challenge', (request): z.infer<typeof ChallengeResponse> => {
    const { deviceId } = ChallengeRequest.parse(request.body);
    findDevice(db, deviceId);
    const nonce = randomBytes(32).toString('base64url');
    db.prepare('DELETE FROM challenge WHERE expires_at <= ?').run(clock.now());
    db.prepare('INSERT INTO challenge VALUES (?, ?, ?)').run(nonce, deviceId, clock.now() + NONCE_LIFE_MS);
    return { nonce };
  });

  app.post('/v1/session', (request): z.infer<typeof SessionResponse> => {
    const { deviceId, nonce, signature } = SessionRequest.parse(request.body);
    const device = findDevice(db, deviceId);
    if (!spendNonce(db, nonce, deviceId, clock.now()) || !isSignedNonce(device.key, nonce, signature)) {
      throw new Refusal(401, 'unauthorised', '登录验证没有通过。');
    }
    const token = randomBytes(32).toString('base64url');
    const expiresAt = clock.now() + TOKEN_LIFE_MS;
    db.prepare('DELETE FROM session WHERE expires_at <= ?').run(clock.now());
    db.prepare('INSERT INTO session VALUES (?, ?, ?)').run(hashToken(token), deviceId, expiresAt);
    return { token, expiresAt, epoch: epochOf(db), serverTime: clock.now() };
  });
}

/** The device whose bearer token the request carries. */
export function authorise({ db, clock }: CityContext, request: FastifyRequest): Device {
  const [, token] = /^Bearer ([\w-]+)$/.exec(request.headers.authorization ?? '') ?? [];
  const session = token
    ? db
        .prepare<[string, number], { device_id: string }>(
          'SELECT device_id FROM session WHERE token_hash = ? AND expires_at > ?',
        )
        .get(hashToken(token), clock.now())
    : undefined;
  if (!session) throw new Refusal(401, 'unauthorised', '登录已过期。');
  const { id, unit_no: unitNo, key } = findDevice(db, session.device_id);
  return { id, unitNo, key };
}

function findDevice(db: CityDb, id: string): DeviceRow {
  const device = db
    .prepare<[string], DeviceRow>('SELECT id, unit_no, key, revoked_at FROM device WHERE id = ?')
    .get(id);
  if (!device) throw new Refusal(401, 'unauthorised', '此电脑没有登记。');
  if (device.revoked_at !== null) throw new Refusal(403, 'device-revoked', '此电脑已被停用。');
  return device;
}

/** True once per nonce, whatever comes of the signature. */
function spendNonce(db: CityDb, nonce: string, deviceId: string, now: number): boolean {
  return inTransaction(db, () => {
    const { changes } = db
      .prepare('DELETE FROM challenge WHERE nonce = ? AND device_id = ? AND expires_at > ?')
      .run(nonce, deviceId, now);
    return changes === 1;
  });
}

/** The signature is over the nonce's characters as they were sent (UTF-8). */
function isSignedNonce(spki: string, nonce: string, signature: string): boolean {
  const key = createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(nonce, 'utf8'), key, Buffer.from(signature, 'base64url'));
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
