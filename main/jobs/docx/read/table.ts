/** A table of Word as one of ours. */
import type { Cell, Paragraph, Row, Table } from '#ports/paper-document.ts';
import { child, childrenOf, elementsOf, isOn, numberOf, valueOf, wordsOf, type XmlElement } from '../xml.ts';
import { cascade, type Cascade } from './cascade.ts';
import type { Context } from './context.ts';
import { contentOf } from './content.ts';
import { readParagraph } from './paragraph.ts';
import { mmOfTwips, within } from './units.ts';

/** Word's own limit (ECMA-376 part 1, 17.4.17 leaves it open) */
const MAX_COLUMNS = 63;
/** mm of a row */
const MAX_HEIGHT = 150;

export function readTable(element: XmlElement, around: Context): Table {
  const properties = child(element, 'w:tblPr');
  const style = valueOf(properties, 'w:tblStyle');
  const context: Context = { ...around, tableStyle: style };
  const rows = contentOf(element).filter(({ name }) => name === 'w:tr');
  const columns = columnsOf(element, rows);
  const laid = rows.map((row) => placesOf(row, columns.length));
  return {
    kind: 'table',
    columns,
    rows: rows.map((row, at) => readRow(row, { laid, at, context })),
    headRows: countHead(rows) || undefined,
    lines: linesOf(cascade(...context.styles.table(style), properties), element, context),
  };
}

function columnsOf(element: XmlElement, rows: readonly XmlElement[]): readonly number[] {
  const grid = childrenOf(child(element, 'w:tblGrid'), 'w:gridCol')
    .slice(0, MAX_COLUMNS)
    .map((column) => numberOf(column, 'w:w') ?? 0);
  const widths = rows.map((row) => cellsOf(row).reduce((sum, cell) => sum + spanOf(cell), 0));
  const most = within(
    widths.reduce((a, b) => Math.max(a, b), 1),
    1,
    MAX_COLUMNS,
  );
  if (grid.length < most) return Array.from({ length: most }, () => 1);
  return grid.some((width) => width > 0) ? grid.map((width) => Math.max(width, 1)) : grid.map(() => 1);
}

function countHead(rows: readonly XmlElement[]): number {
  const first = rows.findIndex((row) => !isOn(child(row, 'w:trPr'), 'w:tblHeader'));
  // a head that is the whole table would be repeated for ever
  return first === -1 ? 0 : first;
}

function cellsOf(row: XmlElement): readonly XmlElement[] {
  return contentOf(row).filter(({ name }) => name === 'w:tc');
}

function spanOf(cell: XmlElement): number {
  return within(numberOf(child(child(cell, 'w:tcPr'), 'w:gridSpan'), 'w:val') ?? 1, 1, MAX_COLUMNS);
}

/** A cell, where it begins, and whether it only goes on with the one above. */
type Place = Readonly<{ cell: XmlElement | null; column: number; columns: number; goesOn: boolean }>;

/** Of a row, with empty cells where it begins later or ends earlier than the table. */
function placesOf(row: XmlElement, width: number): readonly Place[] {
  const skipped = numberOf(child(child(row, 'w:trPr'), 'w:gridBefore'), 'w:val') ?? 0;
  const places: Place[] = [];
  let column = within(Math.trunc(skipped), 0, width);
  if (column > 0) places.push({ cell: null, column: 0, columns: column, goesOn: false });
  for (const cell of cellsOf(row)) {
    const columns = Math.min(spanOf(cell), width - column);
    if (columns <= 0) break;
    const merge = child(child(cell, 'w:tcPr'), 'w:vMerge');
    places.push({ cell, column, columns, goesOn: merge !== undefined && merge.attributes['w:val'] !== 'restart' });
    column += columns;
  }
  if (column < width) places.push({ cell: null, column, columns: width - column, goesOn: false });
  return places;
}

type Laid = Readonly<{ laid: readonly (readonly Place[])[]; at: number; context: Context }>;

function readRow(row: XmlElement, { laid, at, context }: Laid): Row {
  const properties = child(row, 'w:trPr');
  const height = numberOf(child(properties, 'w:trHeight'), 'w:val');
  const isCovered = ({ goesOn, column }: Place): boolean =>
    goesOn && (laid[at - 1] ?? []).some((above) => above.column === column);
  return {
    cells: (laid[at] ?? [])
      .filter((place) => !isCovered(place))
      .map((place) => readCell(place, rowsOf(place, laid, at), context)),
    minHeight: height === undefined ? undefined : within(mmOfTwips(height), 0, MAX_HEIGHT),
    staysWhole: isOn(properties, 'w:cantSplit'),
  };
}

function rowsOf({ column, columns }: Place, laid: Laid['laid'], at: number): number {
  let end = at + 1;
  while (laid[end]?.some((one) => one.goesOn && one.column === column && one.columns === columns)) end += 1;
  return end - at;
}

const VERTICALS: Readonly<Record<string, Cell['vertical']>> = { center: 'middle', bottom: 'bottom' };

function readCell({ cell, columns }: Place, rows: number, context: Context): Cell {
  return {
    blocks: cell ? paragraphsOf(cell, context) : [],
    columns: columns > 1 ? columns : undefined,
    rows: rows > 1 ? rows : undefined,
    vertical: VERTICALS[valueOf(cell ? child(cell, 'w:tcPr') : undefined, 'w:vAlign') ?? ''] ?? 'top',
  };
}

/** A table inside of a cell gives its text only. */
function paragraphsOf(cell: XmlElement, context: Context): readonly Paragraph[] {
  return contentOf(cell).flatMap((element): readonly Paragraph[] => {
    if (element.name === 'w:p') {
      return readParagraph(element, context).filter((block): block is Paragraph => block.kind === 'paragraph');
    }
    if (element.name !== 'w:tbl') return [];
    context.warn('nested-table', wordsOf(element));
    return contentOf(element).flatMap((row) => cellsOf(row).flatMap((inner) => paragraphsOf(inner, context)));
  });
}

const NO_LINE: ReadonlySet<string> = new Set(['nil', 'none', '']);

/** Where the table says nothing, its first cell does: WPS writes lines to each. */
function linesOf(levels: Cascade, element: XmlElement, context: Context): Table['lines'] {
  const has = (side: string): boolean | undefined => {
    const line = levels.map((level) => child(child(level, 'w:tblBorders'), side)).findLast((found) => found);
    return line && !NO_LINE.has(line.attributes['w:val'] ?? '');
  };
  const cells = contentOf(element).flatMap(cellsOf);
  const own = cells.map((cell) => child(child(cell, 'w:tcPr'), 'w:tcBorders'));
  const isLined = (borders: XmlElement | undefined): boolean =>
    elementsOf(borders).some(({ attributes }) => !NO_LINE.has(attributes['w:val'] ?? ''));
  const isUnlined = (borders: XmlElement | undefined): boolean =>
    elementsOf(borders).some(({ attributes }) => NO_LINE.has(attributes['w:val'] ?? ''));
  const lined = own.filter(isLined).length;
  const table = has('w:insideV') ? 'grid' : has('w:insideH') ? 'rows' : 'none';
  const isMixed = table === 'none' ? lined > 0 && lined < cells.length : own.some(isUnlined);
  if (isMixed) context.warn('borders', cells[0] ? wordsOf(cells[0]) : '');
  if (table === 'none' && (lined * 2 > cells.length || has('w:top'))) return lined > 0 ? 'grid' : 'rows';
  return table;
}
