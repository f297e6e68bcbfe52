/** A new sealed code in place of one that was lost, seen or never written down. */
import { randomBytes } from 'node:crypto';
import { DiskFullError } from '#archive/db.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { AccessContext } from './context.ts';
import { writeKeyring } from './keyring.ts';
import { formatRecoveryCode } from './recovery-code.ts';
import { makeRecovery } from './set-up.ts';
import { proveIdentity } from './unlock.ts';

export type RenewResult = Result<
  { recoveryCode: string },
  'wrong-passphrase' | 'person-locked' | 'archive-damaged' | 'disk-full'
>;

/** For the person who is in, who proves it by passphrase once more: an open window is not enough. */
export async function renewRecoveryCode(context: AccessContext, passphrase: string): Promise<RenewResult> {
  const person = context.door.person();
  if (!person) throw new Error('the archive is locked');
  const proof = await proveIdentity(context, person.id, passphrase);
  if (!proof.ok) {
    if (proof.error.code === 'unknown-person') throw new Error('whoever is in has no slot in the keyring');
    return { ok: false, error: { ...proof.error, code: proof.error.code } };
  }
  const { keyring, masterKey } = proof.value;
  const secret = randomBytes(16);
  try {
    writeKeyring(context.ports.paths.profile, { ...keyring, recovery: makeRecovery(secret, masterKey) });
    return ok({ recoveryCode: formatRecoveryCode(secret) });
  } catch (error) {
    if (error instanceof DiskFullError) return fail('disk-full');
    throw error;
  } finally {
    masterKey.fill(0);
    secret.fill(0);
  }
}
