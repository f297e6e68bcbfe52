/**
 * The yearly assessments of the last five years (「年度考核情况(近五年)」, 五(二)2): for an application of
 * year Y those of Y−5 … Y−1, since that of Y is not out yet when people file. Facts only: whether
 * they suffice is for the conditions of the year and for a person.
 */
import { parseGivenDay } from './months.ts';
import { yearOf } from './beijing-time.ts';
import { visibleText } from './typed-text.ts';

export const ASSESSMENT_YEARS = 5;

/** Grades as the assessment rules name them; each is written with or without 「等次」. */
const GOOD_GRADES: ReadonlySet<string> = new Set(['优秀', '合格', '称职']);
const POOR_GRADES: ReadonlySet<string> = new Set([
  '基本合格',
  '基本称职',
  '不合格',
  '不称职',
  '不定',
  '不确定',
  '未定',
  '不定等次',
  '不确定等次',
  '未定等次',
]);

/** 优秀, 合格 or 称职 · one that is lower or none · a text that is no known grade, so a person must look */
export type AssessmentGrade = 'good' | 'poor' | 'unknown';

/** One record of the module, as filed. */
export type FiledAssessment = Readonly<{ year: string; grade: string }>;

/** One of the five years, earliest first. */
export type AssessmentYear = Readonly<{
  year: number;
  /** `not-yet-employed`: before the first working month, and nothing filed; not a gap */
  state: 'filed' | 'missing' | 'not-yet-employed';
  /** all that was filed for it, in the order filed; more than one is a repetition */
  grades: readonly Readonly<{ text: string; grade: AssessmentGrade }>[];
}>;

export type AssessmentReview = Readonly<{
  years: readonly AssessmentYear[];
  missing: readonly number[];
  notYetEmployed: readonly number[];
  /** filed more than once */
  repeated: readonly number[];
  /** filed with a grade that is not good, or not a known one */
  notGood: readonly number[];
  /** filed although the first working month lies later: one of the two is wrong */
  beforeEmployment: readonly number[];
  /** filed, but none of the five; harmless by itself */
  otherYears: readonly number[];
  /** the year is not one: the text as filed */
  unreadable: readonly string[];
}>;

/** `firstWorkingMonth` 'YYYY-MM' or 'YYYY-MM-DD'; null or unreadable: employed all the time, as far as known. */
export function reviewAssessments(
  applicationYear: number,
  filed: readonly FiledAssessment[],
  firstWorkingMonth: string | null,
): AssessmentReview {
  const first = firstWorkingMonth === null ? null : parseGivenDay(firstWorkingMonth);
  const firstYear = first === null ? Number.NEGATIVE_INFINITY : yearOf(first.first);
  const read = filed.map((record) => ({ ...record, number: readYear(record.year) }));
  const expected = Array.from({ length: ASSESSMENT_YEARS }, (_, index) => applicationYear - ASSESSMENT_YEARS + index);
  const years = expected.map((year): AssessmentYear => {
    const grades = read
      .filter((record) => record.number === year)
      .map(({ grade }) => ({ text: grade, grade: gradeOf(grade) }));
    const stateWithout = year < firstYear ? 'not-yet-employed' : 'missing';
    return { year, state: grades.length > 0 ? 'filed' : stateWithout, grades };
  });
  const which = (matches: (year: AssessmentYear) => boolean) => years.filter(matches).map(({ year }) => year);
  const others = read.flatMap(({ number }) => (number === null || expected.includes(number) ? [] : [number]));
  return {
    years,
    missing: which(({ state }) => state === 'missing'),
    notYetEmployed: which(({ state }) => state === 'not-yet-employed'),
    repeated: which(({ grades }) => grades.length > 1),
    notGood: which(({ grades }) => grades.some(({ grade }) => grade !== 'good')),
    beforeEmployment: which(({ year, state }) => state === 'filed' && year < firstYear),
    otherYears: [...new Set(others)].toSorted((a, b) => a - b),
    unreadable: read.filter(({ number }) => number === null).map(({ year }) => year),
  };
}

export function gradeOf(text: string): AssessmentGrade {
  const grade = visibleText(text).replaceAll(/\s+/g, '');
  const bare = grade.replace(/(?:等次|档次)$/, '');
  if (GOOD_GRADES.has(bare)) return 'good';
  return POOR_GRADES.has(bare) || POOR_GRADES.has(grade) ? 'poor' : 'unknown';
}

/** 2023, 「2023年」, 「2023年度」 */
function readYear(text: string): number | null {
  const [, year] = /^(\d{4})(?:年度?|年度考核)?$/.exec(visibleText(text).replaceAll(/\s+/g, '')) ?? [];
  return year === undefined ? null : Number(year);
}
