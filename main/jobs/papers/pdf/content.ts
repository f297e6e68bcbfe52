/** What a page shows, as PDF's operators (ISO 32000-1, annex A). PDF counts from the lower left corner. */
import type { Font } from '../fonts/faces.ts';
import type { Drawing } from '../layout/drawing.ts';
import { HAIRLINE } from '../layout/drawing.ts';
import type { Char } from '../layout/chars.ts';
import { isGap } from '../layout/lines.ts';
import { points } from '../units.ts';
import type { FontUse, PdfFonts } from './fonts.ts';
import { number } from './syntax.ts';

export type ContentContext = Readonly<{
  /** points */
  sheetHeight: number;
  fonts: PdfFonts;
  /** in the resources of the page */
  imageNameOf(imageId: string): string;
}>;

export function contentOf(drawings: readonly Drawing[], context: ContentContext): string {
  const parts = drawings.map((drawing) => operatorsOf(drawing, context));
  return `${HAIRLINE} w\n${parts.join('')}`;
}

function operatorsOf(drawing: Drawing, context: ContentContext): string {
  const up = (y: number) => number(context.sheetHeight - y);
  switch (drawing.kind) {
    case 'line':
      return textOf(drawing, context);
    case 'stroke':
      return `${number(drawing.x1)} ${up(drawing.y1)} m ${number(drawing.x2)} ${up(drawing.y2)} l S\n`;
    case 'box':
      return `${number(drawing.x)} ${up(drawing.y + drawing.height)} ${number(drawing.width)} ${number(drawing.height)} re S\n`;
    case 'circle':
      return `q [2 2] 0 d ${circleOf(drawing.x, context.sheetHeight - drawing.y, drawing.radius)} S Q\n`;
    case 'picture':
      return pictureOf(drawing, context);
  }
}

/** A quarter of a circle as a Bézier curve. */
const CURVE = 0.552285;

function circleOf(x: number, y: number, radius: number): string {
  const far = radius * CURVE;
  const at = (dx: number, dy: number) => `${number(x + dx)} ${number(y + dy)}`;
  return [
    `${at(radius, 0)} m`,
    `${at(radius, far)} ${at(far, radius)} ${at(0, radius)} c`,
    `${at(-far, radius)} ${at(-radius, far)} ${at(-radius, 0)} c`,
    `${at(-radius, -far)} ${at(-far, -radius)} ${at(0, -radius)} c`,
    `${at(far, -radius)} ${at(radius, -far)} ${at(radius, 0)} c`,
  ].join(' ');
}

function pictureOf(
  picture: Extract<Drawing, { kind: 'picture' }>,
  { sheetHeight, imageNameOf }: ContentContext,
): string {
  const { x, width, height } = picture;
  const [left, bottom, right, top] = [x, sheetHeight - picture.y - height, x + width, sheetHeight - picture.y];
  const matrix = matrixOf(picture.turn, { left, bottom, right, top });
  return `q ${matrix.map(number).join(' ')} cm /${imageNameOf(picture.imageId)} Do Q\n`;
}

/** Takes the unit square of an image to its place, turned clockwise. */
function matrixOf(
  turn: number,
  { left, bottom, right, top }: Readonly<{ left: number; bottom: number; right: number; top: number }>,
): readonly number[] {
  const [width, height] = [right - left, top - bottom];
  if (turn === 90) return [0, -height, width, 0, left, top];
  if (turn === 180) return [-width, 0, 0, -height, right, top];
  if (turn === 270) return [0, height, -width, 0, right, bottom];
  return [width, 0, 0, height, left, bottom];
}

/** points below the baseline, of the type's size */
const UNDERLINE_DEPTH = 0.14;

function textOf({ line, x, y, stretch }: Extract<Drawing, { kind: 'line' }>, context: ContentContext): string {
  const { chars } = line;
  if (chars.length === 0) return '';
  const baseline = context.sheetHeight - y;
  const [text, strokes] = [openText(), [] as string[]];
  let [right, font, use] = [x, null as Font | null, null as FontUse | null];
  for (const [n, char] of chars.entries()) {
    const { glyph } = char;
    const gap = stretch !== 0 && isGap(char, chars[n + 1]) ? stretch : 0;
    if (glyph) {
      if (glyph.font !== font) {
        font = glyph.font;
        use = context.fonts.useOf(font);
      }
      if (use) text.show(use, char.style.size, use.codeOf(glyph));
    }
    const width = char.width + gap;
    text.shift(glyph ? gap : width);
    if (isLined(char)) strokes.push(strokeUnder(char, right, right + width, baseline));
    right += width;
  }
  return `BT ${number(x)} ${number(baseline)} Td ${text.close()} ET\n${strokes.join('')}`;
}

/** A row of characters and gaps between them, in few operators: it is most of what a page has. */
function openText() {
  const shown: string[] = [];
  let [font, size, isInside] = ['', 0, false];
  const leave = (): void => {
    if (isInside) shown.push('>');
    isInside = false;
  };
  const end = (): void => {
    leave();
    if (font !== '') shown.push(']TJ ');
  };
  return {
    show(use: FontUse, ofSize: number, code: string): void {
      if (use.name !== font || ofSize !== size) {
        end();
        [font, size] = [use.name, ofSize];
        shown.push(`/${font} ${number(size)} Tf [`);
      }
      if (!isInside) shown.push('<');
      isInside = true;
      shown.push(code);
    },
    shift(width: number): void {
      if (width === 0) return;
      leave();
      // before any text there is no size of which it could be a part
      shown.push(font === '' ? `${number(width)} 0 Td ` : thousandths(width, size));
    },
    close(): string {
      end();
      return shown.join('');
    },
  };
}

/** Thousandths of the type's size, to the right: negative (9.4.3). */
function thousandths(width: number, size: number): string {
  return number((-width * 1000) / size);
}

function isLined({ kind, style }: Char): boolean {
  return kind === 'blank' || style.isUnderlined;
}

/** A blank is a line to write on, and stands off what is beside it. */
const BLANK_GAP = points(0.4);

function strokeUnder(char: Char, left: number, right: number, baseline: number): string {
  const y = number(baseline - char.style.size * UNDERLINE_DEPTH);
  const gap = char.kind === 'blank' ? BLANK_GAP : 0;
  return `${number(left + gap)} ${y} m ${number(right - gap)} ${y} l S\n`;
}
