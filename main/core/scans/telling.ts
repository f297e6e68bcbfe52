/** Progress of intakes, told to the windows now and then. */
import { countIntake, selectIntake } from './intakes.repository.ts';
import { progressOf } from './intake-view.ts';
import type { ScanOffice } from './office.ts';

/** Told at most three times a second, and at the end. */
const TELL_EVERY_MS = 350;

export type Telling = Readonly<{
  /** Something of it was done. */
  changed(intakeId: string): void;
  over(intakeId: string): void;
  stop(): void;
}>;

export function createTelling({ db, publish, ports, tell }: ScanOffice): Telling {
  const changed = new Set<string>();
  let toldAt = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  function tellAll(): void {
    timer = undefined;
    toldAt = ports.clock.monotonic();
    for (const intakeId of changed) progress(intakeId);
    changed.clear();
  }

  function progress(intakeId: string): void {
    const state = selectIntake(db, intakeId)?.state;
    const isOver = state === 'done' || state === 'stopped';
    publish('scans.progress', { intakeId, ...progressOf(countIntake(db, intakeId)), isOver });
  }

  return {
    changed(intakeId) {
      if (isStopped) return;
      changed.add(intakeId);
      const waitMs = toldAt + TELL_EVERY_MS - ports.clock.monotonic();
      if (waitMs <= 0) tellAll();
      else timer ??= setTimeout(tellAll, waitMs).unref();
    },
    over(intakeId) {
      changed.delete(intakeId);
      progress(intakeId);
      tell(intakeId);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
