import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate, weekdayOf } from '#model/beijing-time.ts';
import {
  addWorkingDays,
  countWorkingDays,
  createWorkingCalendar,
  dayKind,
  findCalendarProblems,
  isWorkingDay,
  lastWorkingDayUpTo,
  listWorkingDays,
  type CalendarYear,
} from '#model/calendar.ts';
import { shippedCalendar as calendar, shippedYears } from '../../support/calendar.ts';

/** Each notice read by hand: days off by their spans, and the make-up workdays. */
const NOTICES = [
  {
    year: 2022,
    number: '国办发明电〔2021〕11号',
    // 31 December belongs to the New Year of 2023.
    spans: [
      '01-01~01-03',
      '01-31~02-06',
      '04-03~04-05',
      '04-30~05-04',
      '06-03~06-05',
      '09-10~09-12',
      '10-01~10-07',
      '12-31~12-31',
    ],
    makeup: ['01-29', '01-30', '04-02', '04-24', '05-07', '10-08', '10-09'],
    workingDays: 249,
  },
  {
    year: 2023,
    number: '国办发明电〔2022〕16号',
    spans: ['01-01~01-02', '01-21~01-27', '04-05~04-05', '04-29~05-03', '06-22~06-24', '09-29~10-06'],
    makeup: ['01-28', '01-29', '04-23', '05-06', '06-25', '10-07', '10-08'],
    workingDays: 249,
  },
  {
    year: 2024,
    number: '国办发明电〔2023〕7号',
    spans: ['01-01~01-01', '02-10~02-17', '04-04~04-06', '05-01~05-05', '06-10~06-10', '09-15~09-17', '10-01~10-07'],
    makeup: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
    workingDays: 251,
  },
  {
    year: 2025,
    number: '国办发明电〔2024〕12号',
    spans: ['01-01~01-01', '01-28~02-04', '04-04~04-06', '05-01~05-05', '05-31~06-02', '10-01~10-08'],
    makeup: ['01-26', '02-08', '04-27', '09-28', '10-11'],
    workingDays: 248,
  },
  {
    year: 2026,
    number: '国办发明电〔2025〕7号',
    spans: ['01-01~01-03', '02-15~02-23', '04-04~04-06', '05-01~05-05', '06-19~06-21', '09-25~09-27', '10-01~10-07'],
    makeup: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
    workingDays: 248,
  },
] as const;

function daysOfSpan(year: number, span: string): readonly string[] {
  const [from, to] = span.split('~').map((day) => plainDate(`${year}-${day}`));
  const days: string[] = [];
  for (let day = from!; day <= to!; day = addDays(day, 1)) days.push(day);
  return days;
}

const someDay = fc.integer({ min: 0, max: 5 * 365 }).map((days) => addDays(plainDate('2022-01-01'), days));

describe('the calendar that is shipped', () => {
  it.each(NOTICES)('of $year says what the notice says', ({ year, number, spans, makeup }) => {
    const shipped = shippedYears.find((candidate) => candidate.year === year);
    expect(shipped?.source.number).toBe(number);
    expect(shipped?.source.title).toContain(`${year}年部分节假日安排`);
    expect(shipped?.holidays.map((holiday) => holiday.date)).toEqual(spans.flatMap((span) => daysOfSpan(year, span)));
    expect(shipped?.makeupWorkdays).toEqual(makeup.map((day) => `${year}-${day}`));
  });

  it.each(NOTICES)('of $year has $workingDays working days', ({ year, workingDays }) => {
    expect(countWorkingDays(calendar, plainDate(`${year}-01-01`), plainDate(`${year}-12-31`))).toEqual({
      ok: true,
      value: workingDays,
    });
  });

  it('holds the five years and has nothing wrong in any of them', () => {
    expect(shippedYears.map((year) => year.year)).toEqual([2022, 2023, 2024, 2025, 2026]);
    for (const year of shippedYears) expect(findCalendarProblems(year)).toEqual([]);
  });
});

describe('a day', () => {
  it.each([
    ['2026-09-18', { kind: 'workday', isWorking: true, name: null }],
    ['2026-09-19', { kind: 'weekend', isWorking: false, name: null }],
    ['2026-09-20', { kind: 'makeup-workday', isWorking: true, name: null }],
    ['2026-09-25', { kind: 'holiday', isWorking: false, name: '中秋' }],
    ['2022-12-31', { kind: 'holiday', isWorking: false, name: '元旦' }],
  ])('%s is told by its kind', (day, kind) => {
    expect(dayKind(calendar, plainDate(day))).toEqual({ ok: true, value: kind });
  });
});

