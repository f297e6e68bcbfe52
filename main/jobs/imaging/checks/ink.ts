/** Where there is ink: pixels clearly darker than the paper around them, so that uneven light does not matter. */
import type { Plane } from './plane.ts';

/** px of the small plane; 4 mm at 100 dpi, more than a stroke and less than a picture */
const BLOCK = 16;
/** bleed-through and shading stay above this part of the paper's brightness, print lies below it */
const INK_BELOW = 0.8;
/** noise of dark paper is not ink */
const LEAST_STEP = 8;
/** a block this much darker than the page's paper is a picture, the desk or the lid: the paper is as elsewhere */
const NO_PAPER = 0.62;
const BINS = 64;

export type Ground = Readonly<{
  /** brightness of the paper per block, neighbours considered */
  levels: Uint8Array;
  columns: number;
  rows: number;
  /** of the whole page */
  median: number;
}>;
export const GROUND_BLOCK = BLOCK;

export function measureGround(plane: Plane): Ground {
  const columns = Math.ceil(plane.width / BLOCK);
  const rows = Math.ceil(plane.height / BLOCK);
  const own = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) own[row * columns + column] = brightOf(plane, column, row);
  }
  const median = own.toSorted()[own.length >> 1] ?? 255;
  const levels = new Uint8Array(own.length);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const brightest = brightestAround(own, columns, rows, column, row);
      levels[row * columns + column] = brightest < NO_PAPER * median ? median : brightest;
    }
  }
  return { levels, columns, rows, median };
}

/** The 85th percentile of a block, as text covers less than that of it. */
function brightOf({ data, width, height }: Plane, column: number, row: number): number {
  const counts = new Uint16Array(BINS);
  const right = Math.min(width, (column + 1) * BLOCK);
  const bottom = Math.min(height, (row + 1) * BLOCK);
  let total = 0;
  for (let y = row * BLOCK; y < bottom; y += 2) {
    for (let x = column * BLOCK; x < right; x += 2) {
      const bin = (data[y * width + x] as number) >> 2;
      counts[bin] = (counts[bin] as number) + 1;
      total += 1;
    }
  }
  let above = 0;
  for (let bin = BINS - 1; bin > 0; bin -= 1) {
    above += counts[bin] as number;
    if (above > 0.15 * total) return bin * 4 + 2;
  }
  return 2;
}

function brightestAround(own: Uint8Array, columns: number, rows: number, column: number, row: number): number {
  let brightest = 0;
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
      brightest = Math.max(brightest, own[y * columns + x] as number);
    }
  }
  return brightest;
}

/** 1 where there is ink. */
export function findInk({ data, width, height }: Plane, { levels, columns }: Ground): Uint8Array {
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const blocks = Math.floor(y / BLOCK) * columns;
    for (let left = 0, block = 0; left < width; left += BLOCK, block += 1) {
      const level = levels[blocks + block] as number;
      const limit = Math.min(level * INK_BELOW, level - LEAST_STEP);
      const end = Math.min(width, left + BLOCK) + y * width;
      for (let at = y * width + left; at < end; at += 1) if ((data[at] as number) < limit) ink[at] = 1;
    }
  }
  return ink;
}
