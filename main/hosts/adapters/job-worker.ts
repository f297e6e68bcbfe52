/** One process of jobs, the job it has, and when it is ended. */
import { fail, type Result } from '#model/result.ts';
import type { Unreadable } from '#model/scan.ts';
import type { Log } from '#ports/index.ts';
import type { JobAnswer, JobName, JobRequest } from '#ports/jobs.ts';

/** However it was started. */
export type JobProcess = Readonly<{
  post(request: JobRequest): void;
  onAnswer(listener: (answer: JobAnswer) => void): void;
  /** It is gone, for whatever reason; also when it could not be started. */
  onEnd(listener: () => void): void;
  /** At once, whatever it is doing. */
  kill(): void;
}>;

export type Outcome = Result<unknown, Unreadable | 'cancelled'>;
export type Waiting = Readonly<{
  name: JobName;
  input: unknown;
  timeoutMs: number;
  settle: (outcome: Outcome) => void;
}>;

export type Worker = Readonly<{
  /** Only where it is free. */
  take(waiting: Waiting): void;
  isFree(): boolean;
  has(waiting: Waiting): boolean;
  /** Kills the process; its job, if it has one, gets the outcome. */
  dismiss(outcome: Outcome): void;
  /** resolves when the process is gone */
  ended: Promise<void>;
}>;

/** bytes: a process that keeps more after a job is replaced, so that no file makes the program large for good */
const MAX_RESTING_RSS = 256 * 1024 * 1024;
/** ms without a job after which a process gives its memory back */
const IDLE_MS = 60_000;

type Surroundings = Readonly<{
  log: Log;
  /** It has done its job and may take another. */
  onFree: () => void;
  /** It takes no job any more. */
  onGone: (worker: Worker) => void;
}>;

export function createWorker(process: JobProcess, { log, onFree, onGone }: Surroundings): Worker {
  const { promise: ended, resolve: tellEnd } = Promise.withResolvers<void>();
  let job: Readonly<{ id: number; waiting: Waiting }> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let lastId = 0;
  let isGone = false;

  function finish(outcome: Outcome): void {
    clearTimeout(timer);
    const waiting = job?.waiting;
    job = null;
    if (waiting && !outcome.ok && outcome.error.code === 'crashed') log.warn('jobs.crashed', { job: waiting.name });
    waiting?.settle(outcome);
  }

  function dismiss(outcome: Outcome): void {
    if (isGone) return;
    isGone = true;
    process.kill();
    finish(outcome);
    onGone(worker);
  }

  const worker: Worker = {
    take(waiting) {
      clearTimeout(timer);
      timer = setTimeout(() => dismiss(fail('timed-out')), waiting.timeoutMs);
      lastId += 1;
      job = { id: lastId, waiting };
      process.post({ id: lastId, name: waiting.name, input: waiting.input });
    },
    isFree: () => job === null,
    has: (waiting) => job?.waiting === waiting,
    dismiss,
    ended,
  };
  process.onAnswer(({ id, rssBytes, outcome }) => {
    if (job?.id !== id) return;
    if ('bug' in outcome) {
      log.error('jobs.bug', Object.assign(new Error('a job threw'), outcome.bug), { job: job.waiting.name });
      return dismiss(fail('crashed'));
    }
    if (rssBytes > MAX_RESTING_RSS) return dismiss(outcome);
    finish(outcome);
    timer = setTimeout(() => dismiss(fail('cancelled')), IDLE_MS).unref();
    onFree();
  });
  process.onEnd(() => {
    dismiss(fail('crashed'));
    tellEnd();
  });
  return worker;
}
