/** What the queue looks like right now: view state only, never what is filed. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppContract } from '#contract/index.ts';
import type * as z from 'zod';

export type QueueQuery = z.output<AppContract['applications']['ids']['input']>;
export type QueueView = QueueQuery['view'];
export type QueueFilters = Pick<QueueQuery, 'committees' | 'levels' | 'employments' | 'departments'>;
export type QueueSort = QueueQuery['sort'];

export const NO_FILTERS: QueueFilters = { committees: [], levels: [], employments: [], departments: [] };

export type ActiveRow = Readonly<{ id: string; index: number }>;

export type QueueState = Readonly<{
  query: QueueQuery;
  /** the row the keyboard is on, and where it was seen last */
  active: ActiveRow | null;
  show(view: QueueView): void;
  search(text: string): void;
  filter(filters: QueueFilters): void;
  /** The same column again turns the order round. */
  sortBy(sort: QueueSort): void;
  activate(active: ActiveRow | null): void;
}>;

export type QueueStore = StoreApi<QueueState>;

export function createQueueStore(): QueueStore {
  return createStore<QueueState>()((set) => ({
    query: { view: 'to-review', search: '', sort: 'latest-start', descending: false, ...NO_FILTERS },
    active: null,
    show: (view) => set(({ query }) => ({ query: { ...query, view } })),
    search: (search) => set(({ query }) => ({ query: { ...query, search } })),
    filter: (filters) => set(({ query }) => ({ query: { ...query, ...filters } })),
    sortBy: (sort) =>
      set(({ query }) => ({
        query: { ...query, sort, descending: query.sort === sort ? !query.descending : false },
      })),
    activate: (active) => set({ active }),
  }));
}

export function filterCount(filters: QueueFilters): number {
  return filters.committees.length + filters.levels.length + filters.employments.length + filters.departments.length;
}
