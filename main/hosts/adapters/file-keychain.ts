/**
 * Stands in for the operating system's keychain where there is none to ask: a key in a file of this
 * profile that only this account may read. Whoever copies the whole profile copies the key as well,
 * so it adds nothing against theft; the passphrase does. Electron's host uses the real one.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Keychain } from '#ports/index.ts';
import { errorCode } from './error-code.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function createFileKeychain(profile: string): Keychain {
  const file = join(profile, 'loopback-keychain');
  return {
    async protect(secret) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', readOrMakeKey(profile, file), nonce);
      const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    async reveal(protectedSecret) {
      const bytes = Buffer.from(protectedSecret);
      const key = readFileSync(file);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    },
  };
}

/** In one step as far as this process goes: another call never reads half a key. */
function readOrMakeKey(profile: string, file: string): Uint8Array {
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  return readFileSync(file);
}
