/** 预览 → 办理 → 报告 (ux 2.1): one act for many, each of them an act of its own. Lives from unlock to lock. */
import { uuidv7 } from 'uuidv7';
import type * as z from 'zod';
import type { Archive } from '#archive/archive.ts';
import { isKept, noRoom } from '#archive/db.ts';
import type { batch as contract } from '#contract/batch.contract.ts';
import type { BatchKindName, BatchState, LeftOutReason } from '#model/batch.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Ports } from '#ports/index.ts';
import type { Applications } from '../applications/applications.service.ts';
import type { Downloads } from '../downloads/downloads.service.ts';
import type { Publish } from '../event-bus.ts';
import type { Person } from '../office.ts';
import * as rows from './batch.repository.ts';
import type { BatchRow, Counts, ItemRow } from './batch.repository.ts';
import type { Basis } from './foreseeing.ts';
import type { BatchKind, BatchParams } from './kinds.ts';
import { createPreviewing, type Previewing } from './preview.ts';
import { reportName, reportOf } from './report.ts';
import { createRunner, type RunEnd, type Runner } from './runner.ts';

export type BatchDeps = Readonly<{
  archive: Archive;
  person: Person;
  ports: Pick<Ports, 'clock' | 'log'>;
  publish: Publish;
  applications: Pick<Applications, 'entry' | 'tell'>;
  sync: Readonly<{ nudge(): void }>;
  downloads: Pick<Downloads, 'addressOf'>;
  kinds: Readonly<Record<BatchKindName, BatchKind>>;
}>;

type Contract = typeof contract;
type Input<M extends keyof Contract> = z.output<Contract[M]['input']>;
type Answer<M extends keyof Contract> = Result<z.input<Contract[M]['output']>, Contract[M]['errors'][number]>;
type Summary = z.input<Contract['start']['output']>;

export type Batches = Readonly<{
  preview(input: Input<'preview'>): Promise<Answer<'preview'>>;
  start(input: Input<'start'>): Answer<'start'>;
  pause(batchId: string): Answer<'pause'>;
  resume(batchId: string): Answer<'resume'>;
  stop(batchId: string): Answer<'stop'>;
  list(): Answer<'list'>;
  get(batchId: string): Answer<'get'>;
  report(batchId: string): Answer<'report'>;
  /** Between two rows; what is left can be gone on with after unlocking. */
  close(): Promise<void>;
}>;

/** What the use cases share. */
type Desk = BatchDeps &
  Readonly<{
    runner: Runner;
    previewing: Previewing;
    /** batch → the row that a full disk stopped it at; kept in memory, since the disk is full */
    stuck: Map<string, number>;
  }>;

const MOST_LISTED = 500;

export function createBatches(deps: BatchDeps): Batches {
  const { archive, ports, applications, publish, sync } = deps;
  const { db } = archive;
  const onBug = (error: unknown): void => ports.log.error('batch.bug', error);
  const runner = createRunner({
    archive,
    clock: ports.clock,
    applications,
    onBug,
    onProgress({ batchId, kind }, { total, done, failed }, ids) {
      if (ids.length > 0) {
        applications.tell(ids);
        kind.tell?.();
        sync.nudge();
      }
      publish('batch.progress', { batchId, done: done + failed, total, isOver: false });
    },
    onEnd: (batchId, end) => ended(desk, batchId, end),
  });
  const desk: Desk = {
    ...deps,
    runner,
    previewing: createPreviewing({ ...deps, clock: ports.clock }),
    stuck: new Map(),
  };
  isKept(() => rows.interruptRunning(db));
  return {
    preview: async (input) => ok(await desk.previewing.preview(input)),
    start: (input) => start(desk, input),
    pause: (batchId) => halt(desk, batchId, 'paused'),
    resume: (batchId) => resume(desk, batchId),
    stop: (batchId) => halt(desk, batchId, 'stopped'),
    list: () => ok({ batches: rows.selectBatches(db, MOST_LISTED).map((row) => summaryOf(desk, row)) }),
    get: (batchId) => show(desk, batchId),
    report: (batchId) => report(desk, batchId),
    async close() {
      desk.previewing.close();
      const batchId = runner.running()?.batchId;
      runner.halt();
      if (batchId !== undefined) setState(desk, batchId, 'interrupted');
      await runner.settled();
    },
  };
}

function start(desk: Desk, { batchId, kind, applicationIds, params }: Input<'start'>): Answer<'start'> {
  const { archive, person, ports, runner, previewing } = desk;
  // The same start again (a lost answer, a double press) has the same outcome, once.
  const known = rows.selectBatch(archive.db, batchId);
  if (known) return ok(summaryOf(desk, known));
  if (runner.running()) return fail('another-runs', 'one batch at a time');
  const bases = [...previewing.basesOf({ kind, applicationIds, params })];
  const isWordless = kind === 'approve' && (params.opinion ?? '').trim() === '';
  if (isWordless || !bases.some(([, basis]) => basis.text !== null)) return fail('nobody', 'nobody can be done');
  const batch = {
    id: batchId,
    kind,
    params: JSON.stringify(params),
    state: 'running' as const,
    createdAt: ports.clock.now(),
    createdBy: person.name,
    finishedAt: null,
  };
  const items = bases.map(([applicationId, basis]) => ({
    applicationId,
    commandId: uuidv7(),
    basis: JSON.stringify(basis),
  }));
  const isOnDisk = isKept(() => rows.insertBatch(archive.db, { ...batch, createdById: person.id }, items));
  if (!isOnDisk) return noRoom();
  run(desk, batch);
  return ok(summaryOf(desk, batch));
}

