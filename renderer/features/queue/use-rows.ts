/** The rows of the present query, kept true by the core's events. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { api, onDeskEvent, onMissed } from '../../client/index.ts';
import { createRowPages, type RowPages, type Snapshot } from './row-pages.ts';
import type { QueueQuery } from './queue-store.ts';

export type Rows = Snapshot & Pick<RowPages, 'see'>;

export function useRows(query: QueueQuery): Rows {
  const pages = useMemo(
    () =>
      createRowPages(async (asked, offset, limit) => {
        const answer = await api.applications.list({ ...asked, offset, limit });
        return answer.ok ? answer.value : null;
      }),
    [],
  );
  useEffect(() => {
    const stops = [onDeskEvent('applications.changed', pages.refresh), onMissed(pages.refresh)];
    return () => stops.forEach((stop) => stop());
  }, [pages]);
  useEffect(() => pages.ask(query), [pages, query]);
  const snapshot = useSyncExternalStore(pages.subscribe, pages.snapshot);
  return useMemo(() => ({ ...snapshot, see: pages.see }), [snapshot, pages]);
}
