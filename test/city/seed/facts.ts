/** What is true of one applicant. Form and scans are both written from it, so that they agree. */
import type { EmploymentKind } from '#model/application.ts';
import { between, pick, type Person, type Random } from '../../support/people.ts';
import type { Flaw } from '../scans/spec.ts';
import type { Career, CommitteeKey } from './careers.ts';
import { addDays, addMonths, toMonth } from './dates.ts';
import type { HeldTitle, Schooling } from './papers.ts';
import { TEXTS } from './texts.ts';

/** months 'YYYY-MM'; `to` is empty while it lasts */
export type Job = Readonly<{ from: string; to: string; unit: string; post: string }>;
export type Training = Readonly<{ year: number; name: string; hours: string; issuedOn: string }>;
export type Assessment = Readonly<{ year: number; grade: string }>;

export type Facts = Readonly<{
  person: Person;
  career: Career;
  committee: CommitteeKey;
  specialty: string;
  department: string;
  /** 现从事专业 */
  post: string;
  employment: EmploymentKind;
  flaw: Flaw | null;
  /** where the person works; the dispatch company of dispatch staff (Q10) */
  employer: string;
  /** the unit that files */
  unit: string;
  year: number;
  /** day of the first filing */
  submittedOn: string;
  /** the first degree, then a master's degree */
  schoolings: readonly Schooling[];
  held: HeldTitle | null;
  jobs: readonly Job[];
  awardYears: readonly number[];
  trainings: readonly Training[];
  assessments: readonly Assessment[];
  /** last day on which the 备案表 can be checked online (Q14); null where none is filed */
  recordValidUntil: string | null;
  /** everybody on the unit's yearly assessment list, parted by 「、」 */
  colleagues: string;
}>;

type About = Pick<Facts, 'person' | 'career' | 'employment' | 'flaw' | 'unit' | 'year' | 'submittedOn' | 'colleagues'> &
  Readonly<{ hasDegreeRecord: boolean }>;

const SCHOOLS = ['云岭师范大学', '滇池理工大学', '金马师范大学', '西南民族文化大学'];
export const DISPATCH_COMPANY = '昆明云聘劳务派遣有限公司';
/** Q14: how long the online check of a 备案表 lasts */
const RECORD_MONTHS = 6;

export function planFacts(random: Random, about: About): Facts {
  const { person, career, employment, year, submittedOn } = about;
  const specialty = pick(random, career.specialties);
  const department = pick(random, career.departments);
  const employer = employment === 'dispatch' ? DISPATCH_COMPANY : about.unit;
  const graduatedIn = Number(person.birthday.slice(0, 4)) + 22;
  const held = planTitle(random, career, year);
  const jobs = planJobs(random, { ...about, specialty, employer }, graduatedIn, held);
  const since = achievementsSince({ held, jobs });
  const first = planFirstDegree(random, career, specialty, graduatedIn);
  const hasMaster = career.level !== 'middle' && career.level !== 'assistant' && random() >= 0.5;
  const updatedOn = addDays(submittedOn, -20);
  return {
    ...about,
    committee: career.committee,
    specialty,
    department,
    post: specialty,
    employer,
    schoolings: hasMaster ? [first, planMaster(random, career, first, specialty)] : [first],
    held,
    jobs,
    awardYears: Array.from({ length: between(random, 0, 2) }, () => between(random, since, year - 1)),
    trainings: planTrainings(random, about, graduatedIn),
    assessments: planAssessments(random, year, jobs),
    recordValidUntil: about.hasDegreeRecord ? addMonths(updatedOn, RECORD_MONTHS) : null,
  };
}

/** The year from which achievements count: since the appointment to the present title (Q6), or since work began. */
export function achievementsSince({ held, jobs }: Pick<Facts, 'held' | 'jobs'>): number {
  return Number((held?.appointedOn ?? jobs[0]?.from ?? '').slice(0, 4));
}

/** Obtained in autumn, appointed from the next January on. */
function planTitle(random: Random, career: Career, year: number): HeldTitle | null {
  if (!career.current) return null;
  const from = year - between(random, ...career.yearsInTitle);
  return {
    ...career.current,
    obtainedOn: toMonth(from, between(random, 9, 11)),
    appointedOn: toMonth(from + 1, 1),
    authority: '昆明市人力资源和社会保障局',
    certificateNo: `云K${from}${String(between(random, 1, 99999)).padStart(5, '0')}`,
  };
}

