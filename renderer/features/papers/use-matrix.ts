/** The rows on screen, fetched as they come into sight and kept true by the desk's events. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { api, onDeskEvent, onMissed } from '../../client/index.ts';
import { BLOCK, createBlockList, type BlockView } from '../../client/block-list.ts';
import type { PapersView } from './papers-store.ts';
import { personRow, unitRow, type MatrixRow } from './rows.ts';

export type MatrixQuery = Readonly<{ view: PapersView; search: string }>;

export type Matrix = Readonly<{
  /** null until the first answer */
  total: number | null;
  /** the desk gave no answer, and nothing is held */
  isFailed: boolean;
  /** those of the blocks that are here */
  rows: readonly MatrixRow[];
  row(index: number): MatrixRow | null;
}>;

type List = Readonly<{ total: number; rows: readonly MatrixRow[] }>;

const NOTHING: Matrix = { total: null, isFailed: false, rows: [], row: () => null };

const VIEW: BlockView<List, Matrix> = {
  nothing: NOTHING,
  failed: { ...NOTHING, isFailed: true },
  shown: ({ total }, blocks) => ({
    total,
    isFailed: false,
    rows: [...blocks.values()].flatMap(({ rows }) => rows),
    row: (index) => (index < total ? (blocks.get(Math.floor(index / BLOCK))?.rows[index % BLOCK] ?? null) : null),
  }),
};

async function fetchRows({ view, search }: MatrixQuery, offset: number, limit: number): Promise<List | null> {
  const part = view === 'unit' ? 'unit' : 'people';
  const answer = await api.papers.list({ part, search, offset, limit });
  if (!answer.ok) return null;
  const { total, people, unit } = answer.value;
  if (part === 'people') return { total, rows: people.map(personRow) };
  const rows = unit.map(unitRow).filter(({ name }) => name.includes(search));
  return { total: rows.length, rows: rows.slice(offset, offset + limit) };
}

/** While much changes at once the matrix follows this often. */
const QUIET_MS = 300;

export type ShownMatrix = Matrix &
  Readonly<{
    see(first: number, last: number): void;
    refresh(): void;
    /** the newest of every row that was ever here, in sight or not */
    known(id: string): MatrixRow | null;
    /** Every row of the view, in its order; null: the desk gave no answer. */
    all(): Promise<readonly MatrixRow[] | null>;
  }>;

export function useMatrix(query: MatrixQuery): ShownMatrix {
  const list = useMemo(() => createMatrixList(), []);
  useRefreshing(list.refresh);
  useEffect(() => list.ask(query), [list, query]);
  const snapshot = useSyncExternalStore(list.subscribe, list.snapshot);
  return useMemo(
    () => ({
      ...snapshot,
      see: list.see,
      refresh: list.refresh,
      known: list.known,
      all: () => allRows(list.fetch, query),
    }),
    [snapshot, list, query],
  );
}

/** The list on screen, with the memory of every row that was in it. */
function createMatrixList() {
  const rows = new Map<string, MatrixRow>();
  async function fetch(query: MatrixQuery, offset: number, limit: number): Promise<List | null> {
    const answer = await fetchRows(query, offset, limit);
    for (const row of answer?.rows ?? []) rows.set(row.id, row);
    return answer;
  }
  return { ...createBlockList(fetch, VIEW), fetch, known: (id: string) => rows.get(id) ?? null };
}

/** rows in one answer, as the contract bounds it */
const MOST = 500;

async function allRows(fetch: typeof fetchRows, query: MatrixQuery): Promise<readonly MatrixRow[] | null> {
  const all: MatrixRow[] = [];
  for (;;) {
    const list = await fetch(query, all.length, MOST);
    if (!list) return null;
    all.push(...list.rows);
    if (list.rows.length === 0 || all.length >= list.total) return all;
  }
}

function useRefreshing(refresh: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    function refreshSoon(): void {
      timer ??= setTimeout(() => {
        timer = null;
        refresh();
      }, QUIET_MS);
    }
    const stops = [
      onDeskEvent('papers.changed', refreshSoon),
      onDeskEvent('applications.changed', refreshSoon),
      onDeskEvent('publicity.changed', refreshSoon),
      onDeskEvent('scans.changed', refreshSoon),
      onMissed(refreshSoon),
    ];
    return () => {
      if (timer !== null) clearTimeout(timer);
      stops.forEach((stop) => stop());
    };
  }, [refresh]);
}
