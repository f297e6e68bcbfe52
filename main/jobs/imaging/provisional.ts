/** The plainest copy, until the measured one is in. */
import type { CopyFacts, SizeRule } from '#model/scan.ts';
import { imageOf } from './mend.ts';
import type { Raster } from './raster.ts';

const QUALITY = 75;

export async function compress(raster: Raster, rule: SizeRule): Promise<CopyFacts & Readonly<{ bytes: Buffer }>> {
  const bytes = await imageOf(raster).jpeg({ quality: QUALITY }).toBuffer();
  const { width, height, dpi } = raster;
  const sizeBytes = bytes.byteLength;
  return { bytes, width, height, dpi, sizeBytes, quality: QUALITY, isOverCap: sizeBytes > rule.maxBytes };
}
