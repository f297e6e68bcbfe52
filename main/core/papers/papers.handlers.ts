import type { Handlers } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import type { Caller } from '../router.ts';
import type { Papers } from './papers.ts';

export function createPapersHandlers(office: () => { papers: Papers }): Handlers<AppContract, Caller>['papers'] {
  return {
    list: (input) => office().papers.list(input),
    preview: (input) => office().papers.preview(input),
    make: (input) => office().papers.make(input),
    cancel: ({ batchId }) => office().papers.cancel(batchId),
    batch: ({ batchId }) => office().papers.batch(batchId),
    print: (input) => office().papers.print(input),
    mark: (input) => office().papers.mark(input),
    place: (input) => office().papers.place(input),
    templates: () => office().papers.templates(),
    replaceTemplate: (input) => office().papers.replaceTemplate(input),
    restoreTemplate: ({ kind }) => office().papers.restoreTemplate(kind),
    calibration: () => office().papers.calibration(),
    calibrate: (input) => office().papers.calibrate(input),
    archiveCopy: (input) => office().papers.archiveCopy(input),
  };
}
