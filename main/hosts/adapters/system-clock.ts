import type { Clock } from '#ports/index.ts';

/** This computer's clock. `shiftMs` moves it for demonstrations and tests; the packaged host passes none. */
export function createSystemClock(shiftMs = 0): Clock {
  return { now: () => Date.now() + shiftMs, monotonic: () => performance.now() };
}
