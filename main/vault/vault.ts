/** Content-addressed, encrypted files: a scan's bytes by the SHA-256 of the original. */
import type { Result } from '#model/result.ts';

export type Vault = Readonly<{
  /** Stores bytes whose hash must be `sha256` (hex); returns when they are on disk. Storing twice is harmless. */
  put(sha256: string, bytes: Uint8Array): Promise<Result<null, 'hash-mismatch' | 'disk-full'>>;
  /** Reads and verifies; `damaged` files are moved to quarantine so that they can be fetched anew. */
  get(sha256: string): Promise<Result<Uint8Array, 'missing' | 'damaged'>>;
  has(sha256: string): Promise<boolean>;
  /**
   * Removes every file that is none of `known` and was not put since the vault was opened: what a crash left between
   * the bytes and their row, and what was made anew by another rule. Returns how many. Damaged files in quarantine stay.
   */
  sweep(known: Iterable<string>): Promise<number>;
}>;
