/** What the locked screen may know before anyone has unlocked. */
import type * as z from 'zod';
import type { access } from '#contract/access.contract.ts';
import { ATTEMPTS } from './attempts.ts';
import { summaryFile, type AccessContext } from './context.ts';
import { revealDeviceSecret } from './device.ts';
import { readKeyring, type Keyring, type Slot } from './keyring.ts';
import { readLabel } from './people.ts';
import { isInUse } from './set-up.ts';
import { readSummary } from './summary.ts';

export type AccessStatus = z.infer<(typeof access)['status']['output']>;

export async function status(context: AccessContext): Promise<AccessStatus> {
  const { ports, door } = context;
  const { profile } = ports.paths;
  const keyring = readKeyring(profile);
  const isKnown = typeof keyring !== 'string';
  const deviceSecret = isKnown ? await revealDeviceSecret(ports.keychain, keyring) : null;
  const people =
    isKnown && isInUse(profile) ? keyring.people.map((slot) => personRow(context, slot, deviceSecret)) : [];
  const state = stateOf(context, keyring);
  return { state, people, person: door.person(), ...readSummary(summaryFile(profile), deviceSecret) };
}

function stateOf({ ports, door }: AccessContext, keyring: Keyring | 'missing' | 'damaged'): AccessStatus['state'] {
  if (door.isOpen()) return 'unlocked';
  if (!isInUse(ports.paths.profile)) return 'first-run';
  return door.isDamaged() || typeof keyring === 'string' ? 'damaged' : 'locked';
}

/** On another account the name cannot be read: it stays empty, and the role is the least until recovery shows it. */
function personRow(
  { attempts }: AccessContext,
  slot: Slot,
  deviceSecret: Uint8Array | null,
): AccessStatus['people'][number] {
  const person = deviceSecret && readLabel(slot, deviceSecret);
  const attemptsLeft = Math.min(attempts.left(slot.id), ATTEMPTS);
  return {
    ...(person ?? { id: slot.id, name: '', role: 'clerk' as const }),
    isLocked: attemptsLeft === 0,
    attemptsLeft,
  };
}
