/** The past of an application, consistent with where it stands: chances, strikes, submissions, opinion and notice. */
import type { BasicUnitOpinion, DispatchRecord, FilingKind, PublicityRecord, Step } from '#model/application.ts';
import { between, pick, type Random } from '../../support/people.ts';
import { SUPERIOR } from '../acts.ts';
import { DAY_MS, beijingDay, startOfBeijingDay } from '../clock.ts';
import { addDays, addWorkdays } from './dates.ts';
import { DISPATCH_COMPANY } from './facts.ts';
import type { Scenario } from './scenarios.ts';
import { APPROVE_OPINION, RESET_OPINION, RETURN_OPINIONS, SUPERIOR_OPINIONS, writeUnitOpinion } from './texts.ts';

/** Q18 */
const PUBLICITY_WORKDAYS = 5;
const HOUR_MS = 60 * 60 * 1000;
const REVIEWERS = ['李敏', '张红梅'];
const CITY = '昆明市人力资源和社会保障局';

export type Past = Readonly<{
  history: readonly Step[];
  version: number;
  submittedAt: number;
  submission: number;
  opinion: BasicUnitOpinion | null;
  publicity: PublicityRecord | null;
}>;
/** Days of the first and the last step up to where opinion and notice begin, or up to now without them. */
export type Course = Readonly<{ firstOn: string; lastOn: string }>;
type Told = Readonly<{
  random: Random;
  newId: () => string;
  day: string;
  scenario: Scenario;
  kind: FilingKind;
  title: string;
  unit: string;
  /** what is unusual about the days */
  bend: (usual: Course) => Course;
}>;
/** Q13 */
export const RECOGNITION_MONTHS: ReadonlySet<number> = new Set([1, 4, 7, 10]);
type Event = Readonly<Pick<Step, 'level' | 'actor' | 'action' | 'opinion'>>;

export function tellPast(told: Told): Past {
  const { day, scenario, newId } = told;
  const course = told.bend(usualCourse(told));
  const timed = [...spread(told, course, eventsOf(told)), ...endingOf(told, course)];
  const times = timed.map(({ at }) => at).toSorted((a, b) => a - b);
  const history = timed.map(({ event }, index): Step => ({ id: newId(), at: times[index] ?? 0, ...event }));
  const submissions = history.filter((step) => step.action === 'submit' || step.action === 'resubmit');
  return {
    history,
    version: history.length,
    submittedAt: submissions.at(-1)?.at ?? 0,
    submission: submissions.length,
    opinion: opinionOf(told),
    publicity: publicityOf(scenario, day),
  };
}

/** Working days since the last day of the notice; what has gone on from the unit has left that behind. */
function endedWorkdaysAgo({ state, readiness }: Scenario): number {
  if (readiness === 'running') return -3;
  return state === 'unit-review' ? 2 : 10;
}

/** The opinion is submitted four working days before the notice is posted. */
function opinionDay(scenario: Scenario, day: string): string {
  const isPosted = scenario.readiness !== 'opinion';
  const endsOn = addWorkdays(day, -endedWorkdaysAgo(scenario));
  return addWorkdays(isPosted ? addWorkdays(endsOn, -PUBLICITY_WORKDAYS) : endsOn, isPosted ? -4 : -9);
}

/** Filed about six weeks ago; before an opinion is written everything is corrected. */
function usualCourse({ random, scenario, kind, day }: Told): Course {
  const { state, readiness } = scenario;
  const isWithApplicant = state === 'with-applicant' || state === 'closed';
  const lastOn = readiness === 'none' || isWithApplicant ? addDays(day, -3) : addDays(opinionDay(scenario, day), -2);
  const latest = addDays(lastOn, -between(random, 18, 22));
  const usual = addDays(day, -between(random, 36, 40));
  const firstOn = usual < latest ? usual : latest;
  return {
    firstOn: kind === 'recognition' ? lastDayWithin(firstOn, (month) => RECOGNITION_MONTHS.has(month)) : firstOn,
    lastOn,
  };
}

/** The day itself or the nearest before it that lies in such a month. */
export function lastDayWithin(day: string, isMonth: (month: number) => boolean): string {
  let found = day;
  while (!isMonth(Number(found.slice(5, 7)))) found = addDays(found, -1);
  return found;
}

type Timed = Readonly<{ at: number; event: Event }>;

/** The last step on the last day, the one before it a day earlier, the others evenly; all in working hours. */
function spread({ random }: Told, { firstOn, lastOn }: Course, events: readonly Event[]): readonly Timed[] {
  const first = Date.parse(firstOn);
  const span = Date.parse(lastOn) - DAY_MS - first;
  const gaps = Math.max(1, events.length - 2);
  return events.map((event, index) => {
    const isLast = index > 0 && index === events.length - 1;
    const on = isLast ? lastOn : beijingDay(first + Math.floor((span * index) / gaps));
    return { at: workingTime(random, on), event };
  });
}

