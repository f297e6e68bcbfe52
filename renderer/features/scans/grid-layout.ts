/** Pages of groups laid out in rows of tiles: pure, so that arrows and the virtual list agree. */

/** A group's heading, or tiles of the pages from `from` to before `to`. */
export type GridRow =
  | Readonly<{ kind: 'head'; group: number }>
  | Readonly<{ kind: 'tiles'; group: number; from: number; to: number }>;

export function gridRows(counts: readonly number[], columns: number): readonly GridRow[] {
  const rows: GridRow[] = [];
  let from = 0;
  for (const [group, count] of counts.entries()) {
    rows.push({ kind: 'head', group });
    const end = from + count;
    for (; from < end; from += columns) rows.push({ kind: 'tiles', group, from, to: Math.min(from + columns, end) });
    from = end;
  }
  return rows;
}

/** The row in which a page lies; -1: in none. */
export function rowOfPage(rows: readonly GridRow[], index: number): number {
  return rows.findIndex((row) => row.kind === 'tiles' && index >= row.from && index < row.to);
}

/** Where a key leads from a page; undefined: the key is none of the grid's. Rows of other groups are passed over. */
export function movedTo(key: string, index: number, rows: readonly GridRow[], total: number): number | undefined {
  if (total === 0) return undefined;
  const last = total - 1;
  switch (key) {
    case 'ArrowRight':
      return Math.min(last, index + 1);
    case 'ArrowLeft':
      return Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'ArrowDown':
      return besides(rows, index, 1);
    case 'ArrowUp':
      return besides(rows, index, -1);
    case 'PageDown':
      return besides(rows, index, PAGE_ROWS);
    case 'PageUp':
      return besides(rows, index, -PAGE_ROWS);
    default:
      return undefined;
  }
}

const PAGE_ROWS = 3;

/** The page of the same column so many rows away, or as far as there are rows. */
function besides(rows: readonly GridRow[], index: number, by: number): number {
  const tiles = rows.filter((row) => row.kind === 'tiles');
  const at = tiles.findIndex((row) => index >= row.from && index < row.to);
  const here = tiles[at];
  if (!here) return 0;
  const there = tiles[Math.max(0, Math.min(tiles.length - 1, at + by))] ?? here;
  return there === here ? index : Math.min(there.from + (index - here.from), there.to - 1);
}

/** How many tiles lie side by side. */
export function columnsIn(widthPx: number, tilePx: number, gapPx: number): number {
  return Math.max(1, Math.floor((widthPx + gapPx) / (tilePx + gapPx)));
}
