/** How papers look: 宋体 for what is filed, 黑体 for what the form says, 25 mm at the left for the binding. */
import type { Application } from '#model/application.ts';
import type { UnitFacts } from '#model/unit-facts.ts';
import type { Block, Cell, Paragraph, Row, Run, Section, Strip, Table } from '#ports/paper-document.ts';

/** mm */
export const MARGINS = { top: 25, right: 20, bottom: 25, left: 25 } as const;

/** Sizes of type in points, by the names that offices give them. */
export const SIZES = { one: 26, two: 22, smallTwo: 18, three: 16, four: 14, smallFour: 12, five: 10.5, smallFive: 9 };

type Look = Partial<Omit<Paragraph, 'kind' | 'runs'>>;

export function section(blocks: readonly Block[], over: Partial<Omit<Section, 'blocks'>> = {}): Section {
  return { sheet: 'a4', margins: MARGINS, header: null, footer: null, startsAtOne: true, ...over, blocks };
}

export function text(content: string, look: Look = {}): Paragraph {
  return line([{ text: content }], look);
}

export function line(runs: readonly Run[], look: Look = {}): Paragraph {
  return { kind: 'paragraph', runs, ...look };
}

/** The name of a paper at its head. */
export function title(content: string, look: Look = {}): Paragraph {
  return text(content, { face: 'hei', size: SIZES.two, align: 'centre', after: 5, keepsWithNext: true, ...look });
}

/** Over a part of a form; it never stands alone at the foot of a page. */
export function heading(content: string, look: Look = {}): Paragraph {
  return text(content, { face: 'hei', size: SIZES.smallFour, before: 4, after: 1.5, keepsWithNext: true, ...look });
}

/** A paragraph for each line of the text, as it was typed: the beginning of a line stands in by two characters. */
export function paragraphs(content: string, look: Look = {}): readonly Paragraph[] {
  return content.split(/\r\n|\r|\n/).map((one) => text(one, { align: 'justify', indent: 2, ...look }));
}

export function cell(content: string | readonly Paragraph[], over: Partial<Omit<Cell, 'blocks'>> = {}): Cell {
  return {
    blocks: typeof content === 'string' ? [text(content, { align: 'left', lineHeight: TABLE_LINE_HEIGHT })] : content,
    vertical: 'middle',
    ...over,
  };
}

/** What the form says beside or over a value. */
export function label(content: string, over: Partial<Omit<Cell, 'blocks'>> = {}): Cell {
  return cell([text(content, { face: 'hei', align: 'centre', lineHeight: TABLE_LINE_HEIGHT })], over);
}

/** A short value, or a number. */
export function centred(content: string, over: Partial<Omit<Cell, 'blocks'>> = {}): Cell {
  return cell([text(content, { align: 'centre', lineHeight: TABLE_LINE_HEIGHT })], over);
}

export const TABLE_LINE_HEIGHT = 1.3;

export function row(cells: readonly Cell[], over: Partial<Omit<Row, 'cells'>> = {}): Row {
  return { cells, ...over };
}

export function table(
  columns: readonly number[],
  rows: readonly Row[],
  over: Partial<Omit<Table, 'kind' | 'columns' | 'rows'>> = {},
): Table {
  return { kind: 'table', columns, rows, ...over };
}

/** 「____年__月__日」, to be written by hand. */
export const DATE_BLANK: readonly Run[] = [
  { blank: 14 },
  { text: '年' },
  { blank: 9 },
  { text: '月' },
  { blank: 9 },
  { text: '日' },
];

/** A label and room to sign, mm. */
export function signature(words: string, room: number): readonly Run[] {
  return [{ text: words }, { blank: room }];
}

/** 「昆明市松华中学 2026年度职称申报 · 第3页 · 段雪梅 高级教师」 */
export function footerOf(application: Application, unit: UnitFacts, right = ''): Strip {
  const { applicant, filing, year } = application;
  return {
    left: `${unit.name}　${year}年度职称申报`,
    centre: '第{page}页',
    right: [applicant.name, filing.title, right].filter(Boolean).join('　'),
  };
}
