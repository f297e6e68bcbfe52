/** Tables before they have a place: cells on their grid, lines broken to their widths. */
import type { Align, Cell, Paragraph, Table } from '#ports/paper-document.ts';
import { points } from '../units.ts';
import { setParagraph, type SetLine, type TextContext } from './paragraph.ts';

/** points; between a cell's lines and its text */
export const PADDING = { side: points(1.2), end: points(0.9) };

export type CellLine = SetLine & Readonly<{ align: Align; /** points of space above it */ before: number }>;

export type SetCell = Readonly<{
  /** from the table's left edge; points */
  left: number;
  width: number;
  lines: readonly CellLine[];
  /** the last row that it covers */
  lastRow: number;
  vertical: 'top' | 'middle' | 'bottom';
}>;

export type SetRow = Readonly<{
  /** that begin in it */
  cells: readonly SetCell[];
  minHeight: number;
  staysWhole: boolean;
}>;

export type SetTable = Readonly<{
  rows: readonly SetRow[];
  headRows: number;
  lines: 'grid' | 'rows' | 'none';
  width: number;
  /** of all its rows, if they stood on one endless page; points */
  height: number;
  /** of its head with a beginning of its first row */
  leastHeight: number;
}>;

export function setTable(table: Table, width: number, context: TextContext): SetTable {
  const edges = edgesOf(table.columns, width);
  const covered: number[] = table.columns.map(() => 0);
  const own = { ...context, size: table.size ?? context.size };
  const rows = table.rows.map((row, r): SetRow => {
    let column = 0;
    const cells = row.cells.map((cell) => {
      while (column < covered.length && (covered[column] ?? 0) > r) column += 1;
      const last = Math.min(column + (cell.columns ?? 1), table.columns.length);
      const rowCount = Math.min(cell.rows ?? 1, table.rows.length - r);
      for (let n = column; n < last; n += 1) covered[n] = r + rowCount;
      const left = edges[column] ?? width;
      const set = setCell(cell, left, (edges[last] ?? width) - left, r + rowCount - 1, own);
      column = last;
      return set;
    });
    return { cells, minHeight: points(row.minHeight ?? 0), staysWhole: row.staysWhole ?? false };
  });
  const headRows = Math.min(table.headRows ?? 0, rows.length);
  const heights = heightsOf(rows);
  const headHeight = sum(heights.slice(0, headRows));
  const firstRow = rows[headRows];
  return {
    rows,
    headRows,
    lines: table.lines ?? 'grid',
    width,
    height: sum(heights),
    leastHeight: headHeight + (firstRow ? beginningOf(firstRow, heights[headRows] ?? 0) : 0),
  };
}

/** A row of a line or two is not parted; of a longer one as much as two lines. */
const BEGINNING = points(14);

function beginningOf(row: SetRow, height: number): number {
  return row.staysWhole ? height : Math.min(height, Math.max(row.minHeight, BEGINNING));
}

function edgesOf(columns: readonly number[], width: number): readonly number[] {
  const whole = sum(columns);
  let parts = 0;
  return [0, ...columns.map((part) => ((parts += part) * width) / whole)];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function setCell(cell: Cell, left: number, width: number, lastRow: number, context: TextContext): SetCell {
  const room = Math.max(1, width - 2 * PADDING.side);
  const lines = cell.blocks.flatMap((block, n) => linesOfBlock(block, n === 0, room, context));
  return { left, width, lines, lastRow, vertical: cell.vertical ?? 'middle' };
}

const CELL_LINE_HEIGHT = 1.3;

function linesOfBlock(block: Paragraph, isFirst: boolean, room: number, context: TextContext): readonly CellLine[] {
  const text = setParagraph({ lineHeight: CELL_LINE_HEIGHT, ...block }, room, context);
  const last = text.lines.length - 1;
  return text.lines.map((line, n) => ({
    ...line,
    height: line.height + (n === last ? text.after : 0),
    align: text.align,
    before: n === 0 && !isFirst ? text.before : 0,
  }));
}

/** From line `from` on, with the space around; 0 where nothing is left. */
export function heightOfCell({ lines }: SetCell, from: number): number {
  if (from >= lines.length) return 0;
  let height = 2 * PADDING.end;
  for (let n = from; n < lines.length; n += 1) height += lineHeightAt(lines, n, from);
  return height;
}

/** The space above a line is not needed where it is the first of its page. */
export function lineHeightAt(lines: readonly CellLine[], n: number, from: number): number {
  const line = lines[n];
  return line ? line.height + (n === from ? 0 : line.before) : 0;
}

/** What a cell over several rows needs beyond them is added to its last one. */
function heightsOf(rows: readonly SetRow[]): readonly number[] {
  const heights: number[] = [];
  const open: { cell: SetCell; granted: number }[] = [];
  for (const [r, row] of rows.entries()) {
    open.push(...row.cells.map((cell) => ({ cell, granted: 0 })));
    let height = row.minHeight;
    for (const { cell, granted } of open) {
      if (cell.lastRow === r) height = Math.max(height, heightOfCell(cell, 0) - granted);
    }
    for (const one of open) one.granted += height;
    heights.push(height);
    open.splice(0, open.length, ...open.filter(({ cell }) => cell.lastRow > r));
  }
  return heights;
}
