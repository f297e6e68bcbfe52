/**
 * Years in the present title and post (任职年限), up to a cutoff: 31 December of the application year
 * for the city's committees (Q6), the committee's own day for provincial ones. Time on loan (借调)
 * without the post's duties does not count (Q8(1)); service in the series before a change counts on
 * (Q11(2)), so several periods are joined and days in two of them count once.
 *
 * The guide does not say whether the last day itself is counted: from 2018-01-01 to 2022-12-31 are
 * five years with it and four without. Both are given, and a person decides where they differ.
 */
import { addDays, compareDates, diffDays, plainDate, type PlainDate } from './beijing-time.ts';
import { addMonths, addYears, parseGivenDay, spanBetween, type MonthSpan } from './months.ts';
import { failWith, ok, type DetailedFailure, type DetailedResult } from './result.ts';

/** Distance from a threshold, either way, within which a person must look. */
const NEAR_DAYS = 31;

/**
 * As given, 'YYYY-MM' or 'YYYY-MM-DD', both ends included. A month begins with its first day and ends
 * with its last. Without an end, or with an empty one, it lasts to the cutoff.
 */
export type GivenPeriod = Readonly<{ from: string; to?: string | null | undefined }>;

export type Service = Readonly<{
  /** time in the title and post, in any order; more than one after a change of series */
  periods: readonly GivenPeriod[];
  /** time that does not count, in any order (Q8(1)) */
  deductions?: readonly GivenPeriod[] | undefined;
  cutoff: PlainDate;
}>;

export type YearsInPost = Readonly<{
  /** whole years with the last day counted, and without it */
  years: number;
  yearsWithoutLastDay: number;
  /** the two differ: both are shown and a person decides */
  isAmbiguous: boolean;
  /** somewhere only a month was given: service is counted from its first day, deductions are whole */
  isDayUnknown: boolean;
  /** all of it, with the last day: 「4年11个月」 by `formatSpan` */
  served: MonthSpan;
  /** what did not count, between the first day and the last: deductions and gaps */
  deducted: MonthSpan;
  /** still to serve for the next whole year */
  missingToNextYear: MonthSpan;
  startsOn: PlainDate;
  /** the first day, moved by what did not count: as if served from then on without a break */
  countsFrom: PlainDate;
  /** the last day served, at most the cutoff */
  lastDay: PlainDate;
}>;

export type ServiceFailure =
  | DetailedFailure<'not-a-day', Readonly<{ text: string }>>
  | DetailedFailure<'ends-before-start', Readonly<{ from: string; to: string }>>
  | DetailedFailure<'no-service', Readonly<{ cutoff: PlainDate }>>;

/** How the service stands to a number of years that the conditions ask for. */
export type ServiceAgainstYears = Readonly<{
  isReached: boolean;
  isReachedWithoutLastDay: boolean;
  /** so close that the day, the counting or a slip of the pen decides: a person must look */
  isNear: boolean;
  /** still to serve after the last day; nothing when reached */
  missing: MonthSpan;
  /** the last day of the years asked for */
  completeOn: PlainDate;
}>;

/** Days [from, until) */
type Stretch = Readonly<{ from: PlainDate; until: PlainDate }>;

/** 31 December of the application year (Q6). */
export function cityCutoff(year: number): PlainDate {
  return plainDate(`${year}-12-31`);
}

export function countYearsInPost(service: Service): DetailedResult<YearsInPost, ServiceFailure> {
  const dayAfter = addDays(service.cutoff, 1);
  const given = [...service.periods, ...(service.deductions ?? [])];
  const periods = readPeriods(service.periods, dayAfter);
  if (!periods.ok) return periods;
  const deductions = readPeriods(service.deductions ?? [], dayAfter);
  if (!deductions.ok) return deductions;
  const served = subtract(join(periods.value), join(deductions.value));
  const startsOn = join(periods.value)[0]?.from;
  const until = served.at(-1)?.until;
  if (startsOn === undefined || until === undefined) return failWith('no-service', { cutoff: service.cutoff });
  const deducted = sumOfSpans(subtract([{ from: startsOn, until }], served));
  return ok(yearsOf(startsOn, until, deducted, given.some(isDayUnknownIn)));
}

