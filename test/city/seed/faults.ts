/** What can be wrong with an application. Each is small, has a name, and is planted by the rows that name it. */
import type { FiledRecord } from '#model/application.ts';
import { addDays, addMonths, toMonth } from './dates.ts';
import { recordAt, withApplicant, withFields, withFiling, withoutPapers, withPaper, type Filed } from './edits.ts';
import { planMaster, type Facts } from './facts.ts';
import { lastDayWithin, RECOGNITION_MONTHS, type Course } from './history.ts';
import type { HeldTitle } from './papers.ts';
import { FORMER_NAME } from './sample-unit.ts';

export type Around = Readonly<{
  /** facts and filing of the person of that row */
  factsOf(name: string): Facts;
  filedBy(name: string): Filed;
}>;

export type Fault = Readonly<{
  /** what happened: form and scans follow it */
  facts?: (facts: Facts, around: Pick<Around, 'factsOf'>) => Facts;
  /** what is wrong in the form or among the scans, which then disagree with each other or with the facts */
  filed?: (filed: Filed, around: Around) => Filed;
  /** when the steps were */
  past?: (course: Course, day: string) => Course;
}>;

const IDENTITY = {
  'id-check-digit': {
    filed: (filed) => {
      const { idNumber } = filed.applicant;
      const wrong = idNumber.slice(0, 17) + (idNumber.endsWith('7') ? '1' : '7');
      return withFields(withApplicant(filed, { idNumber: wrong }), 'basic', 0, () => ({ idNumber: wrong }));
    },
  },
  'birthday-typo': {
    filed: (filed) => {
      const { birthday } = filed.applicant;
      const typed = `${birthday.slice(0, 8)}${birthday.endsWith('11') ? '17' : '11'}`;
      return withFields(withApplicant(filed, { birthday: typed }), 'basic', 0, () => ({ birthday: typed }));
    },
  },
  'sex-typo': {
    filed: (filed) => {
      const isMale = filed.applicant.sex === 'male';
      const typed = withApplicant(filed, { sex: isMale ? 'female' : 'male' });
      return withFields(typed, 'basic', 0, () => ({ sex: isMale ? '女' : '男' }));
    },
  },
  /** the desk's telephone instead of a mobile one */
  landline: {
    filed: (filed) => {
      const phone = '0871-63640168';
      return withFields(withApplicant(filed, { phone }), 'basic', 0, () => ({ phone }));
    },
  },
  /** the account has the new number, the form still the old one */
  'old-phone-in-form': {
    filed: (filed) =>
      withFields(filed, 'basic', 0, ({ phone = '' }) => ({
        phone: `${phone.slice(0, 3)}${phone.slice(7)}${phone.slice(3, 7)}`,
      })),
  },
  /** withdrawn once, then filed anew: the chances of the first filing are spent all the same */
  'filed-again': { facts: ({ submittedOn }, { factsOf }) => ({ ...factsOf('董文辉'), submittedOn }) },
  /** sits beside her, and their names differ by one character */
  'diploma-of-another': {
    filed: (filed, { filedBy }) => {
      const theirs = filedBy('张文静').attachments.find(({ name }) => name === DIPLOMA);
      if (!theirs) throw new Error('no diploma to take');
      return withPaper(filed, DIPLOMA, { sha256: theirs.sha256, sizeBytes: theirs.sizeBytes });
    },
  },
} as const satisfies Record<string, Fault>;

const DIPLOMA = '毕业证书.jpg';

const EMPLOYER = {
  'short-unit-name': { filed: (filed) => withFields(filed, 'basic', 0, ({ unit }) => ({ unit: shortName(unit) })) },
  'short-work-unit': { filed: (filed) => withFields(filed, 'work', -1, ({ unit }) => ({ unit: shortName(unit) })) },
  'former-unit-name': { filed: (filed) => withFields(filed, 'basic', 0, () => ({ unit: FORMER_NAME })) },
  /** a teacher once, who now runs an office */
  'administrative-post': {
    facts: (facts) => ({
      ...facts,
      department: '校长办公室',
      post: '行政管理',
      jobs: [...facts.jobs.slice(0, -1), { ...lastJob(facts), post: '办公室行政管理' }],
    }),
  },
} as const satisfies Record<string, Fault>;

function shortName(unit = ''): string {
  return unit.replace(/^昆明市?/, '');
}

