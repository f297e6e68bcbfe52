/** What the queue looks like right now: view state only, never what is filed. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppContract } from '#contract/index.ts';
import type * as z from 'zod';
import { keptIn, NOTHING_SELECTED, reaching, selected, toggled, type Selection } from '../../ui/selection.ts';

export type QueueQuery = z.output<AppContract['applications']['ids']['input']>;
export type QueueView = QueueQuery['view'];
export type QueueFilters = Pick<QueueQuery, 'committees' | 'levels' | 'employments' | 'departments' | 'problems'>;
export type QueueSort = QueueQuery['sort'];

export const NO_FILTERS: QueueFilters = { committees: [], levels: [], employments: [], departments: [], problems: [] };

export type ActiveRow = Readonly<{ id: string; index: number }>;

export type QueueState = Readonly<{
  query: QueueQuery;
  /** the row the keyboard is on, and where it was seen last */
  active: ActiveRow | null;
  selection: Selection;
  show(view: QueueView): void;
  search(text: string): void;
  filter(filters: QueueFilters): void;
  /** The same column again turns the order round. */
  sortBy(sort: QueueSort): void;
  activate(active: ActiveRow | null): void;
  /** Ticks a row or takes the tick away; Shift reaches from it afterwards. */
  toggle(row: ActiveRow): void;
  /** Shift has come to `row`; `range` are the ids between it and where it began, at `from`. */
  reach(row: ActiveRow, from: number, range: readonly string[]): void;
  select(ids: readonly string[]): void;
  /** What the view does not hold any more leaves the selection, and is counted. */
  keepIn(viewIds: readonly string[]): void;
  clearSelection(): void;
}>;

export type QueueStore = StoreApi<QueueState>;

export function createQueueStore(): QueueStore {
  return createStore<QueueState>()((set) => ({
    query: { view: 'to-review', search: '', sort: 'latest-start', descending: false, ...NO_FILTERS },
    active: null,
    selection: NOTHING_SELECTED,
    show: (view) => set(({ query }) => ({ query: { ...query, view } })),
    search: (search) => set(({ query }) => ({ query: { ...query, search } })),
    filter: (filters) => set(({ query }) => ({ query: { ...query, ...filters } })),
    sortBy: (sort) =>
      set(({ query }) => ({
        query: { ...query, sort, descending: query.sort === sort ? !query.descending : false },
      })),
    activate: (active) =>
      set((state) => {
        const { active: was, selection } = state;
        // the second press of a double click changes nothing, and the list is not drawn anew for it
        const isSame = active?.id === was?.id && active?.index === was?.index && selection.anchor === null;
        return isSame ? state : { active, selection: { ...selection, anchor: null } };
      }),
    toggle: (row) => set(({ selection }) => ({ active: row, selection: toggled(selection, row.id, row.index) })),
    reach: (row, from, range) => set(({ selection }) => ({ active: row, selection: reaching(selection, from, range) })),
    select: (ids) => set({ selection: selected(ids) }),
    keepIn: (viewIds) => set(({ selection }) => ({ selection: keptIn(selection, viewIds) })),
    clearSelection: () => set({ selection: NOTHING_SELECTED }),
  }));
}

export function filterCount(filters: QueueFilters): number {
  return Object.values(filters).reduce((count, chosen) => count + chosen.length, 0);
}
