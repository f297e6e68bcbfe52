/** A paragraph of Word as one of ours; breaks of the page part it. */
import type { Align, Paragraph, Run } from '#ports/paper-document.ts';
import { child, valueOf, type XmlElement } from '../xml.ts';
import { attributeOf, cascade, isSwitchedOn, numberIn, strongest, type Cascade } from './cascade.ts';
import type { Context } from './context.ts';
import { readInline, type Piece } from './inline.ts';
import { lookIn, type Look } from './look.ts';
import { mmOfPoints, mmOfTwips, rounded, widthInEms, within } from './units.ts';
import { spaceOfTab, stopsOf } from './tabs.ts';

export type ParagraphBlock = Paragraph | Readonly<{ kind: 'page-break' }>;

/** mm; what a paragraph may ask for at most, so that something is left of the line and of the page */
const MAX_INSET = 60;
const MAX_SPACE = 100;
const MAX_LINE_HEIGHT = 20;

/** of single spacing to the size of type: what 宋体 and its like have above and below */
const SINGLE = 1.3;

export function readParagraph(paragraph: XmlElement, context: Context): readonly ParagraphBlock[] {
  const direct = child(paragraph, 'w:pPr');
  const style = valueOf(direct, 'w:pStyle');
  const styled = context.styles.paragraph(style, context.tableStyle);
  const number = nextNumber(cascade(...styled, direct), context);
  const levels = cascade(...styled, number?.properties, direct);
  const around = context.styles.run(style, context.tableStyle);
  const pieces = readInline(paragraph, around, context);
  const empty = lookIn(cascade(...around, child(direct, 'w:rPr')), context);
  const first = pieces.find((piece) => piece.kind !== 'page-break')?.look ?? empty;
  const numbered: readonly Piece[] = number?.text
    ? [{ kind: 'text', text: number.text, look: first }, ...pieces]
    : pieces;
  const isOnNewPage = isSwitchedOn(levels, 'w:pageBreakBefore');
  return [
    ...(isOnNewPage ? [{ kind: 'page-break' } as const] : []),
    ...partsOf(numbered).flatMap((part, at, parts): ParagraphBlock[] => [
      ...(at === 0 ? [] : [{ kind: 'page-break' } as const]),
      // a paragraph that is nothing but a break of the page leaves no line behind
      ...(part.length === 0 && parts.length > 1
        ? []
        : [toParagraph(part, { levels, first, context, isFirst: at === 0 })]),
    ]),
  ];
}

function nextNumber(levels: Cascade, { numbering }: Context): ReturnType<Context['numbering']['next']> {
  const properties = levels.map((level) => child(level, 'w:numPr')).findLast((found) => found);
  const listId = valueOf(properties, 'w:numId');
  return listId === undefined || listId === '0'
    ? null
    : numbering.next(listId, Number(valueOf(properties, 'w:ilvl') ?? 0));
}

type Inline = Exclude<Piece, { kind: 'page-break' }>;

function partsOf(pieces: readonly Piece[]): readonly (readonly Inline[])[] {
  const parts: Inline[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === 'page-break') parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts;
}

type Setting = Readonly<{ levels: Cascade; first: Look; context: Context; isFirst: boolean }>;

function toParagraph(part: readonly Inline[], { levels, first, context, isFirst }: Setting): Paragraph {
  const size = part.length === 0 ? first.size : Math.max(...part.map(({ look }) => look.size));
  const indents = indentsOf(levels, size);
  const runs = runsOf(part, {
    stops: stopsOf(levels, context.tabWidth),
    start: indents.first * size,
  });
  const face = part[0]?.look.face ?? first.face;
  return {
    kind: 'paragraph',
    runs: runs.map((run) => withoutUsual(run, face, size)),
    face,
    size,
    align: ALIGNS[attributeOf(levels, 'w:jc', 'w:val') ?? ''] ?? 'justify',
    indent: (isFirst ? indents.first : indents.others) || undefined,
    hang: indents.others || undefined,
    right: indents.right || undefined,
    lineHeight: lineHeightOf(levels, size, context),
    before: isFirst ? spaceOf(levels, 'before', context) : undefined,
    after: spaceOf(levels, 'after', context),
    keepsWithNext: isSwitchedOn(levels, 'w:keepNext') || undefined,
  };
}

const ALIGNS: Readonly<Record<string, Align>> = {
  left: 'left',
  start: 'left',
  center: 'centre',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};

