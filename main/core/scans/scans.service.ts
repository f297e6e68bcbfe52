/**
 * Addresses of scans for one session: a random token stands for a hash, so that neither a path nor
 * a hash is ever seen outside, and an address is worthless after locking.
 */
import { randomBytes } from 'node:crypto';
import type { Vault } from '#vault/vault.ts';

export type ScanDesk = Readonly<{
  /** '/scan/<token>', the same one for the same scan while the session lasts */
  addressOf(scan: Readonly<{ sha256: string; mime: string }>): string;
  /** Null for a token of no scan, and for a scan that is not in the vault whole. */
  open(token: string): Promise<Readonly<{ bytes: Uint8Array; mime: string }> | null>;
}>;

/** `onDamaged` is told of a scan that failed its check, so that it is fetched anew. */
export function createScanDesk(vault: Vault, onDamaged: (sha256: string) => void): ScanDesk {
  const tokenByHash = new Map<string, string>();
  const scanByToken = new Map<string, Readonly<{ sha256: string; mime: string }>>();
  return {
    addressOf({ sha256, mime }) {
      let token = tokenByHash.get(sha256);
      if (!token) {
        token = randomBytes(32).toString('base64url');
        tokenByHash.set(sha256, token);
        scanByToken.set(token, { sha256, mime });
      }
      return `/scan/${token}`;
    },
    async open(token) {
      const scan = scanByToken.get(token);
      if (!scan) return null;
      const read = await vault.get(scan.sha256);
      if (read.ok) return { bytes: read.value, mime: scan.mime };
      onDamaged(scan.sha256);
      return null;
    },
  };
}
