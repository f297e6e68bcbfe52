/** The texts of 「公示」 (ux 3.6): counts, states, verdicts. Refusals: trouble-words.ts. */
import {
  addDays,
  diffDays,
  formatMonthDay,
  formatMonthDayShort,
  lastDayBefore,
  plainDate,
  relativeDays,
  type PlainDate,
} from '#model/beijing-time.ts';
import type { DispatchSide, PublicityOutcome } from '#model/application.ts';
import { PUBLICITY_DAYS, URGENT_DAYS } from '#model/publicity-dates.ts';
import type { GlyphName } from '../../ui/glyph.tsx';
import type { Tone } from '../../ui/status-tag.tsx';
import type {
  Board,
  DeadlineRow,
  LeftOut,
  NoticePerson,
  NoticeSummary,
  Objection,
  Plan,
  PlanGroup,
  PublicityTab,
  WaitingPerson,
} from './types.ts';

export type State = Readonly<{ glyph: GlyphName | null; tone: Tone; text: string }>;

export const TAB_WORDS: Readonly<Record<PublicityTab, string>> = {
  plan: '待安排',
  running: '公示中',
  over: '已满待结论',
  done: '已结束',
  deadlines: '截止',
};

/** People, not notices: how many wait, are shown now, lack a conclusion, have one. */
export function tabCounts({ waiting, notices }: Board): Readonly<Record<PublicityTab, number | null>> {
  const peopleOf = (state: NoticeSummary['state']) =>
    notices.filter((notice) => notice.state === state).reduce((sum, notice) => sum + notice.people, 0);
  const concluded = notices.filter(({ state }) => state === 'over').reduce((sum, notice) => sum + notice.concluded, 0);
  return {
    plan: waiting.length,
    running: peopleOf('running'),
    over: peopleOf('over') - concluded,
    done: peopleOf('done'),
    deadlines: null,
  };
}

const TABS_OF_STATES: Readonly<Record<NoticeSummary['state'], PublicityTab>> = {
  running: 'running',
  over: 'over',
  done: 'done',
  cancelled: 'done',
};

export function tabOf(notice: NoticeSummary): PublicityTab {
  return TABS_OF_STATES[notice.state];
}

export function noticeState({ state, standing, endsOn, openObjections }: NoticeSummary): State {
  if (state === 'cancelled') return { glyph: null, tone: 'quiet', text: '已撤销' };
  if (openObjections > 0) return { glyph: 'bang', tone: 'bad', text: `有异议${openObjections}件未核实` };
  if (state === 'done') return { glyph: 'tick', tone: 'good', text: '已结束' };
  if (state === 'over') return { glyph: 'clock', tone: 'warn', text: '已满，待结论' };
  const day = standing.kind === 'running' && standing.day > 0 ? ` 第${standing.day}/${standing.days}天` : '';
  return { glyph: 'play', tone: 'info', text: `公示中${day}，${formatMonthDayShort(endsOn)}满` };
}

/** 「09-18发布的公示」 */
export function noticeName({ postedOn }: Pick<NoticeSummary, 'postedOn'>): string {
  return `${formatMonthDayShort(postedOn)}发布的公示`;
}

/** 「段雪梅、李正东、和·阿丽等31人」 */
export function peopleWords(names: readonly string[], total: number, most = 3): string {
  const shown = names.slice(0, most).join('、');
  return total > Math.min(most, names.length) ? `${shown}等${total}人` : shown;
}

export const OUTCOME_STATES: Readonly<Record<PublicityOutcome, State>> = {
  'no-objection': { glyph: 'tick', tone: 'good', text: '无异议' },
  'objection-settled': { glyph: 'tick', tone: 'good', text: '有异议已核实' },
  'objection-upheld': { glyph: 'square', tone: 'bad', text: '异议属实，不推荐' },
};

/** Where one person of a notice stands. */
export function personState(person: NoticePerson, notice: NoticeSummary, hasUpheld: boolean): State {
  if (person.hasLeft) return { glyph: null, tone: 'quiet', text: notice.state === 'cancelled' ? '已撤销' : '已移出' };
  if (person.openObjections > 0) return { glyph: 'bang', tone: 'bad', text: '有异议，未核实' };
  if (person.outcome !== null && person.concludedAt !== null) return OUTCOME_STATES[person.outcome];
  if (hasUpheld) return OUTCOME_STATES['objection-upheld'];
  if (notice.state === 'running') return { glyph: 'play', tone: 'info', text: '公示中' };
  return { glyph: 'clock', tone: 'warn', text: '已满，待结论' };
}

