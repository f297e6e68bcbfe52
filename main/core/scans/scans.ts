/** 扫描件: everything that can be done with scans taken in here. Lives from unlock to lock. */
import * as editing from './editing.ts';
import * as filing from './filing.ts';
import * as intake from './intake.ts';
import { copiedMaterials, originalsOf, readCopy } from './copies.ts';
import { listIntakes, report } from './intake-view.ts';
import { reportLoss } from './losses.ts';
import { createScanOffice, type Answer, type Input, type ScanOffice, type ScansDeps } from './office.ts';
import { filedTo, listPages, showPage } from './page-view.ts';
import { createPictures } from './pictures.ts';
import { readyAhead } from './ready-ahead.ts';
import { createRunner } from './runner.ts';
import type { ScansBeside, ScansOnPaper } from './scans.service.ts';
import { createSuggesting } from './suggesting.ts';
import { scrub, SCRUB_TUNING, type ScrubTuning } from './scrub.ts';

export type { ScansDeps } from './office.ts';

export type Scans = ScansBeside &
  ScansOnPaper &
  Readonly<{
    begin(input: Input<'begin'>): Answer<'begin'>;
    add(input: Input<'add'>): Promise<Answer<'add'>>;
    refuse(input: Input<'refuse'>): Answer<'refuse'>;
    pause(intakeId: string): Answer<'pause'>;
    resume(intakeId: string): Answer<'resume'>;
    stop(intakeId: string): Answer<'stop'>;
    intakes(): Answer<'intakes'>;
    report(intakeId: string): Answer<'report'>;
    pages(input: Input<'pages'>): Answer<'pages'>;
    page(id: string): Answer<'page'>;
    mend(input: Input<'mend'>): Answer<'mend'>;
    dismiss(input: Input<'dismiss'>): Answer<'dismiss'>;
    file(input: Input<'file'>): Answer<'file'>;
    unfile(input: Input<'unfile'>): Answer<'unfile'>;
    arrange(input: Input<'arrange'>): Answer<'arrange'>;
    remove(input: Input<'remove'>): Answer<'remove'>;
    restore(input: Input<'restore'>): Answer<'restore'>;
    checklist(applicationId: string): Answer<'checklist'>;
    rules(): Answer<'rules'>;
    saveRules(input: Input<'saveRules'>): Answer<'saveRules'>;
    /** Bytes of the vault were found damaged or gone. */
    lost(sha256: string): void;
    /** Goes on with whatever waits. */
    start(): void;
    /** Resolves when nothing runs any more. */
    close(): Promise<void>;
  }>;

export function createScans(deps: ScansDeps, tuning: ScrubTuning = SCRUB_TUNING): Scans {
  const { archive, vault, ports, addresses } = deps;
  const { jobs, clock, log } = ports;
  const stopping = new AbortController();
  const onLost = (sha256: string): void => reportLoss(office, sha256);
  const { db } = archive;
  const { signal } = stopping;
  const { monotonic } = clock;
  const pictures = createPictures({ db, vault, addresses, jobs, monotonic, signal, onLost });
  const office: ScanOffice = createScanOffice(deps, {
    pictures,
    suggesting: createSuggesting({ ...deps, db, monotonic }),
    wake: (intakeId) => runner.wake(intakeId),
    isStuck: () => runner.isStuck(),
  });
  const runner = createRunner({ ...office, jobs, onLost });
  let inBackground: Promise<unknown> | null = null;
  return {
    ...actsOf(office),
    thumbnailOf: pictures.thumbnailOf,
    screenOf: pictures.screenOf,
    filedTo: (applicationId) => filedTo(office, applicationId),
    copied: (application) => copiedMaterials(office, application),
    readCopy: (copy) => readCopy({ vault, pictures, onLost }, copy),
    originals: (application) => originalsOf(office, application),
    lost: onLost,
    start() {
      runner.wake();
      inBackground ??= Promise.all([
        scrub({ db, vault, clock, log, signal, onLost }, tuning),
        readyAhead({ db, clock, log, signal, pictures }),
      ]);
    },
    async close() {
      stopping.abort();
      await Promise.all([runner.stop(), inBackground, pictures.settled()]);
    },
  };
}

type Acts = Omit<Scans, keyof ScansBeside | keyof ScansOnPaper | 'lost' | 'start' | 'close'>;

function actsOf(office: ScanOffice): Acts {
  return {
    begin: (input) => intake.begin(office, input),
    add: (input) => intake.add(office, input),
    refuse: (input) => intake.refuse(office, input),
    pause: (intakeId) => intake.pause(office, intakeId),
    resume: (intakeId) => intake.resume(office, intakeId),
    stop: (intakeId) => intake.stop(office, intakeId),
    intakes: () => listIntakes(office),
    report: (intakeId) => report(office, intakeId),
    pages: (input) => listPages(office, input),
    page: (id) => showPage(office, id),
    mend: (input) => editing.mend(office, input),
    dismiss: (input) => editing.dismiss(office, input),
    file: (input) => filing.file(office, input),
    unfile: (input) => filing.unfile(office, input),
    arrange: (input) => editing.arrange(office, input),
    remove: (input) => editing.remove(office, input),
    restore: (input) => editing.restore(office, input),
    checklist: (applicationId) => filing.checklist(office, applicationId),
    rules: () => editing.rules(office),
    saveRules: (input) => editing.saveRules(office, input),
  };
}