function planJobs(
  random: Random,
  about: Pick<Facts, 'career' | 'employment' | 'year' | 'specialty' | 'employer'>,
  graduatedIn: number,
  held: HeldTitle | null,
): readonly Job[] {
  const { career, employment, year, specialty, employer } = about;
  const post = career.profession === 'teacher' ? `${specialty}教师` : specialty;
  const start = toMonth(graduatedIn, 8);
  const now = (from: string): Job => ({ from, to: '', unit: employer, post });
  const moveIn = (change: number, before: string): readonly Job[] => [
    { from: start, to: toMonth(change, 8), unit: employer, post: before },
    now(toMonth(change, 9)),
  ];
  if (career.kind === 'series-change') return moveIn(year - between(random, 2, 3), '语文教师');
  if (held && employment === 'worker-in-technical-post')
    return moveIn(Number(held.obtainedOn.slice(0, 4)) - 1, '后勤工勤岗位');
  if (held && employment === 'manager-in-technical-post')
    return moveIn(Number(held.obtainedOn.slice(0, 4)) - 1, '后勤管理岗位');
  const moved = graduatedIn + between(random, 3, 6);
  if (moved >= year - 3) return [now(start)];
  return [{ from: start, to: toMonth(moved, 7), unit: '昆明市呈贡区龙翔学校', post }, now(toMonth(moved, 8))];
}

function planFirstDegree(random: Random, career: Career, specialty: string, graduatedIn: number): Schooling {
  const { profession } = career;
  const degrees: Partial<Record<typeof profession, string>> = {
    health: '医学学士',
    engineer: '工学学士',
    accounting: '管理学学士',
  };
  return {
    level: '大学本科',
    mode: '全日制',
    school: profession === 'health' ? '春城医科大学' : pick(random, SCHOOLS),
    major: profession === 'teacher' ? `${specialty}${TEXTS.teacher.major}` : TEXTS[profession].major,
    from: toMonth(graduatedIn - 4, 9),
    to: toMonth(graduatedIn, pick(random, [6, 7])),
    degree: degrees[profession] ?? '文学学士',
    years: '4年',
    certificateNo: `1067${between(random, 0, 9)}1${graduatedIn}05${String(between(random, 1, 999999)).padStart(6, '0')}`,
  };
}

/** Beside the work, five to eight years after the first degree. */
export function planMaster(random: Random, career: Career, first: Schooling, specialty: string): Schooling {
  const isTeacher = career.profession === 'teacher';
  const began = Number(first.to.slice(0, 4)) + between(random, 5, 8);
  return {
    ...first,
    level: '硕士研究生',
    mode: '在职',
    major: isTeacher ? `学科教学（${specialty}）` : first.major,
    from: toMonth(began, 9),
    to: toMonth(began + 3, 6),
    degree: isTeacher ? '教育硕士' : '专业硕士',
    years: '3年',
    certificateNo: `1067${between(random, 0, 9)}2${began + 3}02${String(between(random, 1, 999999)).padStart(6, '0')}`,
  };
}

/** Three whole years, and for some the half of this one. */
function planTrainings(
  random: Random,
  { career, year, submittedOn }: Pick<Facts, 'career' | 'year' | 'submittedOn'>,
  graduatedIn: number,
): readonly Training[] {
  const { courses } = TEXTS[career.profession];
  const past = [3, 2, 1]
    .filter((back) => year - back >= graduatedIn)
    .map((back) => ({
      year: year - back,
      name: courses[back % courses.length] ?? '',
      hours: String(90 + back * 6),
      issuedOn: toMonth(year - back, 12),
    }));
  const issuedOn = toMonth(year, 6);
  if (random() >= 0.3 || issuedOn > submittedOn) return past;
  return [...past, { year, name: courses[0] ?? '', hours: '48', issuedOn }];
}

/** The last five years, from the year of joining on. */
function planAssessments(random: Random, year: number, jobs: readonly Job[]): readonly Assessment[] {
  const joined = Number(jobs[0]?.from.slice(0, 4));
  return [1, 2, 3, 4, 5]
    .map((back) => year - back)
    .filter((of) => of >= joined)
    .map((of) => ({ year: of, grade: random() < 0.25 ? '优秀' : '合格' }));
}
