/** In by passphrase, or by the sealed recovery code. */
import { fail, ok, type Result } from '#model/result.ts';
import type { Person } from '../office.ts';
import type { AccessContext } from './context.ts';
import { newDeviceSecret, revealDeviceSecret } from './device.ts';
import { isPassphraseLongEnough, recoveryKey, unwrapKey } from './keys.ts';
import { readKeyring, repairKeyring, writeKeyring, type Keyring } from './keyring.ts';
import { makeSlot, openSlot, readRecoverableLabel, relabel } from './people.ts';
import { parseRecoveryCode } from './recovery-code.ts';
import type { AccessProblem } from './session.ts';
import { RECOVERY_SLOT } from './set-up.ts';

export type UnlockResult = Result<
  { person: Person },
  'wrong-passphrase' | 'person-locked' | 'unknown-person' | AccessProblem
>;
type ProofProblem = 'wrong-passphrase' | 'person-locked' | 'unknown-person' | 'archive-damaged';
export type Recovery = Readonly<{ personId: string; recoveryCode: string; newPassphrase: string }>;
export type RecoverResult = Result<
  { person: Person },
  'wrong-recovery-code' | 'passphrase-too-short' | 'unknown-person' | AccessProblem
>;

export async function unlock(context: AccessContext, personId: string, passphrase: string): Promise<UnlockResult> {
  const proof = await proveIdentity(context, personId, passphrase);
  if (!proof.ok) return proof;
  const { keyring, masterKey } = proof.value;
  repairKeyring(context.ports.paths.profile);
  return context.door.open(masterKey, personOf(keyring, personId, masterKey));
}

/** Opens a slot by passphrase; every try is counted on disk before it is made. The caller wipes the key. */
export async function proveIdentity(
  { ports, attempts }: AccessContext,
  personId: string,
  passphrase: string,
): Promise<Result<{ keyring: Keyring; masterKey: Buffer }, ProofProblem>> {
  const keyring = readKeyring(ports.paths.profile);
  if (keyring === 'damaged') return damagedKeyring();
  const slot = keyring === 'missing' ? undefined : keyring.people.find(({ id }) => id === personId);
  if (keyring === 'missing' || !slot) return fail('unknown-person');
  if (attempts.left(personId) === 0) return personLocked();
  const deviceSecret = await revealDeviceSecret(ports.keychain, keyring);
  if (!deviceSecret) return fail('archive-damaged', 'other-account', { reason: 'other-account' });

  attempts.count(personId);
  const masterKey = await openSlot(slot, passphrase, deviceSecret);
  deviceSecret.fill(0);
  if (!masterKey) {
    const attemptsLeft = attempts.left(personId);
    return attemptsLeft === 0 ? personLocked() : fail('wrong-passphrase', 'wrong passphrase', { attemptsLeft });
  }
  attempts.forget(personId);
  return ok({ keyring, masterKey });
}

/** Also on another computer: the recovery slot needs nothing that this one keeps. */
export async function recover(context: AccessContext, recovery: Recovery): Promise<RecoverResult> {
  const { ports, door, attempts } = context;
  const { personId, newPassphrase } = recovery;
  const keyring = readKeyring(ports.paths.profile);
  if (keyring === 'damaged') return damagedKeyring();
  if (keyring === 'missing' || !keyring.people.some(({ id }) => id === personId)) return fail('unknown-person');
  if (!isPassphraseLongEnough(newPassphrase)) return fail('passphrase-too-short');
  const masterKey = openRecovery(keyring, recovery.recoveryCode);
  if (!masterKey) return fail('wrong-recovery-code');

  const person = personOf(keyring, personId, masterKey);
  await replacePassphrase(context, keyring, person, newPassphrase, masterKey);
  attempts.forget(personId);
  return door.open(masterKey, person);
}

function openRecovery({ recovery }: Keyring, typedCode: string): Buffer | null {
  const secret = parseRecoveryCode(typedCode);
  if (!secret) return null;
  const key = recoveryKey(secret, Buffer.from(recovery.salt, 'base64'));
  secret.fill(0);
  const masterKey = unwrapKey(key, recovery.wrappedKey, RECOVERY_SLOT);
  key.fill(0);
  return masterKey;
}

/**
 * When this computer's secret is lost, a new one is made and every name sealed with it; the other people's
 * passphrases were tied to the old one, so they need the recovery code as well.
 */
async function replacePassphrase(
  { ports, cost }: AccessContext,
  keyring: Keyring,
  person: Person,
  passphrase: string,
  masterKey: Uint8Array,
): Promise<void> {
  const known = await revealDeviceSecret(ports.keychain, keyring);
  const device = known
    ? { secret: known, protectedSecret: keyring.deviceSecret }
    : await newDeviceSecret(ports.keychain);
  const slot = await makeSlot({ person, passphrase, masterKey, deviceSecret: device.secret, cost });
  writeKeyring(ports.paths.profile, {
    ...keyring,
    deviceSecret: device.protectedSecret,
    people: keyring.people.map((other) => (other.id === person.id ? slot : relabel(other, masterKey, device.secret))),
  });
  device.secret.fill(0);
}

function personOf(keyring: Keyring, personId: string, masterKey: Uint8Array): Person {
  const slot = keyring.people.find(({ id }) => id === personId);
  const person = slot && readRecoverableLabel(slot, masterKey);
  if (!person) throw new Error('a slot of the keyring has no name');
  return person;
}

function personLocked(): Result<never, 'person-locked'> {
  return fail('person-locked', 'locked', { attemptsLeft: 0 });
}

function damagedKeyring(): Result<never, 'archive-damaged'> {
  return fail('archive-damaged', 'keyring', { reason: 'keyring' });
}
