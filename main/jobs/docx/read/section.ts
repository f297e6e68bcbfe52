/** Sections of Word: sheet, margins, head and foot. */
import { SHEETS, type Section, type Sheet, type Strip } from '#ports/paper-document.ts';
import { child, childrenOf, isOn, numberOf, valueOf, type XmlElement } from '../xml.ts';
import type { Context } from './context.ts';
import { contentOf } from './content.ts';
import { readParagraph } from './paragraph.ts';
import { mmOfTwips } from './units.ts';

/** Heads and feet by the id of their relation. */
export type Strips = (id: string | undefined) => XmlElement | undefined;
export type Frame = Omit<Section, 'blocks'>;
type Kept = Readonly<{ header: XmlElement | undefined; footer: XmlElement | undefined }>;

/** `before`: head and foot of the section before, which one that names none goes on with. */
export function readFrame(
  properties: XmlElement | undefined,
  { strips, before, context, isFirst }: Readonly<{ strips: Strips; before: Kept; context: Context; isFirst: boolean }>,
): Readonly<{ frame: Frame; kept: Kept }> {
  const named = (name: string, type: string): XmlElement | undefined => {
    const found = childrenOf(properties, name).find(({ attributes }) => (attributes['w:type'] ?? 'default') === type);
    return strips(found?.attributes['r:id']);
  };
  const kept: Kept = {
    header: named('w:headerReference', 'default') ?? before.header,
    footer: named('w:footerReference', 'default') ?? before.footer,
  };
  const others = ['w:headerReference', 'w:footerReference'].some((name) => named(name, 'first') ?? named(name, 'even'));
  if (others && isOn(properties, 'w:titlePg')) context.warn('other-header', '');
  if ((numberOf(child(properties, 'w:cols'), 'w:num') ?? 1) > 1) context.warn('columns', '');
  const start = numberOf(child(properties, 'w:pgNumType'), 'w:start');
  return {
    kept,
    frame: {
      sheet: sheetOf(child(properties, 'w:pgSz'), context),
      margins: marginsOf(child(properties, 'w:pgMar')),
      header: kept.header ? readStrip(kept.header, context) : null,
      footer: kept.footer ? readStrip(kept.footer, context) : null,
      startsAtOne: isFirst || start === 1,
    },
  };
}

export function isContinuous(properties: XmlElement | undefined): boolean {
  return valueOf(properties, 'w:type') === 'continuous';
}

export function gridOf(properties: XmlElement | undefined): Context['grid'] {
  const grid = child(properties, 'w:docGrid');
  const hasLines = ['lines', 'linesAndChars', 'snapToChars'].includes(grid?.attributes['w:type'] ?? '');
  return { linePitch: hasLines ? (numberOf(grid, 'w:linePitch') ?? null) : null };
}

/** mm by which a sheet may differ and still be meant */
const TOLERANCE = 3;

function sheetOf(size: XmlElement | undefined, { warn }: Context): Sheet {
  const width = mmOfTwips(numberOf(size, 'w:w') ?? 11_906);
  const height = mmOfTwips(numberOf(size, 'w:h') ?? 16_838);
  const sheets = Object.entries(SHEETS) as [Sheet, Readonly<{ width: number; height: number }>][];
  const distance = ([, sheet]: (typeof sheets)[number]): number =>
    Math.max(Math.abs(sheet.width - width), Math.abs(sheet.height - height));
  const [nearest = ['a4', SHEETS.a4] as const] = sheets.toSorted((a, b) => distance(a) - distance(b));
  if (distance([nearest[0], nearest[1]]) > TOLERANCE) warn('sheet', `${Math.round(width)}×${Math.round(height)} mm`);
  return nearest[0];
}

/** mm; some of the sheet is left whatever a file says */
const MAX_MARGIN = 70;

/** Word's own where it says nothing: 2.54 and 3.18 cm. */
function marginsOf(margins: XmlElement | undefined): Section['margins'] {
  const of = (side: string, usual: number): number =>
    Math.min(Math.abs(mmOfTwips(numberOf(margins, `w:${side}`) ?? usual)), MAX_MARGIN);
  const gutter = Math.min(of('gutter', 0), MAX_MARGIN - of('left', 1800));
  return {
    top: of('top', 1440),
    right: of('right', 1800),
    bottom: of('bottom', 1440),
    left: of('left', 1800) + gutter,
  };
}

/** Null where nothing stands in it. */
function readStrip(part: XmlElement, context: Context): Strip | null {
  const inStrip: Context = { ...context, isInStrip: true };
  const strip = { left: '', centre: '', right: '' };
  const content = contentOf(part);
  if (content.some(({ name }) => name === 'w:tbl')) context.warn('header-layout', '');
  for (const element of content.filter(({ name }) => name === 'w:p')) {
    for (const block of readParagraph(element, inStrip)) {
      if (block.kind !== 'paragraph') continue;
      const text = block.runs
        .map((run) => ('text' in run ? run.text : ''))
        .join('')
        .trim();
      const parts = text.split(/\s{3,}/u);
      const sides = SIDES[parts.length === 1 ? 1 : Math.min(parts.length, 3)] ?? [];
      const alone = block.align === 'centre' ? 'centre' : block.align === 'right' ? 'right' : 'left';
      parts.slice(0, 3).forEach((words, at) => add(strip, parts.length === 1 ? alone : (sides[at] ?? 'right'), words));
    }
  }
  return strip.left || strip.centre || strip.right ? { ...strip, isPlain: true } : null;
}

type Side = 'left' | 'centre' | 'right';
/** Tabs of Word's own head lead to the middle and to the right. */
const SIDES: Readonly<Record<number, readonly Side[]>> = {
  1: ['left'],
  2: ['left', 'right'],
  3: ['left', 'centre', 'right'],
};

function add(strip: Record<Side, string>, side: Side, words: string): void {
  strip[side] = [strip[side], words].filter(Boolean).join(' ');
}
