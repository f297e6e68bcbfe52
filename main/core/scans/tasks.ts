/** What waits to be made, as the rows say it, and when an intake is through. */
import { isKept } from '#archive/db.ts';
import {
  countIntake,
  selectNextFile,
  selectRunningIntakes,
  updateIntakeState,
  type IntakeRow,
} from './intakes.repository.ts';
import { makePage, openFile, type MakingDeps, type StepEnd } from './making.ts';
import { selectNextPage } from './pages.repository.ts';

/** `tookMs`: of the intake's time, since the step began */
export type Task = Readonly<{
  key: string;
  intakeId: string;
  run(signal: AbortSignal, tookMs: () => number): Promise<StepEnd>;
}>;

/** Pages made anew first, since somebody waits; then files, so that the number of pages is known soon. */
export function nextTask(deps: MakingDeps, without: readonly string[]): Task | null {
  const page = selectNextPage(deps.db, without);
  const file = page?.madeAt ? null : selectNextFile(deps.db, without);
  if (file) {
    const { intakeId, no } = file;
    return { key: `${intakeId}/${no}`, intakeId, run: (signal, tookMs) => openFile(deps, file, { signal, tookMs }) };
  }
  if (!page) return null;
  const { id, intakeId } = page;
  return { key: id, intakeId, run: (signal, tookMs) => makePage(deps, page, { signal, tookMs }) };
}

type Settling = Readonly<{ isQuiet(intakeId: string): boolean; onOver(intakeId: string): void }>;

/** Intakes that are through are over. True when one of them still waits for files. */
export function settleIntakes({ db, ports }: MakingDeps, { isQuiet, onOver }: Settling): boolean {
  let isWaited = false;
  for (const intake of selectRunningIntakes(db)) {
    const { stored, waiting, ...counts } = countIntake(db, intake.id);
    if (stored + waiting > 0) continue;
    if (!hasAll(intake, counts) && !isQuiet(intake.id)) isWaited = true;
    else if (isKept(() => updateIntakeState(db, intake.id, 'done', ports.clock.now()))) onOver(intake.id);
  }
  return isWaited;
}

type Counts = Readonly<{ taken: number; hadAlready: number; refused: number }>;

function hasAll({ total }: IntakeRow, { taken, hadAlready, refused }: Counts): boolean {
  return taken + hadAlready + refused >= total;
}

/** Time during which anything of an intake was at work: two steps side by side count once. */
export function createStopwatch(now: () => number): (intakeId: string) => () => number {
  const countedTo = new Map<string, number>();
  return (intakeId) => {
    const began = now();
    return () => {
      const from = Math.max(began, countedTo.get(intakeId) ?? 0);
      const to = now();
      countedTo.set(intakeId, to);
      return Math.max(0, to - from);
    };
  };
}
