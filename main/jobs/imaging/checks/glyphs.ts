/** Characters of the lines as small pictures of their edges, alike for every size of print. */
import type { Pieces } from './components.ts';
import { GROUND_BLOCK, type Ground } from './ink.ts';
import type { Plane } from './plane.ts';
import type { TextLine } from './text-lines.ts';

/** A character's place: levelled lines, so `top` and `bottom` belong to the middle of it. */
export type Cell = Readonly<{ left: number; right: number; top: number; bottom: number }>;

/** parts of the line's height: a character is about as wide as high */
const WIDEST = 1.15;
/** px of the small plane; below it is a blot */
const LEAST_HEIGHT = 7;
/** cells looked at, spread over the page */
const MOST_CELLS = 200;

export function findCells(pieces: Pieces, lines: readonly TextLine[], slope: number): readonly Cell[] {
  const cells = lines.flatMap((line) => cellsOf(pieces, line, slope));
  const every = Math.max(1, Math.ceil(cells.length / MOST_CELLS));
  return cells.filter((_, index) => index % every === 0);
}

function cellsOf({ left, right }: Pieces, line: TextLine, slope: number): readonly Cell[] {
  const height = line.bottom - line.top + 1;
  if (height < LEAST_HEIGHT) return [];
  const cells: Cell[] = [];
  let from = -1;
  let to = -1;
  const close = (): void => {
    if (from < 0) return;
    const fall = ((from + to) / 2) * slope;
    cells.push({ left: from, right: to, top: line.top + fall, bottom: line.bottom + fall });
  };
  for (const piece of line.pieces) {
    const [pieceLeft, pieceRight] = [left[piece] as number, right[piece] as number];
    if (from >= 0 && Math.max(to, pieceRight) - from + 1 <= WIDEST * height) {
      to = Math.max(to, pieceRight);
      continue;
    }
    close();
    from = pieceLeft;
    to = pieceRight;
  }
  close();
  return cells;
}

/** samples along each side of the square around a character, and one more on each side for the slopes */
const GRID = 18;
const INNER = GRID - 2;
/** directions of an edge, from light to dark, each 45° */
export const DIRECTIONS = 8;
/** fields along each side in which edges are counted */
export const FIELDS = 6;
/** numbers of one character; turned by 180° a number moves to the mirrored field and the opposite direction */
const FEATURES = DIRECTIONS * FIELDS * FIELDS;

/** luminance steps; less is grain */
const LEAST_STRENGTH = 12;
const TAN_22_5 = Math.SQRT2 - 1;

/** 0 to the right, 2 down, 4 to the left, 6 up; each covers 45°. */
function directionOf(dx: number, dy: number): number {
  const [across, down] = [Math.abs(dx), Math.abs(dy)];
  if (down < across * TAN_22_5) return dx > 0 ? 0 : 4;
  if (across < down * TAN_22_5) return dy > 0 ? 2 : 6;
  if (dx > 0) return dy > 0 ? 1 : 7;
  return dy > 0 ? 3 : 5;
}

/** How much of each edge direction lies in each field, of length 1; null where there is nothing. */
export function describeCell(plane: Plane, ground: Ground, cell: Cell): Float32Array | null {
  const grid = sampleCell(plane, ground, cell);
  const features = new Float32Array(FEATURES);
  for (let y = 1; y <= INNER; y += 1) {
    const row = Math.floor(((y - 0.5) * FIELDS) / INNER);
    for (let x = 1; x <= INNER; x += 1) {
      const at = y * GRID + x;
      const dx = (grid[at + 1] as number) - (grid[at - 1] as number);
      const dy = (grid[at + GRID] as number) - (grid[at - GRID] as number);
      const strength = Math.sqrt(dx * dx + dy * dy);
      if (strength < LEAST_STRENGTH) continue;
      const direction = directionOf(dx, dy);
      const column = Math.floor(((x - 0.5) * FIELDS) / INNER);
      const to = (row * FIELDS + column) * DIRECTIONS + direction;
      features[to] = (features[to] as number) + strength;
    }
  }
  return toUnit(features);
}

function toUnit(features: Float32Array): Float32Array | null {
  const length = Math.sqrt(features.reduce((sum, value) => sum + value, 0));
  // the root of each before the length is made 1: a heavy stroke must not drown the others
  return length === 0 ? null : features.map((value) => Math.sqrt(value) / length);
}

/** Darkness against the paper, in a square of the line's height; what lies beside the character is left out. */
function sampleCell({ data, width, height }: Plane, { levels, columns }: Ground, cell: Cell): Float32Array {
  const grid = new Float32Array(GRID * GRID);
  const side = (cell.bottom - cell.top + 1) * 1.08;
  const step = side / INNER;
  const startX = (cell.left + cell.right) / 2 - (GRID / 2 - 0.5) * step;
  const startY = (cell.top + cell.bottom) / 2 - (GRID / 2 - 0.5) * step;
  const block = Math.max(0, Math.floor((cell.top + cell.bottom) / 2 / GROUND_BLOCK)) * columns;
  const paper = levels[block + Math.floor((cell.left + cell.right) / 2 / GROUND_BLOCK)] ?? 255;
  for (let row = 0; row < GRID; row += 1) {
    const y = startY + row * step;
    const above = Math.floor(y);
    if (above < 0 || above + 1 >= height) continue;
    for (let column = 0; column < GRID; column += 1) {
      const x = startX + column * step;
      if (x < cell.left - 1 || x > cell.right + 1) continue;
      const before = Math.floor(x);
      if (before < 0 || before + 1 >= width) continue;
      const at = above * width + before;
      const [tx, ty] = [x - before, y - above];
      const upper = (data[at] as number) * (1 - tx) + (data[at + 1] as number) * tx;
      const lower = (data[at + width] as number) * (1 - tx) + (data[at + width + 1] as number) * tx;
      grid[row * GRID + column] = Math.max(0, paper - (upper * (1 - ty) + lower * ty));
    }
  }
  return grid;
}
