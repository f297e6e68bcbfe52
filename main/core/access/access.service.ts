/** Set-up, unlocking, recovery and locking. One at a time, so that nothing is opened twice. */
import type { Ports } from '#ports/index.ts';
import type { Opened } from '../office.ts';
import { openAttempts } from './attempts.ts';
import { attemptsFile, summaryFile, type AccessContext } from './context.ts';
import { revealDeviceSecret } from './device.ts';
import { createDoor } from './door.ts';
import { DEFAULT_COST, type ScryptCost } from './keys.ts';
import { readKeyring } from './keyring.ts';
import { renewRecoveryCode, type RenewResult } from './renew-recovery.ts';
import { setUp, type NewPerson, type SetUpResult } from './set-up.ts';
import { status, type AccessStatus } from './status.ts';
import { readSummary, writeSummary, type Summary } from './summary.ts';
import { recover, unlock, type Recovery, type RecoverResult, type UnlockResult } from './unlock.ts';

export type Access = Readonly<{
  status(): Promise<AccessStatus>;
  /** Makes the archive and leaves it unlocked. */
  setUp(person: NewPerson): Promise<SetUpResult>;
  unlock(personId: string, passphrase: string): Promise<UnlockResult>;
  recover(recovery: Recovery): Promise<RecoverResult>;
  /** For whoever is in; the old code opens nothing afterwards. */
  renewRecoveryCode(passphrase: string): Promise<RenewResult>;
  /** Always succeeds; when it returns, the archive is closed and its keys are wiped. */
  lock(): Promise<void>;
  /** true from the end of `onOpened` to the beginning of `onClosing` */
  isUnlocked(): boolean;
  /** For the locked screen. Call it when one of these changes, also from `onOpened` and `onClosing`. */
  rememberSummary(summary: Summary): Promise<void>;
}>;

type AccessOptions = Readonly<{
  ports: Ports;
  /** The desk builds its services; an error here locks again. */
  onOpened(opened: Opened): Promise<void>;
  /** The desk lets go of them; an error here is logged and does not stop the locking. */
  onClosing(): Promise<void>;
  scryptCost?: ScryptCost;
}>;

export function createAccess({ ports, onOpened, onClosing, scryptCost = DEFAULT_COST }: AccessOptions): Access {
  const { profile } = ports.paths;
  const door = createDoor({ ports, onOpened, onClosing });
  const context: AccessContext = { ports, door, attempts: openAttempts(attemptsFile(profile)), cost: scryptCost };
  const oneAtATime = createQueue();

  return {
    status: () => status(context),
    setUp: (person) => oneAtATime(() => setUp(context, person)),
    unlock: (personId, passphrase) => oneAtATime(() => unlock(context, personId, passphrase)),
    recover: (recovery) => oneAtATime(() => recover(context, recovery)),
    renewRecoveryCode: (passphrase) => oneAtATime(() => renewRecoveryCode(context, passphrase)),
    lock: () =>
      oneAtATime(async () => {
        if (!door.isOpen()) return;
        await door.close();
        await remember(ports, {});
      }),
    isUnlocked: door.isOpen,
    // Not in the queue: the desk may call it from `onOpened` and `onClosing`, which hold the queue.
    rememberSummary: (summary) => remember(ports, summary),
  };
}

/** Keeps what is given over what was kept, with the time of this use. Without room on the disk the older one stands. */
async function remember(ports: Ports, changes: Partial<Summary>): Promise<void> {
  const { profile } = ports.paths;
  const keyring = readKeyring(profile);
  const deviceSecret = typeof keyring === 'string' ? null : await revealDeviceSecret(ports.keychain, keyring);
  if (!deviceSecret) return;
  const file = summaryFile(profile);
  try {
    writeSummary(file, { ...readSummary(file, deviceSecret), ...changes, lastUsedAt: ports.clock.now() }, deviceSecret);
  } catch (error) {
    ports.log.error('access.summary-not-kept', error);
  }
}

type Queue = <T>(work: () => Promise<T>) => Promise<T>;

function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const run = last.then(work, work);
    last = run.catch(() => undefined);
    return run;
  };
}
