/** How alike two pages are where there is ink: over whole pages the noise of the paper outweighs every letter. */
import type { Raster } from '#jobs/imaging/raster.ts';
import { sharp } from '#jobs/imaging/sharp.ts';

const BLOCK = 8;
/** of luma, above which a block of 8 × 8 holds ink */
const INK_VARIANCE = 400;
/** Wang et al. 2004, for 8 bit */
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/** Mean SSIM of the blocks with ink, luma; 1 where there are none. */
export async function inkSimilarity(page: Raster, jpeg: Buffer): Promise<number> {
  const { width, height, channels } = page;
  const before = await luma(sharp(page.data, { raw: { width, height, channels } }));
  const after = await luma(sharp(jpeg).resize(width, height, { fit: 'fill' }));
  let [sum, count] = [0, 0];
  for (let y = 0; y + BLOCK <= height; y += BLOCK) {
    for (let x = 0; x + BLOCK <= width; x += BLOCK) {
      const { varianceA, similarity } = compareBlock(before, after, y * width + x, width);
      if (varianceA <= INK_VARIANCE) continue;
      sum += similarity;
      count += 1;
    }
  }
  return count === 0 ? 1 : sum / count;
}

async function luma(image: ReturnType<typeof sharp>): Promise<Buffer> {
  return image.greyscale().toColourspace('b-w').raw().toBuffer();
}

function compareBlock(a: Buffer, b: Buffer, start: number, width: number) {
  let [sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0];
  for (let line = 0; line < BLOCK; line += 1) {
    for (let at = start + line * width; at < start + line * width + BLOCK; at += 1) {
      const [va, vb] = [a[at] as number, b[at] as number];
      sumA += va;
      sumB += vb;
      squareA += va * va;
      squareB += vb * vb;
      product += va * vb;
    }
  }
  const n = BLOCK * BLOCK;
  const [meanA, meanB] = [sumA / n, sumB / n];
  const varianceA = squareA / n - meanA * meanA;
  const varianceB = squareB / n - meanB * meanB;
  const covariance = product / n - meanA * meanB;
  const similarity =
    ((2 * meanA * meanB + C1) * (2 * covariance + C2)) /
    ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
  return { varianceA, similarity };
}
