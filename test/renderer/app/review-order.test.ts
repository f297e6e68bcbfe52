import { describe, expect, it } from 'vitest';
import { neighbourOf, nextToDecide, positionOf } from '../../../renderer/app/review-order.ts';

const IDS = ['a', 'b', 'c', 'd'];

describe('the order in the workbench', () => {
  it('counts from one and knows who is not in the list', () => {
    expect([positionOf(IDS, 'a'), positionOf(IDS, 'd'), positionOf(IDS, 'x')]).toEqual([1, 4, null]);
  });
  it('stops at both ends', () => {
    expect([neighbourOf(IDS, 'a', -1), neighbourOf(IDS, 'b', -1), neighbourOf(IDS, 'd', 1)]).toEqual([null, 'a', null]);
  });
  it('begins at the start for one opened from elsewhere', () => {
    expect([neighbourOf(IDS, 'x', 1), neighbourOf([], 'x', 1)]).toEqual(['a', null]);
  });
  it('opens the next undecided one, goes round once, and ends', () => {
    expect(nextToDecide(IDS, 'b', new Set(['b', 'c']))).toBe('d');
    expect(nextToDecide(IDS, 'd', new Set(['d', 'a']))).toBe('b');
    expect(nextToDecide(IDS, 'd', new Set(IDS))).toBeNull();
    expect(nextToDecide(IDS, 'x', new Set(['x']))).toBe('a');
  });
});
