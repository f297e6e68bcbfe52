/**
 * Dates and instants as the office knows them: Beijing time, whatever the computer's zone.
 * A day is a PlainDate; an instant is epoch milliseconds. "24:00" of a day is the instant at which
 * the next day begins (product rule 6).
 *
 * The offset is fixed at +08:00, without the summer time of 1986–1991: instants here are of this
 * century, and older days (birthdays) are PlainDates that never pass through an instant.
 */

declare const plainDateBrand: unique symbol;
/** A real day of the calendar as 'YYYY-MM-DD', years 1000–9999. Sorts as text. */
export type PlainDate = string & { readonly [plainDateBrand]: true };

/** 0 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const BEIJING_OFFSET_MS = 8 * HOUR_MS;
/** Below this, hours say more than days (ux 5.5). */
const HOURS_SHOWN_BELOW_MS = 48 * HOUR_MS;
const WEEKDAYS = '日一二三四五六';

/** Null unless the text is a real day, exactly as 'YYYY-MM-DD'. */
export function parsePlainDate(text: string): PlainDate | null {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return null;
  // 31 February counts as 3 March, so the way back decides.
  const date = dateOfDays(daysOf(text));
  return date === text ? date : null;
}

/** For days known to be real, as in the program's own data; throws RangeError where one is not. */
export function plainDate(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === null) throw new RangeError(`not a date: ${text}`);
  return date;
}

/** `days` may be negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDays(daysOf(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function diffDays(from: PlainDate, to: PlainDate): number {
  return daysOf(to) - daysOf(from);
}

export function compareDates(a: PlainDate, b: PlainDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function weekdayOf(date: PlainDate): Weekday {
  // 1970-01-01 was a Thursday.
  return ((((daysOf(date) + 4) % 7) + 7) % 7) as Weekday;
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** The day that it is in Beijing. */
export function beijingDateOf(instant: number): PlainDate {
  return dateOfDays(Math.floor((instant + BEIJING_OFFSET_MS) / DAY_MS));
}

/** 0:00 in Beijing. */
export function startOfDay(date: PlainDate): number {
  return daysOf(date) * DAY_MS - BEIJING_OFFSET_MS;
}

/** 24:00 in Beijing: the first instant that no longer belongs to the day. */
export function endOfDay(date: PlainDate): number {
  return startOfDay(date) + DAY_MS;
}

/** The last day with any time before the instant: for a closing at 24:00 the day that then ends. */
export function lastDayBefore(instant: number): PlainDate {
  return beijingDateOf(instant - 1);
}

/** 「2026-09-18(周五)」 */
export function formatDate(date: string): string {
  return `${date}(${weekdayWord(date)})`;
}

/** 「09-21 周一」 */
export function formatMonthDay(date: string): string {
  return `${formatMonthDayShort(date)} ${weekdayWord(date)}`;
}

/** 「09-21」 */
export function formatMonthDayShort(date: string): string {
  return plainDate(date).slice(5);
}

/** 「2026年9月18日」, as papers have it. */
export function formatPaperDate(date: string): string {
  const [year, month, day] = plainDate(date).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** 「2026年9月18日至9月24日」; the year again where it turns. */
export function formatPaperSpan(from: string, to: string): string {
  const end = formatPaperDate(to);
  return `${formatPaperDate(from)}至${from.slice(0, 4) === to.slice(0, 4) ? end.slice(5) : end}`;
}

/** 「周五」 */
export function weekdayWord(date: string): string {
  return `周${WEEKDAYS[weekdayOf(plainDate(date))]}`;
}

/** 「14:03」 */
export function formatTime(instant: number): string {
  const minutes = Math.floor((instant - startOfDay(beijingDateOf(instant))) / MINUTE_MS);
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** 「2026-09-18 14:03」 */
export function formatDateTime(instant: number): string {
  return `${beijingDateOf(instant)} ${formatTime(instant)}`;
}

/** The month and day of an instant: 「09-21」. */
export function formatDayOf(instant: number): string {
  return formatMonthDayShort(beijingDateOf(instant));
}

/** 「09-27 24:00（即09-28 0时）」, or 「09-27 17:00」 when it does not close at midnight. */
export function formatClosing(closesAt: number): string {
  const next = beijingDateOf(closesAt);
  if (startOfDay(next) !== closesAt) return `${formatMonthDayShort(next)} ${formatTime(closesAt)}`;
  return `${formatMonthDayShort(addDays(next, -1))} 24:00（即${formatMonthDayShort(next)} 0时）`;
}

/** 「还有3天」, 「今天」, 「已过2天」; `days` as `diffDays(today, date)` gives them. */
export function relativeDays(days: number): string {
  if (days === 0) return '今天';
  return days > 0 ? `还有${days}天` : `已过${-days}天`;
}

/**
 * How far an instant is: calendar days, under 48 hours hours, under one hour minutes, rounded down,
 * so that nobody is promised time that is not there. 「还有12天」「还有31小时」「已过25分钟」.
 */
export function relativeTime(now: number, instant: number): string {
  const distance = Math.abs(instant - now);
  const days = diffDays(beijingDateOf(now), lastDayBefore(instant));
  if (distance >= HOURS_SHOWN_BELOW_MS) return relativeDays(days);
  const word = instant > now ? '还有' : '已过';
  if (distance < MINUTE_MS) return `${word}不到1分钟`;
  if (distance < HOUR_MS) return `${word}${Math.floor(distance / MINUTE_MS)}分钟`;
  return `${word}${Math.floor(distance / HOUR_MS)}小时`;
}

/**
 * Days since 1970-01-01 and back, counted in years that begin on 1 March, so that the leap day is a year's
 * last: 146,097 days to 400 years, 153 to five months. Asked for by the hundred for each application and
 * for every row of the queue, hence no Date.
 */
function daysOf(date: string): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(date.slice(8)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  const days = era * 146_097 + dayOfEra - DAYS_TO_1970;
  if (Number.isNaN(days)) throw new RangeError(`not a date: ${date}`);
  return days;
}

function dateOfDays(days: number): PlainDate {
  const sinceStart = Math.floor(days) + DAYS_TO_1970;
  const era = Math.floor(sinceStart / 146_097);
  const dayOfEra = sinceStart - era * 146_097;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`not a year of four digits: ${year}`);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}` as PlainDate;
}

/** From 0000-03-01, in days. */
const DAYS_TO_1970 = 719_468;

function pad(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
