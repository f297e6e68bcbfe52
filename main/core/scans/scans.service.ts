/**
 * Addresses of scans for one session: a random token stands for a hash, so that neither a path nor
 * a hash is ever seen outside, and an address is worthless after locking.
 */
import { randomBytes } from 'node:crypto';
import type * as z from 'zod';
import type { applications as contract } from '#contract/applications.contract.ts';
import type { Application } from '#model/application.ts';
import type { Result } from '#model/result.ts';
import type { Vault } from '#vault/vault.ts';
import type { CopiedMaterial, Copy, Original } from './copies.ts';

export type { Copy } from './copies.ts';
export type Opened = Readonly<{ bytes: Uint8Array; mime: string }>;

export type ScanDesk = Readonly<{
  /** '/scan/<token>', the same one for the same scan while the session lasts */
  addressOf(scan: Readonly<{ sha256: string; mime: string }>): string;
  /** The same for what `open` gives, once somebody asks; the same key is the same address. */
  offer(key: string, open: () => Promise<Opened | null>): string;
  /** Null for a token of no scan, and for a scan that is not in the vault whole. */
  open(token: string): Promise<Opened | null>;
}>;

/** What is shown beside an application's form; the rest of scans is a screen of its own. */
export type ScansBeside = Readonly<{
  /** Of a scan from the city that is in the vault: addresses of its pictures for this session. */
  thumbnailOf(sha256: string): string;
  /** As large as a window shows it. */
  screenOf(scan: Readonly<{ sha256: string; mime: string }>): string;
  /** Pages filed to it on this computer. */
  filedTo(applicationId: string): FiledPages;
}>;

/** What is copied of an application on paper, and handed over with it. */
export type ScansOnPaper = Readonly<{
  copied(application: Application): readonly CopiedMaterial[];
  /** Its JPEG, whole. */
  readCopy(copy: Copy): Promise<Result<Uint8Array, 'missing' | 'damaged'>>;
  /** Every file that was handed in for it, by its applicant and here. */
  originals(application: Application): readonly Original[];
}>;

type FiledPages = z.input<typeof contract.get.output>['filedPages'];

/** `onDamaged` is told of a scan that failed its check, so that it is fetched anew. */
export function createScanDesk(vault: Vault, onDamaged: (sha256: string) => void): ScanDesk {
  const tokenByKey = new Map<string, string>();
  const openByToken = new Map<string, () => Promise<Opened | null>>();

  function offer(key: string, open: () => Promise<Opened | null>): string {
    let token = tokenByKey.get(key);
    if (!token) {
      token = randomBytes(32).toString('base64url');
      tokenByKey.set(key, token);
      openByToken.set(token, open);
    }
    return `/scan/${token}`;
  }

  return {
    offer,
    addressOf: ({ sha256, mime }) =>
      offer(sha256, async () => {
        const read = await vault.get(sha256);
        if (read.ok) return { bytes: read.value, mime };
        onDamaged(sha256);
        return null;
      }),
    open: async (token) => (await openByToken.get(token)?.()) ?? null,
  };
}
