/** A day as people type it. */
import { describe, expect, it } from 'vitest';
import { plainDate } from '#model/beijing-time.ts';
import { parseTypedDate } from '../../../renderer/ui/typed-date.ts';

const near = plainDate('2026-09-18');

describe('a typed day', () => {
  it.each([
    ['2026-09-21', '2026-09-21'],
    ['2026-9-21', '2026-09-21'],
    ['2026.9.21', '2026-09-21'],
    ['2026年9月21日', '2026-09-21'],
    ['20260921', '2026-09-21'],
    ['9月21日', '2026-09-21'],
    ['9-21', '2026-09-21'],
    ['9。21', '2026-09-21'],
    ['２０２６－０９－２１', '2026-09-21'],
    ['2026-09-21(周一)', '2026-09-21'],
    ['2026-09-21（周一）', '2026-09-21'],
    [' 9/21 ', '2026-09-21'],
    ['2027-1-4', '2027-01-04'],
  ])('%s is %s', (text, date) => {
    expect(parseTypedDate(text, near)).toBe(date);
  });
  it.each(['', '9', '2026', '2026-13-01', '2026-02-30', '明天', '92126', '2026-09-21-1'])('%s is none', (text) => {
    expect(parseTypedDate(text, near)).toBeNull();
  });
});
