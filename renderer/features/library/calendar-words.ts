/** What was understood of a pasted notice, and what was not, in words. */
import type * as z from 'zod';
import type { AppContract } from '#contract/index.ts';
import { addDays, formatMonthDayShort, plainDate } from '#model/beijing-time.ts';
import type { CalendarTextProblemCode } from '#model/calendar-text.ts';
import type { Trouble } from '../../ui/trouble.ts';

export type CheckedCalendar = z.output<AppContract['reference']['checkCalendar']['output']>;
type Problem = CheckedCalendar['problems'][number];

export const CALENDAR_TROUBLES: Readonly<Record<string, Trouble>> = {
  'calendar-unusable': {
    happened: '贴进来的日期还有认不出或对不上的。',
    meaning: '日历没有装入，贴的文字还在。',
    advice: '请照下面指出的地方改。',
  },
};

/** `text` is what is meant, as written; each says how it should be. */
const PROBLEMS: Readonly<Record<CalendarTextProblemCode, (text: string) => string>> = {
  'not-a-date': (text) => `“${text}”里有不存在的日期`,
  'outside-year': (text) => `${text}不在这一年`,
  'named-twice': (text) => `${text}写了两次`,
  'makeup-on-weekday': (text) => `${text}是周一至周五，不会是调休上班`,
  'too-few-holidays': () => '放假的天数太少，通知可能没有贴全',
  'not-understood': (text) => `看不懂“${text}”`,
  'no-name': (text) => `“${text}”没有写是哪个节`,
  'wrong-weekday': (text) => `“${text}”里的日期和星期对不上`,
  'wrong-count': (text) => `“${text}”里的日期和“共几天”对不上`,
  'ends-before-start': (text) => `“${text}”的结束在开始之前`,
  'too-long': (text) => `“${text}”放假太长，月份可能写错`,
  'holiday-missing': (text) => `没有${text}`,
  'year-missing': () => '没有写年份',
  'other-year': (text) => `这是${text}年的通知，不是要装的那一年`,
};

/** 「第3行：看不懂“……”。」 */
export function problemWords({ line, code, text }: Problem): string {
  const words = PROBLEMS[code as CalendarTextProblemCode] as ((text: string) => string) | undefined;
  const what = words ? words(text) : `“${text}”有问题`;
  return `${line > 0 ? `第${line}行：` : ''}${what}。`;
}

export function understoodWords({ holidays, makeupWorkdays }: CheckedCalendar): string {
  return `认出放假${holidays.length}天，调休上班${makeupWorkdays.length}天。请照通知对一遍。`;
}

/** Days off by holiday, runs of days as one: 「国庆节 10-01 至 10-07」. */
export function namedDays({ holidays }: CheckedCalendar): readonly Readonly<{ name: string; days: string }>[] {
  const byName = Map.groupBy(holidays, ({ name }) => name);
  return [...byName].map(([name, days]) => ({
    name: name === '' ? '没有写节日' : name,
    days: runsOf(days.map(({ date }) => date)).join('、'),
  }));
}

function runsOf(dates: readonly string[]): readonly string[] {
  const runs: { first: string; last: string }[] = [];
  for (const date of dates) {
    const run = runs.at(-1);
    if (run && addDays(plainDate(run.last), 1) === date) run.last = date;
    else runs.push({ first: date, last: date });
  }
  return runs.map(({ first, last }) =>
    first === last ? formatMonthDayShort(first) : `${formatMonthDayShort(first)} 至 ${formatMonthDayShort(last)}`,
  );
}
