/**
 * Works through what waits, two at a time, from unlock to lock. What waits is said by the rows alone, so that
 * nothing has to be remembered over a crash.
 */
import { isKept } from '#archive/db.ts';
import {
  countIntake,
  selectIntake,
  selectNextFile,
  selectRunningIntakes,
  updateIntakeState,
} from './intakes.repository.ts';
import { progressOf } from './intake-view.ts';
import { makePage, openFile, type MakingDeps, type StepEnd } from './making.ts';
import { selectNextPage } from './pages.repository.ts';

/** As many as there are processes for jobs. */
const AT_A_TIME = 2;
/** Told at most three times a second, and at the end. */
const TELL_EVERY_MS = 350;
/** A full disk is tried again after so long, and whenever something is asked for. */
const RETRY_MS = 10_000;
/** A drop whose window does not hand in the rest is over after so long: it was reloaded, or the program had ended. */
const QUIET_MS = 60_000;

export type Runner = Readonly<{
  /** There may be something to make; `intakeId`: something was handed in there. */
  wake(intakeId?: string): void;
  /** No room on the disk: what waits goes on by itself once there is. */
  isStuck(): boolean;
  /** Resolves when nothing is made any more. */
  stop(): Promise<void>;
}>;

type Task = Readonly<{
  key: string;
  intakeId: string;
  run(signal: AbortSignal, tookMs: () => number): Promise<StepEnd>;
}>;

export function createRunner(deps: MakingDeps): Runner {
  const { clock, log } = deps.ports;
  const stopping = new AbortController();
  const inHand = new Set<string>();
  const telling = createTelling(deps);
  const heardAt = new Map<string, number>();
  const timed = createClockTime(clock.monotonic);
  let isStuck = false;
  /** met a bug, or its original is lost: not again before something is asked for */
  const givenUp = new Set<string>();
  const loops = new Set<Promise<void>>();
  let retry: NodeJS.Timeout | undefined;

  async function loop(): Promise<void> {
    for (let task = next(); task && !stopping.signal.aborted && !isStuck; task = next()) {
      inHand.add(task.key);
      const end = await perform(task);
      inHand.delete(task.key);
      telling.changed(task.intakeId);
      if (end === 'disk-full') isStuck = true;
      if (end === 'lost') givenUp.add(task.key);
      if (end === 'cancelled') return;
    }
  }

  async function perform(task: Task): Promise<StepEnd> {
    try {
      return await task.run(stopping.signal, timed(task.intakeId));
    } catch (error) {
      if (stopping.signal.aborted) return 'cancelled';
      log.error('scans.step', error);
      return 'lost';
    }
  }

  function next(): Task | null {
    if (stopping.signal.aborted) return null;
    const keys = [...inHand, ...givenUp];
    const page = selectNextPage(deps.db, keys);
    const isAsked = page !== null && page.madeAt !== null;
    const file = isAsked ? null : selectNextFile(deps.db, keys);
    if (file) {
      const { intakeId, no } = file;
      return { key: `${intakeId}/${no}`, intakeId, run: (signal, tookMs) => openFile(deps, file, { signal, tookMs }) };
    }
    if (!page) return null;
    const { id, intakeId } = page;
    return { key: id, intakeId, run: (signal, tookMs) => makePage(deps, page, { signal, tookMs }) };
  }

  function start(): void {
    while (loops.size < AT_A_TIME && !stopping.signal.aborted) {
      const running: Promise<void> = loop().finally(() => {
        loops.delete(running);
        if (loops.size === 0) rest();
      });
      loops.add(running);
    }
  }

  /** Nothing is at work: intakes that are through are over. */
  function rest(): void {
    if (stopping.signal.aborted) return;
    const isWaited = !isStuck && settle();
    if (isStuck || isWaited) later(isStuck ? RETRY_MS : QUIET_MS);
  }

  /** Whether one of them still waits for files. */
  function settle(): boolean {
    let isWaited = false;
    for (const { id, total } of selectRunningIntakes(deps.db)) {
      const { stored, waiting, taken, hadAlready, refused } = countIntake(deps.db, id);
      if (stored + waiting > 0) continue;
      const isQuiet = clock.monotonic() - (heardAt.get(id) ?? -Infinity) >= QUIET_MS;
      if (taken + hadAlready + refused >= total || isQuiet) {
        if (!isKept(() => updateIntakeState(deps.db, id, 'done', clock.now()))) return false;
        telling.over(id);
      } else isWaited = true;
    }
    return isWaited;
  }

  function later(ms: number): void {
    clearTimeout(retry);
    retry = setTimeout(() => wake(), ms).unref();
  }

  function wake(intakeId?: string): void {
    if (intakeId !== undefined) heardAt.set(intakeId, clock.monotonic());
    isStuck = false;
    givenUp.clear();
    start();
  }

  return {
    wake,
    isStuck: () => isStuck,
    async stop() {
      stopping.abort();
      clearTimeout(retry);
      telling.stop();
      await Promise.all(loops);
    },
  };
}

/** Time during which anything of an intake was at work: two steps side by side count once. */
function createClockTime(now: () => number): (intakeId: string) => () => number {
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

type Telling = Readonly<{ changed(intakeId: string): void; over(intakeId: string): void; stop(): void }>;

function createTelling({ db, publish, ports, tell }: MakingDeps): Telling {
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
