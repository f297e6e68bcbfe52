/**
 * The copy for the city: a JPEG in colour under the rule's cap, as fine as fits. The quality is forecast
 * (predict.ts), so that the page is encoded once; again only where that came out over the cap or far below it.
 */
import type { CopyFacts, SizeRule } from '#model/scan.ts';
import { atMost } from './at-most.ts';
import { encodeKept } from './encode-jpeg.ts';
import { forecast, type Forecast } from './predict.ts';
import { BEST_QUALITY, finestWithin, LEGIBLE_QUALITY } from './quality.ts';
import type { Raster } from './raster.ts';

export type Compressed = CopyFacts &
  Readonly<{
    bytes: Buffer;
    /** of the page at its full size, those that were thrown away included */
    encodes: number;
  }>;

/** Parts of the cap: what is aimed at by forecast, what after an encode has shown the size, and what is full enough. */
const AIM = 0.975;
const AIM_ONCE_SEEN = 0.985;
const FULL = 0.92;

/** Coarser than this at the rule's highest resolution, fewer pixels and finer steps are easier to read. */
const FEWER_PIXELS_BELOW = 42;

type Plan = Readonly<{ raster: Raster; forecast: Forecast; quality: number }>;
type Encoded = Readonly<{ bytes: Buffer; quality: number; encodes: number }>;

export async function compress(raster: Raster, rule: SizeRule): Promise<Compressed> {
  const plan = await planFor(raster, rule);
  const { bytes, quality, encodes } = await encodeUnder(plan, rule.maxBytes);
  const { width, height, dpi } = plan.raster;
  const sizeBytes = bytes.byteLength;
  return { bytes, width, height, dpi, sizeBytes, quality, isOverCap: sizeBytes > rule.maxBytes, encodes };
}

async function planFor(raster: Raster, { maxBytes, maxDpi, minDpi }: SizeRule): Promise<Plan> {
  const fine = await planAt(maxDpi, raster, maxBytes);
  if (fine.quality >= FEWER_PIXELS_BELOW || fine.raster.dpi <= minDpi) return fine;
  return planAt(minDpi, raster, maxBytes);
}

async function planAt(dpi: number, original: Raster, maxBytes: number): Promise<Plan> {
  const raster = await atMost(dpi, original);
  const range = { least: LEGIBLE_QUALITY, most: BEST_QUALITY };
  const seen = await forecast(raster, maxBytes * AIM, range);
  const quality = finestWithin(seen.known, seen.slope, maxBytes * AIM, range) ?? LEGIBLE_QUALITY;
  return { raster, forecast: seen, quality };
}

/** Never over `maxBytes`, unless the page is as coarse as it may be. */
async function encodeUnder(plan: Plan, maxBytes: number): Promise<Encoded> {
  const first = await encodeOnce(plan, 0);
  if (first.bytes.byteLength > maxBytes) return encodeCoarser(plan, first, maxBytes);
  if (first.bytes.byteLength >= FULL * maxBytes) return first;
  const quality = qualityOnceSeen(plan, first, maxBytes, BEST_QUALITY);
  if (quality <= first.quality) return first;
  const second = await encodeOnce({ ...plan, quality }, first.encodes);
  return second.bytes.byteLength <= maxBytes ? second : { ...first, encodes: second.encodes };
}

async function encodeCoarser(plan: Plan, tooLarge: Encoded, maxBytes: number): Promise<Encoded> {
  let last = tooLarge;
  while (last.bytes.byteLength > maxBytes && last.quality > LEGIBLE_QUALITY) {
    const quality = qualityOnceSeen(plan, last, maxBytes, last.quality - 1);
    last = await encodeOnce({ ...plan, quality }, last.encodes);
  }
  return last;
}

async function encodeOnce({ raster, quality }: Plan, encodesBefore: number): Promise<Encoded> {
  return { bytes: await encodeKept(raster, quality), quality, encodes: encodesBefore + 1 };
}

function qualityOnceSeen({ forecast: { slope } }: Plan, seen: Encoded, maxBytes: number, most: number): number {
  const known = { quality: seen.quality, bytes: seen.bytes.byteLength };
  const range = { least: LEGIBLE_QUALITY, most };
  return finestWithin(known, slope, maxBytes * AIM_ONCE_SEEN, range) ?? LEGIBLE_QUALITY;
}
