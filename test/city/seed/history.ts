/** The past of an application, consistent with where it stands: chances, strikes, submissions, opinion and notice. */
import type { ApplicationState, BasicUnitOpinion, PublicityRecord, Step } from '#model/application.ts';
import { between, pick, type Random } from '../../support/people.ts';
import { SUPERIOR } from '../acts.ts';
import { DAY_MS, beijingDay, startOfBeijingDay } from '../clock.ts';
import { addWorkdays } from './dates.ts';
import type { Readiness, Scenario } from './scenarios.ts';
import { APPROVE_OPINION, RESET_OPINION, RETURN_OPINIONS, SUPERIOR_OPINIONS, writeUnitOpinion } from './texts.ts';

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
type Told = Readonly<{
  random: Random;
  newId: () => string;
  day: string;
  scenario: Scenario;
  title: string;
  unit: string;
}>;
type Event = Readonly<Pick<Step, 'level' | 'actor' | 'action' | 'opinion'>>;

export function tellPast(told: Told): Past {
  const { day, scenario, random, newId } = told;
  const events = eventsOf(told);
  // everything lies between 40 and 1 days before the seed's day, in working hours
  const first = startOfBeijingDay(day, -40) + between(random, 0, 4) * DAY_MS;
  const span = startOfBeijingDay(day, -2) - first;
  const history = events.map((event, index): Step => {
    const at = first + Math.floor((span * index) / Math.max(1, events.length));
    return { id: newId(), at: startOfBeijingDay(beijingDay(at)) + between(random, 9 * 60, 17 * 60) * 60_000, ...event };
  });
  const submissions = history.filter((step) => step.action === 'submit' || step.action === 'resubmit');
  const submittedAt = submissions.at(-1)?.at ?? first;
  return {
    history,
    version: history.length,
    submittedAt,
    submission: submissions.length,
    opinion: opinionOf(told),
    publicity: publicityOf(scenario.readiness, day),
  };
}

/** Rounds of return and resubmission, then rounds of approval and superior's opinion, then how it ended. */
function eventsOf({ random, scenario }: Told): readonly Event[] {
  const { name, state, chancesUsed, strikes } = scenario;
  const applicant = { level: 'applicant', actor: name } as const;
  const submit: Event = { ...applicant, action: 'submit', opinion: '' };
  const resubmit: Event = { ...applicant, action: 'resubmit', opinion: '已按审核意见修改完善。' };
  const approve: Event = { level: 'unit', actor: pick(random, REVIEWERS), action: 'approve', opinion: APPROVE_OPINION };
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
  return [...events, ...endingOf(state, scenario, approve)];
}

function endingOf(state: ApplicationState, { name }: Scenario, approve: Event): readonly Event[] {
  const handOn: Event = { level: 'superior', actor: SUPERIOR, action: 'accept', opinion: '材料齐全，同意上报。' };
  switch (state) {
    case 'superior-review':
      return [approve];
    case 'city-review':
      return [approve, handOn];
    case 'accepted':
      return [approve, handOn, { level: 'city', actor: CITY, action: 'accept', opinion: '电子材料审核通过。' }];
    case 'withdrawn':
      return [{ level: 'applicant', actor: name, action: 'withdraw', opinion: '本人申请撤回本次申报。' }];
    case 'closed':
      return [
        { level: 'system', actor: '申报系统', action: 'close', opinion: '上级3次提出审核意见，本年度不再受理。' },
      ];
    case 'unit-review':
    case 'with-applicant':
      return [];
  }
}

function opinionOf({ scenario, day, title, unit, random }: Told): BasicUnitOpinion | null {
  if (scenario.readiness === 'none') return null;
  const text = writeUnitOpinion({ name: scenario.name, title, unit, day: addWorkdays(day, -12) });
  return {
    text,
    submittedAt: startOfBeijingDay(addWorkdays(day, -11)) + 10 * HOUR_MS,
    submittedBy: pick(random, REVIEWERS),
  };
}

/** At least 5 working days; the posting day does not count (Q18). */
function publicityOf(readiness: Readiness, day: string): PublicityRecord | null {
  if (readiness === 'none' || readiness === 'opinion') return null;
  const endsOn = addWorkdays(day, readiness === 'running' ? 3 : -2);
  const postedOn = addWorkdays(endsOn, -5);
  const notice = { postedOn, endsOn, place: '行政楼一楼公告栏、校园网公示栏', concludedAt: null, outcome: null };
  if (readiness === 'running') return { ...notice, openObjections: 0 };
  if (readiness === 'objection') return { ...notice, openObjections: 1 };
  const concludedAt = startOfBeijingDay(addWorkdays(endsOn, 1)) + 9 * HOUR_MS;
  return { ...notice, openObjections: 0, concludedAt, outcome: 'no-objection' };
}
