/** This computer's secret: it seals names on the locked screen and is mixed into every passphrase key. */
import { randomBytes } from 'node:crypto';
import type { Keychain } from '#ports/index.ts';
import { KEY_SIZE } from './keys.ts';
import type { Keyring } from './keyring.ts';

export type DeviceSecret = Readonly<{ secret: Buffer; protectedSecret: string }>;

export async function newDeviceSecret(keychain: Keychain): Promise<DeviceSecret> {
  const secret = randomBytes(KEY_SIZE);
  return { secret, protectedSecret: Buffer.from(await keychain.protect(secret)).toString('base64') };
}

/** null when the profile was moved here from another account or computer: only the recovery code opens it then. */
export async function revealDeviceSecret(keychain: Keychain, keyring: Keyring): Promise<Buffer | null> {
  try {
    const secret = Buffer.from(await keychain.reveal(Buffer.from(keyring.deviceSecret, 'base64')));
    return secret.length === KEY_SIZE ? secret : null;
  } catch {
    return null;
  }
}
