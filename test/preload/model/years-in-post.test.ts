import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '#model/beijing-time.ts';
import { addMonths, formatSpan } from '#model/months.ts';
import { cityCutoff, compareWithYears, countYearsInPost, type Service } from '#model/years-in-post.ts';

function count(service: Omit<Service, 'cutoff'>, cutoff = '2022-12-31') {
  const counted = countYearsInPost({ ...service, cutoff: plainDate(cutoff) });
  if (!counted.ok) throw new Error(counted.error.code);
  return counted.value;
}

const since = (from: string, cutoff?: string) => count({ periods: [{ from }] }, cutoff);

describe('years in post to 31 December (Q6)', () => {
  // Whole years with the last day counted / without it, each counted by hand.
  it.each([
    ['2017-12-31', 2022, 5, 5],
    ['2018-01-01', 2022, 5, 4],
    ['2018-01-02', 2022, 4, 4],
    ['2022-01-01', 2026, 5, 4],
    ['2021-12-25', 2026, 5, 5],
  ])('since %s, for %i, are %i with the last day and %i without', (from, year, years, yearsWithoutLastDay) => {
    expect(since(from, cityCutoff(year))).toMatchObject({
      years,
      yearsWithoutLastDay,
      isAmbiguous: years !== yearsWithoutLastDay,
      isDayUnknown: false,
      lastDay: `${year}-12-31`,
    });
  });

  it('count from the first day of a month that was given without a day, and say so', () => {
    expect(since('2018-01')).toMatchObject({ years: 5, isAmbiguous: true, isDayUnknown: true, startsOn: '2018-01-01' });
  });

  it('can be said as people say it: 「任职到12月31日为4年11个月，差1个月（指南第6问）」', () => {
    const service = since('2018-02-01');
    expect(formatSpan(service.served)).toBe('4年11个月');
    expect(formatSpan(service.missingToNextYear)).toBe('1个月');
    expect(formatSpan(compareWithYears(service, 5).missing)).toBe('1个月');
  });

  it.each([
    ['2020-02-29', '2021-02-28', 1, 1],
    ['2020-02-29', '2021-02-27', 1, 0],
    ['2020-02-29', '2024-02-28', 4, 3],
    ['2021-03-01', '2022-02-28', 1, 0],
  ])('since %s to %s are %i and %i, whatever February has', (from, cutoff, years, yearsWithoutLastDay) => {
    expect(since(from, cutoff)).toMatchObject({ years, yearsWithoutLastDay });
  });

  it('are none for somebody who began on the last day', () => {
    expect(since('2022-12-31')).toMatchObject({
      years: 0,
      yearsWithoutLastDay: 0,
      served: { months: 0, days: 1 },
      missingToNextYear: { months: 11, days: 30 },
    });
  });
});

describe('time that does not count (Q8(1))', () => {
  it.each([
    ['half a year on loan', [{ from: '2019-03', to: '2019-08' }], { months: 6, days: 0 }, '4年6个月'],
    ['a leap year on loan', [{ from: '2020-01-01', to: '2020-12-31' }], { months: 12, days: 0 }, '4年'],
    ['ten days', [{ from: '2019-03-01', to: '2019-03-10' }], { months: 0, days: 10 }, '4年11个月21天'],
    [
      'the same months twice, and months before the post',
      [
        { from: '2019-03', to: '2019-05' },
        { from: '2019-04', to: '2019-08' },
        { from: '2017-01', to: '2017-12' },
      ],
      { months: 6, days: 0 },
      '4年6个月',
    ],
    [
      'two loans, the later given first',
      [
        { from: '2021-01', to: '2021-03' },
        { from: '2019-01', to: '2019-03' },
      ],
      { months: 6, days: 0 },
      '4年6个月',
    ],
  ])('is left out: %s', (_, deductions, deducted, served) => {
    const service = count({ periods: [{ from: '2018-01-01' }], deductions });
    expect(service.deducted).toEqual(deducted);
    expect(formatSpan(service.served)).toBe(served);
  });

  it('ends the count when it lasts to the cutoff', () => {
    expect(count({ periods: [{ from: '2018-01-01' }], deductions: [{ from: '2022-07' }] })).toMatchObject({
      years: 4,
      served: { months: 54, days: 0 },
      lastDay: '2022-06-30',
    });
  });

  it('can leave nothing, which is an answer', () => {
    const all = { periods: [{ from: '2018-01' }], deductions: [{ from: '2017-01' }], cutoff: plainDate('2022-12-31') };
    expect(countYearsInPost(all)).toMatchObject({ ok: false, error: { code: 'no-service' } });
    // Two days that lie in January, less a "month" of 28 days: never below nothing.
    const oneDayLeft = count({
      periods: [{ from: '2022-01-31', to: '2022-03-01' }],
      deductions: [{ from: '2022-02-01', to: '2022-02-28' }],
    });
    expect(oneDayLeft).toMatchObject({ years: 0, yearsWithoutLastDay: 0 });
  });
});

