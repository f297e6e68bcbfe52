/** POST /v1/enrol: a unit's account and password bind a computer; 3 wrong passwords lock (五(四)1). */
import { createPublicKey, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type * as z from 'zod';
import { EnrolRequest, UnitSchema, type EnrolResponse } from '#protocol/protocol.ts';
import { Refusal, type CityContext } from '../context.ts';
import { inTransaction, readMeta, type CityDb } from '../db.ts';

/** Read strictly: the third wrong password locks. */
export const MAX_WRONG_PASSWORDS = 3;

type AccountRow = Readonly<{ unit_no: number; salt: Buffer; hash: Buffer; wrong: number; locked_at: number | null }>;

export function addEnrolRoute(app: FastifyInstance, context: CityContext): void {
  app.post('/v1/enrol', (request): z.infer<typeof EnrolResponse> => {
    const asked = EnrolRequest.parse(request.body);
    if (!isEd25519Key(asked.deviceKey)) throw new Refusal(400, 'bad-request', 'deviceKey is no Ed25519 public key');
    const unitNo = checkPassword(context, asked);
    bindDevice(context, unitNo, asked);
    const { body } = context.db
      .prepare<[number], { body: string }>('SELECT body FROM unit WHERE no = ?')
      .get(unitNo) as {
      body: string;
    };
    return {
      unit: UnitSchema.parse(JSON.parse(body)),
      year: context.year,
      epoch: epochOf(context.db),
      serverKey: context.keys.publicKey,
      serverTime: context.clock.now(),
    };
  });
}

export function epochOf(db: CityDb): number {
  return Number(readMeta(db, 'epoch') ?? '1');
}

export function hashPassword(password: string, salt: Buffer): Buffer {
  return scryptSync(password, salt, 32, { N: 4096 });
}

export function insertAccount(db: CityDb, account: string, unitNo: number, password: string): void {
  const salt = randomBytes(16);
  db.prepare('INSERT INTO account (account, unit_no, salt, hash) VALUES (?, ?, ?, ?)').run(
    account,
    unitNo,
    salt,
    hashPassword(password, salt),
  );
}

/** The unit's row number. An unknown account and a foreign credit code answer like a wrong password. */
function checkPassword({ db, clock }: CityContext, asked: z.infer<typeof EnrolRequest>): number {
  const found = db
    .prepare<[string, string], AccountRow>(
      `SELECT a.unit_no, a.salt, a.hash, a.wrong, a.locked_at FROM account a JOIN unit u ON u.no = a.unit_no
       WHERE a.account = ? AND u.credit_code = ?`,
    )
    .get(asked.account, asked.creditCode);
  if (!found) throw new Refusal(401, 'bad-credentials', '单位、账号或密码不对。');
  if (found.locked_at !== null) throw locked();
  if (timingSafeEqual(hashPassword(asked.password, found.salt), found.hash)) {
    db.prepare('UPDATE account SET wrong = 0 WHERE account = ?').run(asked.account);
    return found.unit_no;
  }
  const wrong = found.wrong + 1;
  const lockedAt = wrong >= MAX_WRONG_PASSWORDS ? clock.now() : null;
  db.prepare('UPDATE account SET wrong = ?, locked_at = ? WHERE account = ?').run(wrong, lockedAt, asked.account);
  if (lockedAt !== null) throw locked();
  throw new Refusal(401, 'bad-credentials', '单位、账号或密码不对。', MAX_WRONG_PASSWORDS - wrong);
}

function locked(): Refusal {
  return new Refusal(423, 'account-locked', '密码输错3次，账号已锁定。', 0);
}

/** The same computer may ask again when the answer was lost; the same id under another key is a clone. */
function bindDevice({ db, clock }: CityContext, unitNo: number, asked: z.infer<typeof EnrolRequest>): void {
  inTransaction(db, () => {
    const known = db
      .prepare<[string], { unit_no: number; key: string; revoked_at: number | null }>(
        'SELECT unit_no, key, revoked_at FROM device WHERE id = ?',
      )
      .get(asked.deviceId);
    if (!known) {
      db.prepare('INSERT INTO device (id, unit_no, key, name, enrolled_at) VALUES (?, ?, ?, ?, ?)').run(
        asked.deviceId,
        unitNo,
        asked.deviceKey,
        asked.deviceName,
        clock.now(),
      );
      return;
    }
    if (known.unit_no !== unitNo || known.key !== asked.deviceKey) {
      throw new Refusal(409, 'device-forked', '此电脑的编号已被另一台电脑使用。');
    }
    if (known.revoked_at !== null) throw new Refusal(403, 'device-revoked', '此电脑已被停用。');
  });
}

function isEd25519Key(spki: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519';
  } catch {
    return false; // not DER, or no key
  }
}
