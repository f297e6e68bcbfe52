/** Views of one's own and the columns put away: the screen's own, kept in the drawer; nothing personal. */
import { useCallback, useEffect, useState } from 'react';
import { drawer } from '../../drawer/drawer.ts';
import type { QueueFilters, QueueView } from './queue-store.ts';

export type OwnView = Readonly<{ id: string; name: string; view: QueueView; filters: QueueFilters }>;

export function useOwnViews() {
  const [views, setViews] = useState<readonly OwnView[]>([]);
  const [hiddenColumns, setHidden] = useState<readonly string[]>([]);
  useEffect(() => {
    let isGone = false;
    void Promise.all([drawer.savedViews.toArray(), drawer.columnLayouts.get('queue')]).then(([saved, layout]) => {
      if (isGone) return;
      setViews(saved as readonly OwnView[]);
      setHidden(layout?.hidden ?? []);
    });
    return () => {
      isGone = true;
    };
  }, []);

  const keepView = useCallback((view: Omit<OwnView, 'id'>) => {
    const kept = { ...view, id: crypto.randomUUID() };
    setViews((views) => [...views, kept]);
    void drawer.savedViews.put(kept);
  }, []);
  const forgetView = useCallback(({ id }: OwnView) => {
    setViews((views) => views.filter((view) => view.id !== id));
    void drawer.savedViews.delete(id);
  }, []);
  const hideColumns = useCallback((hidden: readonly string[]) => {
    setHidden(hidden);
    void drawer.columnLayouts.put({ id: 'queue', hidden: [...hidden] });
  }, []);
  return { views, hiddenColumns, keepView, forgetView, hideColumns };
}