function withoutUsual(run: Run, face: Look['face'], size: number): Run {
  if ('blank' in run) return run;
  return { ...run, face: run.face === face ? undefined : run.face, size: run.size === size ? undefined : run.size };
}

type Line = Readonly<{ stops: ReturnType<typeof stopsOf>; start: number }>;

/** Neighbours that look the same become one; nothing but a line under it is a blank to be filled in. */
function runsOf(part: readonly Inline[], { stops, start }: Line): readonly Run[] {
  const runs: Exclude<Run, { blank: number }>[] = [];
  let at = start;
  part.forEach((piece, index) => {
    const { look } = piece;
    const text =
      piece.kind === 'tab' ? spaceOfTab(stops, { at, size: look.size, pieces: part, from: index + 1 }) : piece.text;
    at = text.includes('\n') ? 0 : at + widthInEms(text) * look.size;
    const last = runs.at(-1);
    const isSame =
      last &&
      last.face === look.face &&
      last.size === look.size &&
      last.isUnderlined === (look.isUnderlined || undefined);
    if (isSame) runs[runs.length - 1] = { ...last, text: last.text + text };
    else if (text !== '')
      runs.push({ text, face: look.face, size: look.size, isUnderlined: look.isUnderlined || undefined });
  });
  return runs.map((run) =>
    run.isUnderlined && /^[ \u3000\u00A0]+$/u.test(run.text)
      ? { blank: mmOfPoints(widthInEms(run.text) * (run.size ?? 0)) }
      : run,
  );
}

/** In widths of a character from the left edge, and mm from the right one. Hundredths of a character come before twips. */
type Indents = Readonly<{ first: number; others: number; right: number }>;

function indentsOf(levels: Cascade, size: number): Indents {
  const of = (...names: readonly string[]): number => {
    const element = strongest(levels, 'w:ind', ...names, ...names.map((name) => `${name}Chars`));
    const value = (name: string): number => Number.parseFloat(element?.attributes[name] ?? '0') || 0;
    const inChars = names.map((name) => value(`${name}Chars`) / 100).find(Boolean);
    return inChars ?? (names.map(value).find(Boolean) ?? 0) / 20 / size;
  };
  const first = strongest(levels, 'w:ind', 'w:firstLine', 'w:firstLineChars', 'w:hanging', 'w:hangingChars');
  const isHanging = ['w:hanging', 'w:hangingChars'].some((name) => Number(first?.attributes[name] ?? 0) > 0);
  const others = of('w:left', 'w:start');
  const most = MAX_INSET / mmOfPoints(size);
  return {
    first: rounded(within(others + (isHanging ? -of('w:hanging') : of('w:firstLine')), 0, most)),
    others: rounded(within(others, 0, most)),
    right: within(mmOfPoints(of('w:right', 'w:end') * size), 0, MAX_INSET),
  };
}

/** of the size of type */
function lineHeightOf(levels: Cascade, size: number, { grid }: Context): number {
  const line = numberIn(levels, 'w:spacing', 'w:line');
  const rule = attributeOf(levels, 'w:spacing', 'w:lineRule') ?? 'auto';
  if (line !== undefined && rule === 'exact') return rounded(within(line / 20 / size, 0.5, MAX_LINE_HEIGHT));
  const lines = rule === 'auto' && line !== undefined ? line / 240 : 1;
  const isOnGrid = grid.linePitch !== null && !levels.some((level) => valueOf(level, 'w:snapToGrid') === '0');
  const pitch = (grid.linePitch ?? 0) / 20;
  const single = isOnGrid && pitch > 0 ? Math.ceil((size * SINGLE) / pitch - 0.01) * pitch : size * SINGLE;
  const least = rule === 'atLeast' ? (line ?? 0) / 20 : 0;
  return rounded(within(Math.max(single * lines, least) / size, 0.5, MAX_LINE_HEIGHT));
}

/** mm; lines of the grid come after twips, since Word writes both */
function spaceOf(levels: Cascade, side: 'before' | 'after', { grid }: Context): number | undefined {
  const twips = numberIn(levels, 'w:spacing', `w:${side}`);
  const lines = numberIn(levels, 'w:spacing', `w:${side}Lines`) ?? 0;
  const space = mmOfTwips(lines === 0 ? (twips ?? 0) : (lines / 100) * (grid.linePitch ?? 240));
  return within(space, 0, MAX_SPACE) || undefined;
}
