/** How sync paces itself: pure decisions, times in ms. */

const FIRST_BACKOFF_MS = 2_000;
const MAX_BACKOFF_MS = 15 * 60_000;

export const FIRST_BATCH = 16;
const MAX_BATCH = 200;
export const FIRST_PAGE = 50;
const MIN_PAGE = 5;
const MAX_PAGE = 200;

/** Full jitter: anything from nothing to min(15 min, 2 s · 2^attempt), so that offices do not return in step. */
export function backoffMs(attempt: number, random: () => number): number {
  return random() * Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.min(attempt, 30));
}

/** The city's own word on when to come back wins over ours. */
export function retryDelayMs(attempt: number, retryAfterMs: number | null, random: () => number): number {
  return retryAfterMs ?? backoffMs(attempt, random);
}

/** Additive up, half down: finds what the line bears. */
export function nextBatchSize(size: number, went: 'well' | 'badly'): number {
  return went === 'well' ? Math.min(MAX_BATCH, size + FIRST_BATCH) : Math.max(1, Math.floor(size / 2));
}

export function nextPageSize(size: number, went: 'well' | 'badly'): number {
  return went === 'well' ? Math.min(MAX_PAGE, size * 2) : Math.max(MIN_PAGE, Math.floor(size / 2));
}

/**
 * More than a tenth of what is here, or more than 20, is not how applications leave a unit. One
 * alone never is a mass, however small the unit.
 */
export function isMassRemoval(removed: number, held: number): boolean {
  return removed > 1 && (removed > 20 || removed > held / 10);
}

/** One look at the city's clock: `wall` and `monotonic` are ours when the answer came. */
export type ClockSample = Readonly<{ serverTime: number; roundTripMs: number; wall: number; monotonic: number }>;

const SAMPLES_KEPT = 8;
/** Beyond it this computer's clock was set, or it slept: what was measured before is void. */
const STEP_MS = 2_000;

export function keepSample(samples: readonly ClockSample[], sample: ClockSample): readonly ClockSample[] {
  return [...samples, sample].slice(-SAMPLES_KEPT);
}

/** City clock − this computer's: the median over the samples that travelled fast; null without any. */
export function clockOffsetMs(samples: readonly ClockSample[], wall: number, monotonic: number): number | null {
  const steady = samples.filter((s) => Math.abs(s.wall - s.monotonic - (wall - monotonic)) <= STEP_MS);
  const fastest = Math.min(...steady.map((s) => s.roundTripMs));
  const offsets = steady
    .filter((s) => s.roundTripMs <= 2 * fastest)
    .map((s) => s.serverTime + s.roundTripMs / 2 - s.wall)
    .toSorted((a, b) => a - b);
  const middle = offsets[Math.floor(offsets.length / 2)];
  return middle === undefined ? null : Math.round(middle);
}
