/** Which key comes from which: passphrase or recovery code → master key → one key for each purpose. */
import { hkdfSync, scrypt, type ScryptOptions } from 'node:crypto';
import type { ArchiveKeys } from '#archive/open.ts';
import { seal, unseal } from '#archive/sealed.ts';
import type { VaultKeys } from '#vault/file-vault.ts';

export const KEY_SIZE = 32;
const PRODUCT = 'title-review-desk';

/** RFC 7914's N, r, p */
export type ScryptCost = Readonly<{ N: number; r: number; p: number }>;
/** 64 MiB and about 0.2 s on an office computer */
export const DEFAULT_COST: ScryptCost = { N: 2 ** 16, r: 8, p: 1 };

/** code points, as a person counts them */
export const SHORTEST_PASSPHRASE = 8;

/**
 * The same keys typed on any keyboard give the same text: composed and decomposed letters, and full-width
 * letters of a Chinese input method, are one (NFKC).
 */
export function normalizePassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

export function isPassphraseLongEnough(passphrase: string): boolean {
  return [...normalizePassphrase(passphrase)].length >= SHORTEST_PASSPHRASE;
}

/** The key that wraps the master key for a person. `pepper` is kept by this computer, so that a stolen disk is not enough. */
export async function passphraseKey(
  passphrase: string,
  salt: Uint8Array,
  cost: ScryptCost,
  pepper: Uint8Array,
): Promise<Buffer> {
  const stretched = await stretch(Buffer.from(normalizePassphrase(passphrase), 'utf8'), salt, cost);
  const joined = Buffer.concat([stretched, pepper]);
  const key = derive(joined, salt, 'passphrase');
  stretched.fill(0);
  joined.fill(0);
  return key;
}

/** Without pepper: it must open on another computer too. 128 random bits need no stretching. */
export function recoveryKey(secret: Uint8Array, salt: Uint8Array): Buffer {
  return derive(secret, salt, 'recovery');
}

export function derive(secret: Uint8Array, salt: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, `${PRODUCT} ${purpose} 1`, KEY_SIZE));
}

export type WorkingKeys = Readonly<{ archive: ArchiveKeys; vault: VaultKeys; wipe(): void }>;

/** One key a purpose; `wipe` overwrites them all. */
export function workingKeys(masterKey: Uint8Array): WorkingKeys {
  const made: Buffer[] = [];
  const keyFor = (purpose: string): Buffer => {
    const key = derive(masterKey, Buffer.alloc(0), purpose);
    made.push(key);
    return key;
  };
  return {
    archive: { db: keyFor('db'), journal: keyFor('journal'), audit: keyFor('audit'), anchor: keyFor('anchor') },
    vault: { content: keyFor('vault'), name: keyFor('vault-name') },
    wipe() {
      for (const key of made) key.fill(0);
    },
  };
}

/** `slotId` ties the wrapped key to its slot. */
export function wrapKey(wrappingKey: Uint8Array, masterKey: Uint8Array, slotId: string): string {
  return seal(wrappingKey, masterKey, Buffer.from(`slot ${slotId}`, 'utf8')).toString('base64');
}

/** null is a wrong passphrase or code: the tag does not fit. */
export function unwrapKey(wrappingKey: Uint8Array, wrapped: string, slotId: string): Buffer | null {
  return unseal(wrappingKey, Buffer.from(wrapped, 'base64'), Buffer.from(`slot ${slotId}`, 'utf8'));
}

export function sealText(key: Uint8Array, value: unknown, purpose: string): string {
  return seal(key, Buffer.from(JSON.stringify(value), 'utf8'), Buffer.from(purpose, 'utf8')).toString('base64');
}

export function unsealText(key: Uint8Array, sealed: string, purpose: string): unknown {
  const plain = unseal(key, Buffer.from(sealed, 'base64'), Buffer.from(purpose, 'utf8'));
  return plain === null ? null : JSON.parse(plain.toString('utf8'));
}

function stretch(secret: Buffer, salt: Uint8Array, { N, r, p }: ScryptCost): Promise<Buffer> {
  // Node refuses by default what needs more than 32 MiB; scrypt needs 128·N·r bytes and a little.
  const options: ScryptOptions = { N, r, p, maxmem: 128 * N * r + 16 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, KEY_SIZE, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
