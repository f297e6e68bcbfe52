/** Turns, straightens, crops and brightens a raster, in this order. */
import type { Box, Mend, Turn } from '#model/scan.ts';
import type { Size } from './fit.ts';
import type { Raster } from './raster.ts';
import { sharp } from './sharp.ts';

/** EXIF 2.32, 4.6.4 A, tag 274: turned clockwise, then mirrored left to right, a picture stands as it was taken. */
export type Orientation = Readonly<{ turn: Turn; isMirrored: boolean }>;
export const UPRIGHT: Orientation = { turn: 0, isMirrored: false };
const ORIENTATIONS: Readonly<Record<number, Orientation>> = {
  2: { turn: 0, isMirrored: true },
  3: { turn: 180, isMirrored: false },
  4: { turn: 180, isMirrored: true },
  5: { turn: 90, isMirrored: true },
  6: { turn: 90, isMirrored: false },
  7: { turn: 270, isMirrored: true },
  8: { turn: 270, isMirrored: false },
};

/** Anything but 1 to 8 is taken for upright, as viewers do. */
export function orientationOf(tag: number | undefined): Orientation {
  return ORIENTATIONS[tag ?? 1] ?? UPRIGHT;
}

/** The parts of the upright page's width and height that are left of it; straightening is taken for nothing. */
export function keptOf({ turn, crop }: Mend): Size {
  if (!crop) return { width: 1, height: 1 };
  return isSideways(turn) ? { width: crop.height, height: crop.width } : { width: crop.width, height: crop.height };
}

export function isSideways(turn: Turn): boolean {
  return turn === 90 || turn === 270;
}

export async function mendRaster(raster: Raster, mend: Mend, orientation: Orientation = UPRIGHT): Promise<Raster> {
  // a mirror turns the other way round
  const turn = (orientation.turn + (orientation.isMirrored ? 360 - mend.turn : mend.turn)) % 360;
  let mended = raster;
  if (turn !== 0) mended = await drawn(mended, (image) => image.rotate(turn));
  // by itself: the library would mirror before it turns
  if (orientation.isMirrored) mended = await drawn(mended, (image) => image.flop());
  if (mend.straightenDegrees !== 0) mended = await straightened(mended, mend.straightenDegrees);
  const { crop, levels } = mend;
  if (crop) {
    const region = pixelsOf(crop, mended);
    mended = await drawn(mended, (image) => image.extract(region));
  }
  if (levels) {
    const slope = 255 / Math.max(1, levels.white - levels.black);
    mended = await drawn(mended, (image) => image.linear(slope, -levels.black * slope));
  }
  return mended;
}

/** The sheet grows so that no corner is lost; what is new is white as paper is. */
function straightened(raster: Raster, degrees: number): Promise<Raster> {
  const radians = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  const matrix: [number, number, number, number] = [cos, -sin, sin, cos];
  // bilinear, which rotate() takes, smears small characters
  return drawn(raster, (image) =>
    image.affine(matrix, { background: '#ffffff', interpolator: sharp.interpolators.bicubic }),
  );
}

function pixelsOf(box: Box, { width, height }: Size) {
  const left = Math.min(width - 1, Math.max(0, Math.round(box.left * width)));
  const top = Math.min(height - 1, Math.max(0, Math.round(box.top * height)));
  return {
    left,
    top,
    width: Math.max(1, Math.min(width - left, Math.round(box.width * width))),
    height: Math.max(1, Math.min(height - top, Math.round(box.height * height))),
  };
}

type Image = ReturnType<typeof sharp>;

export async function drawn(raster: Raster, draw: (image: Image) => Image): Promise<Raster> {
  const { data, info } = await draw(imageOf(raster))
    .toColourspace(raster.channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { ...raster, data, width: info.width, height: info.height, channels: info.channels as Raster['channels'] };
}

/** A raster as the image library takes it. */
export function imageOf({ data, width, height, channels }: Raster): Image {
  return sharp(data, { raw: { width, height, channels } });
}
