import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backoffMs,
  clockOffsetMs,
  isMassRemoval,
  keepSample,
  nextBatchSize,
  nextPageSize,
  retryDelayMs,
  type ClockSample,
} from '#core/sync/sync.rules.ts';

const QUARTER_HOUR = 15 * 60_000;

describe('waiting before the next try', () => {
  it('lies anywhere between nothing and min(15 min, 2 s · 2^n)', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), fc.double({ min: 0, max: 0.999_999, noNaN: true }), (attempt, dice) => {
        const ms = backoffMs(attempt, () => dice);
        expect(ms).toBeGreaterThanOrEqual(0);
        expect(ms).toBeLessThanOrEqual(Math.min(QUARTER_HOUR, 2000 * 2 ** attempt));
      }),
    );
  });

  it.each([
    [0, 2_000],
    [1, 4_000],
    [5, 64_000],
    [9, QUARTER_HOUR],
    [60, QUARTER_HOUR],
  ])('reaches at try %i at most %i ms', (attempt, most) => {
    expect(backoffMs(attempt, () => 1)).toBe(most);
  });

  it('follows the city when it names a time, also a longer or shorter one', () => {
    expect(retryDelayMs(0, 120_000, () => 0)).toBe(120_000);
    expect(retryDelayMs(9, 0, () => 1)).toBe(0);
    expect(retryDelayMs(0, null, () => 0.5)).toBe(1_000);
  });
});

describe('how much goes at a time', () => {
  it('grows by steps and halves at a loss, within 1 and 200 commands', () => {
    expect([1, 16, 190, 200].map((size) => nextBatchSize(size, 'well'))).toEqual([17, 32, 200, 200]);
    expect([1, 3, 200].map((size) => nextBatchSize(size, 'badly'))).toEqual([1, 1, 100]);
  });

  it('keeps pages between 5 and 200 changes', () => {
    expect([50, 200].map((size) => nextPageSize(size, 'well'))).toEqual([100, 200]);
    expect([50, 6].map((size) => nextPageSize(size, 'badly'))).toEqual([25, 5]);
  });
});

describe('a mass removal', () => {
  it.each([
    { removed: 1, held: 1, is: false },
    { removed: 1, held: 5, is: false },
    { removed: 2, held: 19, is: true },
    { removed: 2, held: 20, is: false },
    { removed: 10, held: 100, is: false },
    { removed: 11, held: 100, is: true },
    { removed: 20, held: 1000, is: false },
    { removed: 21, held: 1000, is: true },
  ])('$removed of $held: $is', ({ removed, held, is }) => {
    expect(isMassRemoval(removed, held)).toBe(is);
  });
});

describe("the city's clock", () => {
  const YEARS = 10 * 365 * 86_400_000;
  const sample = (offset: number, roundTripMs: number, wall = 1_000_000, monotonic = 500): ClockSample => ({
    serverTime: wall - roundTripMs / 2 + offset,
    roundTripMs,
    wall,
    monotonic,
  });

  it.each([YEARS, -YEARS, 0, 90_000])('is measured when this computer is off by %i ms', (offset) => {
    expect(clockOffsetMs([sample(offset, 40)], 1_000_000, 500)).toBe(offset);
  });

  it('believes the median of what travelled fast', () => {
    const samples = [sample(100, 10), sample(104, 12), sample(90, 19), sample(9_000, 400)];
    expect(clockOffsetMs(samples, 1_000_000, 500)).toBe(100);
  });

  it('forgets what was measured before the clock was set', () => {
    expect(clockOffsetMs([sample(0, 10)], 1_000_000 - YEARS, 600)).toBeNull();
    expect(clockOffsetMs([], 0, 0)).toBeNull();
  });

  it('keeps the last eight looks', () => {
    let samples: readonly ClockSample[] = [];
    for (let n = 0; n < 20; n += 1) samples = keepSample(samples, sample(n, 10));
    expect(samples).toHaveLength(8);
    expect(samples.at(-1)).toEqual(sample(19, 10));
  });
});
