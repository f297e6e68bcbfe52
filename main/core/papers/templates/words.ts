/** Sentences and dates that several papers share. */
import type { PublicityOutcome } from '#model/application.ts';
import { formatPaperDate, weekdayWord } from '#model/beijing-time.ts';
import type { CountedDay, ObjectionInput } from './inputs.ts';

/** 「1985.03」 of a month or a day; '' stays ''. */
export function monthWords(date: string): string {
  return date.slice(0, 7).replace('-', '.');
}

/** Room for a hand where the day is open. */
export function dayWords(date: string | null): string {
  return date === null ? '　　　　年　　月　　日' : formatPaperDate(date);
}

/** 「9月20日（周日，调休上班）、9月21日（周一）」; the year where it begins and where it turns. */
export function daysWords(days: readonly CountedDay[]): string {
  return days
    .map(({ date, isMakeUp }, at) => {
      const isSameYear = at > 0 && days[at - 1]?.date.slice(0, 4) === date.slice(0, 4);
      const words = formatPaperDate(date);
      return `${isSameYear ? words.slice(5) : words}（${dayKind({ date, isMakeUp })}）`;
    })
    .join('、');
}

export function dayKind({ date, isMakeUp }: CountedDay): string {
  return isMakeUp ? `${weekdayWord(date)}，调休上班` : weekdayWord(date);
}

export function outcomeWords(outcome: PublicityOutcome, objections: number): string {
  switch (outcome) {
    case 'no-objection':
      return '公示期间未收到异议';
    case 'objection-settled':
      return `公示期间收到异议${objections}件，经调查核实，反映的问题不属实，不影响推荐`;
    case 'objection-upheld':
      return `公示期间收到异议${objections}件，经调查核实，反映的问题属实，不予推荐`;
  }
}

export function verdictWords(verdict: ObjectionInput['verdict']): string {
  if (verdict === null) return '正在核实';
  return verdict === 'unfounded' ? '不属实，不影响推荐' : '属实，不予推荐';
}

/** 「高级教师」 where all file for one title, else 「有关专业技术」. */
export function titlesWords(people: readonly Readonly<{ title: string }>[]): string {
  const titles = new Set(people.map(({ title }) => title));
  const [only = ''] = titles;
  return titles.size === 1 ? only : '有关专业技术';
}

/** 「段雪梅」, 「段雪梅、李正东」, 「段雪梅等3人」 */
export function peopleWords(people: readonly Readonly<{ name: string }>[]): string {
  const names = people.map(({ name }) => name);
  return names.length <= 2 ? names.join('、') : `${names[0]}等${names.length}人`;
}

/** What somebody typed, as a part of a sentence that goes on. */
export function clause(words: string): string {
  return words.trim().replace(/[。；，]+$/u, '');
}
