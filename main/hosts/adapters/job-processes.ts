/** Runs jobs in processes of their own: two at most, one job each, started on demand and ended when in doubt. */
import { fail } from '#model/result.ts';
import type { Log } from '#ports/index.ts';
import { JOB_TIMEOUT_MS, type JobName, type JobRunner, type Urgency } from '#ports/jobs.ts';
import { createWorker, type JobProcess, type Outcome, type Waiting, type Worker } from './job-worker.ts';

/** As many as the smallest office computer has cores; each is told to use one. */
const MAX_PROCESSES = 2;
const RANKS: Readonly<Record<Urgency, number>> = { now: 0, soon: 1, later: 2 };

type Options = Readonly<{ start: () => JobProcess; log: Log }>;
type RunOptions = Readonly<{ signal?: AbortSignal; timeoutMs?: number; urgency?: Urgency }>;

/** `rank`: the smallest first */
type Queued = Waiting & Readonly<{ rank: number }>;

export function createJobProcesses({ start, log }: Options): JobRunner {
  const workers = new Set<Worker>();
  const queue: Queued[] = [];

  function hire(): Worker {
    const worker = createWorker(start(), {
      log,
      onFree: startWaiting,
      onGone(gone) {
        workers.delete(gone);
        startWaiting();
      },
    });
    workers.add(worker);
    return worker;
  }

  function startWaiting(): void {
    while (queue.length > 0) {
      const free = [...workers].find((worker) => worker.isFree());
      if (!free && workers.size >= MAX_PROCESSES) return;
      const waiting = queue.shift();
      if (waiting) (free ?? hire()).take(waiting);
    }
  }

  function cancel(waiting: Queued): void {
    const place = queue.indexOf(waiting);
    if (place >= 0) {
      queue.splice(place, 1);
      waiting.settle(fail('cancelled'));
    } else [...workers].find((worker) => worker.has(waiting))?.dismiss(fail('cancelled'));
  }

  function enqueue(waiting: Queued): void {
    const place = queue.findIndex(({ rank }) => rank > waiting.rank);
    queue.splice(place < 0 ? queue.length : place, 0, waiting);
  }

  async function run(name: JobName, input: unknown, options: RunOptions = {}): Promise<Outcome> {
    const { signal, timeoutMs = JOB_TIMEOUT_MS, urgency = 'later' } = options;
    if (signal?.aborted) return fail('cancelled');
    const { promise, resolve: settle } = Promise.withResolvers<Outcome>();
    const waiting: Queued = { name, input, timeoutMs, settle, rank: RANKS[urgency] };
    const onAbort = (): void => cancel(waiting);
    signal?.addEventListener('abort', onAbort, { once: true });
    enqueue(waiting);
    startWaiting();
    return promise.finally(() => signal?.removeEventListener('abort', onAbort));
  }
  return {
    // what a job gives is what the table of jobs says it gives: one build holds both sides
    run: run as JobRunner['run'],
    async endAll() {
      for (const waiting of queue.splice(0)) waiting.settle(fail('cancelled'));
      const ending = [...workers];
      for (const worker of ending) worker.dismiss(fail('cancelled'));
      await Promise.all(ending.map(({ ended }) => ended));
    },
  };
}
