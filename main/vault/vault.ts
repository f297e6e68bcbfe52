/** Content-addressed, encrypted files: a scan's bytes by the SHA-256 of the original. */
import type { Result } from '#model/result.ts';

export type Vault = Readonly<{
  /** Stores bytes whose hash must be `sha256` (hex); returns when they are on disk. Storing twice is harmless. */
  put(sha256: string, bytes: Uint8Array): Promise<Result<null, 'hash-mismatch' | 'disk-full'>>;
  /** Reads and verifies; `damaged` files are moved to quarantine so that they can be fetched anew. */
  get(sha256: string): Promise<Result<Uint8Array, 'missing' | 'damaged'>>;
  has(sha256: string): Promise<boolean>;
}>;
