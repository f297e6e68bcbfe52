/** The pages of the view on screen, kept true by the desk's events; and all of a view, for acts on many. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { api, onDeskEvent, onMissed } from '../../client/index.ts';
import { BLOCK } from '../../client/block-list.ts';
import { createPages, type PageQuery, type Pages, type Snapshot } from './page-list.ts';
import type { ScanPage } from './types.ts';

export type ShownPages = Snapshot & Pick<Pages, 'see' | 'refresh'>;

/** While a batch runs the desk tells of each page: the grid follows this often. */
const QUIET_MS = 300;

export function usePages(query: PageQuery): ShownPages {
  const pages = useMemo(
    () =>
      createPages(async (asked, offset, limit) => {
        const answer = await api.scans.pages({ ...asked, offset, limit });
        return answer.ok ? answer.value : null;
      }),
    [],
  );
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    function refreshSoon(): void {
      timer ??= setTimeout(() => {
        timer = null;
        pages.refresh();
      }, QUIET_MS);
    }
    const stops = [
      onDeskEvent('scans.changed', refreshSoon),
      onDeskEvent('scans.progress', refreshSoon),
      onMissed(refreshSoon),
    ];
    return () => {
      if (timer !== null) clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, [pages]);
  useEffect(() => pages.ask(query), [pages, query]);
  const snapshot = useSyncExternalStore(pages.subscribe, pages.snapshot);
  return useMemo(() => ({ ...snapshot, see: pages.see, refresh: pages.refresh }), [snapshot, pages]);
}

/** All pages of a view, in its order: what is ticked or stands in a group may not be on screen. */
export async function allPages(query: PageQuery): Promise<readonly ScanPage[]> {
  const all: ScanPage[] = [];
  for (;;) {
    const answer = await api.scans.pages({ ...query, offset: all.length, limit: BLOCK * 5 });
    if (!answer.ok || answer.value.pages.length === 0) return all;
    all.push(...answer.value.pages);
    if (all.length >= answer.value.total) return all;
  }
}
