/** One slice of a batch: its next rows, each done or left out, in one synchronous turn. */
import { isKept, type Db } from '#archive/db.ts';
import type { LeftOutReason } from '#model/batch.ts';
import type { Applications } from '../applications/applications.service.ts';
import { actsById } from '../outbox/outbox.service.ts';
import { updateItem, type ItemRow } from './batch.repository.ts';
import { foreseeAgain, type Basis } from './foreseeing.ts';
import type { BatchKind, BatchParams, DueAct, Outcome } from './kinds.ts';

export type SliceDeps = Readonly<{
  db: Db;
  applications: Pick<Applications, 'entry'>;
  now: () => number;
  /** told of each act that met one */
  onBug: (error: Error) => void;
}>;
export type SliceTask = Readonly<{ batchId: string; kind: BatchKind; params: BatchParams }>;
export type SliceResult = Readonly<{
  done: number;
  leftOut: number;
  /** the applications on which something was done */
  acted: readonly string[];
  /** the first row for which there was no room on the disk: it waits, and those after it */
  stuckAt: number | null;
}>;

type Settled = Readonly<{ row: ItemRow; outcome: Outcome }>;
type Due = DueAct & Readonly<{ row: ItemRow }>;

export function doSlice(deps: SliceDeps, task: SliceTask, rows: readonly ItemRow[]): SliceResult {
  const commandIds = rows.map(({ commandId }) => commandId);
  // done in an earlier life, which ended between the journal and the row
  const before = actsById(deps.db, commandIds, deps.now());
  const due: Due[] = [];
  const settled: Settled[] = [];
  for (const row of rows) {
    const found = before.has(row.commandId) ? 'done' : prepare(deps, task, row);
    if (isDue(found)) due.push(found);
    else settled.push({ row, outcome: found });
  }
  const outcomes = task.kind.perform(due, ({ row }) => updateItem(deps.db, task.batchId, { ...row, state: 'done' }));
  const acted = due.map(({ row }, index) => ({ row, outcome: outcomes[index] ?? 'done' }));
  return conclude(deps, task, settled, acted);
}

function isDue(found: Outcome | Due): found is Due {
  return typeof found === 'object' && 'text' in found;
}

function prepare({ applications }: SliceDeps, { kind, params }: SliceTask, row: ItemRow): Outcome | Due {
  try {
    const basis = JSON.parse(row.basis) as Basis;
    const found = foreseeAgain(kind, applications.entry(row.applicationId), params, basis);
    return 'text' in found ? { ...found, commandId: row.commandId, row } : found;
  } catch (error) {
    return error instanceof Error ? error : new Error('a row could not be prepared', { cause: error });
  }
}

/** Rows that were acted on say so already, in their act's own transaction; this writes what became of the others. */
function conclude(
  { db, onBug }: SliceDeps,
  { batchId }: SliceTask,
  settled: readonly Settled[],
  acted: readonly Settled[],
): SliceResult {
  const kept = acted.filter(({ outcome }) => outcome === 'done');
  const stuck = acted.filter(({ outcome }) => isFull(outcome));
  const others = [...settled, ...acted.filter(({ outcome }) => outcome !== 'done' && !isFull(outcome))];
  for (const { outcome } of others) if (outcome instanceof Error) onBug(outcome);
  const hasRoom =
    others.length === 0 ||
    isKept(() => db.transaction(() => others.forEach(({ row, outcome }) => writeDown(db, batchId, row, outcome))));
  const written = hasRoom ? others : [];
  const waiting = (hasRoom ? stuck : [...stuck, ...others]).map(({ row }) => row.no);
  const doneBefore = written.filter(({ outcome }) => outcome === 'done').length;
  return {
    done: kept.length + doneBefore,
    leftOut: written.length - doneBefore,
    acted: kept.map(({ row }) => row.applicationId),
    stuckAt: waiting.length === 0 ? null : Math.min(...waiting),
  };
}

function isFull(outcome: Outcome): boolean {
  return typeof outcome === 'object' && 'code' in outcome && outcome.code === 'disk-full';
}

function writeDown(db: Db, batchId: string, { no }: ItemRow, outcome: Outcome): void {
  if (outcome === 'done') return updateItem(db, batchId, { no, state: 'done', reason: null });
  const reason: LeftOutReason = outcome instanceof Error ? { code: 'failed', detail: '' } : outcome;
  return updateItem(db, batchId, { no, state: 'left-out', reason: JSON.stringify(reason) });
}
