/** The unit's two forms against what was filed, the record form's last day, and the counters. */
import { DISPATCH_SIDES, type DispatchRecord, type DispatchSide } from '#model/application.ts';
import { beijingDateOf, formatDate } from '#model/beijing-time.ts';
import { countChances, countStrikes, CHANCES, STRIKES } from '#model/chances.ts';
import { isDispatchComplete } from '#model/publicity-dates.ts';
import { NO_FAULTS, when, type Rule } from '../engine.ts';
import { list } from '../words.ts';
import type { StandingFacts } from './facts.ts';

const SIDE_WORDS: Readonly<Record<DispatchSide, string>> = { 'dispatch-company': '派遣公司', 'host-unit': '用工单位' };

export const FORM_RULES: readonly Rule<StandingFacts>[] = [
  {
    id: 'opinion.outdated',
    severity: 'look',
    source: '五(三)5',
    audience: 'unit',
    find: ({ opinionAt, submission, submittedAt }) =>
      when(opinionAt !== null && submission > 1 && opinionAt < submittedAt, () => ({
        fact: `基层单位意见是${dayText(opinionAt ?? 0)}提交的，申报人${dayText(submittedAt)}又修改提交过`,
        advice: '请核对意见是否还合适，需要时重新提交',
      })),
  },
  {
    id: 'publicity.outdated',
    severity: 'look',
    source: 'Q18',
    audience: 'unit',
    // filed again on the posting day itself: the notice may have had it already
    find: ({ publicity, submission, submittedAt }) =>
      when(publicity !== null && submission > 1 && beijingDateOf(submittedAt) > publicity.postedOn, () => ({
        fact: `公示是${formatDate(publicity?.postedOn ?? '')}发布的，申报人${dayText(submittedAt)}又修改提交过`,
        advice: '请核对公示内容是否有变化，有变化的重新公示',
      })),
  },
  {
    id: 'publicity.objection',
    severity: 'blocking',
    source: 'Q18',
    audience: 'unit',
    find({ publicity }) {
      if (!publicity) return NO_FAULTS;
      if (publicity.outcome === 'objection-upheld') {
        return [{ fact: '公示异议经核实属实', advice: '不得推荐，请返回或说明' }];
      }
      const { openObjections } = publicity;
      return when(openObjections > 0, () => ({
        fact: `公示有${openObjections}项异议还没有核实完`,
        advice: '请核实并登记结论',
      }));
    },
  },
  {
    id: 'publicity.dispatch',
    severity: 'blocking',
    source: 'Q18',
    audience: 'unit',
    find({ employment, publicity }) {
      const dispatch = publicity?.dispatch ?? null;
      if (employment !== 'dispatch' || !publicity || isDispatchComplete(dispatch)) return NO_FAULTS;
      const fact = `劳务派遣人员的双公示、双审核、双盖章还缺：${list(missingOf(dispatch))}`;
      return [{ fact, advice: '请补齐并登记' }];
    },
  },
  {
    id: 'degree-record.expired',
    severity: 'look',
    source: 'Q14',
    audience: 'applicant',
    find: ({ degreeRecords, today, kind }) =>
      degreeRecords
        .filter(({ validUntil }) => validUntil < today)
        .map(({ recordId, validUntil }) => ({
          subject: recordId,
          severity: kind === 'recognition' ? 'blocking' : 'look',
          moduleId: 'education',
          recordId,
          field: 'recordValidUntil',
          fact: `备案表有效期至${validUntil}，已经过期`,
          advice: '请重新申请备案表后补传',
        })),
  },
];

export const COUNTER_RULES: readonly Rule<StandingFacts>[] = [
  {
    id: 'chances.last',
    severity: 'look',
    source: '五(二)3(1)',
    audience: 'unit',
    find({ chancesLeft }) {
      const { isLast, isOver } = countChances(CHANCES - chancesLeft);
      return when(isLast || isOver, () => ({
        fact: isOver ? `返回修改和重置流程的${CHANCES}次机会已用完` : '返回修改和重置流程的机会只剩1次',
        advice: isOver ? '有问题请直接联系申报人' : '返回前请一次列全所有问题',
      }));
    },
  },
  {
    id: 'strikes.near',
    severity: 'look',
    source: '五(三) 注意',
    audience: 'unit',
    find: ({ strikes }) =>
      when(countStrikes(strikes).isLast, () => ({
        fact: `上级已提出${strikes}次审核意见，满${STRIKES}次本年度不再受理`,
        advice: '请逐项核对上级的意见后再上报',
      })),
  },
];

function missingOf(dispatch: DispatchRecord | null): readonly string[] {
  const lacking = (done: readonly DispatchSide[], what: string) =>
    DISPATCH_SIDES.filter((side) => !done.includes(side)).map((side) => `${SIDE_WORDS[side]}${what}`);
  return [
    ...(dispatch?.otherNotice ? [] : ['另一方的公示']),
    ...lacking(dispatch?.reviewed ?? [], '审核'),
    ...lacking(dispatch?.sealed ?? [], '盖章'),
  ];
}

function dayText(instant: number): string {
  return formatDate(beijingDateOf(instant));
}
