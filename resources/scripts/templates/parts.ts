/**
 * Parts of official papers after GB/T 9704-2012: title in 小标宋 of 22 points, text in 仿宋 of 16 points with lines
 * of 28 points and two characters of indent, headings in 黑体. Placeholders are plain text.
 */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Footer,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type ISectionOptions,
} from 'docx';

/** What Word takes where a font is missing stands in the table of fonts (finish.ts). */
export const FONTS = { title: '方正小标宋简体', text: '仿宋', heading: '黑体', table: '宋体' } as const;
const LATIN = 'Times New Roman';

type Font = keyof typeof FONTS;
type Look = Readonly<{ font?: Font; size?: number; isUnderlined?: boolean }>;

/** `size` in points */
export function run(words: string, { font = 'text', size = 16, isUnderlined = false }: Look = {}): TextRun {
  return new TextRun({
    text: words,
    size: size * 2,
    font: { ascii: LATIN, hAnsi: LATIN, eastAsia: FONTS[font] },
    ...(isUnderlined ? { underline: {} } : {}),
  });
}

const LINE = { line: 560, lineRule: LineRuleType.EXACT } as const;
type Words = string | readonly TextRun[];

function runs(words: Words, look?: Look): readonly TextRun[] {
  return typeof words === 'string' ? [run(words, look)] : words;
}

function paragraph(words: Words, look: Look, options: IParagraphOptions): Paragraph {
  return new Paragraph({ ...options, children: runs(words, look) });
}

export function title(words: string): Paragraph {
  return paragraph(
    words,
    { font: 'title', size: 22 },
    {
      alignment: AlignmentType.CENTER,
      spacing: { line: 640, lineRule: LineRuleType.EXACT, after: 480 },
      keepNext: true,
    },
  );
}

/** Indented by two characters. */
export function text(words: Words): Paragraph {
  return paragraph(words, {}, { alignment: AlignmentType.BOTH, indent: { firstLineChars: 200 }, spacing: LINE });
}

/** Stays with the table below it. */
export function lead(words: Words): Paragraph {
  return paragraph(
    words,
    {},
    { alignment: AlignmentType.BOTH, indent: { firstLineChars: 200 }, spacing: LINE, keepNext: true },
  );
}

/** 「一、公示时间」 */
export function heading(words: string): Paragraph {
  return paragraph(words, { font: 'heading' }, { indent: { firstLineChars: 200 }, spacing: LINE, keepNext: true });
}

/** To whom a letter goes. */
export function receiver(words: string): Paragraph {
  return paragraph(words, {}, { spacing: LINE });
}

export function gap(): Paragraph {
  return paragraph('', {}, { spacing: LINE, keepNext: true });
}

/** Unit and day at the right, below them room for the seal, which lies over both. */
export function signature(unit: string, day: string): readonly Paragraph[] {
  return [
    gap(),
    gap(),
    paragraph(unit, {}, { alignment: AlignmentType.RIGHT, indent: { right: 640 }, spacing: LINE, keepNext: true }),
    paragraph(day, {}, { alignment: AlignmentType.RIGHT, indent: { right: 1280 }, spacing: LINE }),
  ];
}

/** Lines to sign on, beside each other. */
export function signers(...names: readonly string[]): readonly (Paragraph | Table)[] {
  const cells = names.map((name) => cell(`${name}（签字）：`, { size: 14, align: 'left', font: 'text' }));
  return [
    gap(),
    new Table({ ...FULL_WIDTH, borders: NO_LINES, rows: [new TableRow({ children: cells, cantSplit: true })] }),
  ];
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_LINES = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
} as const;
const FULL_WIDTH = { width: { size: 100, type: WidthType.PERCENTAGE }, layout: TableLayoutType.FIXED } as const;

type CellLook = Readonly<{ font?: Font; size?: number; align?: 'left' | 'centre'; columns?: number }>;

/** Several lines are several paragraphs. */
export function cell(
  words: string,
  { font = 'table', size = 10.5, align = 'centre', columns = 1 }: CellLook = {},
): TableCell {
  return new TableCell({
    columnSpan: columns,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    children: words.split('\n').map((line) =>
      paragraph(
        line,
        { font, size },
        {
          alignment: align === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
          spacing: { line: Math.round(size * 28), lineRule: LineRuleType.EXACT },
        },
      ),
    ),
  });
}

export type Column = Readonly<{ head: string; words: string; width: number; align?: 'left' | 'centre' }>;

/** A head that is repeated on every page, and one row for each item of the list. */
export function listTable(list: string, columns: readonly Column[], size: number): Table {
  const last = columns.length - 1;
  const words = ({ words: own }: Column, at: number): string =>
    `${at === 0 ? `{#${list}}` : ''}${own}${at === last ? `{/${list}}` : ''}`;
  return new Table({
    ...FULL_WIDTH,
    columnWidths: columns.map(({ width }) => width),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head }) => cell(head, { font: 'heading', size })),
      }),
      new TableRow({
        children: columns.map((column, at) => cell(words(column, at), { size, align: column.align ?? 'centre' })),
      }),
    ],
  });
}

/** Rows of cells; a first column in 黑体 says what stands beside it. */
export function labelTable(widths: readonly number[], rows: readonly (readonly TableCell[])[]): Table {
  return new Table({
    ...FULL_WIDTH,
    columnWidths: [...widths],
    rows: rows.map((children) => new TableRow({ children: [...children], cantSplit: true })),
  });
}

export function label(words: string): TableCell {
  return cell(words, { font: 'heading', size: 12 });
}

export function value(words: string, columns = 1): TableCell {
  return cell(words, { size: 12, align: 'left', columns });
}

const mm = convertMillimetersToTwip;

function pageNumber(): Footer {
  const of = (children: readonly (string | (typeof PageNumber)['CURRENT'])[]): TextRun =>
    new TextRun({ children: [...children], size: 28, font: { ascii: LATIN, hAnsi: LATIN, eastAsia: FONTS.table } });
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [of(['— ', PageNumber.CURRENT, ' —'])] })],
  });
}

type Children = ISectionOptions['children'];

/** The sides of GB/T 9704-2012, 5.2.1; less above and below, so that a proof with its seal stands on one page. */
export function upright(children: Children): ISectionOptions {
  const margin = { top: mm(30), bottom: mm(28), left: mm(28), right: mm(26), footer: mm(18) };
  return {
    properties: { page: { size: { width: mm(210), height: mm(297) }, margin } },
    footers: { default: pageNumber() },
    children,
  };
}

/** For wide tables. */
export function lying(children: Children): ISectionOptions {
  const margin = { top: mm(25), bottom: mm(22), left: mm(20), right: mm(20), footer: mm(12) };
  return {
    properties: {
      // docx turns the sheet by itself
      page: { size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE }, margin },
    },
    footers: { default: pageNumber() },
    children,
  };
}
