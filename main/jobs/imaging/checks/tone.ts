/** How bright the paper is and how dark the print: dark pages and faint ones, apart from dark covers and photographs. */
import type { PageView } from './view.ts';

/** luminance of the paper below which a white page was scanned too dark; uneven light of a phone stays above 180 */
export const DARKEST_PAPER = 165;
/** 1 − ink / paper; print has 0.75 and more, a page that lost half of its contrast 0.45 to 0.6 */
export const LEAST_CONTRAST = 0.66;
/** a ground darker than this is a black cover: no scan of paper that can still be read is */
const BLACK_COVER = 70;
/** (max − min) / max of the channels: above it the ground is a colour of its own, a cover and not paper */
const MOST_COLOUR = 0.35;
/** part of the page that must have the paper's brightness for it to be paper at all */
const LEAST_PAPER = 0.3;
/** part of the page that may be much brighter than its paper */
const MOST_BRIGHTER = 0.03;
const EVERY = 5;
/** part of the strokes that is taken for the ink's own colour */
const DARKEST = 0.06;
/** runs of ink from which a level can be told */
const LEAST_RUNS = 40;

export type Tone = Readonly<{
  /** luminance 0–255 */
  paper: number;
  /** whether the ground is plain paper, so that its brightness means something */
  isPaper: boolean;
  /** darkest channel of the strokes, 0–255; null: too little print to tell */
  ink: number | null;
}>;

export function measureTone(view: PageView, isCharacter: Uint8Array): Tone {
  const paper = view.ground.median;
  const isPaper = !view.isLightOnDark && paper >= BLACK_COVER && hasPaper(view, paper);
  return { paper, isPaper, ink: measureInk(view, isCharacter) };
}

function hasPaper({ raster, full }: PageView, paper: number): boolean {
  const { data, channels, width, height } = raster;
  let seen = 0;
  let alike = 0;
  let brighter = 0;
  let colour = 0;
  for (let y = 0; y < height; y += EVERY) {
    for (let x = 0; x < width; x += EVERY) {
      const at = y * width + x;
      const value = full.data[at] as number;
      seen += 1;
      if (value > paper * 1.3) brighter += 1;
      if (Math.abs(value - paper) > paper * 0.15) continue;
      alike += 1;
      if (channels === 3) colour += colourOf(data, at * 3);
    }
  }
  return alike > LEAST_PAPER * seen && brighter < MOST_BRIGHTER * seen && colour < MOST_COLOUR * alike;
}

function colourOf(data: Uint8Array, at: number): number {
  const [red, green, blue] = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
  const most = Math.max(red, green, blue);
  return most === 0 ? 0 : (most - Math.min(red, green, blue)) / most;
}

/** The darkest channel, so that red print on white is not faint; of the darkest strokes: thin ones are softened by the scan. */
function measureInk({ raster, pieces, small }: PageView, isCharacter: Uint8Array): number | null {
  const { data, channels, width, height } = raster;
  const counts = new Uint32Array(256);
  const factor = Math.floor(width / small.width);
  const { runs } = pieces;
  let seen = 0;
  for (let run = 0; run < runs.count; run += 1) {
    if (isCharacter[runs.piece[run] as number] !== 1) continue;
    const x = Math.min(width - 2, (((runs.from[run] as number) + (runs.to[run] as number)) >> 1) * factor);
    const y = Math.min(height - 2, (runs.row[run] as number) * factor);
    let least = 255;
    for (const at of [y * width + x, y * width + x + 1, (y + 1) * width + x, (y + 1) * width + x + 1]) {
      for (let channel = 0; channel < channels; channel += 1) {
        least = Math.min(least, data[at * channels + channel] ?? 255);
      }
    }
    counts[least] = (counts[least] as number) + 1;
    seen += 1;
  }
  if (seen < LEAST_RUNS) return null;
  let below = 0;
  for (let value = 0; value < 256; value += 1) {
    below += counts[value] as number;
    if (below >= DARKEST * seen) return value;
  }
  return 255;
}
