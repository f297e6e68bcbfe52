/** Where a key leads from a cell of the matrix; pure. */

export type At = Readonly<{ index: number; column: number }>;
export type Extent = Readonly<{ rows: number; columns: number }>;

const PAGE_ROWS = 12;

const MOVES: Readonly<Record<string, (at: At, extent: Extent) => At>> = {
  ArrowDown: ({ index, column }) => ({ index: index + 1, column }),
  ArrowUp: ({ index, column }) => ({ index: index - 1, column }),
  ArrowRight: ({ index, column }) => ({ index, column: column + 1 }),
  ArrowLeft: ({ index, column }) => ({ index, column: column - 1 }),
  PageDown: ({ index, column }) => ({ index: index + PAGE_ROWS, column }),
  PageUp: ({ index, column }) => ({ index: index - PAGE_ROWS, column }),
  Home: ({ column }) => ({ index: 0, column }),
  End: ({ column }, { rows }) => ({ index: rows - 1, column }),
};

/** Null: the key is none of moving. From nowhere every key leads to the first cell. */
export function movedCell(key: string, from: At | null, extent: Extent): At | null {
  const move = MOVES[key];
  if (!move || extent.rows === 0) return null;
  const to = from ? move(from, extent) : { index: 0, column: 0 };
  return { index: within(to.index, extent.rows), column: within(to.column, extent.columns) };
}

function within(at: number, count: number): number {
  return Math.max(0, Math.min(count - 1, at));
}
