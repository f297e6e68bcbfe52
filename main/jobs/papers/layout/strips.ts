/** What stands above and below the text of each page, once it is known how many there are. */
import { SHEETS, type Section, type Strip } from '#ports/paper-document.ts';
import { points } from '../units.ts';
import { frameOf, type Frame } from './cursor.ts';
import type { Drawing } from './drawing.ts';
import { drawLine, setParagraph, type TextContext } from './paragraph.ts';

const SIZE = 9;
/** mm between the text of a page and the rule over its footer */
const GAP = 3;

export type PageNumber = Readonly<{ page: number; pages: number }>;

export function drawStrips(section: Section, number: PageNumber, context: TextContext): readonly Drawing[] {
  const frame = frameOf(section);
  const sheetHeight = points(SHEETS[section.sheet].height);
  const above = Math.max(points(2), frame.top - points(GAP));
  const below = Math.min(sheetHeight - points(2), frame.bottom + points(GAP));
  return [
    ...(section.header
      ? drawStrip(section.header, frame, { rule: above, text: above - points(1) - SIZE * 1.2 }, number, context)
      : []),
    ...(section.footer
      ? drawStrip(section.footer, frame, { rule: below, text: below + points(1) }, number, context)
      : []),
  ];
}

function drawStrip(
  strip: Strip,
  { left, width }: Frame,
  at: Readonly<{ rule: number; text: number }>,
  { page, pages }: PageNumber,
  context: TextContext,
): readonly Drawing[] {
  const filled = (text: string) => text.replaceAll('{page}', String(page)).replaceAll('{pages}', String(pages));
  const rule: Drawing = { kind: 'stroke', x1: left, y1: at.rule, x2: left + width, y2: at.rule };
  const drawings: Drawing[] = strip.isPlain ? [] : [rule];
  for (const align of ['left', 'centre', 'right'] as const) {
    if (strip[align] === '') continue;
    const runs = [{ text: filled(strip[align]) }];
    const text = setParagraph({ kind: 'paragraph', runs, size: SIZE, align, lineHeight: 1.2 }, width, context);
    for (const line of text.lines.slice(0, 1)) drawings.push(drawLine(line, align, { x: left, y: at.text }));
  }
  return drawings;
}
