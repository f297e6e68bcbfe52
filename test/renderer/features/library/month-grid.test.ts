import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { monthsOf } from '../../../../renderer/features/library/month-grid.ts';
import type { CalendarYear } from '../../../../renderer/features/library/types.ts';

function shipped(year: number): CalendarYear {
  const { source, holidays, makeupWorkdays } = JSON.parse(readFileSync(`resources/calendar/${year}.json`, 'utf8'));
  return { year, source: { number: null, issuedOn: null, ...source }, holidays, makeupWorkdays };
}
const daysOf = (year: number) =>
  monthsOf(shipped(year)).flatMap(({ weeks }) => weeks.flat().filter((day) => day !== null));

describe.each([2022, 2023, 2024, 2025, 2026])('the months of %i', (year) => {
  it('hold every day once, in order, on its weekday', () => {
    const days = daysOf(year);
    expect(days.length).toBe(year === 2024 ? 366 : 365);
    expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).toSorted());
    for (const { weeks } of monthsOf(shipped(year))) {
      for (const week of weeks) {
        expect(week.length).toBe(7);
        week.forEach(
          (day, index) => day && expect((new Date(`${day.date}T00:00:00Z`).getUTCDay() + 6) % 7).toBe(index),
        );
      }
    }
  });

  it('mark exactly the days that the notice names', () => {
    const { holidays, makeupWorkdays } = shipped(year);
    const marked = (kind: string) =>
      daysOf(year)
        .filter((day) => day.kind === kind)
        .map(({ date }) => date);
    const inYear = (dates: readonly string[]) => dates.filter((date) => date.startsWith(`${year}-`)).toSorted();
    expect(marked('holiday')).toEqual(inYear(holidays.map(({ date }) => date)));
    expect(marked('makeup-workday')).toEqual(inYear(makeupWorkdays));
  });
});

it('names a holiday once, on its first day', () => {
  const named = daysOf(2026).filter(({ name }) => name !== null);
  const names = new Set(shipped(2026).holidays.map(({ name }) => name));
  expect(named.map(({ name }) => name)).toEqual([...names]);
});