/** `years` asked for in the post, e.g. 5 for the next title. */
export function compareWithYears(service: YearsInPost, years: number): ServiceAgainstYears {
  const completeOn = addDays(addYears(service.countsFrom, years), -1);
  const distance = diffDays(completeOn, service.lastDay);
  const isReached = service.years >= years;
  return {
    isReached,
    isReachedWithoutLastDay: service.yearsWithoutLastDay >= years,
    isNear: Math.abs(distance) <= NEAR_DAYS,
    missing: isReached ? { months: 0, days: 0 } : spanBetween(service.lastDay, completeOn),
    completeOn,
  };
}

function yearsOf(startsOn: PlainDate, until: PlainDate, deducted: MonthSpan, isDayUnknown: boolean): YearsInPost {
  const countsFrom = addDays(addMonths(startsOn, deducted.months), deducted.days);
  const lastDay = addDays(until, -1);
  // What does not count may, by the unequal lengths of months, come to a day or two more than was served.
  const served = countsFrom < until ? spanBetween(countsFrom, until) : { months: 0, days: 0 };
  const years = Math.floor(served.months / 12);
  const yearsWithoutLastDay = countsFrom < lastDay ? Math.floor(spanBetween(countsFrom, lastDay).months / 12) : 0;
  const nextYear = addYears(countsFrom, years + 1);
  return {
    years,
    yearsWithoutLastDay,
    isAmbiguous: years !== yearsWithoutLastDay,
    isDayUnknown,
    served,
    deducted,
    missingToNextYear: spanBetween(until, nextYear),
    startsOn,
    countsFrom,
    lastDay,
  };
}

function readPeriods(
  given: readonly GivenPeriod[],
  limit: PlainDate,
): DetailedResult<readonly Stretch[], ServiceFailure> {
  const stretches: Stretch[] = [];
  for (const period of given) {
    const from = parseGivenDay(period.from);
    if (from === null) return failWith('not-a-day', { text: period.from });
    const to = period.to ? parseGivenDay(period.to) : null;
    if (period.to && to === null) return failWith('not-a-day', { text: period.to });
    if (to !== null && to.last < from.first)
      return failWith('ends-before-start', { from: period.from, to: period.to ?? '' });
    const until = to === null || to.last >= limit ? limit : addDays(to.last, 1);
    if (from.first < until) stretches.push({ from: from.first, until });
  }
  return ok(stretches);
}

function isDayUnknownIn({ from, to }: GivenPeriod): boolean {
  return [from, to].some((text) => text && parseGivenDay(text)?.isDayUnknown);
}

/** The same days, in order, without overlaps and without seams. */
function join(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const next of stretches.toSorted((a, b) => compareDates(a.from, b.from))) {
    const last = joined.at(-1);
    if (last === undefined || last.until < next.from) joined.push(next);
    else if (last.until < next.until) joined[joined.length - 1] = { from: last.from, until: next.until };
  }
  return joined;
}

/** The days of `stretches` that lie in none of `taken`; both joined. */
function subtract(stretches: readonly Stretch[], taken: readonly Stretch[]): readonly Stretch[] {
  return taken.reduce<readonly Stretch[]>(
    (left, gone) =>
      left.flatMap(({ from, until }) =>
        [
          { from, until: until < gone.from ? until : gone.from },
          { from: from > gone.until ? from : gone.until, until },
        ].filter((part) => part.from < part.until),
      ),
    stretches,
  );
}

function sumOfSpans(stretches: readonly Stretch[]): MonthSpan {
  const spans = stretches.map(({ from, until }) => spanBetween(from, until));
  return {
    months: spans.reduce((sum, span) => sum + span.months, 0),
    days: spans.reduce((sum, span) => sum + span.days, 0),
  };
}
