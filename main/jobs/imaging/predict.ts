/**
 * Which quality brings a page under a cap, without encoding the page. A large part of it is encoded quickly, which
 * tells how much there is in it; a small part both quickly and as it will be kept, which tells how much less it becomes.
 */
import { areAlikeKept, encodeKept, quickBytes } from './encode-jpeg.ts';
import { mosaicOf, unitsOf, type Mosaic } from './mosaic.ts';
import { finestWithin, lnStep, slopeBetween, USUAL_SLOPE, type SizeAt } from './quality.ts';
import type { Raster } from './raster.ts';

/** One unit in so many is encoded quickly, and as kept; small pages give more, to have enough to go by. */
const QUICK_EVERY = 2;
const KEPT_EVERY = 10;
const LEAST_QUICK_UNITS = 800;
const LEAST_KEPT_UNITS = 400;

/** Bytes of head and tables, of each of the two encoders: they do not grow with the page. */
const QUICK_HEAD = 625;
const KEPT_HEAD = 450;

/** Where the first quick look is taken. */
const FIRST_QUALITY = 70;
/** Of the quick size, before anything was encoded as kept. */
const USUAL_SAVING = 0.74;
/** Kept sizes fall a little faster than quick ones. */
const STEEPER = 0.06;
/** From a measurement no further than this is estimated: ln(step), some three qualities at 75. */
const NEAR = 0.07;
const MOST_LOOKS = 3;

export type Forecast = Readonly<{ known: SizeAt; slope: number }>;
type Range = Readonly<{ least: number; most: number }>;

/** What the page's size will be around the quality that fills `bytes`. */
export async function forecast(raster: Raster, bytes: number, range: Range): Promise<Forecast> {
  const units = unitsOf(raster);
  const quickEvery = Math.max(1, Math.min(QUICK_EVERY, Math.floor(units / LEAST_QUICK_UNITS)));
  const keptEvery = Math.max(quickEvery, Math.min(KEPT_EVERY, Math.floor(units / LEAST_KEPT_UNITS)));
  const large = mosaicOf(raster, quickEvery);
  const small = mosaicOf(raster, keptEvery);
  const first = await quickLook(large, FIRST_QUALITY);
  const guess: SizeAt = { quality: FIRST_QUALITY, bytes: first.bytes * USUAL_SAVING };
  let quality = nearest(guess, USUAL_SLOPE, bytes, range);
  let quickSlope = USUAL_SLOPE;
  let known: SizeAt | null = null;
  let slope = USUAL_SLOPE;
  for (let look = 1; ; look += 1) {
    const quick = await quickLook(large, quality);
    const seen = { quality, bytes: quick.bytes * (await savingOf(small, quality)) + KEPT_HEAD };
    if (known) {
      slope = slopeBetween(known, seen);
    } else {
      quickSlope = slopeBetween(first, quick);
      slope = quickSlope + STEEPER;
    }
    known = seen;
    const next = nearest(known, slope, bytes, range);
    const isNear = Math.abs(lnStep(next) - lnStep(quality)) <= NEAR && areAlikeKept(next, quality);
    if (look === MOST_LOOKS || isNear) return { known, slope };
    quality = next;
  }
}

/** Of the whole page, without its head. */
async function quickLook({ raster, share }: Mosaic, quality: number): Promise<SizeAt> {
  return { quality, bytes: Math.max(1, (await quickBytes(raster, quality)) - QUICK_HEAD) * share };
}

async function savingOf({ raster }: Mosaic, quality: number): Promise<number> {
  const kept = (await encodeKept(raster, quality)).byteLength;
  const quick = await quickBytes(raster, quality);
  return Math.max(1, kept - KEPT_HEAD) / Math.max(1, quick - QUICK_HEAD);
}

function nearest(known: SizeAt, slope: number, bytes: number, range: Range): number {
  return finestWithin(known, slope, bytes, range) ?? range.least;
}
