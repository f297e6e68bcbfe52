/** 「算给您看」: the same sum as the calendar's, in lines. Pure. */
import { formatMonthDay, formatMonthDayShort } from '#model/beijing-time.ts';
import { shortHoliday } from './calendar-layout.ts';
import type { Plan, PlanDay } from './types.ts';

export type SumLine = Readonly<{ key: string; days: string; text: string; isCounted: boolean }>;

type Run = { first: PlanDay; last: PlanDay; kind: string };

/** From the posting day to the last day before 「无异议」 can be signed. */
export function sumLines(plan: Plan): readonly SumLine[] {
  const until = plan.signableOn ?? plan.approvableOn;
  const runs: Run[] = [];
  for (const day of plan.days) {
    if (day.date < plan.postedOn || day.date >= until) continue;
    const kind = kindOf(plan, day);
    const run = runs.at(-1);
    if (run?.kind === kind) run.last = day;
    else runs.push({ first: day, last: day, kind });
  }
  return runs.map((run) => lineOf(plan, run));
}

/** Days that stand on one line. A make-up workday has its own: it is what everybody asks about. */
function kindOf({ postedOn, endsOn }: Plan, { date, kind, holiday, counted }: PlanDay): string {
  if (date === postedOn) return 'posting';
  if (counted !== null) return kind === 'makeup-workday' ? `makeup ${date}` : 'counted';
  return `${kind} ${holiday ?? ''} ${date > endsOn ? 'after' : ''}`;
}

function lineOf(plan: Plan, { first, last }: Run): SumLine {
  const isOne = first.date === last.date;
  const isPosting = first.date === plan.postedOn;
  return {
    key: first.date,
    days: isOne
      ? formatMonthDay(first.date)
      : `${formatMonthDayShort(first.date)} 至 ${formatMonthDayShort(last.date)}`,
    text: isPosting ? postingWords(first) : first.counted === null ? offWords(plan, first) : countedWords(first, last),
    isCounted: isPosting || first.counted !== null,
  };
}

function postingWords({ kind }: PlanDay): string {
  return kind === 'weekend' || kind === 'holiday' ? '发布（休息日），当天不计' : '发布，当天不计';
}

function countedWords(first: PlanDay, last: PlanDay): string {
  const days = first.date === last.date ? `第${first.counted}天` : `第${first.counted}至第${last.counted}天`;
  return first.kind === 'makeup-workday' ? `调休上班，${days}` : days;
}

function offWords({ endsOn }: Plan, { date, kind, holiday }: PlanDay): string {
  const what = kind === 'holiday' ? `${shortHoliday(holiday)}放假` : '休息';
  return date > endsOn ? what : `${what}，不计`;
}