export const SIDE_WORDS: Readonly<Record<DispatchSide, string>> = {
  'dispatch-company': '派遣公司',
  'host-unit': '用工单位',
};

/** What a group's row of 「按截止分开算」 ends with. */
export function groupState({ verdict, latestStart }: PlanGroup): State {
  switch (verdict) {
    case 'in-time':
      return { glyph: 'tick', tone: 'good', text: '赶得上' };
    case 'second-notice-missing':
      return { glyph: 'triangle', tone: 'warn', text: '缺派遣公司公示' };
    case 'too-late':
      return { glyph: 'square', tone: 'bad', text: '赶不上，未加入' };
    case 'no-window':
      return { glyph: 'dot', tone: 'quiet', text: '截止未公布' };
    case 'calendar-missing':
      return { glyph: 'triangle', tone: 'warn', text: notComputed(latestStart) };
  }
}

/** 「未计算（2027年放假安排未装入）」 */
function notComputed(latestStart: PlanGroup['latestStart']): string {
  return latestStart.kind === 'calendar-missing' ? `未计算（${latestStart.year}年放假安排未装入）` : '未计算';
}

export function latestStartWords(latestStart: PlanGroup['latestStart']): string {
  switch (latestStart.kind) {
    case 'date':
      return formatMonthDay(latestStart.date);
    case 'no-window':
      return '截止未公布';
    case 'calendar-missing':
      return `未计算（缺${latestStart.year}年放假安排）`;
    case 'not-needed':
      return '不用再公示';
  }
}

/** Whether this many days left are red, wherever they stand (ux 3.2). */
export function isUrgent(latestStart: PlanGroup['latestStart']): boolean {
  return latestStart.kind === 'date' && latestStart.daysLeft <= URGENT_DAYS;
}

/** 「09-22发布要到09-30才满，赶不上09-30 24:00截止。最迟09-21发布。」 */
export function tooLateWords(group: PlanGroup, { postedOn, endsOn }: Plan): string {
  const closes = group.closesOn === null ? '' : `，赶不上${formatMonthDayShort(group.closesOn)} 24:00截止`;
  return `${formatMonthDayShort(postedOn)}发布要到${formatMonthDayShort(endsOn)}才满${closes}。${latestWords(group)}`;
}

function latestWords({ latestStart }: PlanGroup): string {
  if (latestStart.kind !== 'date') return '';
  const day = formatMonthDayShort(latestStart.date);
  return latestStart.daysLeft < 0 ? `最迟${day}就要发布，已经过了。` : `最迟${day}发布。`;
}

/** Those who would be on the notice: everybody but who is too late. */
export function includedGroups(plan: Plan): readonly PlanGroup[] {
  return plan.groups.filter(({ verdict }) => verdict !== 'too-late');
}

/** Of those chosen, who would be on it. Those too late are chosen and yet will not be. */
export function onNotice(chosen: readonly WaitingPerson[], plan: Plan): readonly WaitingPerson[] {
  const late = new Set(
    plan.groups.flatMap(({ verdict, people }) => (verdict === 'too-late' ? people.map(({ id }) => id) : [])),
  );
  return chosen.filter(({ id }) => !late.has(id));
}

export function countPeople(groups: readonly PlanGroup[]): number {
  return groups.reduce((sum, { people }) => sum + people.length, 0);
}

/** The one word above the sum. */
export function planState(plan: Plan): State {
  const included = countPeople(includedGroups(plan));
  const late = countPeople(plan.groups) - included;
  if (included === 0 && late === 0) return { glyph: null, tone: 'quiet', text: '还没有选人' };
  if (late > 0) return { glyph: 'square', tone: 'bad', text: included === 0 ? '赶不上' : `${late}人赶不上` };
  if (plan.groups.some(({ verdict }) => verdict === 'calendar-missing')) {
    return { glyph: 'triangle', tone: 'warn', text: '有的没有算出' };
  }
  if (plan.groups.every(({ verdict }) => verdict === 'no-window')) {
    return { glyph: 'dot', tone: 'quiet', text: '截止未公布' };
  }
  return { glyph: 'tick', tone: 'good', text: '赶得上' };
}

