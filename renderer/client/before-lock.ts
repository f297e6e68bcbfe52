/** What still has to be written down before the desk locks: drafts typed in the last moment. */

type Flush = () => Promise<void>;

const flushes = new Set<Flush>();

/** Returns how to take it back. */
export function beforeLock(flush: Flush): () => void {
  flushes.add(flush);
  return () => void flushes.delete(flush);
}

/** Resolves when all have been tried; one that fails does not keep the others or the lock from happening. */
export async function flushAll(): Promise<void> {
  await Promise.allSettled([...flushes].map((flush) => flush()));
}
