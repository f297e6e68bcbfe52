/**
 * The copy for the city: a JPEG in colour under the rule's cap, as fine as fits. The quality is forecast
 * (predict.ts), so that the page is encoded once; again only where that came out over the cap or far below it.
 */
import type { CopyFacts, SizeRule } from '#model/scan.ts';
import { atMost } from './at-most.ts';
import { encodeKept, type Table } from './encode-jpeg.ts';
import { forecast, type Forecast } from './predict.ts';
import { BEST_QUALITY, finestWithin, LEGIBLE_QUALITY, slopeBetween, type SizeAt } from './quality.ts';
import type { Raster } from './raster.ts';

export type Compressed = CopyFacts &
  Readonly<{
    bytes: Buffer;
    /** of the page at its full size, those that were thrown away included */
    encodes: number;
  }>;

/** Parts of the cap: what is aimed at, as forecasts are a hundredth off, and what is full enough. */
const AIM = 0.985;
const FULL = 0.92;
/** Once a copy fits, it is not tried for ever to use the cap better. */
const MOST_TRIES_TO_FILL = 3;

/** Coarser than this at the rule's highest resolution, fewer pixels and finer steps are easier to read. */
const FEWER_PIXELS_BELOW = 42;

type Plan = Readonly<{ raster: Raster; forecast: Forecast; quality: number }>;
type Encoded = Readonly<{ bytes: Buffer; quality: number }>;

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

/**
 * Never over `maxBytes`, unless the page is as coarse as it may be. A step of quality can be an eighth of a file: where
 * it leaves too much of the cap unused, the other table has a step between.
 */
async function encodeUnder(plan: Plan, maxBytes: number): Promise<Encoded & Readonly<{ encodes: number }>> {
  const usual = await encodeBy('usual', plan, maxBytes);
  const { bytes, quality } = usual;
  if (bytes.byteLength >= FULL * maxBytes || quality === BEST_QUALITY) return usual;
  const other = await encodeBy('other', { ...plan, quality }, maxBytes);
  const isFuller = other.bytes.byteLength <= maxBytes && other.bytes.byteLength > bytes.byteLength;
  return { ...(isFuller ? other : usual), encodes: usual.encodes + other.encodes };
}

async function encodeBy(table: Table, plan: Plan, maxBytes: number): Promise<Encoded & Readonly<{ encodes: number }>> {
  const encodeAt = async (quality: number): Promise<Encoded> => {
    return { bytes: await encodeKept(plan.raster, quality, table), quality };
  };
  let latest = await encodeAt(plan.quality);
  const tries = [latest];
  for (;;) {
    const quality = nextQuality(tries, plan.forecast.slope, maxBytes);
    if (quality === null) break;
    latest = await encodeAt(quality);
    tries.push(latest);
  }
  return { ...(finestUnder(tries, maxBytes) ?? latest), encodes: tries.length };
}

function finestUnder(tries: readonly Encoded[], maxBytes: number): Encoded | undefined {
  return tries.filter(({ bytes }) => bytes.byteLength <= maxBytes).toSorted((a, b) => b.quality - a.quality)[0];
}

/** Null: what was tried is full enough, or nothing between is left to try. */
function nextQuality(tries: readonly Encoded[], usualSlope: number, maxBytes: number): number | null {
  const under = sizeOf(finestUnder(tries, maxBytes));
  const tooLarge = tries.filter(({ bytes }) => bytes.byteLength > maxBytes);
  const over = sizeOf(tooLarge.toSorted((a, b) => a.quality - b.quality)[0]);
  if (under && (under.bytes >= FULL * maxBytes || tries.length === MOST_TRIES_TO_FILL)) return null;
  const least = under ? under.quality + 1 : LEGIBLE_QUALITY;
  const most = over ? over.quality - 1 : BEST_QUALITY;
  const known = under ?? over;
  if (!known || least > most) return null;
  // a page that was a JPEG before keeps its size over some qualities and then jumps: both ends are known by then
  const slope = under && over ? slopeBetween(under, over) : usualSlope;
  // where one fits already, a miss costs no more than its encode
  const aim = under ? maxBytes : maxBytes * AIM;
  const quality = finestWithin(known, slope, aim, { least, most });
  return quality ?? (under ? null : least);
}

function sizeOf(encoded: Encoded | undefined): SizeAt | null {
  return encoded ? { quality: encoded.quality, bytes: encoded.bytes.byteLength } : null;
}
