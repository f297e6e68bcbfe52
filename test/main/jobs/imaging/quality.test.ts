import { describe, expect, it } from 'vitest';
import { lnStep } from '#jobs/imaging/quality.ts';

describe('how coarsely a JPEG is quantised', () => {
  it('never grows with the quality', () => {
    for (let quality = 2; quality <= 100; quality += 1) {
      expect(lnStep(quality)).toBeLessThanOrEqual(lnStep(quality - 1));
    }
  });

  // 16 of the table becomes 9 at 72 (8.96), 9 at 73 (8.64), 8 at 74 (8.32); 5 at 85 (4.8), 4 at 86 (4.48)
  it.each([
    { from: 72, to: 73, isStep: false },
    { from: 73, to: 74, isStep: true },
    { from: 84, to: 85, isStep: false },
    { from: 85, to: 86, isStep: true },
  ])('goes by stairs: from $from to $to', ({ from, to, isStep }) => {
    const smooth = Math.log((200 - 2 * from) / (200 - 2 * to));
    const fallen = lnStep(from) - lnStep(to);
    if (isStep) expect(fallen).toBeGreaterThan(1.2 * smooth);
    else expect(fallen).toBeLessThan(0.8 * smooth);
  });
});
