/** What the page of papers looks like right now: view state only. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { isSamePaper, type PersonPaper } from '#model/paper.ts';
import { NOTHING_SELECTED, reaching, selected, toggled, type Selection } from '../../ui/selection.ts';
import type { Ref } from './types.ts';

export type PapersView = 'people' | 'unit';
/** `column`: place among those on screen */
export type Cell = Readonly<{ id: string; index: number; column: number }>;
type At = Readonly<{ id: string; index: number }>;

/** Taking back the last act: what it was called, and how; answers why not, in words. */
export type Undoable = Readonly<{ words: string; undo(): Promise<string | null> }>;

export type PapersState = Readonly<{
  view: PapersView;
  search: string;
  /** 「材料」: of one kind; null: all */
  only: PersonPaper | null;
  /** the cell the keyboard is on: its paper is previewed */
  cell: Cell | null;
  selection: Selection;
  /** what is previewed; kept while its row is fetched anew */
  shown: Ref | null;
  /** of what is previewed, from 1 */
  page: number;
  undoable: Undoable | null;
  /** what was done, or why not, in words; null: nothing to tell */
  said: string | null;
  show(view: PapersView): void;
  find(search: string): void;
  showOnly(kind: PersonPaper | null): void;
  goTo(cell: Cell, ref: Ref | null): void;
  turnTo(page: number): void;
  toggle(row: At): void;
  reach(from: number, range: readonly string[]): void;
  select(ids: readonly string[]): void;
  clearSelection(): void;
  did(undoable: Undoable): void;
  say(words: string | null): void;
  undo(): Promise<void>;
}>;

export type PapersStore = StoreApi<PapersState>;

const NOWHERE = { cell: null, shown: null, page: 1 } as const;

export function createPapersStore(): PapersStore {
  return createStore<PapersState>()((set, get) => ({
    view: 'people',
    search: '',
    only: null,
    ...NOWHERE,
    selection: NOTHING_SELECTED,
    undoable: null,
    said: null,
    show: (view) => set({ view, search: '', ...NOWHERE, selection: NOTHING_SELECTED }),
    // whoever is ticked stays so: the bar says how many are not in sight
    find: (search) => set({ search, cell: null }),
    showOnly: (only) => set({ only, ...NOWHERE }),
    goTo: (cell, shown) =>
      set((state) => ({
        cell,
        selection: { ...state.selection, anchor: null },
        ...(shown && state.shown && isSamePaper(shown, state.shown) ? {} : { shown, page: 1 }),
      })),
    turnTo: (page) => set({ page }),
    toggle: ({ id, index }) => set(({ selection }) => ({ selection: toggled(selection, id, index) })),
    reach: (from, range) => set(({ selection }) => ({ selection: reaching(selection, from, range) })),
    select: (ids) => set({ selection: selected(ids) }),
    clearSelection: () => set({ selection: NOTHING_SELECTED }),
    did: (undoable) => set({ undoable, said: undoable.words }),
    say: (said) => set({ said, undoable: null }),
    async undo() {
      const { undoable } = get();
      if (!undoable) return;
      set({ undoable: null, said: null });
      set({ said: (await undoable.undo()) ?? `已撤回：${undoable.words}` });
    },
  }));
}
