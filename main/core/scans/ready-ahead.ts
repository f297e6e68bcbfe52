/**
 * Makes the pictures that a window shows of scans from the city before anybody looks: once they have arrived, and from
 * unlocking on those that were missing, whenever nobody is looking at anything.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '#archive/db.ts';
import type { Clock, Log } from '#ports/index.ts';
import { selectWithoutPicture } from './pictures.repository.ts';
import type { Pictures } from './pictures.ts';

type Deps = Readonly<{
  db: Db;
  clock: Clock;
  log: Log;
  signal: AbortSignal;
  pictures: Pick<Pictures, 'makeAhead' | 'askedAt'>;
}>;
export type ReadyTuning = Readonly<{
  /** ms after unlocking, when there is most to do */
  startMs: number;
  /** ms without a question for a picture: whoever reads a page has the computer to themselves until then */
  quietMs: number;
  /** ms after which it is looked whether more has arrived */
  lookMs: number;
  /** making takes one part of the time, of so many */
  partOfTime: number;
}>;

export const READY_TUNING: ReadyTuning = { startMs: 3_000, quietMs: 2_000, lookMs: 3_000, partOfTime: 2 };
/** Looked up together. */
const SLICE = 32;

/** Until the signal says so. Never rejects. */
export async function readyAhead(deps: Deps, tuning: ReadyTuning = READY_TUNING): Promise<void> {
  const { db, log, signal } = deps;
  try {
    await pause(tuning.startMs, null, { signal, ref: false });
    for (let after = 0; ;) {
      const slice = selectWithoutPicture(db, after, SLICE);
      // in the order of arrival: what came later has a greater number, and what cannot be read is not met again
      for (const { no, sha256 } of slice) {
        await make(deps, sha256, tuning);
        after = no;
      }
      if (slice.length === 0) await pause(tuning.lookMs, null, { signal, ref: false });
    }
  } catch (error) {
    if (!signal.aborted) log.error('scans.ready-ahead', error);
  }
}

async function make({ clock, signal, pictures }: Deps, sha256: string, tuning: ReadyTuning): Promise<void> {
  const quietFor = (): number => clock.monotonic() - pictures.askedAt();
  while (quietFor() < tuning.quietMs) await pause(tuning.quietMs - quietFor() + 1, null, { signal, ref: false });
  const from = clock.monotonic();
  await pictures.makeAhead(sha256);
  await pause((clock.monotonic() - from) * (tuning.partOfTime - 1), null, { signal, ref: false });
}
