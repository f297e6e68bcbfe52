/** A page that its own decoder gives whole: made small, plain and upright as one that sharp reads. */
import { ok, type Result } from '#model/result.ts';
import type { Mend, Unreadable } from '#model/scan.ts';
import { fit, type PageSize } from './fit.ts';
import { keptOf, mendRaster } from './mend.ts';
import type { Raster } from './raster.ts';
import { sharp } from './sharp.ts';

/** Upright, rows from the top, without padding. Of 4 channels the fourth means nothing: paper is opaque. */
export type Picture = Readonly<{ data: Uint8Array; width: number; height: number; channels: 1 | 3 | 4 }>;

export async function rasterOf(
  { data, width, height, channels }: Picture,
  size: PageSize,
  { mend, maxDpi }: Readonly<{ mend: Mend; maxDpi: number }>,
  isGrey = channels === 1,
): Promise<Result<Raster, Unreadable>> {
  const fitted = fit(size, maxDpi, keptOf(mend));
  const whole = sharp(data, { raw: { width, height, channels } });
  const shrunk = await (channels === 4 ? whole.removeAlpha() : whole)
    .resize({ width: fitted.width, height: fitted.height, fit: 'fill' })
    .toColourspace(isGrey ? 'b-w' : 'srgb')
    .raw()
    .toBuffer();
  return ok(await mendRaster({ ...fitted, data: shrunk, channels: isGrey ? 1 : 3 }, mend));
}