function workingTime(random: Random, day: string): number {
  return startOfBeijingDay(day) + between(random, 9 * 60, 17 * 60) * 60_000;
}

/** Rounds of return and resubmission, then rounds of approval and superior's opinion, then how it ended. */
function eventsOf({ random, scenario }: Told): readonly Event[] {
  const { name, state, chancesUsed, strikes } = scenario;
  const applicant = { level: 'applicant', actor: name } as const;
  const submit: Event = { ...applicant, action: 'submit', opinion: '' };
  const resubmit: Event = { ...applicant, action: 'resubmit', opinion: '已按审核意见修改完善。' };
  const approve = approval(random);
  const isWithApplicant = state === 'with-applicant' || state === 'closed';

  const events: Event[] = [submit];
  for (let chance = 0; chance < chancesUsed; chance += 1) {
    const isReset = chance === 1 && chancesUsed > 2;
    const opinion = isReset ? RESET_OPINION : (RETURN_OPINIONS[chance % RETURN_OPINIONS.length] ?? '');
    events.push({ level: 'unit', actor: pick(random, REVIEWERS), action: isReset ? 'reset' : 'return', opinion });
    const isLast = chance === chancesUsed - 1 && strikes === 0;
    if (!(isLast && isWithApplicant)) events.push(resubmit);
  }
  for (let strike = 0; strike < strikes; strike += 1) {
    events.push(approve, {
      level: 'superior',
      actor: SUPERIOR,
      action: 'opinion',
      opinion: SUPERIOR_OPINIONS[strike] ?? '',
    });
    if (!(strike === strikes - 1 && isWithApplicant)) events.push(resubmit);
  }
  return events;
}

function approval(random: Random): Event {
  return { level: 'unit', actor: pick(random, REVIEWERS), action: 'approve', opinion: APPROVE_OPINION };
}

/** What came after opinion and notice, a few working days apart. */
function endingOf({ random, scenario, day }: Told, { lastOn }: Course): readonly Timed[] {
  const { state, name } = scenario;
  const handOn: Event = { level: 'superior', actor: SUPERIOR, action: 'accept', opinion: '材料齐全，同意上报。' };
  const accept: Event = { level: 'city', actor: CITY, action: 'accept', opinion: '电子材料审核通过。' };
  const passed = [approval(random), handOn, accept].map((event, index) => ({
    at: workingTime(random, addWorkdays(day, 2 * index - 7)),
    event,
  }));
  switch (state) {
    case 'superior-review':
      return passed.slice(0, 1);
    case 'city-review':
      return passed.slice(0, 2);
    case 'accepted':
      return passed;
    case 'withdrawn':
      return [
        {
          at: workingTime(random, addDays(day, -2)),
          event: { level: 'applicant', actor: name, action: 'withdraw', opinion: '本人申请撤回本次申报。' },
        },
      ];
    case 'closed':
      return [
        {
          at: workingTime(random, addDays(lastOn, 1)),
          event: {
            level: 'system',
            actor: '申报系统',
            action: 'close',
            opinion: '上级3次提出审核意见，本年度不再受理。',
          },
        },
      ];
    case 'unit-review':
    case 'with-applicant':
      return [];
  }
}

function opinionOf({ scenario, day, title, unit, random }: Told): BasicUnitOpinion | null {
  if (scenario.readiness === 'none') return null;
  const submittedOn = opinionDay(scenario, day);
  const text = writeUnitOpinion({ name: scenario.name, title, unit, day: addWorkdays(submittedOn, -1) });
  return { text, submittedAt: startOfBeijingDay(submittedOn) + 10 * HOUR_MS, submittedBy: pick(random, REVIEWERS) };
}

/** Posted and reviewed here; the company has not posted, and nobody has sealed (Q18). */
const DISPATCH: DispatchRecord = {
  ownSide: 'host-unit',
  otherUnit: DISPATCH_COMPANY,
  otherNotice: null,
  reviewed: ['host-unit'],
  sealed: [],
};

/** At least 5 working days; the posting day does not count (Q18). */
function publicityOf(scenario: Scenario, day: string): PublicityRecord | null {
  const { readiness } = scenario;
  if (readiness === 'none' || readiness === 'opinion') return null;
  const endsOn = addWorkdays(day, -endedWorkdaysAgo(scenario));
  const postedOn = addWorkdays(endsOn, -PUBLICITY_WORKDAYS);
  const notice = { postedOn, endsOn, place: '行政楼一楼公告栏、校园网公示栏', concludedAt: null, outcome: null };
  if (scenario.employment === 'dispatch') return { ...notice, openObjections: 0, dispatch: DISPATCH };
  if (readiness === 'running') return { ...notice, openObjections: 0 };
  if (readiness === 'objection') return { ...notice, openObjections: 1 };
  const concludedAt = startOfBeijingDay(addWorkdays(endsOn, 1)) + 9 * HOUR_MS;
  return { ...notice, openObjections: 0, concludedAt, outcome: 'no-objection' };
}
