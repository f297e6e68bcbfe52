/** The page of papers as it is worked with: what is in sight, what is chosen, and what an act means by it. */
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useHotKeys } from '../../ui/use-hot-keys.ts';
import type { PersonPaper } from '#model/paper.ts';
import type { Cell, PapersStore } from './papers-store.ts';
import { columnsOf, papersOf, paperIn, type MatrixRow } from './rows.ts';
import type { Ref, Standing } from './types.ts';
import { useMatrix, type ShownMatrix } from './use-matrix.ts';
import { usePaperActs } from './use-paper-acts.ts';
import { PAPER_WORDS } from './words.ts';

export type Column = Readonly<{ key: string; word: string; paper(row: MatrixRow): Standing | null }>;

/** What an act would be done to. */
export type Chosen = Readonly<{
  rows: readonly MatrixRow[];
  papers: readonly Standing[];
  /** ticked, but not in the list as it is searched */
  outOfSight: number;
  /** nobody is ticked: the one paper in hand, by name */
  inHand: string | null;
}>;

export type PapersDesk = ReturnType<typeof usePapersDesk>;

export function usePapersDesk(store: PapersStore) {
  const view = useStore(store);
  const query = useMemo(() => ({ view: view.view, search: view.search }), [view.view, view.search]);
  const matrix = useMatrix(query);
  const acts = usePaperActs(store);
  const columns = useMemo(() => columnsFor(view.view, matrix.rows, view.only), [view.view, matrix.rows, view.only]);
  const chosen = chosenOf({ matrix, ids: view.selection.ids, shown: view.shown, only: view.only });
  useHotKeys({ 'mod+z': () => (view.undoable ? void view.undo() : false) });

  function goTo(cell: Cell): void {
    const row = matrix.row(cell.index);
    if (row) view.goTo({ ...cell, id: row.id }, columns[cell.column]?.paper(row)?.ref ?? null);
  }
  async function reach(to: Cell): Promise<void> {
    const from = view.selection.anchor ?? view.cell?.index ?? to.index;
    const [first, last] = from < to.index ? [from, to.index] : [to.index, from];
    const held = Array.from({ length: last - first + 1 }, (_, at) => matrix.row(first + at)?.id);
    const isHeld = held.every((id) => id !== undefined);
    const range = isHeld ? held : ((await matrix.all()) ?? []).slice(first, last + 1).map(({ id }) => id);
    goTo(to);
    store.getState().reach(from, range);
  }
  async function selectAll(): Promise<void> {
    const rows = await matrix.all();
    // another list was asked for meanwhile
    if (rows && store.getState().search === view.search) view.select(rows.map(({ id }) => id));
  }
  return {
    view,
    matrix,
    acts,
    columns,
    chosen,
    goTo,
    reach: (cell: Cell) => void reach(cell),
    selectAll: () => void selectAll(),
    shownName: view.shown && nameOf(matrix, view.shown),
  };
}

function columnsFor(view: 'people' | 'unit', rows: readonly MatrixRow[], only: PersonPaper | null): readonly Column[] {
  if (view === 'unit') return [{ key: 'state', word: '状态', paper: ({ papers }) => papers[0] ?? null }];
  return columnsOf(rows, only).map((kind) => ({
    key: kind,
    word: PAPER_WORDS[kind],
    paper: (row) => paperIn(row, kind),
  }));
}

type Choosing = Readonly<{
  matrix: ShownMatrix;
  ids: ReadonlySet<string>;
  shown: Ref | null;
  only: PersonPaper | null;
}>;

/** Whoever is ticked, in the order of the list, those out of sight last; nobody: the paper in hand. */
function chosenOf({ matrix, ids, shown, only }: Choosing): Chosen {
  if (ids.size === 0) return inHandOf(matrix, shown);
  const here = matrix.rows.filter(({ id }) => ids.has(id));
  const hereIds = new Set(here.map(({ id }) => id));
  const others = [...ids].filter((id) => !hereIds.has(id)).flatMap((id) => matrix.known(id) ?? []);
  const rows = [...here, ...others];
  // where blocks of the list are not here, nobody can say who is out of sight
  const isWhole = matrix.rows.length === matrix.total;
  return { rows, papers: papersOf(rows, only), outOfSight: isWhole ? others.length : 0, inHand: null };
}

function inHandOf(matrix: ShownMatrix, shown: Ref | null): Chosen {
  const row = shown && rowOf(matrix, shown);
  const paper = row?.papers.find(({ ref }) => ref.kind === shown?.kind);
  if (!row || !paper || !shown) return { rows: [], papers: [], outOfSight: 0, inHand: null };
  return { rows: [row], papers: [paper], outOfSight: 0, inHand: nameOf(matrix, shown) };
}

function rowOf(matrix: ShownMatrix, { kind, subjectId }: Ref): MatrixRow | null {
  return matrix.known(`${kind} ${subjectId ?? ''}`) ?? (subjectId === null ? null : matrix.known(subjectId));
}

/** 「段雪梅 · 复印件签章」 */
function nameOf(matrix: ShownMatrix, ref: Ref): string {
  const row = rowOf(matrix, ref);
  const word = PAPER_WORDS[ref.kind];
  if (!row) return word;
  return row.committee === '' ? row.name : `${row.name} · ${word}`;
}
