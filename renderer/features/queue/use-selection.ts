/** Ticking rows: Space, Shift with the arrows, Ctrl+A for the whole view, also for rows that are not here yet. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { api, onDeskEvent, onMissed } from '../../client/index.ts';
import type { ActiveRow, QueueStore } from './queue-store.ts';
import type { Rows } from './use-rows.ts';

const QUIET_MS = 300;

export type Selecting = Readonly<{
  ids: ReadonlySet<string>;
  toggle(row: ActiveRow): void;
  /** Everything from where Shift began to this row. */
  reach(row: ActiveRow): void;
  selectAll(): void;
  clear(): void;
}>;

export function useSelection(store: QueueStore, rows: Rows): Selecting {
  const { query, selection, toggle, clearSelection } = useStore(store);
  useKeptInView(store);

  async function viewIds(): Promise<readonly string[]> {
    const answer = await api.applications.ids(query);
    // another view was asked for meanwhile: nothing of this one is meant any more
    return answer.ok && store.getState().query === query ? answer.value.ids : [];
  }
  async function reach(row: ActiveRow): Promise<void> {
    const { active } = store.getState();
    const from = selection.anchor ?? active?.index ?? row.index;
    const [first, last] = from < row.index ? [from, row.index] : [row.index, from];
    const held = Array.from({ length: last - first + 1 }, (_, at) => rows.row(first + at)?.id);
    const isHeld = held.every((id) => id !== undefined);
    const range = isHeld ? held : (await viewIds()).slice(first, last + 1);
    store.getState().reach(row, from, range);
  }
  return {
    ids: selection.ids,
    toggle,
    reach: (row) => void reach(row),
    selectAll: () => void viewIds().then((ids) => ids.length > 0 && store.getState().select(ids)),
    clear: clearSelection,
  };
}

/** Another view, a filter, a decision made meanwhile: what is not in the view is not ticked in secret. */
function useKeptInView(store: QueueStore): void {
  const { query } = useStore(store);
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function check(): Promise<void> {
      if (store.getState().selection.ids.size === 0) return;
      const answer = await api.applications.ids(query);
      if (answer.ok && !isGone) store.getState().keepIn(answer.value.ids);
    }
    function checkSoon(): void {
      clearTimeout(timer);
      timer = setTimeout(() => void check(), QUIET_MS);
    }
    void check();
    const stops = [onDeskEvent('applications.changed', checkSoon), onMissed(checkSoon)];
    return () => {
      isGone = true;
      clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, [store, query]);
}
