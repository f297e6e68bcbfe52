/** The angle of the text by projection: at the right one the lines and the gaps between them stand apart most. */
import type { Pieces } from './components.ts';

/** The profile of all runs of ink at one angle, and how uneven it is. */
export type Slant = Readonly<{
  /** degrees, clockwise: how far the page is turned to the right */
  degrees: number;
  /** sum of squared differences of the profile, against what it would be if ink were spread evenly */
  contrast: number;
}>;

const MOST_DEGREES = 8;
/** a few large characters are uneven at any angle: of two that are nearly equal the smaller is right */
const LESS_PER_DEGREE = 0.02;
const COARSE_STEP = 0.5;
const FINE_STEP = 0.125;
/** runs looked at while the angle is still sought coarsely */
const COARSE_RUNS = 6000;
const FINE_RUNS = 24_000;

export type Chosen = Readonly<{ count: number; row: Int32Array; from: Int32Array; to: Int32Array }>;

/** Longer runs are cut, as a run is counted at the row of its middle: at 8° that is half a pixel wrong. */
const LONGEST = 8;

/** The runs of the pieces that `isWanted`. */
export function chooseRuns({ runs }: Pieces, isWanted: Uint8Array): Chosen {
  const row: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (let run = 0; run < runs.count; run += 1) {
    if (isWanted[runs.piece[run] as number] !== 1) continue;
    const last = runs.to[run] as number;
    for (let at = runs.from[run] as number; at <= last; at += LONGEST) {
      row.push(runs.row[run] as number);
      from.push(at);
      to.push(Math.min(last, at + LONGEST - 1));
    }
  }
  return { count: row.length, row: Int32Array.from(row), from: Int32Array.from(from), to: Int32Array.from(to) };
}

type PlaneSize = Readonly<{ width: number; height: number }>;

export function measureSlant(runs: Chosen, size: PlaneSize): Slant {
  const coarse = best(runs, size, COARSE_RUNS, -MOST_DEGREES, MOST_DEGREES, COARSE_STEP);
  return best(runs, size, FINE_RUNS, coarse.degrees - COARSE_STEP, coarse.degrees + COARSE_STEP, FINE_STEP);
}

function best(runs: Chosen, size: PlaneSize, mostRuns: number, least: number, most: number, step: number): Slant {
  const every = Math.max(1, Math.ceil(runs.count / mostRuns));
  let found: Slant = { degrees: 0, contrast: -1 };
  for (let degrees = least; degrees <= most + 1e-9; degrees += step) {
    const contrast =
      (1 - LESS_PER_DEGREE * Math.abs(degrees)) * contrastAt(runs, every, Math.tan((degrees * Math.PI) / 180), size);
    if (contrast > found.contrast) found = { degrees, contrast };
  }
  return found;
}

/** A page turned to the right by an angle has lines that fall to the right: a run belongs to the row y − x·tan. */
function contrastAt(
  { count, row, from, to }: Chosen,
  every: number,
  slope: number,
  { width, height }: PlaneSize,
): number {
  const shift = Math.ceil(Math.abs(slope) * width) + 1;
  const bins = new Float32Array(height + 2 * shift + 1);
  for (let run = 0; run < count; run += every) {
    const a = from[run] as number;
    const b = to[run] as number;
    const at = Math.round((row[run] as number) - ((a + b) / 2) * slope) + shift;
    bins[at] = (bins[at] as number) + b - a + 1;
  }
  return unevenness(bins, height);
}

/** px between which the profile is compared: a fraction of the smallest print's height, more than its grain */
const APART = 4;

/** The height instead of the number of bins: steep angles have more of them. */
function unevenness(bins: Float32Array, height: number): number {
  let squares = 0;
  let sum = 0;
  for (let at = APART; at < bins.length; at += 1) {
    const step = (bins[at] as number) - (bins[at - APART] as number);
    squares += step * step;
    sum += bins[at] as number;
  }
  return sum === 0 ? 0 : (squares / sum / sum) * height;
}
