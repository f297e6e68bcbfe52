/**
 * Reads the vault through in the background, once a day at most, a file now and then: what is damaged is found while
 * it can still be got again. First of all it removes what no row knows of.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { isKept, type Db } from '#archive/db.ts';
import type { Clock, Log } from '#ports/index.ts';
import type { Vault } from '#vault/vault.ts';
import { putScrub, selectKnown, selectScrub, selectStored } from './vault-contents.repository.ts';

type Deps = Readonly<{
  db: Db;
  vault: Vault;
  clock: Clock;
  log: Log;
  signal: AbortSignal;
  onLost(sha256: string): void;
}>;
export type ScrubTuning = Readonly<{
  /** ms after unlocking, when there is most to do */
  startMs: number;
  /** reading takes one part of the time, of so many */
  partOfTime: number;
}>;

export const SCRUB_TUNING: ScrubTuning = { startMs: 60_000, partOfTime: 20 };
const EVERY_MS = 24 * 3_600_000;
/** Looked up, and written down as read, together. */
const SLICE = 32;

/** Until everything was read or the signal says so. Never rejects. */
export async function scrub(deps: Deps, tuning: ScrubTuning = SCRUB_TUNING): Promise<void> {
  const { db, vault, clock, log, signal } = deps;
  try {
    await pause(tuning.startMs, null, { signal, ref: false });
    const removed = await vault.sweep(selectKnown(db));
    if (removed > 0) log.info('scans.swept', { removed });
    const { finishedAt } = selectScrub(db);
    if (finishedAt !== null && clock.now() - finishedAt < EVERY_MS && clock.now() >= finishedAt) return;
    await readThrough(deps, tuning);
  } catch (error) {
    if (!signal.aborted) log.error('scans.scrub', error);
  }
}

async function readThrough({ db, vault, clock, signal, onLost }: Deps, { partOfTime }: ScrubTuning): Promise<void> {
  for (let { after } = selectScrub(db); ;) {
    const slice = selectStored(db, after, SLICE);
    const last = slice.at(-1);
    const isOver = last === undefined;
    for (const sha256 of slice) {
      const from = clock.monotonic();
      if (!(await vault.get(sha256)).ok) onLost(sha256);
      await pause((clock.monotonic() - from) * (partOfTime - 1), null, { signal, ref: false });
    }
    after = last ?? '';
    isKept(() => putScrub(db, { after, finishedAt: isOver ? clock.now() : selectScrub(db).finishedAt }));
    if (isOver) return;
  }
}
