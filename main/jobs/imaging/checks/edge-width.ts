/**
 * Sharpness by the width of edges: the largest step of one pixel against the whole climb from dark to light.
 * It does not depend on contrast, and noise does not make it better (a Laplacian's variance does both).
 * Rows and columns are measured apart, as a moved page is soft in one direction only.
 */
import type { Box } from '#model/scan.ts';
import type { Plane } from './plane.ts';

/** every fourth row and column: 1 million samples of a page at 200 dpi */
const EVERY = 4;
/** a climb ends where the values turn back by this much */
const TURN = 6;
/** of the ratio, 0 to 1 */
const BINS = 64;
/** px; longer climbs are shading, not edges */
const LONGEST = 16;

export type Sharpness = Readonly<{
  /** 75th percentile of step / climb: 1 as sharp as pixels can be, 0.3 at a blur of 1.3 px; the softer direction */
  ratio: number;
  /** edges measured in the direction that has fewer */
  count: number;
  /** the part of the page with the most edges: where softness is seen best */
  spot: Box;
}>;

/** the page is divided into this many fields each way to find the spot */
const FIELDS = 6;

/** `contrast`: of the page's ink against its paper; edges of less than half of it are not print. */
export function measureSharpness({ data, width, height }: Plane, contrast: number): Sharpness {
  const least = Math.max(30, contrast * 0.45);
  const across = new Uint32Array(BINS + 1);
  const down = new Uint32Array(BINS + 1);
  const ofRows: number[] = [];
  const ofColumns: number[] = [];
  for (let y = 2; y < height; y += EVERY) ofRows.push(addEdges(data, y * width, 1, width, least, across));
  for (let x = 2; x < width; x += EVERY) ofColumns.push(addEdges(data, x, width, height, least, down));
  const [a, b] = [summarise(across), summarise(down)];
  const spot = { left: richest(ofColumns), top: richest(ofRows), width: 1 / FIELDS, height: 1 / FIELDS };
  return { ratio: Math.min(a.ratio, b.ratio), count: Math.min(a.count, b.count), spot };
}

/** Where the field with the most edges begins, 0 to 1. */
function richest(counts: readonly number[]): number {
  const fields = Array.from({ length: FIELDS }, (_, field) =>
    counts
      .slice(Math.floor((field * counts.length) / FIELDS), Math.floor(((field + 1) * counts.length) / FIELDS))
      .reduce((sum, count) => sum + count, 0),
  );
  return fields.indexOf(Math.max(...fields)) / FIELDS;
}

/** Walks a line of pixels from turn to turn; how many edges it crossed. */
function addEdges(
  data: Uint8Array,
  start: number,
  stride: number,
  length: number,
  least: number,
  counts: Uint32Array,
): number {
  const end = start + (length - 1) * stride;
  let before = data[start] as number;
  /** where the climb began, how far it has come, and when it left and arrived */
  let from = before;
  let extreme = before;
  let left = start;
  let arrived = start;
  let direction = 0;
  let steepest = 0;
  let count = 0;
  for (let at = start + stride; at <= end; at += stride) {
    const value = data[at] as number;
    const step = direction * (value - before);
    before = value;
    const gain = direction * (value - extreme);
    if (gain > 0) {
      if (direction * (extreme - from) < TURN) left = at - stride;
      extreme = value;
      arrived = at;
      if (step > steepest) steepest = step;
    } else if (gain < -TURN || direction === 0) {
      const climb = Math.abs(extreme - from);
      if (climb >= least && arrived - left <= LONGEST * stride) {
        const bin = Math.round((steepest / climb) * BINS);
        counts[bin] = (counts[bin] as number) + 1;
        count += 1;
      }
      from = extreme;
      extreme = value;
      direction = value > from ? 1 : -1;
      steepest = Math.abs(value - (data[at - stride] as number));
      left = at - stride;
      arrived = at;
    }
  }
  return count;
}

function summarise(counts: Uint32Array): Pick<Sharpness, 'ratio' | 'count'> {
  const count = counts.reduce((sum, each) => sum + each, 0);
  let above = 0;
  for (let bin = BINS; bin > 0; bin -= 1) {
    above += counts[bin] as number;
    if (above > count * 0.25) return { ratio: bin / BINS, count };
  }
  return { ratio: 0, count };
}
