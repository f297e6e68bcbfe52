/** What the checks share of a page: its brightness, a small copy at about 100 dpi, and the pieces of ink on it. */
import type { Raster } from '../raster.ts';
import { findPieces, type Pieces } from './components.ts';
import { findInk, GROUND_BLOCK, measureGround, type Ground } from './ink.ts';
import { shrink, toLuminance, turnRight, type Plane } from './plane.ts';

export type PageView = Readonly<{
  raster: Raster;
  /** as large as the raster */
  full: Plane;
  /** about 100 dpi; dark ink on light paper, even where the page is a dark cover with light print */
  small: Plane;
  /** of `small` */
  dpi: number;
  ground: Ground;
  pieces: Pieces;
  /** per piece, at its darkest: 1 − ink / paper */
  contrast: Float32Array;
  /** whether `small` was turned over, as the page is a dark cover */
  isLightOnDark: boolean;
}>;

const SMALL_DPI = 100;
/** a page this dark in the middle may be a cover with light letters */
const DARK_COVER = 100;

export function viewPage(raster: Raster): PageView {
  const full = toLuminance(raster);
  const factor = Math.max(1, Math.round(raster.dpi / SMALL_DPI));
  const reduced = shrink(full, factor);
  const isLightOnDark = isDarkCover(reduced);
  const small = isLightOnDark ? { ...reduced, data: reduced.data.map((value) => 255 - value) } : reduced;
  return { raster, full, dpi: raster.dpi / factor, isLightOnDark, ...examine(small) };
}

/** The small copy turned by 90° clockwise, with its pieces found anew; what is large stays as it is. */
export function turnView(view: PageView): PageView {
  return { ...view, ...examine(turnRight(view.small)) };
}

function examine(small: Plane): Pick<PageView, 'small' | 'ground' | 'pieces' | 'contrast'> {
  const ground = measureGround(small);
  const pieces = findPieces(findInk(small, ground), small.width, small.height);
  return { small, ground, pieces, contrast: measureContrast(small, ground, pieces) };
}

function isDarkCover({ data }: Plane): boolean {
  const sample = data.filter((_, at) => at % 97 === 0).toSorted();
  const at = (part: number): number => sample[Math.floor(part * (sample.length - 1))] ?? 255;
  return at(0.5) < DARK_COVER && at(0.99) - at(0.5) > at(0.5) - at(0.01) + 30;
}

function measureContrast({ data, width }: Plane, ground: Ground, { count, runs }: Pieces): Float32Array {
  const contrast = new Float32Array(count);
  for (let run = 0; run < runs.count; run += 1) {
    const [y, from, to] = [runs.row[run] as number, runs.from[run] as number, runs.to[run] as number];
    let darkest = 255;
    for (let x = from; x <= to; x += 1) darkest = Math.min(darkest, data[y * width + x] as number);
    const paper = ground.levels[
      Math.floor(y / GROUND_BLOCK) * ground.columns + Math.floor(from / GROUND_BLOCK)
    ] as number;
    const piece = runs.piece[run] as number;
    contrast[piece] = Math.max(contrast[piece] as number, 1 - darkest / Math.max(1, paper));
  }
  return contrast;
}
