/** Checking many applications anew without anybody waiting for it: in short slices, each one transaction. */
import type { Db } from '#archive/db.ts';
import type { Clock } from '#ports/index.ts';

/** So long the window may wait for an answer; shorter slices would mostly wait for the disk. */
const SLICE_MS = 40;

type Options = Readonly<{
  db: Db;
  clock: Clock;
  /** shrinks with every check */
  stale: ReadonlySet<string>;
  check: (id: string) => void;
  /** after the last, if there was any */
  onDone: () => void;
  onBug: (error: unknown) => void;
}>;

export type Rechecking = Readonly<{
  /** Harmless while it runs. */
  start(): void;
  stop(): Promise<void>;
}>;

export function createRechecking({ db, clock, stale, check, onDone, onBug }: Options): Rechecking {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  function slice(): void {
    const until = clock.monotonic() + SLICE_MS;
    db.transaction(() => {
      for (const id of stale) {
        check(id);
        if (clock.monotonic() >= until) return;
      }
    });
  }

  async function run(): Promise<void> {
    while (stale.size > 0 && !stopping.signal.aborted) {
      slice();
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (!stopping.signal.aborted) onDone();
  }

  return {
    start() {
      if (stale.size === 0 || stopping.signal.aborted) return;
      running ??= run()
        .catch(onBug)
        .finally(() => (running = null));
    },
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
