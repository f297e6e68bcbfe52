/** Tables on pages: a row that does not fit goes on over the page, and so does a cell over several rows; no line is lost. */
import type { Cursor } from './cursor.ts';
import { drawLine } from './paragraph.ts';
import { heightOfCell, lineHeightAt, PADDING, type SetCell, type SetRow, type SetTable } from './table.ts';

/** A cell that has begun and not ended. */
type Open = {
  readonly cell: SetCell;
  /** the first line that is not drawn yet */
  next: number;
  /** where its part of this page begins; points */
  top: number;
};

const ROUNDING = 0.01;

export function drawTable(cursor: Cursor, table: SetTable): void {
  if (table.leastHeight > cursor.room() + ROUNDING && !cursor.isAtTop()) cursor.breakPage();
  const open: Open[] = [];
  for (const [r, row] of table.rows.entries()) {
    const begun = row.cells.map((cell): Open => ({ cell, next: 0, top: cursor.y() }));
    open.push(...begun);
    placeRow(cursor, table, r, open, begun);
    open.splice(0, open.length, ...open.filter(({ cell }) => cell.lastRow > r));
  }
}

function placeRow(cursor: Cursor, table: SetTable, r: number, open: readonly Open[], begun: readonly Open[]): void {
  const row = table.rows[r];
  if (!row) return;
  const ending = open.filter(({ cell }) => cell.lastRow === r);
  let minHeight = row.minHeight;
  let isWhole = true;
  let freshAt = cursor.isAtTop() ? cursor.y() : -1;
  for (;;) {
    const content = Math.max(0, ...ending.map((one) => heightOfCell(one.cell, one.next) - (cursor.y() - one.top)));
    const height = Math.max(minHeight, content);
    const room = cursor.room();
    // nothing is left of it where the margins leave no room at all
    if (height <= room + ROUNDING || height === 0) {
      closeRow(cursor, table, open, ending, height);
      return;
    }
    const isAtFreshTop = cursor.y() === freshAt;
    const mayPart = !row.staysWhole && content > room && hasBeginning(ending, room);
    if (!mayPart && !isAtFreshTop) {
      turnPage(cursor, table, r, open, { bottom: cursor.y(), untouched: begun, mustDraw: false });
    } else {
      if (row.staysWhole && isWhole) noteOverflow(cursor, row);
      // margins that leave nothing must not keep it here for ever
      minHeight = Math.max(0, minHeight - Math.max(1, room));
      turnPage(cursor, table, r, open, { bottom: cursor.frame.bottom, untouched: [], mustDraw: isAtFreshTop });
    }
    isWhole = false;
    freshAt = cursor.y();
  }
}

/** Two lines of each text that is there, or all of it. */
function hasBeginning(ending: readonly Open[], room: number): boolean {
  return ending.every(({ cell, next }) => {
    const left = cell.lines.length - next;
    if (left === 0) return true;
    const lines = Math.min(2, left);
    let height = 2 * PADDING.end;
    for (let n = next; n < next + lines; n += 1) height += lineHeightAt(cell.lines, n, next);
    return height <= room;
  });
}

function closeRow(
  cursor: Cursor,
  table: SetTable,
  open: readonly Open[],
  ending: readonly Open[],
  height: number,
): void {
  const bottom = cursor.y() + height;
  for (const one of ending) drawPart(cursor, table, one, bottom);
  if (table.lines === 'rows') drawAcross(cursor, table, [Math.min(...open.map(({ top }) => top)), bottom]);
  cursor.moveTo(bottom);
}

type Turn = Readonly<{
  /** where this page's part of the table ends; points */
  bottom: number;
  /** have no part on this page */
  untouched: readonly Open[];
  /** a line of each, whether it fits or not: it would fit on no other page either */
  mustDraw: boolean;
}>;

/** Ends all open cells and lets them go on at the top of the next page, under the head of the table. */
function turnPage(cursor: Cursor, table: SetTable, r: number, open: readonly Open[], turn: Turn): void {
  const { bottom, untouched, mustDraw } = turn;
  for (const one of open) if (!untouched.includes(one)) drawPart(cursor, table, one, bottom, mustDraw);
  if (table.lines === 'rows') drawAcross(cursor, table, [bottom]);
  cursor.breakPage();
  if (r >= table.headRows) drawHead(cursor, table);
  for (const one of open) one.top = cursor.y();
}

/** A head that would fill half a page is not worth repeating. */
const MOST_HEAD = 0.5;

function drawHead(cursor: Cursor, table: SetTable): void {
  const rows = table.rows.slice(0, table.headRows);
  const head: SetTable = { ...table, rows, headRows: 0 };
  const pageHeight = cursor.frame.bottom - cursor.frame.top;
  if (rows.length === 0 || heightOfHead(head) > pageHeight * MOST_HEAD) return;
  drawTable(cursor, head);
}

function heightOfHead({ rows }: SetTable): number {
  return rows.reduce(
    (sum, { cells, minHeight }) => sum + Math.max(minHeight, ...cells.map((cell) => heightOfCell(cell, 0))),
    0,
  );
}

/** As many lines as fit between its top and `bottom`. */
function drawPart(cursor: Cursor, table: SetTable, one: Open, bottom: number, mustDraw = false): void {
  const { cell, top } = one;
  const { frame } = cursor;
  const room = bottom - top - 2 * PADDING.end + ROUNDING;
  let [height, end] = [0, one.next];
  while (end < cell.lines.length) {
    const next = lineHeightAt(cell.lines, end, one.next);
    if (height + next > room && !(mustDraw && end === one.next)) break;
    height += next;
    end += 1;
  }
  const isEnd = end === cell.lines.length;
  const spare = isEnd ? Math.max(0, room - height) : 0;
  const shift = cell.vertical === 'middle' ? spare / 2 : cell.vertical === 'bottom' ? spare : 0;
  const x = frame.left + cell.left + PADDING.side;
  let y = top + PADDING.end + shift;
  for (let n = one.next; n < end; n += 1) {
    const line = cell.lines[n];
    if (!line) break;
    const before = n === one.next ? 0 : line.before;
    cursor.draw(drawLine(line, line.align, { x, y: y + before }));
    y += before + line.height;
  }
  one.next = end;
  if (table.lines === 'grid' && bottom > top) drawBox(cursor, cell, top, bottom);
}

function drawBox(cursor: Cursor, cell: SetCell, top: number, bottom: number): void {
  const left = cursor.frame.left + cell.left;
  cursor.draw({ kind: 'box', x: left, y: top, width: cell.width, height: bottom - top });
}

function drawAcross(cursor: Cursor, table: SetTable, heights: readonly number[]): void {
  const { left } = cursor.frame;
  for (const y of heights) cursor.draw({ kind: 'stroke', x1: left, y1: y, x2: left + table.width, y2: y });
}

function noteOverflow(cursor: Cursor, row: SetRow): void {
  const chars = row.cells.flatMap(({ lines }) => lines.flatMap(({ line }) => line.chars));
  const text = chars.slice(0, 20).map(({ glyph }) => (glyph ? String.fromCodePoint(glyph.wanted) : ''));
  cursor.note({ kind: 'overflow', text: text.join(''), page: cursor.pageNo() });
}