const PAPERS = {
  'no-degree-scan': { filed: (filed) => withoutPapers(filed, ({ name }) => name === '学士学位证书.jpg') },
  'no-commitment': { filed: (filed) => withoutPapers(filed, ({ name }) => name === '职称申报承诺书.jpg') },
  'chat-file-name': {
    filed: (filed) => withPaper(filed, '论文正文首页.jpg', { name: '微信图片_20260812093021.jpg' }),
  },
  'article-without-scan': { filed: (filed) => withoutPapersOf(filed, recordAt(filed, 'paper', 0)) },
  'no-training': { facts: (facts) => ({ ...facts, trainings: [] }) },
  /** this year's where there is one, which nothing proves yet */
  'training-unproven': {
    facts: (facts) => {
      const { year, submittedOn } = facts;
      const now = { year, name: '信息技术应用能力提升', hours: '48', issuedOn: toMonth(year, 6) };
      const earlier = facts.trainings.filter((training) => training.year < year);
      return { ...facts, trainings: now.issuedOn < submittedOn ? [...earlier, now] : earlier };
    },
    filed: (filed) => {
      const last = recordAt(filed, 'continuing-education', -1);
      return withFields(withoutPapersOf(filed, last), 'continuing-education', -1, () => ({ hours: '' }));
    },
  },
  'record-expired': { facts: (facts) => ({ ...facts, recordValidUntil: addDays(facts.submittedOn, 10) }) },
  'record-undated': {
    facts: (facts) => ({ ...facts, recordValidUntil: addMonths(facts.submittedOn, 5) }),
    filed: (filed) => withFields(filed, 'education', 0, () => ({ recordValidUntil: '' })),
  },
} as const satisfies Record<string, Fault>;

function withoutPapersOf(filed: Filed, { id }: FiledRecord): Filed {
  return withoutPapers(filed, ({ recordId }) => recordId === id);
}

const HISTORY = {
  /** the year of entry typed twice: before it by two months */
  'graduation-typo': {
    filed: (filed) => withFields(filed, 'education', 0, ({ from = '' }) => ({ to: `${from.slice(0, 4)}-07` })),
  },
  'study-abbreviated': {
    filed: (filed) => withFields(filed, 'study', 0, ({ school = '' }) => ({ school: `${school.slice(0, 1)}大` })),
  },
  'master-full-time': {
    facts: (facts) => {
      const { schoolings, career, specialty } = facts;
      const [first] = schoolings;
      const master = schoolings[1] ?? (first && planMaster(() => 0.5, career, first, specialty));
      return { ...facts, schoolings: [first, master && { ...master, mode: '全日制' }].filter((s) => s !== undefined) };
    },
  },
  /** a year at home after graduation, of which the form says nothing */
  'late-first-job': {
    facts: (facts) => ({
      ...facts,
      jobs: facts.jobs.with(0, { ...firstJob(facts), from: later(firstJob(facts).from, 12) }),
    }),
  },
  'jobs-overlap': {
    facts: (facts) => {
      const { from, post } = firstJob(facts);
      const moved = later(from, 48);
      const before = { from, to: later(moved, 7), unit: '昆明市呈贡区龙翔学校', post };
      return { ...facts, jobs: [before, { from: moved, to: '', unit: facts.employer, post }] };
    },
  },
  'work-since-typo': {
    filed: (filed) => withFields(filed, 'basic', 0, ({ workSince = '' }) => ({ workSince: later(workSince, -12) })),
  },
  'moved-too-recently': {
    facts: (facts) => {
      const moved = addMonths(facts.submittedOn, -5).slice(0, 7);
      const before = { ...firstJob(facts), to: later(moved, -1) };
      return { ...facts, jobs: [before, { ...lastJob(facts), from: moved }] };
    },
  },
  /** the year typed wrong; the printed issue has the right one */
  'article-in-future': {
    filed: (filed) =>
      withFields(filed, 'paper', 0, ({ publishedOn = '' }) => ({ publishedOn: later(publishedOn, 36) })),
  },
  'award-before-title': {
    facts: (facts) => {
      const obtainedIn = Number(facts.held?.obtainedOn.slice(0, 4));
      return { ...facts, awardYears: [obtainedIn - 1, ...facts.awardYears.slice(1)] };
    },
  },
} as const satisfies Record<string, Fault>;

