/** First run: keys, keyring, archive, in an order that a power cut cannot turn into a locked-out person. */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { DiskFullError } from '#archive/db.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Person } from '../office.ts';
import type { AccessContext } from './context.ts';
import { newDeviceSecret } from './device.ts';
import { isPassphraseLongEnough, KEY_SIZE, recoveryKey, wrapKey } from './keys.ts';
import { readKeyring, removeKeyring, writeKeyring, type Keyring } from './keyring.ts';
import { makeSlot } from './people.ts';
import { formatRecoveryCode } from './recovery-code.ts';
import { archiveFolder } from './session.ts';

export type NewPerson = Readonly<{ personName: string; role: Person['role']; passphrase: string }>;
export type SetUpResult = Result<{ recoveryCode: string }, 'already-set-up' | 'passphrase-too-short' | 'disk-full'>;

export const RECOVERY_SLOT = 'recovery';

export async function setUp(context: AccessContext, { personName, role, passphrase }: NewPerson): Promise<SetUpResult> {
  const { ports, door, cost } = context;
  const { profile } = ports.paths;
  if (isInUse(profile)) return fail('already-set-up');
  if (!isPassphraseLongEnough(passphrase)) return fail('passphrase-too-short');
  clear(profile);
  mkdirSync(profile, { recursive: true, mode: 0o700 });

  const person: Person = { id: randomUUID(), name: personName, role };
  const masterKey = randomBytes(KEY_SIZE);
  const recoverySecret = randomBytes(16);
  const device = await newDeviceSecret(ports.keychain);
  const slot = await makeSlot({ person, passphrase, masterKey, deviceSecret: device.secret, cost });
  device.secret.fill(0);
  try {
    const keyring = writeKeyring(profile, {
      version: 1,
      revision: 0,
      isComplete: false,
      deviceSecret: device.protectedSecret,
      people: [slot],
      recovery: makeRecovery(recoverySecret, masterKey),
    });
    const built = await door.build(masterKey, person);
    if (!built.ok) throw built.error.code === 'disk-full' ? new DiskFullError(null) : new Error(built.error.code);
    writeKeyring(profile, { ...keyring, isComplete: true });
  } catch (error) {
    await door.close();
    clear(profile);
    if (error instanceof DiskFullError) return fail('disk-full');
    throw error;
  } finally {
    masterKey.fill(0);
  }
  const recoveryCode = formatRecoveryCode(recoverySecret);
  recoverySecret.fill(0);
  return ok({ recoveryCode });
}

/** Anything that was, or may have been, in use. An archive without its keyring is a case for a person, not for a new start. */
export function isInUse(profile: string): boolean {
  const keyring = readKeyring(profile);
  if (keyring === 'missing') return existsSync(archiveFolder(profile));
  return keyring === 'damaged' || keyring.isComplete;
}

/** The sealed code's own way to the master key; needs nothing that this computer keeps. */
export function makeRecovery(secret: Uint8Array, masterKey: Uint8Array): Keyring['recovery'] {
  const salt = randomBytes(16);
  return { salt: salt.toString('base64'), wrappedKey: wrapKey(recoveryKey(secret, salt), masterKey, RECOVERY_SLOT) };
}

/** What a broken-off set-up left; its archive was never used. The keyring goes last, so that this can be broken off too. */
function clear(profile: string): void {
  rmSync(archiveFolder(profile), { recursive: true, force: true });
  removeKeyring(profile);
}
