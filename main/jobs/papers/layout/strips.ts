/** What stands above and below the text of each page, once it is known how many there are. No text of it is cut. */
import { SHEETS, type Align, type Section, type Strip } from '#ports/paper-document.ts';
import { points } from '../units.ts';
import { frameOf, type Frame } from './cursor.ts';
import type { Drawing } from './drawing.ts';
import { drawLine, setParagraph, type SetParagraph, type TextContext } from './paragraph.ts';

const SIZE = 9;
const LINE_HEIGHT = 1.2;
/** points between texts beside one another */
const BETWEEN = points(4);
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
      ? drawStrip(
          section.header,
          frame,
          { rule: above, edge: above - points(1) - SIZE * LINE_HEIGHT, grows: 'up' },
          number,
          context,
        )
      : []),
    ...(section.footer
      ? drawStrip(section.footer, frame, { rule: below, edge: below + points(1), grows: 'down' }, number, context)
      : []),
  ];
}

/** `edge`: the first line's top of a footer, the last one's of a header, which grows upwards. */
function drawStrip(
  strip: Strip,
  { left, width }: Frame,
  at: Readonly<{ rule: number; edge: number; grows: 'up' | 'down' }>,
  { page, pages }: PageNumber,
  context: TextContext,
): readonly Drawing[] {
  const filled = (text: string) => text.replaceAll('{page}', String(page)).replaceAll('{pages}', String(pages));
  const set = (align: keyof Strip & Align, room: number) => {
    const runs = [{ text: filled(strip[align]) }];
    return setParagraph({ kind: 'paragraph', runs, size: SIZE, align, lineHeight: LINE_HEIGHT }, room, context);
  };
  const share = shareOf([set('left', width), set('centre', width), set('right', width)], width);
  const places = [
    { text: set('left', share), x: left },
    { text: set('centre', width), x: left },
    { text: set('right', share), x: left + width - share },
  ];
  const lines = places.flatMap(({ text, x }) => {
    const first = at.grows === 'up' ? at.edge - (text.lines.length - 1) * SIZE * LINE_HEIGHT : at.edge;
    return text.lines.map((line, n) => drawLine(line, text.align, { x, y: first + n * SIZE * LINE_HEIGHT }));
  });
  const rule: Drawing = { kind: 'stroke', x1: left, y1: at.rule, x2: left + width, y2: at.rule };
  return strip.isPlain ? lines : [rule, ...lines];
}

/** What the left and the right may fill: all where they do not meet, else what the middle leaves to each. */
function shareOf([left, centre, right]: readonly [SetParagraph, SetParagraph, SetParagraph], width: number): number {
  const [own, middle, other] = [widthOf(left), widthOf(centre), widthOf(right)];
  const areApart =
    middle === 0 ? own + other + BETWEEN <= width : 2 * Math.max(own, other) + middle + 2 * BETWEEN <= width;
  if (areApart) return width;
  return middle === 0 ? (width - BETWEEN) / 2 : Math.max(SIZE, (width - middle) / 2 - BETWEEN);
}

function widthOf({ lines }: SetParagraph): number {
  return Math.max(0, ...lines.map(({ line }) => line.width));
}
