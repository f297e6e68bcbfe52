import { describe, expect, it } from 'vitest';
import { CHANCES, costsChance, countChances, countStrikes, STRIKES } from '#model/chances.ts';

describe('chances, four in all (五(二)3(1))', () => {
  it.each([
    [0, { used: 0, left: 4, isLast: false, isOver: false, tone: 'plain' }],
    [2, { used: 2, left: 2, isLast: false, isOver: false, tone: 'plain' }],
    [3, { used: 3, left: 1, isLast: true, isOver: false, tone: 'amber' }],
    [4, { used: 4, left: 0, isLast: false, isOver: true, tone: 'red' }],
    [6, { used: 6, left: 0, isLast: false, isOver: true, tone: 'red' }],
  ])('after %i', (used, counter) => {
    expect(countChances(used)).toEqual(counter);
  });

  it('are spent by return and reset alike, never by approval', () => {
    expect(CHANCES).toBe(4);
    expect([costsChance('return'), costsChance('reset'), costsChance('approve')]).toEqual([true, true, false]);
  });
});

describe('strikes, closed at the third (五(三) 注意)', () => {
  it.each([
    [0, { used: 0, left: 3, isLast: false, isOver: false, tone: 'plain' }],
    [1, { used: 1, left: 2, isLast: false, isOver: false, tone: 'plain' }],
    [2, { used: 2, left: 1, isLast: true, isOver: false, tone: 'amber' }],
    [3, { used: 3, left: 0, isLast: false, isOver: true, tone: 'red' }],
  ])('after %i', (strikes, counter) => {
    expect(STRIKES).toBe(3);
    expect(countStrikes(strikes)).toEqual(counter);
  });
});
