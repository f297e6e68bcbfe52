/** A month as weeks from Monday to Sunday, each day with what the year's notice says of it. Pure. */
import { addDays, plainDate, weekdayOf, yearOf, type PlainDate } from '#model/beijing-time.ts';
import { createWorkingCalendar, dayKind, type DayKind } from '#model/calendar.ts';
import type { CalendarYear } from './types.ts';

export type MonthDay = Readonly<{
  date: PlainDate;
  day: number;
  kind: DayKind['kind'];
  /** the holiday's name, on the first of its days in a row */
  name: string | null;
}>;
/** null: a day of the month before or after */
export type Week = readonly (MonthDay | null)[];
export type Month = Readonly<{ month: number; weeks: readonly Week[] }>;

const MONTHS = 12;
const DAYS = 7;

export function monthsOf(data: CalendarYear): readonly Month[] {
  const calendar = createWorkingCalendar([
    {
      year: data.year,
      source: { title: data.source.title },
      holidays: data.holidays,
      makeupWorkdays: data.makeupWorkdays,
    },
  ]);
  function dayOf(date: PlainDate): MonthDay {
    const kind = dayKind(calendar, date);
    // the year was just loaded, so there is always an answer
    if (!kind.ok) throw new RangeError(`outside the year: ${date}`);
    const before = calendar.holidays.get(addDays(date, -1));
    const { kind: what, name } = kind.value;
    return { date, day: Number(date.slice(8)), kind: what, name: name === before ? null : name };
  }
  return Array.from({ length: MONTHS }, (_, index) => {
    const month = index + 1;
    const first = plainDate(`${data.year}-${String(month).padStart(2, '0')}-01`);
    const cells: (MonthDay | null)[] = Array.from({ length: (weekdayOf(first) + DAYS - 1) % DAYS }, () => null);
    for (let date = first; yearOf(date) === data.year && Number(date.slice(5, 7)) === month; date = addDays(date, 1)) {
      cells.push(dayOf(date));
    }
    while (cells.length % DAYS !== 0) cells.push(null);
    return {
      month,
      weeks: Array.from({ length: cells.length / DAYS }, (_day, week) => cells.slice(week * DAYS, (week + 1) * DAYS)),
    };
  });
}
