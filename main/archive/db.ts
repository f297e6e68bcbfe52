/** The thin slice of better-sqlite3 that repositories and migrations see; nothing else knows the driver. */
import { fail, type Failure } from '#model/result.ts';

export type SqlValue = string | number | bigint | Uint8Array | null;
export type SqlParams = Readonly<Record<string, SqlValue>>;

export type Statement<Row> = Readonly<{
  get(params?: SqlParams): Row | undefined;
  all(params?: SqlParams): Row[];
  /** No other statement may write while this one is being walked. */
  iterate(params?: SqlParams): IterableIterator<Row>;
  /** rows changed */
  run(params?: SqlParams): number;
}>;

export type Db = Readonly<{
  /** Prepared once per text and kept. Named parameters only (`:id`), so that order cannot be wrong. */
  prepare<Row = unknown>(sql: string): Statement<Row>;
  exec(sql: string): void;
  /**
   * All or nothing; IMMEDIATE, so a writer never fails half way with BUSY. May be nested (savepoint).
   * `work` is synchronous: a promise would be committed before it did anything.
   */
  transaction<T>(work: () => T): T;
}>;

/** The disk is full. What was being written is undone, everything before it is kept. */
export class DiskFullError extends Error {
  constructor(cause: unknown) {
    super('disk full', { cause });
    this.name = 'DiskFullError';
  }
}

/** False when the disk was full: then nothing of it is kept. */
export function isKept(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (error instanceof DiskFullError) return false;
    throw error;
  }
}

/** What is answered where something is not kept. */
export function noRoom(): Readonly<{ ok: false; error: Failure<'disk-full'> }> {
  return fail('disk-full', 'no room on the disk');
}
