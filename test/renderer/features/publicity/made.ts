/** What the core answers for 公示, complete, to be changed as a test needs. */
import { addDays, plainDate, weekdayOf, yearOf, type PlainDate } from '#model/beijing-time.ts';
import { dayKind } from '#model/calendar.ts';
import { planPublicity } from '#model/publicity-dates.ts';
import type {
  Notice,
  NoticePerson,
  NoticeSummary,
  Plan,
  PlanGroup,
  WaitingPerson,
} from '../../../../renderer/features/publicity/types.ts';
import { shippedCalendar } from '../../../support/calendar.ts';

export const TODAY = '2026-09-18';
const WEEKS = 6;

/** As the core plans it on the calendar that is shipped. */
export function planOf(postedOn: string, groups: readonly PlanGroup[] = [], today = TODAY): Plan {
  const plan = planPublicity(shippedCalendar, plainDate(postedOn));
  if (!plan.ok) throw new Error(`no calendar for ${postedOn}`);
  const { countedDays, endsOn, endsOnByRuleB, signableOn } = plan.value;
  const counted = new Map<string, number>([postedOn, ...countedDays].map((date, at) => [date, at]));
  const first = plainDate(`${postedOn.slice(0, 8)}01`);
  const days: Plan['days'] = [];
  for (
    let date = addDays(first, -((weekdayOf(first) + 6) % 7));
    days.length < WEEKS * 7 || days.length % 7 > 0 || date <= endsOn;
    date = addDays(date, 1)
  ) {
    days.push({ ...kindOf(date), date, counted: counted.get(date) ?? null });
  }
  return {
    today,
    postedOn,
    endsOn,
    endsOnByRuleB,
    approvableOn: addDays(endsOn, 1),
    signableOn: signableOn.ok ? signableOn.value : null,
    countedDays: [...countedDays],
    isPostingDayOff: ['weekend', 'holiday'].includes(kindOf(plainDate(postedOn)).kind),
    days,
    groups: [...groups],
    sources: [{ year: yearOf(plainDate(postedOn)), title: '国务院办公厅关于2026年部分节假日安排的通知', number: null }],
  };
}

function kindOf(date: PlainDate): Pick<Plan['days'][number], 'kind' | 'holiday'> {
  const kind = dayKind(shippedCalendar, date);
  return kind.ok ? { kind: kind.value.kind, holiday: kind.value.name } : { kind: 'unknown', holiday: null };
}

export function groupOf(over: Partial<PlanGroup> = {}): PlanGroup {
  return {
    committee: '昆明市中小学高级教师评审委员会',
    isDispatch: false,
    people: [{ id: 'a1', name: '段雪梅', department: '高二' }],
    closesOn: '2026-09-30',
    latestStart: { kind: 'date', date: '2026-09-21', daysLeft: 3 },
    verdict: 'in-time',
    ...over,
  };
}

export function waitingPerson(over: Partial<WaitingPerson> = {}): WaitingPerson {
  return {
    id: 'a1',
    name: '段雪梅',
    department: '高二',
    title: '高级教师',
    committee: '昆明市中小学高级教师评审委员会',
    employment: 'staff',
    closesAt: Date.parse('2026-10-01T00:00:00+08:00'),
    latestStart: { kind: 'date', date: '2026-09-21', daysLeft: 3 },
    ...over,
  };
}

export function summaryOf(over: Partial<NoticeSummary> = {}): NoticeSummary {
  return {
    id: 'n1',
    postedOn: '2026-09-18',
    endsOn: '2026-09-24',
    place: '校园公告栏',
    people: 2,
    names: ['段雪梅', '和·阿丽'],
    openObjections: 0,
    concluded: 0,
    state: 'running',
    standing: { kind: 'running', day: 3, days: 5, endsOn: '2026-09-24' },
    ...over,
  };
}

export function personOf(over: Partial<NoticePerson> = {}): NoticePerson {
  return {
    id: 'a1',
    name: '段雪梅',
    department: '高二',
    title: '高级教师',
    employment: 'staff',
    concludedAt: null,
    outcome: null,
    openObjections: 0,
    dispatch: null,
    hasLeft: false,
    isApproved: false,
    ...over,
  };
}

export function noticeOf(over: Partial<Notice> = {}): Notice {
  return {
    summary: summaryOf(),
    facts: { place: '校园公告栏', shown: '学历、资历', contact: '', phone: '0871-63100000', materialsAt: '' },
    text: '',
    countedDays: [],
    people: [personOf()],
    objections: [],
    photos: [],
    changes: [],
    createdAt: 0,
    createdBy: '李敏',
    ...over,
  };
}