function run({ runner, kinds }: Desk, { id, kind, params }: BatchRow): void {
  runner.start({ batchId: id, kind: kinds[kind], params: JSON.parse(params) as BatchParams });
}

function resume(desk: Desk, batchId: string): Answer<'resume'> {
  const { archive, runner, stuck } = desk;
  const batch = rows.selectBatch(archive.db, batchId);
  if (!batch || batch.finishedAt !== null) return fail('not-found', 'no such batch to go on with');
  const running = runner.running();
  if (running) return running.batchId === batchId ? ok(null) : fail('another-runs', 'one batch at a time');
  stuck.delete(batchId);
  setState(desk, batchId, 'running');
  run(desk, batch);
  tell(desk, batchId);
  return ok(null);
}

/** A batch that is over stays as it is. */
function halt(desk: Desk, batchId: string, state: 'paused' | 'stopped'): Answer<'pause' | 'stop'> {
  const { archive, runner, stuck } = desk;
  const batch = rows.selectBatch(archive.db, batchId);
  if (!batch) return fail('not-found', 'no such batch');
  const isRunning = runner.running()?.batchId === batchId;
  if (isRunning) runner.halt();
  if (batch.finishedAt !== null || (state === 'paused' && !isRunning)) return ok(null);
  if (state === 'stopped') stuck.delete(batchId);
  setState(desk, batchId, state);
  tell(desk, batchId);
  return ok(null);
}

function ended(desk: Desk, batchId: string, end: RunEnd): void {
  if (end.kind === 'disk-full') desk.stuck.set(batchId, end.stuckAt);
  setState(desk, batchId, STATE_AFTER[end.kind]);
  desk.archive.checkpoint();
  tell(desk, batchId);
}

const STATE_AFTER = { done: 'done', 'disk-full': 'paused', bug: 'interrupted' } as const;

/** Without room on the disk it is still 'running' there: what is not at work here can be gone on with. */
function setState({ archive, ports }: Desk, batchId: string, state: BatchState): void {
  const finishedAt = state === 'done' || state === 'stopped' ? ports.clock.now() : null;
  isKept(() => rows.updateState(archive.db, batchId, state, finishedAt));
}

function tell(desk: Desk, batchId: string): void {
  const batch = rows.selectBatch(desk.archive.db, batchId);
  if (!batch) return;
  const { total, done, failed } = countsOf(desk, batchId);
  desk.publish('batch.progress', { batchId, done: done + failed, total, isOver: batch.finishedAt !== null });
}

function countsOf({ archive, runner }: Desk, batchId: string): Counts {
  const running = runner.running();
  return running?.batchId === batchId ? running.progress : rows.countItems(archive.db, batchId);
}

function summaryOf(desk: Desk, { id, kind, state, createdAt, createdBy, finishedAt }: BatchRow): Summary {
  const isAtWork = desk.runner.running()?.batchId === id;
  const shown = state === 'running' && !isAtWork ? 'paused' : state;
  return { id, kind, state: isAtWork ? 'running' : shown, ...countsOf(desk, id), createdAt, createdBy, finishedAt };
}

function show(desk: Desk, batchId: string): Answer<'get'> {
  const { db } = desk.archive;
  const batch = rows.selectBatch(db, batchId);
  if (!batch) return fail('not-found', 'no such batch');
  const stuckAt = desk.stuck.get(batchId);
  return ok({
    summary: summaryOf(desk, batch),
    items: rows.selectItems(db, batchId).map((item) => itemOf(item, item.no === stuckAt)),
  });
}

function itemOf({ applicationId, basis, state, reason }: ItemRow, isStuck: boolean) {
  const { name } = JSON.parse(basis) as Basis;
  const why = reason === null ? null : (JSON.parse(reason) as LeftOutReason);
  const code = isStuck ? ('disk-full' as const) : (why?.code ?? null);
  return { id: applicationId, name, state, code, detail: why?.detail ?? '' };
}

function report({ archive, downloads }: Desk, batchId: string): Answer<'report'> {
  const batch = rows.selectBatch(archive.db, batchId);
  if (!batch) return fail('not-found', 'no such batch');
  const fileName = reportName(batch);
  const address = downloads.addressOf({
    fileName,
    mime: 'text/csv; charset=utf-8',
    bytes: () => reportOf(rows.selectItems(archive.db, batchId)),
  });
  return ok({ address, fileName });
}