describe('a year that is not loaded', () => {
  const missing = (year: number) =>
    expect.objectContaining({
      ok: false,
      error: expect.objectContaining({ code: 'calendar-missing', details: { year } }),
    });

  it('is an answer wherever a count runs into it', () => {
    expect(isWorkingDay(calendar, plainDate('2027-01-04'))).toEqual(missing(2027));
    expect(addWorkingDays(calendar, plainDate('2026-12-30'), 2)).toEqual(missing(2027));
    expect(addWorkingDays(calendar, plainDate('2022-01-04'), -1)).toEqual(missing(2021));
    expect(countWorkingDays(calendar, plainDate('2026-12-30'), plainDate('2027-01-05'))).toEqual(missing(2027));
  });

  it('does not matter while the count stays before it', () => {
    expect(addWorkingDays(calendar, plainDate('2026-12-30'), 1)).toEqual({ ok: true, value: '2026-12-31' });
  });

  it('counts once its data is added, and a corrected year replaces the first one', () => {
    const year2027 = {
      year: 2027,
      source: { title: 'x' },
      holidays: [{ date: '2027-01-01', name: '元旦' }],
      makeupWorkdays: [],
    };
    const corrected = { ...year2027, makeupWorkdays: ['2027-01-03'] };
    expect(addWorkingDays(createWorkingCalendar([...shippedYears, year2027]), plainDate('2026-12-31'), 1)).toEqual({
      ok: true,
      value: '2027-01-04',
    });
    expect(
      addWorkingDays(createWorkingCalendar([...shippedYears, year2027, corrected]), plainDate('2026-12-31'), 1),
    ).toEqual({ ok: true, value: '2027-01-03' });
  });
});

describe('counting working days', () => {
  it('leaves the first day out and goes both ways', () => {
    const friday = plainDate('2026-09-18');
    expect(listWorkingDays(calendar, friday, 3)).toEqual({
      ok: true,
      value: ['2026-09-20', '2026-09-21', '2026-09-22'],
    });
    expect(listWorkingDays(calendar, plainDate('2026-10-09'), -3)).toEqual({
      ok: true,
      value: ['2026-10-08', '2026-09-30', '2026-09-29'],
    });
    expect(addWorkingDays(calendar, friday, 0)).toEqual({ ok: true, value: friday });
    expect(() => addWorkingDays(calendar, friday, 1.5)).toThrow(RangeError);
  });

  it('finds the last working day up to a day', () => {
    expect(lastWorkingDayUpTo(calendar, plainDate('2026-09-27'))).toEqual({ ok: true, value: '2026-09-24' });
    expect(lastWorkingDayUpTo(calendar, plainDate('2026-10-10'))).toEqual({ ok: true, value: '2026-10-10' });
  });

  it('counts both ends, and nothing backwards', () => {
    expect(countWorkingDays(calendar, plainDate('2026-09-18'), plainDate('2026-09-20'))).toEqual({
      ok: true,
      value: 2,
    });
    expect(countWorkingDays(calendar, plainDate('2026-09-20'), plainDate('2026-09-18'))).toEqual({
      ok: true,
      value: 0,
    });
  });

  it('comes back to the same working day from either side', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 60 }), (day, count) => {
        const start = lastWorkingDayUpTo(calendar, day);
        fc.pre(start.ok);
        const there = addWorkingDays(calendar, start.value, count);
        fc.pre(there.ok);
        expect(addWorkingDays(calendar, there.value, -count)).toEqual(start);
        expect(countWorkingDays(calendar, addDays(start.value, 1), there.value)).toEqual({ ok: true, value: count });
      }),
    );
  });
});

describe('checking data before it is taken in', () => {
  const sound = shippedYears.find((year) => year.year === 2026) as CalendarYear;

  it.each([
    ['a day that is not one', { ...sound, makeupWorkdays: ['2026-02-30'] }, { code: 'not-a-date', date: '2026-02-30' }],
    [
      'a day of another year',
      { ...sound, makeupWorkdays: ['2025-06-07'] },
      { code: 'outside-year', date: '2025-06-07' },
    ],
    [
      'a day both off and worked',
      { ...sound, makeupWorkdays: ['2026-01-03'] },
      { code: 'named-twice', date: '2026-01-03' },
    ],
    [
      'a make-up workday that is worked anyway',
      { ...sound, makeupWorkdays: ['2026-03-03'] },
      { code: 'makeup-on-weekday', date: '2026-03-03' },
    ],
    [
      'a year with hardly any holidays',
      { ...sound, holidays: sound.holidays.slice(0, 3) },
      { code: 'too-few-holidays', date: '' },
    ],
  ])('finds %s', (_, data, problem) => {
    expect(findCalendarProblems(data)).toEqual([problem]);
  });

  it('lets a notice name days of the December before, as that of 2019 did', () => {
    expect(findCalendarProblems({ ...sound, makeupWorkdays: ['2025-12-28'] })).toEqual([]);
    expect(weekdayOf(plainDate('2025-12-28'))).toBe(0);
  });
});
