/**
 * Recognition of graduates' titles without a committee (考核定职, Q12–Q14): which level an education
 * gives, from which day, in which filing month, who decides, and with which papers.
 */
import type { EmploymentKind, TitleLevel } from './application.ts';
import { addMonths, addYears, lastDayOfMonth, monthOf } from './months.ts';
import { plainDate, type PlainDate } from './beijing-time.ts';
import { countyOfficeWords, routeKindOf, type UnitKind } from './reporting-route.ts';
import { visibleText } from './typed-text.ts';

/** 员级, 助理级, 中级 */
export type RecognisedLevel = Extract<TitleLevel, 'junior' | 'assistant' | 'middle'>;

/** Levels by education (Q12(2)): at once, and when a year of probation (见习) is over. */
export const EDUCATIONS = {
  secondary: { words: '中等职业学校', direct: null, afterProbation: 'junior' },
  'junior-college': { words: '大专', direct: null, afterProbation: 'junior' },
  'technical-middle': { words: '技工院校中级工班', direct: null, afterProbation: 'junior' },
  'technical-senior': { words: '技工院校高级工班', direct: null, afterProbation: 'junior' },
  bachelor: { words: '本科或学士', direct: 'junior', afterProbation: 'assistant' },
  technician: { words: '技工院校预备技师（技师）班', direct: 'junior', afterProbation: 'assistant' },
  'double-bachelor': { words: '双学士', direct: 'assistant', afterProbation: null },
  master: { words: '硕士', direct: 'assistant', afterProbation: null },
  doctor: { words: '博士', direct: 'middle', afterProbation: null },
} as const satisfies Readonly<
  Record<string, Readonly<{ words: string; direct: RecognisedLevel | null; afterProbation: RecognisedLevel | null }>>
>;
export type EducationKind = keyof typeof EDUCATIONS;

/** Kinds of schooling without a degree, as people write them; looked for in this order. */
const SPELLINGS = {
  technician: /预备技师|技师班/,
  'technical-senior': /高级工/,
  'technical-middle': /中级工/,
  'junior-college': /大专|专科/,
  secondary: /中专|中等专业|中等职业|中职|职业高中|职高/,
};

/** 见习期 in years (Q12(2)) */
const PROBATION_YEARS = 1;
/** Q13: 1月、4月、7月和10月 */
const FILING_MONTHS: ReadonlySet<number> = new Set([1, 4, 7, 10]);
/** 在线验证有效期 in months (Q14(2)) */
const DEGREE_RECORD_MONTHS = 6;

/** A level that the education gives; days in Beijing, both ends included. */
export type RecognitionPlan = Readonly<{
  level: RecognisedLevel;
  isDirect: boolean;
  /** the first day on which the condition is met */
  earliestOn: PlainDate;
  /** the days of the first filing month from then on */
  filing: Readonly<{ from: PlainDate; to: PlainDate }>;
}>;

/**
 * `startsOn`: the day in 《云南省招工录用登记表》 or 《事业单位聘用通知书》 (Q12(3)). What is given at once
 * comes first.
 */
export function planRecognition(education: EducationKind, startsOn: PlainDate): readonly RecognitionPlan[] {
  const { direct, afterProbation } = EDUCATIONS[education];
  const afterProbationOn = addYears(startsOn, PROBATION_YEARS);
  const plans = [
    { level: direct, isDirect: true, earliestOn: startsOn },
    { level: afterProbation, isDirect: false, earliestOn: afterProbationOn },
  ];
  return plans.flatMap(({ level, isDirect, earliestOn }) =>
    level === null ? [] : [{ level, isDirect, earliestOn, filing: filingFrom(earliestOn) }],
  );
}

/** The rest of the month when it is a filing month, else the whole of the next one (Q13). */
export function filingFrom(day: PlainDate): RecognitionPlan['filing'] {
  let from = day;
  while (!FILING_MONTHS.has(monthOf(from))) from = plainDate(`${addMonths(from, 1).slice(0, 7)}-01`);
  return { from, to: lastDayOfMonth(from) };
}

/**
 * The education as filed in 学历情况, by its degree first: 硕士 and 博士 are given for the degree, not for
 * the studies. Null where it is none that Q12(2) names, so that a person must look.
 */
export function educationKindOf(level: string, degree: string): EducationKind | null {
  const [studied, earned] = [visibleText(level), visibleText(degree)];
  if (earned.includes('博士')) return 'doctor';
  if (earned.includes('硕士')) return 'master';
  if (earned.includes('双学士')) return 'double-bachelor';
  if (earned.includes('学士') || studied.includes('本科')) return 'bachelor';
  const known = (Object.keys(SPELLINGS) as (keyof typeof SPELLINGS)[]).find((kind) => SPELLINGS[kind].test(studied));
  return known ?? null;
}

export type RecognitionAuthority = 'city-bureau' | 'city-department' | 'county-bureau';

/**
 * Who decides (Q12(1)). Null for freelancers' agencies, of whose first levels the guide says nothing:
 * ask the bureau.
 */
export function recognitionAuthority(
  level: RecognisedLevel,
  unitKind: UnitKind,
  employment: EmploymentKind,
): RecognitionAuthority | null {
  if (level === 'middle') return 'city-bureau';
  const kind = routeKindOf(unitKind, employment);
  if (kind === 'freelance-agency') return null;
  return kind === 'city-owned' ? 'city-department' : 'county-bureau';
}

export function authorityWords(authority: RecognitionAuthority, county: string): string {
  if (authority === 'city-bureau') return '市人社局';
  return authority === 'city-department' ? '相应系列的市级行政主管部门' : countyOfficeWords(county);
}

/** 企业, 事业单位 (Q14(3)) */
export type EmployerKind = 'company' | 'public-institution';

/** From the first two characters of the credit code (GB 32100); null where they are neither. */
export function employerKindOf(creditCodeCategory: string): EmployerKind | null {
  if (creditCodeCategory === '12') return 'public-institution';
  return creditCodeCategory.startsWith('9') ? 'company' : null;
}

export const RECOGNITION_MATERIALS = {
  'id-card': '身份证复印件',
  'degree-record': '《教育部学历证书电子注册备案表》（在线验证有效期6个月）',
  'degree-query': '查询学历（学位）信息截图1份',
  'hiring-form': '云南省招工录用登记表',
  'appointment-form': '云南省事业单位聘用人员审批表',
} as const;
export type RecognitionMaterial = keyof typeof RECOGNITION_MATERIALS;

/** The papers of Q14. Of an employer that is neither, one of the two forms is expected, so both are named. */
export function recognitionMaterials(employer: EmployerKind | null): readonly RecognitionMaterial[] {
  const forEverybody = ['id-card', 'degree-record', 'degree-query'] as const;
  if (employer === null) return [...forEverybody, 'hiring-form', 'appointment-form'];
  return [...forEverybody, employer === 'company' ? 'hiring-form' : 'appointment-form'];
}

/** The last day on which a record form can be verified online; the day of issue is not counted. */
export function degreeRecordValidUntil(issuedOn: PlainDate): PlainDate {
  return addMonths(issuedOn, DEGREE_RECORD_MONTHS);
}

export function isDegreeRecordValid(issuedOn: PlainDate, on: PlainDate): boolean {
  return issuedOn <= on && on <= degreeRecordValidUntil(issuedOn);
}
