import type { Handlers } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import type { Caller } from '../router.ts';
import type { Batches } from './batch.service.ts';

export function createBatchHandlers(office: () => { batches: Batches }): Handlers<AppContract, Caller>['batch'] {
  return {
    preview: (input) => office().batches.preview(input),
    start: (input) => office().batches.start(input),
    pause: ({ batchId }) => office().batches.pause(batchId),
    resume: ({ batchId }) => office().batches.resume(batchId),
    stop: ({ batchId }) => office().batches.stop(batchId),
    list: () => office().batches.list(),
    get: ({ batchId }) => office().batches.get(batchId),
    report: ({ batchId }) => office().batches.report(batchId),
  };
}