/** 「市中小学高级教师，09-30截止」, 「3个评委会，最早09-23截止」 */
export function committeesWords(people: readonly WaitingPerson[], nameOf: (committee: string) => string): string {
  const committees = [...new Set(people.map(({ committee }) => committee))];
  const closings = people.flatMap(({ closesAt }) => closesAt ?? []);
  const first = closings.length === 0 ? null : formatMonthDayShort(lastDayBefore(Math.min(...new Set(closings))));
  if (committees.length === 1) {
    const name = nameOf(committees[0] ?? '');
    return first === null ? `${name}，截止未公布` : `${name}，${first}截止`;
  }
  return first === null ? `${committees.length}个评委会` : `${committees.length}个评委会，最早${first}截止`;
}

const LEFT_OUT_WORDS: Readonly<Record<LeftOut['reason'], string>> = {
  'not-found': '已不在本单位',
  'not-at-unit-review': '现在不在单位审核',
  'already-posted': '已在另一份公示里',
  'too-late': '公示期满赶不上截止',
  'objection-open': '有异议，还没有核实',
  'dispatch-incomplete': '劳务派遣，另一单位的公示没有登记或还没满',
  'already-concluded': '已经有结论',
  decided: '已经办过决定',
};

/** 「李四（公示期满赶不上截止）」 */
export function leftOutWords({ name, reason }: LeftOut): string {
  return `${name === '' ? '一人' : name}（${LEFT_OUT_WORDS[reason]}）`;
}

/** 「未加入1人：李四（…）。」; '' where nobody was left out */
export function leftOutSentence(leftOut: readonly LeftOut[], word: string): string {
  const most = 6;
  if (leftOut.length === 0) return '';
  const named = leftOut.slice(0, most).map(leftOutWords).join('、');
  return `${word}${leftOut.length}人：${named}${leftOut.length > most ? '等' : ''}。`;
}

/** 「09-24 24:00 才满，现在不能结束。09-25 0时起可以结束。」 */
export function tooEarlyWords(possibleFrom: PlainDate): string {
  const lastDay = formatMonthDayShort(addDays(possibleFrom, -1));
  return `${lastDay} 24:00 才满，现在不能结束。${formatMonthDayShort(possibleFrom)} 0时起可以结束。`;
}

type Risk = DeadlineRow['atRisk'][number]['why'];
const RISKS: Readonly<Record<Risk, State>> = {
  late: { glyph: 'square', tone: 'bad', text: '已经赶不上' },
  soon: { glyph: 'triangle', tone: 'warn', text: `${URGENT_DAYS}天内要办` },
  'with-applicant': { glyph: 'half', tone: 'warn', text: '在申报人手里，还没有改好' },
  objection: { glyph: 'bang', tone: 'bad', text: '有异议，未核实' },
  blocking: { glyph: 'square', tone: 'bad', text: '有必须解决的问题' },
};

export function riskOf(why: Risk): State {
  return RISKS[why];
}

export function objectionState(verdict: Objection['verdict']): State {
  if (verdict === null) return { glyph: 'bang', tone: 'bad', text: '未核实' };
  return verdict === 'unfounded'
    ? { glyph: 'tick', tone: 'good', text: '不属实' }
    : { glyph: 'square', tone: 'bad', text: '属实，不推荐' };
}

/** 「还有12天」, 「已截止」 */
export function closingDistance(closesAt: number, today: PlainDate): string {
  const days = diffDays(today, lastDayBefore(closesAt));
  return days < 0 ? `已截止${-days}天` : relativeDays(days);
}

/** 「还有3天」 */
export function daysTo(date: string, today: string): string {
  return relativeDays(diffDays(plainDate(today), plainDate(date)));
}

/** Both readings of the same five days, as 「怎么算的」 tells them. */
export function ruleWords({ endsOn, endsOnByRuleB, isPostingDayOff }: Plan): readonly string[] {
  const b = isPostingDayOff
    ? '发布日是休息日，两种算法一样。'
    : `另一种算法把发布当天也算1天，${formatMonthDay(endsOnByRuleB)} 24:00就满。有的单位这样算，本程序不用它：少算一天，公示就不够。`;
  return [
    `发布当天不计，从下一个工作日起满${PUBLICITY_DAYS}个工作日，${formatMonthDay(endsOn)} 24:00期满。`,
    '周一至周五是工作日；放假日不计，调休上班的周末计入。',
    '期满后的第一个工作日可以签“无异议”。',
    b,
  ];
}
