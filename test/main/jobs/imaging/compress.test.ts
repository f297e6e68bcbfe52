import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compress, type Compressed } from '#jobs/imaging/compress.ts';
import { BEST_QUALITY, LEGIBLE_QUALITY } from '#jobs/imaging/quality.ts';
import type { Raster } from '#jobs/imaging/raster.ts';
import { sharp } from '#jobs/imaging/sharp.ts';
import type { SizeRule } from '#model/scan.ts';
import { createRandom } from '../../../support/people.ts';
import { renderScan } from '../../../support/corpus/render.ts';

function rule(maxKb: number): SizeRule {
  return { maxBytes: maxKb * 1024, maxDpi: 200, minDpi: 150 };
}

describe('the copy of a scanned page', () => {
  let form: Raster;
  beforeAll(async () => {
    ({ raster: form } = await renderScan('form', { seed: 'test of the copy', dpi: 200 }));
  });

  it.each([150, 200, 300, 400])('fills a cap of %i KB without ever passing it', async (maxKb) => {
    const copy = await compress(form, rule(maxKb));
    expect(copy.isOverCap).toBe(false);
    expect(copy.bytes.byteLength).toBe(copy.sizeBytes);
    expect(copy.sizeBytes).toBeLessThanOrEqual(maxKb * 1024);
    expect(copy.sizeBytes).toBeGreaterThan(0.92 * maxKb * 1024);
    expect(copy.encodes).toBeLessThanOrEqual(2);
  });

  it('fills every cap, though of a card one step of quality is an eighth of the file', async () => {
    const { raster: card } = await renderScan('id-card', { seed: 'test of the steps', dpi: 200 });
    for (const maxKb of [120, 140, 160, 180, 200]) {
      const copy = await compress(card, rule(maxKb));
      if (copy.quality === BEST_QUALITY) continue;
      expect(copy.sizeBytes).toBeLessThanOrEqual(maxKb * 1024);
      expect(copy.sizeBytes).toBeGreaterThan(0.92 * maxKb * 1024);
    }
  });

  it('is as large as it was scanned and not finer than anybody sees, where the cap does not bind', async () => {
    const copy = await compress(form, rule(4096));
    expect(copy).toMatchObject({ width: form.width, height: form.height, dpi: 200, quality: BEST_QUALITY, encodes: 1 });
  });

  it('has fewer pixels before it is smeared', async () => {
    const copy = await compress(form, rule(110));
    expect(copy).toMatchObject({ dpi: 150, width: Math.round(form.width * 0.75), isOverCap: false });
    expect(copy.quality).toBeGreaterThanOrEqual(LEGIBLE_QUALITY);
  });

  it('stays legible and says so, where the cap asks for less than that', async () => {
    const copy = await compress(form, rule(20));
    expect(copy).toMatchObject({ dpi: 150, quality: LEGIBLE_QUALITY, isOverCap: true });
    expect(copy.sizeBytes).toBeGreaterThan(20 * 1024);
  });

  it('keeps the red of a seal', async () => {
    const { raster } = await renderScan('award', { seed: 'test of the seal', dpi: 200, tiltDegrees: 0 });
    const copy = await compress(raster, rule(100));
    const [before, after] = [await reddest(raster), await reddest(await decoded(copy))];
    expect(before).toBeGreaterThan(100);
    expect(Math.abs(after - before)).toBeLessThan(12);
  });

  it('says its resolution in its head, and stays grey where it was', async () => {
    const { raster } = await renderScan('paper', { seed: 'test of grey', dpi: 100, isGrey: true });
    const { bytes } = await compress(raster, rule(60));
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', density: 100, channels: 1 });
  });
});

describe('any raster at any cap', () => {
  it(
    'comes out within the cap, or as coarse as it may be; never larger than it was',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(anyRaster(), fc.integer({ min: 300, max: 60_000 }), async (raster, maxBytes) => {
          const copy = await compress(raster, { ...rule(0), maxBytes });
          expect(copy.isOverCap).toBe(copy.sizeBytes > maxBytes);
          if (copy.isOverCap) expect(copy.quality).toBe(LEGIBLE_QUALITY);
          if (copy.isOverCap) expect(copy.dpi).toBeLessThanOrEqual(150);
          const pixels = await decoded(copy);
          expect({ width: pixels.width, height: pixels.height }).toEqual({ width: copy.width, height: copy.height });
          expect(pixels.channels).toBe(raster.channels);
          expect(copy.width).toBeLessThanOrEqual(raster.width);
          expect(copy.height).toBeLessThanOrEqual(raster.height);
        }),
        { numRuns: 60 },
      );
    },
  );
});

function anyRaster(): fc.Arbitrary<Raster> {
  const size = fc.oneof(
    fc.record({ width: fc.integer({ min: 1, max: 400 }), height: fc.integer({ min: 1, max: 400 }) }),
    fc.record({ width: fc.integer({ min: 1, max: 8 }), height: fc.integer({ min: 1000, max: 8000 }) }),
    fc.constant({ width: 1, height: 1 }),
  );
  const content = fc.constantFrom('flat', 'white noise', 'stripes', 'slope');
  return fc
    .tuple(size, content, fc.constantFrom(1, 3), fc.constantFrom(72, 150, 151, 200, 300))
    .map(([{ width, height }, kind, channels, dpi]) => {
      const random = createRandom(`${width} ${height}`);
      const valueAt = (at: number): number => {
        if (kind === 'flat') return 200;
        if (kind === 'white noise') return Math.floor(random() * 256);
        if (kind === 'stripes') return Math.floor(at / 7) % 2 === 0 ? 0 : 255;
        return (at / (width * height * channels)) * 255;
      };
      const data = Buffer.from(Uint8Array.from({ length: width * height * channels }, (_, at) => valueAt(at)));
      return { data, width, height, channels, dpi, isDpiKnown: dpi !== 72 } as const;
    });
}

async function decoded({ bytes }: Compressed): Promise<Pick<Raster, 'data' | 'width' | 'height' | 'channels'>> {
  const image = sharp(bytes);
  const { channels } = await image.metadata();
  const { data, info } = await image
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels as Raster['channels'] };
}

/** By how much red outshines green where it does so most, one pixel in a thousand left out. */
async function reddest({ data, channels }: Pick<Raster, 'data' | 'channels'>): Promise<number> {
  const excess: number[] = [];
  for (let at = 0; at + 2 < data.length; at += channels) excess.push((data[at] ?? 0) - (data[at + 1] ?? 0));
  return Float64Array.from(excess).toSorted()[Math.floor(excess.length * 0.999)] ?? 0;
}
