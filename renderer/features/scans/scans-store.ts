/** What the scans page looks like right now: view state only. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { keptIn, NOTHING_SELECTED, reaching, selected, toggled, type Selection } from '../../ui/selection.ts';
import type { PageQuery } from './page-list.ts';
import type { ScanView } from './types.ts';

export type ActivePage = Readonly<{ id: string; index: number }>;

/** Taking back the last act: what it was called, and how. */
export type Undoable = Readonly<{ words: string; undo(): Promise<string | null> }>;

export type ScansState = Readonly<{
  query: PageQuery;
  /** the page the keyboard is on */
  active: ActivePage | null;
  selection: Selection;
  /** the newest last; each page's acts are taken back in turn */
  undoables: readonly Undoable[];
  /** what was done, or why not, in words; null: nothing to tell */
  said: string | null;
  /** the drop whose report lies over the page */
  reportId: string | null;
  openReport(intakeId: string | null): void;
  show(view: ScanView): void;
  /** Only this person's pages; null: everybody's. */
  showPerson(applicationId: string | null): void;
  activate(active: ActivePage | null): void;
  toggle(page: ActivePage): void;
  reach(page: ActivePage, from: number, range: readonly string[]): void;
  select(ids: readonly string[]): void;
  keepIn(ids: readonly string[]): void;
  clearSelection(): void;
  did(undoable: Undoable): void;
  say(words: string | null): void;
  /** Takes the last act off the stack. */
  takeUndoable(): Undoable | null;
}>;

export type ScansStore = StoreApi<ScansState>;

const MOST_UNDOABLE = 50;

export function createScansStore(): ScansStore {
  return createStore<ScansState>()((set, get) => ({
    query: { view: 'unfiled', applicationId: null },
    active: null,
    selection: NOTHING_SELECTED,
    undoables: [],
    said: null,
    reportId: null,
    openReport: (reportId) => set({ reportId }),
    show: (view) => set(({ query }) => ({ query: { ...query, view }, active: null, selection: NOTHING_SELECTED })),
    showPerson: (applicationId) =>
      set(({ query }) => ({ query: { ...query, applicationId }, active: null, selection: NOTHING_SELECTED })),
    activate: (active) => set(({ selection }) => ({ active, selection: { ...selection, anchor: null } })),
    toggle: (page) => set(({ selection }) => ({ active: page, selection: toggled(selection, page.id, page.index) })),
    reach: (page, from, range) =>
      set(({ selection }) => ({ active: page, selection: reaching(selection, from, range) })),
    select: (ids) => set({ selection: selected(ids) }),
    keepIn: (ids) => set(({ selection }) => ({ selection: keptIn(selection, ids) })),
    clearSelection: () => set({ selection: NOTHING_SELECTED }),
    did: (undoable) =>
      set(({ undoables }) => ({ undoables: [...undoables, undoable].slice(-MOST_UNDOABLE), said: undoable.words })),
    say: (said) => set({ said }),
    takeUndoable() {
      const last = get().undoables.at(-1) ?? null;
      set(({ undoables }) => ({ undoables: undoables.slice(0, -1), said: null }));
      return last;
    },
  }));
}
