/**
 * Whether anything is on the page. Ink alone does not tell: a blank sheet with punch holes, specks and a
 * shadow has more of it than a page of one line. What tells is order: pieces that make lines of text, and
 * pictures or tables away from the edges.
 */
import type { Pieces } from './components.ts';
import { GROUND_BLOCK } from './ink.ts';
import type { TextLine } from './text-lines.ts';
import type { PageView } from './view.ts';

/** `contentOf` below this: blank. A page number alone has about 2, one line of text 10 and more. */
export const LEAST_CONTENT = 5;
/** what shows through from the other side is fainter than this part of the paper's brightness */
const LEAST_CONTRAST = 0.32;
/** neighbours on a line before it is one: specks come in twos */
const LEAST_PIECES = 3;
/** mm, both ways: larger than dirt and holes */
const FIGURE_MM = 9;
/** part of the page along its edges where shadows, holes and the feeder's marks lie */
const MARGIN = 0.08;
/** of the page's brightness: uneven light stays within, pictures do not */
const OFF_PAPER = 0.3;
/** luminance between the dark and the bright of a block: more than noise, as photographs have it */
const TEXTURE = 26;

/** Characters in lines, figures as ten, and each hundredth of the surface that is not plain paper as one. */
export function contentOf(view: PageView, lines: readonly TextLine[]): number {
  return (
    charactersIn(view, lines) + 10 * figuresIn(view) + 100 * Math.max(0, textureOf(view) + offPaperOf(view) - 0.03)
  );
}

function charactersIn({ pieces, contrast }: PageView, lines: readonly TextLine[]): number {
  let count = 0;
  for (const line of lines) {
    const clear = line.pieces.filter((piece) => (contrast[piece] as number) >= LEAST_CONTRAST);
    if (clear.length >= LEAST_PIECES && isOfOneSize(pieces, clear)) count += clear.length;
  }
  return count;
}

/** Characters of a line reach about the same height; a scatter of dirt does not. */
function isOfOneSize({ top, bottom }: Pieces, line: readonly number[]): boolean {
  const heights = line.map((piece) => (bottom[piece] as number) - (top[piece] as number) + 1);
  const tallest = Math.max(...heights);
  return heights.filter((height) => height >= 0.4 * tallest).length >= Math.max(2, 0.4 * heights.length);
}

/** Seals, frames, tables, pictures: large both ways, clear of the edges. */
function figuresIn({ pieces, contrast, small, dpi }: PageView): number {
  const least = (FIGURE_MM / 25.4) * dpi;
  let count = 0;
  for (let at = 0; at < pieces.count; at += 1) {
    const [left, top] = [pieces.left[at] as number, pieces.top[at] as number];
    const [right, bottom] = [pieces.right[at] as number, pieces.bottom[at] as number];
    const isAtEdge = left <= 1 || top <= 1 || right >= small.width - 2 || bottom >= small.height - 2;
    const isLarge = right - left >= least && bottom - top >= least;
    if (isLarge && !isAtEdge && (contrast[at] as number) >= LEAST_CONTRAST) count += 1;
  }
  return count;
}

/** Part of the blocks inside the margins whose brightness varies. */
function textureOf({ small: { data, width, height } }: PageView): number {
  const [x0, y0] = [Math.ceil(width * MARGIN), Math.ceil(height * MARGIN)];
  let blocks = 0;
  let textured = 0;
  for (let top = y0; top + GROUND_BLOCK <= height - y0; top += GROUND_BLOCK) {
    for (let left = x0; left + GROUND_BLOCK <= width - x0; left += GROUND_BLOCK) {
      const values: number[] = [];
      for (let y = top; y < top + GROUND_BLOCK; y += 3) {
        for (let x = left; x < left + GROUND_BLOCK; x += 3) values.push(data[y * width + x] as number);
      }
      values.sort((a, b) => a - b);
      blocks += 1;
      if ((values[values.length - 4] as number) - (values[3] as number) > TEXTURE) textured += 1;
    }
  }
  return blocks === 0 ? 0 : textured / blocks;
}

/** Part of the surface inside the margins that is much darker or brighter than the page as a whole. */
function offPaperOf({ small: { data, width, height }, ground }: PageView): number {
  const [x0, y0] = [Math.ceil(width * MARGIN), Math.ceil(height * MARGIN)];
  let seen = 0;
  let off = 0;
  for (let y = y0; y < height - y0; y += 5) {
    for (let x = x0; x < width - x0; x += 5) {
      seen += 1;
      if (Math.abs((data[y * width + x] as number) - ground.median) > OFF_PAPER * ground.median) off += 1;
    }
  }
  return seen === 0 ? 0 : off / seen;
}
