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

type Profile = (runs: Chosen, every: number, slope: number, size: PlaneSize) => number;
type PlaneSize = Readonly<{ width: number; height: number }>;

export function measureSlant(runs: Chosen, size: PlaneSize, along: 'rows' | 'columns'): Slant {
  const profile = along === 'rows' ? ofRows : ofColumns;
  const coarse = best(profile, runs, size, COARSE_RUNS, -MOST_DEGREES, MOST_DEGREES, COARSE_STEP);
  return best(profile, runs, size, FINE_RUNS, coarse.degrees - COARSE_STEP, coarse.degrees + COARSE_STEP, FINE_STEP);
}

function best(
  profile: Profile,
  runs: Chosen,
  size: PlaneSize,
  mostRuns: number,
  least: number,
  most: number,
  step: number,
): Slant {
  const every = Math.max(1, Math.ceil(runs.count / mostRuns));
  let found: Slant = { degrees: 0, contrast: -1 };
  for (let degrees = least; degrees <= most + 1e-9; degrees += step) {
    const contrast = profile(runs, every, Math.tan((degrees * Math.PI) / 180), size);
    if (contrast > found.contrast) found = { degrees, contrast };
  }
  return found;
}

/** A page turned to the right by an angle has lines that fall to the right: a run belongs to the row y − x·tan. */
const ofRows: Profile = ({ count, row, from, to }, every, slope, { width, height }) => {
  const shift = Math.ceil(Math.abs(slope) * width) + 1;
  const bins = new Float32Array(height + 2 * shift + 1);
  for (let run = 0; run < count; run += every) {
    const a = from[run] as number;
    const b = to[run] as number;
    const at = Math.round((row[run] as number) - ((a + b) / 2) * slope) + shift;
    bins[at] = (bins[at] as number) + b - a + 1;
  }
  return unevenness(bins);
};

/** Columns lean to the left as lines fall to the right: x + y·tan. */
const ofColumns: Profile = ({ count, row, from, to }, every, slope, { width, height }) => {
  const shift = Math.ceil(Math.abs(slope) * height) + 1;
  const bins = new Float32Array(width + 2 * shift + 2);
  for (let run = 0; run < count; run += every) {
    const offset = Math.round((row[run] as number) * slope) + shift;
    const a = (from[run] as number) + offset;
    const b = (to[run] as number) + offset + 1;
    bins[a] = (bins[a] as number) + 1;
    bins[b] = (bins[b] as number) - 1;
  }
  for (let at = 1; at < bins.length; at += 1) bins[at] = (bins[at] as number) + (bins[at - 1] as number);
  return unevenness(bins);
};

/** Squared differences over two bins: one alone would reward the coarseness of the picture. */
function unevenness(bins: Float32Array): number {
  let squares = 0;
  let sum = 0;
  for (let at = 2; at < bins.length; at += 1) {
    const step = (bins[at] as number) - (bins[at - 2] as number);
    squares += step * step;
    sum += bins[at] as number;
  }
  return sum === 0 ? 0 : (squares / sum / sum) * bins.length;
}
