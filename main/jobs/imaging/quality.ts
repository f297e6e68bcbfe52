/**
 * How the size of a JPEG goes with its quality, as far as it can be said before looking: the quantiser is divided
 * finer, sizes grow as a power of that. Everything here is arithmetic; the constants were fitted on scans of our own
 * corpus (test/support/corpus), seeds other than those that the bench reports on.
 */

/** Finer than this nobody sees in a scan, and it costs bytes that somebody has to carry. */
export const BEST_QUALITY = 88;
/** Coarser than this the strokes of 10-point Song break up at 150 dpi, and the tint of the paper begins to wander. */
export const LEGIBLE_QUALITY = 20;

/** A size in bytes that was measured or estimated at a quality. */
export type SizeAt = Readonly<{ quality: number; bytes: number }>;

/** At quality 50, of mozjpeg's table no. 3: the low frequencies, in which most bytes of a scan are. */
const LOW_FREQUENCIES = [16, 16, 16, 16, 16, 17, 18, 18, 20, 20, 24, 25, 25, 27, 27] as const;

/** By quality, see lnStep. */
const LN_STEPS = Array.from({ length: 101 }, (_, quality) => {
  const percent = quality < 50 ? Math.floor(5000 / Math.max(1, quality)) : 200 - 2 * quality;
  const steps = LOW_FREQUENCIES.map((entry) => Math.max(1, Math.floor((entry * percent + 50) / 100)));
  return steps.reduce((sum, step) => sum + Math.log(step), 0) / steps.length;
});

/**
 * How coarsely libjpeg quantises, logarithmic. Its steps are whole numbers, so sizes go by stairs: of two neighbouring
 * qualities one is all but the other, or a tenth larger.
 */
export function lnStep(quality: number): number {
  return LN_STEPS[quality] ?? Number.NaN;
}

/** ln(bytes) lost for each ln(step), where nothing is known of the page: 0.65 dense text, 1.0 grain. */
export const USUAL_SLOPE = 0.85;

/** Between two measurements; the usual where they are too close to tell. */
export function slopeBetween(a: SizeAt, b: SizeAt): number {
  const across = lnStep(a.quality) - lnStep(b.quality);
  if (Math.abs(across) < 0.04) return USUAL_SLOPE;
  return clamp(Math.log(b.bytes / a.bytes) / across, 0.3, 1.4);
}

export function bytesAt(known: SizeAt, slope: number, quality: number): number {
  return known.bytes * Math.exp(slope * (lnStep(known.quality) - lnStep(quality)));
}

/** The finest quality that is expected to stay within `bytes`, of `least` to `most`; null: not even `least` does. */
export function finestWithin(
  known: SizeAt,
  slope: number,
  bytes: number,
  { least, most }: Readonly<{ least: number; most: number }>,
): number | null {
  for (let quality = most; quality >= least; quality -= 1) {
    if (bytesAt(known, slope, quality) <= bytes) return quality;
  }
  return null;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
