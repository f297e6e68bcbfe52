/** SQL of the tables batch and batch_item. */
import type { Db } from '#archive/db.ts';
import type { BatchKindName, BatchState } from '#model/batch.ts';

export type BatchRow = Readonly<{
  id: string;
  kind: BatchKindName;
  /** JSON, BatchParams */
  params: string;
  state: BatchState;
  createdAt: number;
  createdBy: string;
  finishedAt: number | null;
}>;

export type ItemState = 'waiting' | 'done' | 'left-out';
export type ItemRow = Readonly<{
  /** from 1 */
  no: number;
  applicationId: string;
  commandId: string;
  /** JSON, Basis */
  basis: string;
  state: ItemState;
  /** JSON, LeftOutReason */
  reason: string | null;
}>;

const BATCH = `id, kind, params, state, created_at AS createdAt, created_by AS createdBy, finished_at AS finishedAt`;
const ITEM = `no, application_id AS applicationId, command_id AS commandId, basis, state, reason`;

export function insertBatch(
  db: Db,
  batch: Omit<BatchRow, 'finishedAt'> & Readonly<{ createdById: string }>,
  items: readonly Pick<ItemRow, 'applicationId' | 'commandId' | 'basis'>[],
): void {
  db.transaction(() => {
    db.prepare(
      `INSERT INTO batch (id, kind, params, state, created_at, created_by_id, created_by)
       VALUES (:id, :kind, :params, :state, :createdAt, :createdById, :createdBy)`,
    ).run(batch);
    db.prepare(
      `INSERT INTO batch_item (batch_id, no, application_id, command_id, basis, state)
       SELECT :id, key + 1, value ->> 'applicationId', value ->> 'commandId', value ->> 'basis', 'waiting'
       FROM json_each(:items)`,
    ).run({ id: batch.id, items: JSON.stringify(items) });
  });
}

export function selectBatch(db: Db, id: string): BatchRow | null {
  return db.prepare<BatchRow>(`SELECT ${BATCH} FROM batch WHERE id = :id`).get({ id }) ?? null;
}

/** newest first */
export function selectBatches(db: Db, limit: number): BatchRow[] {
  return db.prepare<BatchRow>(`SELECT ${BATCH} FROM batch ORDER BY rowid DESC LIMIT :limit`).all({ limit });
}

export function updateState(db: Db, id: string, state: BatchState, finishedAt: number | null): void {
  db.prepare('UPDATE batch SET state = :state, finished_at = :finishedAt WHERE id = :id').run({
    id,
    state,
    finishedAt,
  });
}

/** What a crash left running. */
export function interruptRunning(db: Db): void {
  db.prepare(`UPDATE batch SET state = 'interrupted' WHERE state = 'running'`).run();
}

/** The next rows that nothing was done with, after `after`. */
export function selectWaiting(db: Db, batchId: string, after: number, limit: number): ItemRow[] {
  const sql = `SELECT ${ITEM} FROM batch_item
    WHERE batch_id = :batchId AND no > :after AND state = 'waiting' ORDER BY no LIMIT :limit`;
  return db.prepare<ItemRow>(sql).all({ batchId, after, limit });
}

export function selectItems(db: Db, batchId: string): ItemRow[] {
  return db.prepare<ItemRow>(`SELECT ${ITEM} FROM batch_item WHERE batch_id = :batchId ORDER BY no`).all({ batchId });
}

export type Counts = Readonly<{ total: number; done: number; failed: number }>;

export function countItems(db: Db, batchId: string): Counts {
  const sql = `SELECT count(*) AS total, count(*) FILTER (WHERE state = 'done') AS done,
      count(*) FILTER (WHERE state = 'left-out') AS failed FROM batch_item WHERE batch_id = :batchId`;
  return db.prepare<Counts>(sql).get({ batchId }) ?? { total: 0, done: 0, failed: 0 };
}

export function updateItem(
  db: Db,
  batchId: string,
  { no, state, reason }: Pick<ItemRow, 'no' | 'state' | 'reason'>,
): void {
  db.prepare('UPDATE batch_item SET state = :state, reason = :reason WHERE batch_id = :batchId AND no = :no').run({
    batchId,
    no,
    state,
    reason,
  });
}
