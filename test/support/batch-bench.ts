/** Batches on a real encrypted archive: asked for, run in the event loop, broken off and gone on with. */
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { batch as contract } from '#contract/batch.contract.ts';
import { createBatchKinds } from '#core/batch/all-kinds.ts';
import { createBatches, type Batches } from '#core/batch/batch.service.ts';
import type { BatchKind } from '#core/batch/kinds.ts';
import { createDownloads, type Downloads } from '#core/downloads/downloads.service.ts';
import type { Application } from '#model/application.ts';
import { BATCH_KINDS, type BatchKindName } from '#model/batch.ts';
import { MODULE_IDS } from '#model/modules.ts';
import { expectOk } from './desk-client.ts';
import { openReviewBench, type ReviewBench } from './review-bench.ts';

export const OPINION = '经审核，申报材料真实、完整，符合申报条件，同意推荐。';

export type BatchBench = Readonly<{
  bench: ReviewBench;
  batches: Batches;
  downloads: Downloads;
  /** bugs that rows met */
  bugs: unknown[];
  /** Runs before each act is committed, in its transaction; to be set. */
  hooks: { beforeCommit: () => void };
  /** Locking and unlocking. */
  relock(): Promise<BatchBench>;
  /** The power goes: what is on disk now is all there is. */
  crash(image?: Image): BatchBench;
  dispose(): void;
}>;
export type Image = Readonly<{ dir: string }>;

/** `monotonic`: the real one where time is measured, else it stands still */
export function openBatchBench(
  bench: ReviewBench = openReviewBench(),
  monotonic: () => number = bench.clock.monotonic,
): BatchBench {
  const { temp, applications, review, opinion, publicity } = bench;
  const clock = { now: bench.clock.now, monotonic };
  const publish: Parameters<typeof createBatchKinds>[0]['publish'] = (name, payload) =>
    void bench.events.push({ seq: 0, name, payload });
  const bugs: unknown[] = [];
  const hooks = { beforeCommit: () => {} };
  const downloads = createDownloads();
  const kinds = createBatchKinds({ db: temp.db, applications, review, opinion, publicity, publish });
  const batches = createBatches({
    archive: temp.archive,
    person: bench.person,
    ports: { clock, log: { info() {}, warn() {}, error: (_event, error) => void bugs.push(error) } },
    publish,
    applications,
    sync: { nudge() {} },
    downloads,
    kinds: Object.fromEntries(BATCH_KINDS.map((name) => [name, hooked(kinds[name], hooks)])) as typeof kinds,
  });
  return {
    bench,
    batches,
    downloads,
    bugs,
    hooks,
    async relock() {
      await batches.close();
      return openBatchBench(bench.restart(), monotonic);
    },
    crash(image = takeImage(temp.dir)) {
      hooks.beforeCommit = () => {
        throw new Error('the power is gone');
      };
      void batches.close();
      const whileClosed = (): void => {
        rmSync(temp.dir, { recursive: true });
        cpSync(image.dir, temp.dir, { recursive: true });
        rmSync(image.dir, { recursive: true });
      };
      return openBatchBench(bench.restart({ whileClosed }), monotonic);
    },
    dispose: () => bench.dispose(),
  };
}

function hooked(kind: BatchKind, hooks: BatchBench['hooks']): BatchKind {
  return {
    ...kind,
    perform: (acts, alongside) =>
      kind.perform(acts, (act) => {
        alongside(act);
        hooks.beforeCommit();
      }),
  };
}

/** The files as they are on disk now. */
export function takeImage(dir: string): Image {
  const image = mkdtempSync(path.join(tmpdir(), 'desk-image-'));
  cpSync(dir, image, { recursive: true });
  return { dir: image };
}

/** Somebody has looked at every module. */
export function look(bench: ReviewBench, ...applications: readonly Application[]): void {
  for (const { id } of applications) bench.applications.markSeen(id, MODULE_IDS, []);
}

type Asked = Readonly<{ kind?: BatchKindName; ids: readonly string[]; opinion?: string | null }>;

function inputOf({ kind = 'approve', ids, opinion = kind === 'approve' ? OPINION : null }: Asked) {
  return { kind, applicationIds: [...ids], params: { opinion } };
}

export async function previewed({ batches }: BatchBench, asked: Asked) {
  return contract.preview.output.parse(expectOk(await batches.preview(inputOf(asked))));
}

/** Previewed, then started: the batch's id. */
export async function started(desk: BatchBench, asked: Asked): Promise<string> {
  await previewed(desk, asked);
  const batchId = randomUUID();
  contract.start.output.parse(expectOk(desk.batches.start({ batchId, ...inputOf(asked) })));
  return batchId;
}

export function shown({ batches }: Pick<BatchBench, 'batches'>, batchId: string) {
  return contract.get.output.parse(expectOk(batches.get(batchId)));
}

/** Until nothing runs any more. */
export async function ended(desk: Pick<BatchBench, 'batches'>, batchId: string) {
  for (let turn = 0; shown(desk, batchId).summary.state === 'running'; turn += 1) {
    if (turn > 10_000) throw new Error('the batch does not end');
    await nextTurn();
  }
  return shown(desk, batchId);
}

/** 'done', 'waiting' or the code, by row */
export function fates({ items }: ReturnType<typeof shown>): readonly string[] {
  return items.map(({ state, code }) => (state === 'left-out' ? (code ?? '') : state));
}
