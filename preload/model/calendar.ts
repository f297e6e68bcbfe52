/**
 * The working calendar: Monday to Friday, less the public holidays, plus the make-up workdays (调休),
 * as the State Council's office announces them for each year. A year that is not loaded is an answer
 * with a code; weekdays are never counted in its place (product rule 4).
 */
import { addDays, parsePlainDate, plainDate, weekdayOf, yearOf, type PlainDate } from './beijing-time.ts';
import { failWith, ok, type DetailedFailure, type DetailedResult } from './result.ts';

export type CalendarSource = Readonly<{
  /** title of the notice */
  title: string;
  /** 文号 of the notice */
  number?: string | undefined;
  /** 'YYYY-MM-DD' */
  issuedOn?: string | undefined;
  /** whence the dates were taken, when not typed off the notice */
  dataFrom?: string | undefined;
}>;

/** One year's notice, as `resources/calendar/<year>.json` and update files carry it. */
export type CalendarYear = Readonly<{
  year: number;
  source: CalendarSource;
  /** days off that the notice names, weekends among them included */
  holidays: readonly Readonly<{ date: string; name: string }>[];
  /** weekend days that are worked */
  makeupWorkdays: readonly string[];
}>;

export type WorkingCalendar = Readonly<{
  years: ReadonlyMap<number, CalendarYear>;
  holidays: ReadonlyMap<string, string>;
  makeupWorkdays: ReadonlySet<string>;
}>;

export type CalendarMissing = DetailedFailure<'calendar-missing', Readonly<{ year: number }>>;
export type CalendarAnswer<T> = DetailedResult<T, CalendarMissing>;

/** What a day is, and the holiday's name where it is one: 「20（调休上班）」「25休」. */
export type DayKind =
  | Readonly<{ kind: 'workday' | 'weekend' | 'makeup-workday'; isWorking: boolean; name: null }>
  | Readonly<{ kind: 'holiday'; isWorking: false; name: string }>;

export const CALENDAR_PROBLEMS = [
  'not-a-date',
  'outside-year',
  'named-twice',
  'makeup-on-weekday',
  'too-few-holidays',
] as const;
/** Why a year's data cannot be a notice's; `date` is the offending text, '' for the year as a whole. */
export type CalendarProblem = Readonly<{ code: (typeof CALENDAR_PROBLEMS)[number]; date: string }>;

/** 11 statutory days from 2014 on, 13 from 2025 on: fewer means a half-typed year. */
const FEWEST_HOLIDAYS = 11;

/** Builds the calendar from years in any order; of two with one year the later in the list counts. */
export function createWorkingCalendar(years: readonly CalendarYear[]): WorkingCalendar {
  const byYear = new Map(years.map((year) => [year.year, year]));
  const counted = [...byYear.values()];
  return {
    years: byYear,
    holidays: new Map(counted.flatMap((year) => year.holidays.map(({ date, name }) => [plainDate(date), name]))),
    makeupWorkdays: new Set(counted.flatMap((year) => year.makeupWorkdays.map(plainDate))),
  };
}

/** What is wrong with a year's data before it is taken in; empty when nothing is. */
export function findCalendarProblems(data: CalendarYear): readonly CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  const seen = new Set<string>();
  const isMakeup = new Set(data.makeupWorkdays);
  for (const text of [...data.holidays.map((holiday) => holiday.date), ...data.makeupWorkdays]) {
    const date = parsePlainDate(text);
    if (date === null) problems.push({ code: 'not-a-date', date: text });
    else if (!canName(data.year, date)) problems.push({ code: 'outside-year', date });
    else if (seen.has(date)) problems.push({ code: 'named-twice', date });
    else if (isMakeup.has(date) && !isWeekend(date)) problems.push({ code: 'makeup-on-weekday', date });
    seen.add(text);
  }
  if (data.holidays.length < FEWEST_HOLIDAYS) problems.push({ code: 'too-few-holidays', date: '' });
  return problems;
}

export function dayKind(calendar: WorkingCalendar, date: PlainDate): CalendarAnswer<DayKind> {
  const year = yearOf(date);
  if (!calendar.years.has(year)) return failWith('calendar-missing', { year });
  const name = calendar.holidays.get(date);
  if (name !== undefined) return ok({ kind: 'holiday', isWorking: false, name });
  if (calendar.makeupWorkdays.has(date)) return ok({ kind: 'makeup-workday', isWorking: true, name: null });
  if (isWeekend(date)) return ok({ kind: 'weekend', isWorking: false, name: null });
  return ok({ kind: 'workday', isWorking: true, name: null });
}

export function isWorkingDay(calendar: WorkingCalendar, date: PlainDate): CalendarAnswer<boolean> {
  const kind = dayKind(calendar, date);
  return kind.ok ? ok(kind.value.isWorking) : kind;
}

/**
 * The first `count` working days after `date`, which itself is not counted, nearest first;
 * with a negative count those before it.
 */
export function listWorkingDays(
  calendar: WorkingCalendar,
  date: PlainDate,
  count: number,
): CalendarAnswer<readonly PlainDate[]> {
  if (!Number.isInteger(count)) throw new RangeError(`not a number of days: ${count}`);
  const step = count < 0 ? -1 : 1;
  const days: PlainDate[] = [];
  let day = date;
  while (days.length < Math.abs(count)) {
    day = addDays(day, step);
    const isWorking = isWorkingDay(calendar, day);
    if (!isWorking.ok) return isWorking;
    if (isWorking.value) days.push(day);
  }
  return ok(days);
}

/** The `count`-th working day after `date` (before it, when negative); 0 gives the date itself. */
export function addWorkingDays(calendar: WorkingCalendar, date: PlainDate, count: number): CalendarAnswer<PlainDate> {
  const days = listWorkingDays(calendar, date, count);
  return days.ok ? ok(days.value.at(-1) ?? date) : days;
}

/** Working days from `from` to `to`, both included; 0 when `to` is earlier. */
export function countWorkingDays(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): CalendarAnswer<number> {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const isWorking = isWorkingDay(calendar, day);
    if (!isWorking.ok) return isWorking;
    if (isWorking.value) count += 1;
  }
  return ok(count);
}

/** The day itself when it is worked, else the last working day before it. */
export function lastWorkingDayUpTo(calendar: WorkingCalendar, date: PlainDate): CalendarAnswer<PlainDate> {
  return addWorkingDays(calendar, addDays(date, 1), -1);
}

/** A notice speaks of its own year and now and then of the December before (2018-12-29, a make-up workday). */
function canName(year: number, date: PlainDate): boolean {
  return yearOf(date) === year || date.startsWith(`${year - 1}-12-`);
}

function isWeekend(date: PlainDate): boolean {
  const weekday = weekdayOf(date);
  return weekday === 0 || weekday === 6;
}
