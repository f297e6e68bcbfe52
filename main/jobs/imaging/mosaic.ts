/** A part of a page that stands for the whole of it: pieces of rows from all over, each on the grid of JPEG blocks. */
import type { Raster } from './raster.ts';

/** Pixels of a JPEG's unit along one side, colour at half size (4:2:0). */
const UNIT = 16;
/** A row of pieces is taken from as many heights of the page, so that lines of text and frames are met evenly. */
const PIECES = 8;
/** The order in which the pieces of a row step down: neighbours never come from neighbouring heights. */
const HEIGHTS = [0, 4, 2, 6, 1, 5, 3, 7] as const;
/** By how many heights each row of pieces begins lower, or a table's even rows would be met always or never. */
const SHIFT = 3;

export type Mosaic = Readonly<{
  raster: Raster;
  /** how many times the page is larger */
  share: number;
}>;

/** One unit in `every`; the page itself where that is 1. */
export function mosaicOf(raster: Raster, every: number): Mosaic {
  const rows = Math.floor(raster.height / UNIT);
  const taken = Math.floor(rows / every);
  if (every <= 1 || taken === 0) return { raster, share: 1 };
  const { width, channels } = raster;
  const data = Buffer.allocUnsafe(taken * UNIT * width * channels);
  const piece = Math.ceil(width / UNIT / PIECES) * UNIT;
  for (let row = 0; row < taken; row += 1) {
    HEIGHTS.forEach((order, index) => {
      const height = (order + row * SHIFT) % PIECES;
      const from = Math.floor(((row + (height + 0.5) / PIECES) * rows) / taken);
      copyPiece(raster, data, { left: index * piece, width: piece, fromRow: from * UNIT, toRow: row * UNIT });
    });
  }
  const height = taken * UNIT;
  return { raster: { ...raster, data, height }, share: raster.height / height };
}

type Piece = Readonly<{ left: number; width: number; fromRow: number; toRow: number }>;

function copyPiece({ data, width, channels }: Raster, to: Buffer, piece: Piece): void {
  const right = Math.min(width, piece.left + piece.width);
  for (let line = 0; line < UNIT; line += 1) {
    const from = (piece.fromRow + line) * width;
    data.copy(
      to,
      ((piece.toRow + line) * width + piece.left) * channels,
      (from + piece.left) * channels,
      (from + right) * channels,
    );
  }
}

/** Units of the JPEG grid that the page has. */
export function unitsOf({ width, height }: Raster): number {
  return Math.ceil(width / UNIT) * Math.ceil(height / UNIT);
}
