/** 纸质材料: what is printed, sealed and handed in. Lives from unlock to lock. */
import { copyForArchive, MOST_FILES } from './archive-copy.ts';
import { createBatches } from './batches.ts';
import { createDrafts } from './drafts.ts';
import { makePapers, printPapers } from './making.ts';
import { markPapers, placeEndorsement } from './marking.ts';
import { createPapersOffice, type Answer, type Input, type PapersDeps, type PapersOffice } from './office.ts';
import { replaceTemplate, restoreTemplate, showTemplates } from './own-templates.ts';
import { createPreviewing } from './previewing.ts';
import { calibrate, readScale, showCalibration } from './scale.ts';
import { listPapers } from './standing.ts';

export type { PapersDeps } from './office.ts';

export type Papers = Readonly<{
  list(input: Input<'list'>): Answer<'list'>;
  preview(input: Input<'preview'>): Promise<Answer<'preview'>>;
  make(input: Input<'make'>): Answer<'make'>;
  cancel(batchId: string): Answer<'cancel'>;
  batch(batchId: string): Answer<'batch'>;
  print(input: Input<'print'>): Promise<Answer<'print'>>;
  mark(input: Input<'mark'>): Answer<'mark'>;
  place(input: Input<'place'>): Answer<'place'>;
  templates(): Promise<Answer<'templates'>>;
  replaceTemplate(input: Input<'replaceTemplate'>): Promise<Answer<'replaceTemplate'>>;
  restoreTemplate(kind: Input<'restoreTemplate'>['kind']): Answer<'restoreTemplate'>;
  calibration(): Promise<Answer<'calibration'>>;
  calibrate(input: Input<'calibrate'>): Answer<'calibrate'>;
  archiveCopy(input: Input<'archiveCopy'>): Answer<'archiveCopy'>;
  /** Resolves when nothing is made any more. */
  close(): Promise<void>;
}>;

export function createPapers(deps: PapersDeps, mostFiles = MOST_FILES): Papers {
  const { db } = deps.archive;
  const drafts = createDrafts(deps);
  const office: PapersOffice = createPapersOffice(deps, { ...drafts, scale: () => readScale(db) });
  const { preview } = createPreviewing(office);
  const { begin, cancel, batch, close } = createBatches(office);
  return {
    list: (input) => listPapers(office, input),
    preview,
    make: ({ batchId, ...what }) => begin(batchId, what.refs.length, (work) => makePapers(office, what, work)),
    cancel,
    batch,
    print: (input) => printPapers(office, input),
    mark: (input) => markPapers(office, input),
    place: (input) => placeEndorsement(office, input),
    templates: () => showTemplates(office),
    replaceTemplate: (input) => replaceTemplate(office, input),
    restoreTemplate: (kind) => restoreTemplate(office, kind),
    calibration: () => showCalibration(office),
    calibrate: (input) => calibrate(office, input),
    archiveCopy: ({ batchId, ...what }) =>
      begin(batchId, what.applicationIds.length, (work) => copyForArchive(office, what, work, mostFiles)),
    close,
  };
}
