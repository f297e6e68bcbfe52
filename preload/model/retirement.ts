/**
 * Statutory retirement age against the day on which the committee sits: retired persons may not apply,
 * those within an approved delay may (Q2). Ages: 国务院关于渐进式延迟法定退休年龄的办法, annexed to the
 * decision of the Standing Committee of the National People's Congress of 2024-09-13, in force since
 * 2025-01-01. Early retirement by own choice and for special trades is not computed here: a person who
 * has retired is known to the unit.
 */
import { plainDate, type PlainDate } from './beijing-time.ts';
import type { Sex } from './identity-number.ts';
import { addMonths, lastDayOfMonth, monthsApart } from './months.ts';

/** The three tables of the annex: men, and women by their former age. */
export type RetirementTable = 'men' | 'women-55' | 'women-50';

export type RetirementRule = Readonly<{
  /** the age until 2024, which keeps those born before `firstBirthMonth` */
  baseAgeYears: number;
  /** one more month of age for every so many months of birth */
  birthMonthsPerStep: number;
  /** 'YYYY-MM': born in it, one month later */
  firstBirthMonth: string;
  /** the most that is added, in months */
  capMonths: number;
}>;

export const RETIREMENT_RULES: Readonly<Record<RetirementTable, RetirementRule>> = {
  men: { baseAgeYears: 60, birthMonthsPerStep: 4, firstBirthMonth: '1965-01', capMonths: 36 },
  'women-55': { baseAgeYears: 55, birthMonthsPerStep: 4, firstBirthMonth: '1970-01', capMonths: 36 },
  'women-50': { baseAgeYears: 50, birthMonthsPerStep: 2, firstBirthMonth: '1975-01', capMonths: 60 },
};

/** `ageMonths` is the whole age in months: 723 for 60 years and 3 months. */
export type RetirementDate = Readonly<{ table: RetirementTable; ageMonths: number; reachedOn: PlainDate }>;

/**
 * below-age: may apply as far as age goes · in-month-of-age: reached in this very month, with whose end
 * offices let retirement take effect, so a person must look · past-age: may not · delay-approved: past
 * the age, within an approved delay · depends-on-table: a woman's two dates say different things
 */
export type RetirementVerdict = 'below-age' | 'in-month-of-age' | 'past-age' | 'delay-approved' | 'depends-on-table';

export type RetirementAnswer = Readonly<{
  verdict: RetirementVerdict;
  /** earliest first; two for a woman whose table is not known */
  dates: readonly RetirementDate[];
  isAmbiguous: boolean;
}>;

export type RetirementQuestion = Readonly<{
  sex: Sex;
  birthday: PlainDate;
  /** the table that a woman's post falls under (55: 干部或管理技术岗, 50: 工人岗); null when not known */
  womenTable: 'women-55' | 'women-50' | null;
  isDelayApproved: boolean;
  /** 评委会开评 (Q2) */
  sittingOn: PlainDate;
}>;

export function retirementDate(table: RetirementTable, birthday: PlainDate): RetirementDate {
  const rule = RETIREMENT_RULES[table];
  const sinceFirst = monthsApart(plainDate(`${rule.firstBirthMonth}-01`), birthday);
  const steps = sinceFirst < 0 ? 0 : Math.floor(sinceFirst / rule.birthMonthsPerStep) + 1;
  const ageMonths = 12 * rule.baseAgeYears + Math.min(steps, rule.capMonths);
  return { table, ageMonths, reachedOn: addMonths(birthday, ageMonths) };
}

export function judgeRetirement(question: RetirementQuestion): RetirementAnswer {
  const dates = tablesOf(question).map((table) => retirementDate(table, question.birthday));
  const verdicts = new Set(dates.map((date) => verdictOn(date, question)));
  const [verdict] = verdicts;
  const isClear = verdict !== undefined && verdicts.size === 1;
  return { verdict: isClear ? verdict : 'depends-on-table', dates, isAmbiguous: dates.length > 1 };
}

function tablesOf({ sex, womenTable }: RetirementQuestion): readonly RetirementTable[] {
  if (sex === 'male') return ['men'];
  return womenTable === null ? ['women-50', 'women-55'] : [womenTable];
}

function verdictOn({ reachedOn }: RetirementDate, question: RetirementQuestion): RetirementVerdict {
  if (question.sittingOn < reachedOn) return 'below-age';
  if (question.isDelayApproved) return 'delay-approved';
  return question.sittingOn <= lastDayOfMonth(reachedOn) ? 'in-month-of-age' : 'past-age';
}
