/** Works through one batch at a time, a slice a turn of the event loop, so that nothing else waits for it. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Archive } from '#archive/archive.ts';
import type { Clock } from '#ports/index.ts';
import { countItems, selectWaiting } from './batch.repository.ts';
import { doSlice, type SliceDeps, type SliceTask } from './slice.ts';

/** A slice takes about so long, with its share of the disk … */
const SLICE_MS = 12;
/** … but never fewer rows, so that a slow disk is asked three times for each eight and not for each one. */
const FEWEST_ROWS = 16;
const MOST_ROWS = 40;
/** Told at most three times a second, and at the end. */
const TELL_EVERY_MS = 350;

export type Progress = Readonly<{ total: number; done: number; failed: number }>;
/** `stuckAt`: the row that a full disk stopped it at */
export type RunEnd = Readonly<{ kind: 'done' | 'bug' }> | Readonly<{ kind: 'disk-full'; stuckAt: number }>;

type RunnerDeps = Omit<SliceDeps, 'now' | 'onBug' | 'db'> &
  Readonly<{
    archive: Pick<Archive, 'db' | 'deferring'>;
    clock: Clock;
    /** of one row or of the whole */
    onBug: (error: unknown) => void;
    /** what was done since it was last told */
    onProgress: (task: SliceTask, progress: Progress, applicationIds: readonly string[]) => void;
    /** It went as far as it could by itself. */
    onEnd: (batchId: string, end: RunEnd) => void;
  }>;

type Run = {
  readonly task: SliceTask;
  progress: Progress;
  after: number;
  rows: number;
  acted: string[];
  toldAt: number;
};

export type Runner = Readonly<{
  running(): Readonly<{ batchId: string; progress: Progress }> | null;
  /** Only when nothing runs. */
  start(task: SliceTask): void;
  /** Between two rows: nothing more is done when it returns. */
  halt(): void;
  /** Resolves when nothing runs any more. */
  settled(): Promise<void>;
}>;

export function createRunner(deps: RunnerDeps): Runner {
  const { clock, onBug, onEnd } = deps;
  let current: Run | null = null;
  let work: Promise<void> = Promise.resolve();

  function stepSafely(run: Run, syncs: boolean): RunEnd | null {
    try {
      return step(deps, run, syncs);
    } catch (error) {
      onBug(error);
      return { kind: 'bug' };
    }
  }

  async function workThrough(run: Run): Promise<void> {
    for (;;) {
      await nextTurn();
      if (current !== run) return;
      const isToBeTold = clock.monotonic() - run.toldAt >= TELL_EVERY_MS;
      const end = stepSafely(run, isToBeTold);
      if (end) {
        current = null;
        tell(deps, run);
        return onEnd(run.task.batchId, end);
      }
      if (isToBeTold) tell(deps, run);
    }
  }

  return {
    running: () => current && { batchId: current.task.batchId, progress: current.progress },
    start(task) {
      const progress = countItems(deps.archive.db, task.batchId);
      const run = { task, progress, after: 0, rows: FEWEST_ROWS, acted: [], toldAt: clock.monotonic() };
      current = run;
      work = workThrough(run);
    },
    halt() {
      const run = current;
      current = null;
      if (run) tell(deps, run);
    },
    settled: () => work,
  };
}

/** The next slice. `syncs`: what is told about is on disk whole; until then the journal has it. */
function step(deps: RunnerDeps, run: Run, syncs: boolean): RunEnd | null {
  const { archive, clock } = deps;
  const { db } = archive;
  const started = clock.monotonic();
  const rows = selectWaiting(db, run.task.batchId, run.after, run.rows);
  const last = rows.at(-1);
  if (!last) return { kind: 'done' };
  const slice = () => doSlice({ ...deps, db, now: clock.now }, run.task, rows);
  const { done, leftOut, acted, stuckAt } = syncs ? slice() : archive.deferring(slice);
  const { progress } = run;
  run.progress = { ...progress, done: progress.done + done, failed: progress.failed + leftOut };
  run.acted.push(...acted);
  run.after = stuckAt === null ? last.no : stuckAt - 1;
  run.rows = rowsIn(SLICE_MS, rows.length, clock.monotonic() - started);
  return stuckAt === null ? null : { kind: 'disk-full', stuckAt };
}

function tell({ clock, onProgress }: RunnerDeps, run: Run): void {
  run.toldAt = clock.monotonic();
  onProgress(run.task, run.progress, run.acted.splice(0));
}

/** As many rows as would have taken so long at the pace of the last slice. */
function rowsIn(ms: number, rows: number, tookMs: number): number {
  const fitting = Math.round((rows * ms) / Math.max(tookMs, 1));
  return Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, fitting));
}
