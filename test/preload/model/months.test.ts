import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '#model/beijing-time.ts';
import { addMonths, addYears, formatSpan, monthsApart, parseGivenDay, spanBetween } from '#model/months.ts';

const anyDay = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays(plainDate('1950-01-01'), days));

describe('months on the calendar (Civil Code, art. 202)', () => {
  it.each([
    ['2026-07-15', 6, '2027-01-15'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-01-31', 0, '2026-01-31'],
  ])('%s and %i months is %s', (day, months, there) => {
    expect(addMonths(plainDate(day), months)).toBe(there);
  });

  it('make 28 February of 29 February and a year', () => {
    expect(addYears(plainDate('2024-02-29'), 1)).toBe('2025-02-28');
    expect(addYears(plainDate('2024-02-29'), 4)).toBe('2028-02-29');
  });

  it.each([
    ['2018-02-01', '2023-01-01', 59, 0, '4年11个月'],
    ['2018-02-02', '2023-01-01', 58, 30, '4年10个月30天'],
    ['2025-12-25', '2026-01-01', 0, 7, '7天'],
    ['2022-01-01', '2027-01-01', 60, 0, '5年'],
    ['2026-01-31', '2026-02-28', 1, 0, '1个月'],
    ['2026-01-01', '2026-01-01', 0, 0, '0天'],
  ])('from %s to %s are %i months and %i days', (from, to, months, days, words) => {
    const span = spanBetween(plainDate(from), plainDate(to));
    expect(span).toEqual({ months, days });
    expect(formatSpan(span)).toBe(words);
  });

  it('lead back by the span between two days', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(9000), (from, later) => {
        const to = addDays(from, later);
        const { months, days } = spanBetween(from, to);
        expect(addDays(addMonths(from, months), days)).toBe(to);
        expect(days).toBeGreaterThanOrEqual(0);
        expect(days).toBeLessThan(31);
        expect([months, months + 1]).toContain(monthsApart(from, to));
      }),
    );
  });
});

describe('a day as given', () => {
  it.each([
    ['2018-02', { first: '2018-02-01', last: '2018-02-28', isDayUnknown: true }],
    ['2018-02-07', { first: '2018-02-07', last: '2018-02-07', isDayUnknown: false }],
    ['2018-13', null],
    ['2018-02-30', null],
    ['2018', null],
    ['2018.2', null],
    ['', null],
  ])('%s', (text, day) => {
    expect(parseGivenDay(text)).toEqual(day);
  });
});