const TITLES = {
  /** as it was called before 2015 */
  'old-title-name': { filed: (filed) => withFiling(filed, { title: '中学一级教师' }) },
  'old-present-title': { facts: (facts) => withTitle(facts, { title: '中学二级教师' }) },
  'skips-a-rung': { facts: (facts) => withTitle(facts, { title: '管理员' }) },
  'same-title-again': { facts: (facts) => withTitle(facts, { title: facts.career.title }) },
  'title-too-young': {
    facts: (facts) =>
      withTitle(facts, { obtainedOn: toMonth(facts.year - 3, 10), appointedOn: toMonth(facts.year - 2, 1) }),
  },
  /** four years on the last day of this one, if it was the first of January */
  'appointed-in-january': {
    facts: (facts) =>
      withTitle(facts, { obtainedOn: toMonth(facts.year - 4, 11), appointedOn: toMonth(facts.year - 3, 1) }),
  },
  /** a year too early in the form; the document has the right one */
  'appointed-before-title': {
    filed: (filed) =>
      withFields(filed, 'current-title', 0, ({ appointedOn = '' }) => ({ appointedOn: later(appointedOn, -12) })),
  },
} as const satisfies Record<string, Fault>;

/** Achievements count from the appointment on, so those of before move behind it. */
function withTitle(facts: Facts, change: Partial<HeldTitle>): Facts {
  if (!facts.held) throw new Error('no title to change');
  const held = { ...facts.held, ...change };
  const since = Number(held.appointedOn.slice(0, 4));
  return { ...facts, held, awardYears: facts.awardYears.map((year) => Math.max(year, since)) };
}

const FILING = {
  /** of middle titles */
  'committee-of-other-level': { facts: (facts) => ({ ...facts, committee: 'library' }) },
  /** both give a 馆员 */
  'committee-of-other-series': { facts: (facts) => ({ ...facts, committee: 'library' }) },
  'committee-of-other-county': { facts: (facts) => ({ ...facts, committee: 'neighbourTeacher' }) },
  'engineering-unticked': { filed: (filed) => withFiling(filed, { isEngineering: false }) },
  'engineering-ticked': { filed: (filed) => withFiling(filed, { isEngineering: true }) },
  'filed-between-months': {
    past: (course, day) => {
      const firstOn = lastDayWithin(addDays(day, -30), (month) => !RECOGNITION_MONTHS.has(month));
      return { ...course, firstOn };
    },
  },
  /** returned and filed anew when the opinion was written already */
  'opinion-older': { past: (course, day) => ({ ...course, lastOn: addDays(day, -4) }) },
  /** the same on the day after the notice was posted */
  'filed-anew-while-posted': { past: (course, day) => ({ ...course, lastOn: addDays(day, -1) }) },
} as const satisfies Record<string, Fault>;

const ASSESSMENTS = {
  'assessment-missing': {
    facts: (facts) => ({ ...facts, assessments: facts.assessments.filter(({ year }) => year !== facts.year - 3) }),
  },
  'basic-grade': {
    facts: (facts) => ({
      ...facts,
      assessments: facts.assessments.map((one) => (one.year === facts.year - 2 ? { ...one, grade: '基本合格' } : one)),
    }),
  },
  /** so that one year is there twice and one not at all */
  'assessment-year-typo': {
    filed: (filed) => withFields(filed, 'assessment', -1, ({ year }) => ({ year: String(Number(year) + 1) })),
  },
} as const satisfies Record<string, Fault>;

export const FAULTS = { ...IDENTITY, ...EMPLOYER, ...PAPERS, ...HISTORY, ...TITLES, ...FILING, ...ASSESSMENTS };
export type FaultKey = keyof typeof FAULTS;

export function faultOf(key: FaultKey): Fault {
  return FAULTS[key];
}

type Job = Facts['jobs'][number];

function firstJob({ jobs }: Facts): Job {
  const [job] = jobs;
  if (!job) throw new Error('nobody here is without work');
  return job;
}

function lastJob({ jobs }: Facts): Job {
  const job = jobs.at(-1);
  if (!job) throw new Error('nobody here is without work');
  return job;
}

/** 'YYYY-MM', so many months later */
function later(month: string, months: number): string {
  return addMonths(`${month}-01`, months).slice(0, 7);
}
