/** The channel and the days that are left (Q5(4), Q18). A channel that is closed stays closed (一(二)). */
import { diffDays, formatClosing, formatDate, lastDayBefore, relativeDays } from '#model/beijing-time.ts';
import { URGENT_DAYS } from '#model/publicity-dates.ts';
import { NO_FAULTS, when, type Rule } from '../engine.ts';
import type { StandingFacts } from './facts.ts';

export const WINDOW_RULES: readonly Rule<StandingFacts>[] = [
  {
    id: 'window.closed',
    severity: 'blocking',
    source: 'Q5(4)',
    audience: 'unit',
    find: (facts) =>
      when(isClosed(facts), () => ({
        fact: `申报通道已于${closingText(facts)}关闭`,
        advice: '关闭后无法重新开通，请问评委会怎么办理',
      })),
  },
  {
    id: 'window.unknown',
    severity: 'hint',
    source: 'Q5(4)',
    audience: 'unit',
    find: ({ closesAt }) =>
      when(closesAt === null, () => ({ fact: '还没有公布申报截止时间', advice: '请留意评委会当年的申报通知' })),
  },
  {
    id: 'deadline.publicity',
    severity: 'look',
    source: 'Q18',
    audience: 'unit',
    find(facts) {
      const { latestStart, publicity } = facts;
      if (!latestStart || publicity || isClosed(facts) || latestStart.daysLeft > URGENT_DAYS) return NO_FAULTS;
      const { date, daysLeft } = latestStart;
      const fact = `最迟公示日${formatDate(date)}，${relativeDays(daysLeft)}，还没有公示`;
      return [{ fact, advice: daysLeft < 0 ? '公示满5个工作日已赶不上截止，请问评委会怎么办理' : '请尽快发布公示' }];
    },
  },
];

/** Spoken also of those who are correcting: they have to file again in time. */
export const CLOSING_RULES: readonly Rule<StandingFacts>[] = [
  {
    id: 'deadline.closing',
    severity: 'look',
    source: 'Q5(4)',
    audience: 'unit',
    find(facts) {
      const { closesAt, today } = facts;
      if (closesAt === null || isClosed(facts)) return NO_FAULTS;
      const daysLeft = diffDays(today, lastDayBefore(closesAt));
      return when(daysLeft <= URGENT_DAYS, () => ({
        fact: `申报通道${closingText(facts)}关闭，${relativeDays(daysLeft)}`,
        advice: facts.state === 'with-applicant' ? '请提醒申报人尽快修改提交' : '请尽快审核',
      }));
    },
  },
];

function isClosed({ closesAt, now }: StandingFacts): boolean {
  return closesAt !== null && now >= closesAt;
}

function closingText({ closesAt }: StandingFacts): string {
  return closesAt === null ? '' : formatClosing(closesAt);
}
