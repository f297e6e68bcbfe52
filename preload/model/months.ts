/**
 * Months and years on the calendar: the arithmetic of ages, terms and service. A month ends on the
 * same day of the next one, or on its last day where it has no such day (Civil Code, art. 202).
 */
import { addDays, diffDays, parsePlainDate, plainDate, type PlainDate } from './beijing-time.ts';

/** Whole months, and the days that are left over. */
export type MonthSpan = Readonly<{ months: number; days: number }>;

/** A day as an applicant gave it: with only a month, any of its days may be meant. */
export type GivenDay = Readonly<{ first: PlainDate; last: PlainDate; isDayUnknown: boolean }>;

/** 'YYYY-MM' or 'YYYY-MM-DD'; null for anything else. */
export function parseGivenDay(text: string): GivenDay | null {
  const day = parsePlainDate(text);
  if (day !== null) return { first: day, last: day, isDayUnknown: false };
  const first = parsePlainDate(`${text}-01`);
  return first === null ? null : { first, last: lastDayOfMonth(first), isDayUnknown: true };
}

/** 31 January and one month is 28 or 29 February; `months` may be negative. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const first = firstOfMonth(monthNumber(date) + months);
  const day = Number(date.slice(8));
  const last = lastDayOfMonth(first);
  return day < Number(last.slice(8)) ? addDays(first, day - 1) : last;
}

/** 29 February and one year is 28 February. */
export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, 12 * years);
}

export function lastDayOfMonth(date: PlainDate): PlainDate {
  return addDays(firstOfMonth(monthNumber(date) + 1), -1);
}

/** 1–12 */
export function monthOf(date: PlainDate): number {
  return Number(date.slice(5, 7));
}

/** Calendar months from the month of `from` to that of `to`, whatever the days. */
export function monthsApart(from: PlainDate, to: PlainDate): number {
  return monthNumber(to) - monthNumber(from);
}

/** From the beginning of `from` to the beginning of `to`, which is not earlier. */
export function spanBetween(from: PlainDate, to: PlainDate): MonthSpan {
  const upTo = monthsApart(from, to);
  const months = addMonths(from, upTo) <= to ? upTo : upTo - 1;
  return { months, days: diffDays(addMonths(from, months), to) };
}

/** 「4年11个月」「1个月」「5年」「4年11个月30天」「12天」; nothing at all is 「0天」. */
export function formatSpan({ months, days }: MonthSpan): string {
  const years = Math.floor(months / 12);
  const parts = [years && `${years}年`, months % 12 && `${months % 12}个月`, days && `${days}天`];
  return parts.filter(Boolean).join('') || '0天';
}

/** Months since the year 0. */
function monthNumber(date: PlainDate): number {
  return 12 * Number(date.slice(0, 4)) + monthOf(date) - 1;
}

function firstOfMonth(month: number): PlainDate {
  const number = String((month % 12) + 1).padStart(2, '0');
  return plainDate(`${Math.floor(month / 12)}-${number}-01`);
}
