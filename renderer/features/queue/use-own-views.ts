/** Views of one's own and the columns put away: the screen's own, kept in the drawer; nothing personal. */
import { useCallback, useEffect, useState } from 'react';
import { drawer, type SavedView } from '../../drawer/drawer.ts';
import { NO_FILTERS, type QueueFilters, type QueueView } from './queue-store.ts';
import { VIEW_WORDS } from './words.ts';

export type OwnView = Readonly<{ id: string; name: string; view: QueueView; filters: QueueFilters }>;

export function useOwnViews() {
  const [views, setViews] = useState<readonly OwnView[]>([]);
  const [hiddenColumns, setHidden] = useState<readonly string[]>([]);
  useEffect(() => {
    let isGone = false;
    void Promise.all([drawer.savedViews.toArray(), drawer.columnLayouts.get('queue')]).then(([saved, layout]) => {
      if (isGone) return;
      setViews(saved.map(toOwnView));
      setHidden(layout?.hidden ?? []);
    });
    return () => {
      isGone = true;
    };
  }, []);

  const keepView = useCallback((view: Omit<OwnView, 'id'>) => {
    const kept = { ...view, id: crypto.randomUUID() };
    setViews((before) => [...before, kept]);
    void drawer.savedViews.put(kept);
  }, []);
  const forgetView = useCallback(({ id }: OwnView) => {
    setViews((before) => before.filter((view) => view.id !== id));
    void drawer.savedViews.delete(id);
  }, []);
  const hideColumns = useCallback((hidden: readonly string[]) => {
    setHidden(hidden);
    void drawer.columnLayouts.put({ id: 'queue', hidden: [...hidden] });
  }, []);
  return { views, hiddenColumns, keepView, forgetView, hideColumns };
}

/** What an earlier version kept may lack a filter of this one. */
function toOwnView({ id, name, view, filters }: SavedView): OwnView {
  const known = VIEW_WORDS.find((word) => word.view === view)?.view ?? 'all';
  return { id, name, view: known, filters: { ...NO_FILTERS, ...filters } };
}
