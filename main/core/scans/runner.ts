/**
 * Works through what waits, two at a time, from unlock to lock. What waits is said by the rows alone, so that
 * nothing has to be remembered over a crash.
 */
import type { MakingDeps, StepEnd } from './making.ts';
import { createStopwatch, nextTask, settleIntakes, type Task } from './tasks.ts';
import { createTelling } from './telling.ts';

/** As many as there are processes for jobs. */
const AT_A_TIME = 2;
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

export function createRunner(deps: MakingDeps): Runner {
  const { clock } = deps.ports;
  const stopping = new AbortController();
  const { signal } = stopping;
  const telling = createTelling(deps);
  const stopwatch = createStopwatch(clock.monotonic);
  const inHand = new Set<string>();
  /** met a bug, or its original is lost: not again before something is asked for */
  const givenUp = new Set<string>();
  const heardAt = new Map<string, number>();
  const loops = new Set<Promise<void>>();
  let isStuck = false;
  let timer: NodeJS.Timeout | undefined;

  async function loop(): Promise<void> {
    while (!signal.aborted && !isStuck) {
      const task = nextTask(deps, [...inHand, ...givenUp]);
      if (!task) return;
      inHand.add(task.key);
      const end = await perform(deps, task, { signal, tookMs: stopwatch(task.intakeId) });
      inHand.delete(task.key);
      telling.changed(task.intakeId);
      if (end === 'disk-full') isStuck = true;
      if (end === 'lost') givenUp.add(task.key);
      if (end === 'cancelled') return;
    }
  }

  function isQuiet(intakeId: string): boolean {
    return clock.monotonic() - (heardAt.get(intakeId) ?? -Infinity) >= QUIET_MS;
  }

  /** Nothing is at work. */
  function rest(): void {
    if (signal.aborted) return;
    const isWaited = !isStuck && settleIntakes(deps, { isQuiet, onOver: telling.over });
    clearTimeout(timer);
    if (isStuck || isWaited) timer = setTimeout(() => wake(), isStuck ? RETRY_MS : QUIET_MS).unref();
  }

  function wake(intakeId?: string): void {
    if (intakeId !== undefined) heardAt.set(intakeId, clock.monotonic());
    isStuck = false;
    givenUp.clear();
    while (loops.size < AT_A_TIME && !signal.aborted) {
      const running: Promise<void> = loop().finally(() => {
        loops.delete(running);
        if (loops.size === 0) rest();
      });
      loops.add(running);
    }
  }

  return {
    wake,
    isStuck: () => isStuck,
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      telling.stop();
      await Promise.all(loops);
    },
  };
}

type Under = Readonly<{ signal: AbortSignal; tookMs: () => number }>;

/** Whatever bug it meets, the others go on. */
async function perform({ ports }: MakingDeps, task: Task, { signal, tookMs }: Under): Promise<StepEnd> {
  try {
    return await task.run(signal, tookMs);
  } catch (error) {
    if (signal.aborted) return 'cancelled';
    ports.log.error('scans.step', error);
    return 'lost';
  }
}
