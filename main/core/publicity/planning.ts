/** The sum for a posting day and some people, shown before anything is posted (ux 3.6). Changes nothing. */
import {
  addDays,
  beijingDateOf,
  lastDayBefore,
  plainDate,
  weekdayOf,
  yearOf,
  type PlainDate,
} from '#model/beijing-time.ts';
import { dayKind, type WorkingCalendar } from '#model/calendar.ts';
import { planPublicity, type PublicityPlan } from '#model/publicity-dates.ts';
import { ok } from '#model/result.ts';
import { latestStartOf } from '../applications/applications.service.ts';
import type { Answer, Entry, Input, NoticeDesk, Output } from './notice-desk.ts';
import { fitOf } from './publicity.rules.ts';

type Day = Output<'plan'>['days'][number];
type Group = Output<'plan'>['groups'][number];

const WEEK = 7;
const SHOWN_WEEKS = 6;
const MAX_GROUPS = 500;

export function planNotice(desk: NoticeDesk, { applicationIds, postedOn }: Input<'plan'>): Answer<'plan'> {
  const { applications, calendar } = desk;
  const plan = planPublicity(calendar, plainDate(postedOn));
  if (!plan.ok) return plan;
  const { countedDays, endsOn, endsOnByRuleB, approvableFrom, signableOn } = plan.value;
  const days = daysShown(calendar, plan.value);
  return ok({
    today: desk.today(),
    postedOn,
    endsOn,
    endsOnByRuleB,
    approvableOn: beijingDateOf(approvableFrom),
    signableOn: signableOn.ok ? signableOn.value : null,
    countedDays: [...countedDays],
    isPostingDayOff: isDayOff(days, postedOn),
    days,
    groups: groupsOf(
      desk,
      [...new Set(applicationIds)].flatMap((id) => applications.entry(id) ?? []),
      plan.value,
    ),
    sources: sourcesOf(calendar, plan.value),
  });
}

/** Whole weeks from the Monday of the week in which the month begins, as far as the day of signing. */
function daysShown(calendar: WorkingCalendar, plan: PublicityPlan): Day[] {
  const { postedOn, countedDays, endsOn, signableOn } = plan;
  const monthStart = plainDate(`${postedOn.slice(0, 8)}01`);
  const first = addDays(monthStart, -((weekdayOf(monthStart) + WEEK - 1) % WEEK));
  const last = signableOn.ok ? signableOn.value : endsOn;
  const counted = new Map([postedOn, ...countedDays].map((date, index) => [date, index]));
  const days: Day[] = [];
  for (let date = first; days.length < SHOWN_WEEKS * WEEK || days.length % WEEK > 0 || date <= last;) {
    const kind = dayKind(calendar, date);
    days.push({
      date,
      kind: kind.ok ? kind.value.kind : 'unknown',
      holiday: kind.ok ? kind.value.name : null,
      counted: counted.get(date) ?? null,
    });
    date = addDays(date, 1);
  }
  return days;
}

function isDayOff(days: readonly Day[], date: string): boolean {
  const kind = days.find((day) => day.date === date)?.kind;
  return kind === 'weekend' || kind === 'holiday';
}

/** By committee, closing and need; the earliest closing first. */
function groupsOf(desk: NoticeDesk, entries: readonly Entry[], plan: PublicityPlan): Group[] {
  const groups = Map.groupBy(entries, ({ digest }) =>
    [digest.committee, digest.closesAt, digest.employment === 'dispatch'].join('\n'),
  );
  return [...groups.values()]
    .toSorted((a, b) => closing(a) - closing(b))
    .slice(0, MAX_GROUPS)
    .map((people) => groupOf(desk, people, plan));
}

function closing([first]: readonly Entry[]): number {
  return first?.digest.closesAt ?? Number.MAX_SAFE_INTEGER;
}

function groupOf({ calendar, ports, today }: NoticeDesk, people: readonly Entry[], plan: PublicityPlan): Group {
  const { committee, closesAt, employment } = (people[0] as Entry).digest;
  const isDispatch = employment === 'dispatch';
  return {
    committee,
    isDispatch,
    people: people.map(({ digest: { id, name, department } }) => ({ id, name, department })),
    closesOn: closesAt === null ? null : lastDayBefore(closesAt),
    latestStart: latestStartOf({ state: 'unit-review', publicity: null, closesAt }, today(), calendar),
    verdict: verdictOf(plan, { closesAt, isDispatch, now: ports.clock.now() }),
  };
}

function verdictOf(
  plan: PublicityPlan,
  { closesAt, isDispatch, now }: Readonly<{ closesAt: number | null; isDispatch: boolean; now: number }>,
): Group['verdict'] {
  const fit = fitOf(plan, closesAt, now);
  if (typeof fit === 'object') return 'calendar-missing';
  // the other unit's notice is recorded once this one is there
  return fit !== 'too-late' && isDispatch ? 'second-notice-missing' : fit;
}

/** The notices of the State Council's office that the counted days rest on. */
function sourcesOf(
  calendar: WorkingCalendar,
  { postedOn, countedDays, signableOn }: PublicityPlan,
): Output<'plan'>['sources'] {
  const days: readonly PlainDate[] = [postedOn, ...countedDays, ...(signableOn.ok ? [signableOn.value] : [])];
  return [...new Set(days.map(yearOf))].flatMap((year) => {
    const source = calendar.years.get(year)?.source;
    return source ? [{ year, title: source.title, number: source.number ?? null }] : [];
  });
}
