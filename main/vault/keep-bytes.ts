/** Putting bytes into the vault of which nobody has told the hash before. */
import { createHash } from 'node:crypto';
import type { Vault } from './vault.ts';

/** SHA-256 in hex: how the vault knows its files. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Their hash, once they are on disk; null without room for them. */
export async function keepBytes(vault: Pick<Vault, 'put'>, bytes: Uint8Array): Promise<string | null> {
  const sha256 = hashOf(bytes);
  const stored = await vault.put(sha256, bytes);
  return stored.ok ? sha256 : null;
}