describe('service before a change of series (Q11(2))', () => {
  it.each([
    ['follows without a gap', [{ from: '2017-01', to: '2019-12' }, { from: '2020-01' }], '6年'],
    ['overlaps, and counts once', [{ from: '2017-01', to: '2020-06' }, { from: '2020-01' }], '6年'],
    ['lies within the other', [{ from: '2017-01' }, { from: '2018-01', to: '2019-01' }], '6年'],
    ['follows after half a year', [{ from: '2020-07' }, { from: '2017-01', to: '2019-12' }], '5年6个月'],
    ['ended before the cutoff', [{ from: '2017-01', to: '2021-12' }], '5年'],
    ['has an empty end', [{ from: '2017-01', to: '' }], '6年'],
    ['goes on beyond the cutoff', [{ from: '2017-01', to: '2026-12' }], '6年'],
  ])('%s', (_, periods, served) => {
    expect(formatSpan(count({ periods }).served)).toBe(served);
  });
});

describe('a number of years asked for', () => {
  it.each([
    // start, years, reached with the last day, without it, needs a person, still missing, last day of the years
    ['2017-11-30', 5, true, true, false, '0天', '2022-11-29'],
    ['2017-12-01', 5, true, true, true, '0天', '2022-11-30'],
    ['2018-01-01', 5, true, false, true, '0天', '2022-12-31'],
    ['2018-01-02', 5, false, false, true, '1天', '2023-01-01'],
    ['2018-02-01', 5, false, false, true, '1个月', '2023-01-31'],
    ['2018-02-02', 5, false, false, false, '1个月1天', '2023-02-01'],
    ['2020-01-01', 5, false, false, false, '2年', '2024-12-31'],
  ])('since %s, %i years', (from, years, isReached, isReachedWithoutLastDay, isNear, missing, completeOn) => {
    const answer = compareWithYears(since(from), years);
    expect({ ...answer, missing: formatSpan(answer.missing) }).toEqual({
      isReached,
      isReachedWithoutLastDay,
      isNear,
      missing,
      completeOn,
    });
  });

  it('is judged on the time left after deductions', () => {
    const service = count({ periods: [{ from: '2017-06-01' }], deductions: [{ from: '2019-01', to: '2019-08' }] });
    expect(compareWithYears(service, 5)).toMatchObject({ isReached: false, isNear: true, completeOn: '2023-01-31' });
  });
});

describe('what cannot be read', () => {
  it.each([
    ['2018年1月', undefined, 'not-a-day', { text: '2018年1月' }],
    ['2018-13', undefined, 'not-a-day', { text: '2018-13' }],
    ['', undefined, 'not-a-day', { text: '' }],
    ['2018-01', '至今', 'not-a-day', { text: '至今' }],
    ['2018-03', '2018-02', 'ends-before-start', { from: '2018-03', to: '2018-02' }],
    ['2023-01-01', undefined, 'no-service', { cutoff: '2022-12-31' }],
  ])('from %s to %s is told: %s', (from, to, code, details) => {
    const service = { periods: [{ from, to }], cutoff: plainDate('2022-12-31') };
    expect(countYearsInPost(service)).toMatchObject({ ok: false, error: { code, details } });
  });

  it('is told of a deduction, too, and no period at all is no service', () => {
    const cutoff = plainDate('2022-12-31');
    const deductions = [{ from: '2019', to: null }];
    expect(countYearsInPost({ periods: [{ from: '2018-01' }], deductions, cutoff })).toMatchObject({
      error: { code: 'not-a-day' },
    });
    expect(countYearsInPost({ periods: [], cutoff })).toMatchObject({ error: { code: 'no-service' } });
  });
});

describe('whatever the dates', () => {
  const anyDay = fc.integer({ min: 0, max: 15 * 365 }).map((days) => addDays(plainDate('2005-01-01'), days));
  const wholeMonths = fc
    .tuple(fc.integer({ min: 0, max: 170 }), fc.integer({ min: 0, max: 30 }))
    .map(([start, length]) => {
      const from = addMonths(plainDate('2005-01-01'), start);
      return { from: from.slice(0, 7), to: addMonths(from, length).slice(0, 7) };
    });

  it('a later start never serves longer, and the last day is worth at most one year', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), (from, later) => {
        const [earlier, after] = [since(from), since(addDays(from, later))];
        expect(12 * after.years + after.served.months).toBeLessThanOrEqual(12 * earlier.years + earlier.served.months);
        expect([0, 1]).toContain(earlier.years - earlier.yearsWithoutLastDay);
      }),
    );
  });

  it('whole months add up: served and deducted are the time since the start, in any order of deductions', () => {
    fc.assert(
      fc.property(fc.array(wholeMonths, { maxLength: 5 }), (deductions) => {
        const periods = [{ from: '2005-01' }];
        const service = count({ periods, deductions });
        const asMonths = new Set(
          Array.from({ length: 18 * 12 }, (_, index) => addMonths(plainDate('2005-01-01'), index).slice(0, 7)),
        );
        for (const { from, to } of deductions) {
          for (const month of asMonths) if (month >= from && month <= to) asMonths.delete(month);
        }
        expect(service.served).toEqual({ months: asMonths.size, days: 0 });
        expect(count({ periods, deductions: deductions.toReversed() })).toEqual(service);
        expect(count({ periods, deductions: [...deductions, ...deductions] })).toEqual(service);
      }),
    );
  });
});
