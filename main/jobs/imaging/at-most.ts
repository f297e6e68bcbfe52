/** A page that is in memory already, made smaller; never larger. */
import { fit } from './fit.ts';
import { drawn } from './mend.ts';
import type { Raster } from './raster.ts';

export async function atMost(maxDpi: number, raster: Raster): Promise<Raster> {
  if (raster.dpi <= maxDpi) return raster;
  const { width, height, dpi } = fit({ ...raster, dpi: raster.dpi }, maxDpi);
  return { ...(await drawn(raster, (image) => image.resize({ width, height, fit: 'fill' }))), dpi };
}
