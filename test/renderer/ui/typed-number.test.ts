import { describe, expect, it } from 'vitest';
import { parseTypedNumber } from '../../../renderer/ui/typed-number.ts';

describe('a count as it is typed', () => {
  it.each([
    ['24', 24],
    ['２４', 24],
    [' 2 4 人', 24],
    ['0', 0],
    ['007', 7],
    ['', null],
    ['　', null],
    ['二十四', 'unclear'],
    ['2.5', 'unclear'],
    ['-1', 'unclear'],
    ['100001', 'unclear'],
    ['9'.repeat(12), 'unclear'],
  ])('%j is %j', (typed, meant) => {
    expect(parseTypedNumber(typed, 100_000)).toBe(meant);
  });
});
