/** Work on many papers: its progress, its end, what came of it. In memory: papers are made anew at will. */
import { fail, ok } from '#model/result.ts';
import type { Answer, Output, PapersOffice } from './office.ts';

type Shown = Output<'batch'>;

/** What a batch puts its outcome into; `failed` and `notes` only up to the contract's limit. */
export type BatchWork = Readonly<{
  signal: AbortSignal;
  /** one more of them is behind it */
  add(outcome: Readonly<Partial<Pick<Shown, 'files' | 'failed' | 'notes'>>>, done: number): void;
}>;

export type Batches = Readonly<{
  /** The same id again is the same batch. */
  begin(batchId: string, total: number, work: (batch: BatchWork) => Promise<void>): Answer<'make'>;
  cancel(batchId: string): Answer<'cancel'>;
  batch(batchId: string): Answer<'batch'>;
  /** Resolves when nothing runs any more. */
  close(): Promise<void>;
}>;

type Batch = Pick<Shown, 'done' | 'total' | 'isOver' | 'tookMs' | 'files' | 'failed' | 'notes'> &
  Readonly<{ stopping: AbortController }>;

/** the contract's own limit */
const MOST = 5000;
/** ms between two tellings of a batch */
const TELL_EVERY_MS = 250;

export function createBatches({ ports, publish }: Pick<PapersOffice, 'ports' | 'publish'>): Batches {
  const batches = new Map<string, Batch>();
  const running = new Set<Promise<void>>();
  let toldAt = -Infinity;

  function tell(batchId: string, { done, total, isOver }: Batch): void {
    const now = ports.clock.monotonic();
    if (!isOver && now - toldAt < TELL_EVERY_MS) return;
    toldAt = now;
    publish('papers.progress', { batchId, done, total, isOver });
  }

  function workOf(batchId: string, batch: Batch, startedAt: number): BatchWork {
    return {
      signal: batch.stopping.signal,
      add({ files = [], failed = [], notes = [] }, done) {
        batch.files.push(...files.slice(0, MOST - batch.files.length));
        batch.failed.push(...failed.slice(0, MOST - batch.failed.length));
        batch.notes.push(...notes.slice(0, MOST - batch.notes.length));
        batch.done += done;
        batch.tookMs = Math.round(ports.clock.monotonic() - startedAt);
        tell(batchId, batch);
      },
    };
  }

  return {
    begin(batchId, total, work) {
      const known = batches.get(batchId);
      if (known) return ok({ total: known.total });
      const empty = { done: 0, total, isOver: false, tookMs: 0, files: [], failed: [], notes: [] };
      const batch: Batch = { ...empty, stopping: new AbortController() };
      batches.set(batchId, batch);
      const worked: Promise<void> = work(workOf(batchId, batch, ports.clock.monotonic()))
        .catch((error: unknown) => ports.log.error('papers.batch', error))
        .finally(() => {
          batch.isOver = true;
          running.delete(worked);
          tell(batchId, batch);
        });
      running.add(worked);
      return ok({ total });
    },
    cancel(batchId) {
      const batch = batches.get(batchId);
      if (!batch) return fail('not-found', 'no such batch');
      batch.stopping.abort();
      return ok(null);
    },
    batch(batchId) {
      const batch = batches.get(batchId);
      if (!batch) return fail('not-found', 'no such batch');
      const { stopping, ...shown } = batch;
      return ok({ ...shown, isCancelled: stopping.signal.aborted });
    },
    async close() {
      for (const { stopping } of batches.values()) stopping.abort();
      await Promise.all(running);
    },
  };
}
