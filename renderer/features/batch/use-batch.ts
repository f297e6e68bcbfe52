/** One batch as it stands; while it runs, its progress is told by events and the rows are left alone. */
import { useEffect, useState } from 'react';
import { api, onDeskEvent, useQuery, type Query } from '../../client/index.ts';
import type { Batch, BatchSummary } from './types.ts';

type Running = Readonly<{ query: Query<Batch, string>; summary: BatchSummary | undefined }>;

export function useBatch(batchId: string): Running {
  const [reached, setReached] = useState(0);
  const query = useQuery(`batch ${batchId}`, () => api.batch.get({ batchId }), {
    refetchOn: { 'batch.progress': (told) => told.batchId === batchId && told.isOver },
  });
  useEffect(
    () =>
      onDeskEvent('batch.progress', (told) => {
        if (told.batchId === batchId) setReached(told.done);
      }),
    [batchId],
  );
  const summary = query.value?.summary;
  const isAhead = summary?.state === 'running' && reached > summary.done + summary.failed;
  return { query, summary: summary && isAhead ? { ...summary, done: reached - summary.failed } : summary };
}

/** Those that are not over: what the bar speaks of. */
export function useOpenBatches(): readonly BatchSummary[] {
  const list = useQuery('batches', () => api.batch.list({}), { refetchOn: { 'batch.progress': true } });
  return (list.value?.batches ?? []).filter(({ state }) => state !== 'done' && state !== 'stopped');
}
