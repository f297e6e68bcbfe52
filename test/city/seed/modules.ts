/** Fills 基本信息 and the 13 modules of one application; optional ones stay empty for some. */
import type { EmploymentKind } from '#model/application.ts';
import { between, pick, type Person, type Random } from '../../support/people.ts';
import type { Flaw } from '../scans/spec.ts';
import type { Career } from './careers.ts';
import { inCharacters, toMonth } from './dates.ts';
import type { Filer, Paper } from './filer.ts';
import {
  articlePapers,
  assessmentPaper,
  awardPaper,
  bookPaper,
  commitmentPaper,
  idCardPapers,
  letterPaper,
  patentPaper,
  schoolingPapers,
  titlePapers,
  trainingPaper,
  type HeldTitle,
  type Schooling,
} from './papers.ts';
import { TEXTS, writeSummary } from './texts.ts';

export type FilingPerson = Readonly<{
  person: Person;
  career: Career;
  specialty: string;
  department: string;
  employment: EmploymentKind;
  unit: string;
  year: number;
  submittedOn: string;
  flaw: Flaw | null;
  lacksAssessment: boolean;
  /** everybody on the unit's yearly assessment list, parted by 「、」 */
  colleagues: string;
}>;

const SCHOOLS = ['云岭师范大学', '滇池理工大学', '春城医科大学', '金马学院', '西南民族文化大学'];
const NAMES_OF_WITNESSES = ['张建军', '李秀兰', '王志强', '赵文斌', '杨丽娟', '陈国栋'];

export function fillModules(filer: Filer, random: Random, filing: FilingPerson): void {
  const graduatedIn = Number(filing.person.birthday.slice(0, 4)) + 22;
  fillBasic(filer, filing, graduatedIn);
  const titleFrom = fillCurrentTitle(filer, random, filing);
  fillEducation(filer, random, filing, graduatedIn);
  fillWork(filer, random, filing, graduatedIn);
  fillSummary(filer, random, filing, titleFrom);
  fillMainWork(filer, random, filing, titleFrom);
  fillAchievements(filer, random, filing, titleFrom);
  fillContinuingEducation(filer, random, filing);
  fillAssessments(filer, random, filing, graduatedIn);
}

function fillBasic(filer: Filer, filing: FilingPerson, graduatedIn: number): void {
  const { person, department, unit, specialty } = filing;
  const papers = [
    ...idCardPapers(person, filing.flaw === 'tiny' ? filing.flaw : null),
    commitmentPaper(person, unit, filing.submittedOn),
    ...employmentPapers(filing),
  ];
  const fields = {
    name: person.name,
    sex: person.sex === 'male' ? '男' : '女',
    birthday: person.birthday,
    idNumber: person.idNumber,
    phone: person.phone,
    nation: person.nation,
    unit,
    department,
    workSince: toMonth(graduatedIn, 8),
    post: specialty,
  };
  filer.record('basic', fields, papers);
}

/** Q7, Q10, Q14, Q18: what some kinds of employment have to prove. */
function employmentPapers({ employment, career, person, unit, year }: FilingPerson): readonly Paper[] {
  const date = inCharacters(`${year - 2}-09`);
  const { name } = person;
  if (employment === 'dispatch') {
    const letter = {
      issuer: '昆明云聘劳务派遣有限公司',
      number: `派字〔${year - 2}〕31号`,
      title: '劳务派遣协议（首页）',
      date,
    };
    const body = `甲方（用工单位）：${unit}|乙方（派遣单位）：昆明云聘劳务派遣有限公司|乙方按甲方要求派遣${name}同志到甲方信息中心从事计算机系统维护专业技术工作，派遣期限三年。`;
    const last = '双方权利义务、劳动报酬和社会保险按前款执行，本协议一式两份，双方各执一份。|（以下无正文）';
    return [
      letterPaper('派遣协议首页.jpg', { ...letter, body }),
      letterPaper('派遣协议尾页.jpg', { ...letter, title: '劳务派遣协议（尾页）', body: last }),
    ];
  }
  if (employment === 'worker-in-technical-post' || employment === 'manager-in-technical-post') {
    const body = `经研究，${name}同志自${date}起由原岗位变动到专业技术岗位，从事专业技术工作，按规定执行岗位工资。|变动后岗位：专业技术岗位。单位意见：同意。`;
    const letter = {
      issuer: unit,
      number: `〔${year - 2}〕19号`,
      title: '事业单位工作人员岗位（职务）变动工资审批表',
      body,
      date,
    };
    return [letterPaper('岗位变动工资审批表.jpg', letter)];
  }
  if (career.kind === 'recognition') {
    const body = `经公开招聘、考察、体检合格，同意聘用${name}同志为${unit}工作人员，试用期一年。`;
    const hired = inCharacters(`${year - 2}-08`);
    return [
      letterPaper('聘用人员审批表.jpg', {
        issuer: unit,
        number: `〔${year - 2}〕25号`,
        title: '云南省事业单位聘用人员审批表',
        body,
        date: hired,
      }),
    ];
  }
  return [];
}

/** The year the present title was obtained, or the first working year. */
function fillCurrentTitle(filer: Filer, random: Random, filing: FilingPerson): number {
  const { career, person, unit, year } = filing;
  const [fewest, most] = career.yearsInTitle;
  const from = year - between(random, fewest, most);
  if (!career.current) return from;
  const held: HeldTitle = {
    ...career.current,
    obtainedOn: toMonth(from, between(random, 6, 12)),
    appointedOn: toMonth(from + 1, 1),
    authority: '昆明市人力资源和社会保障局',
    certificateNo: `云K${from}${String(between(random, 1, 99999)).padStart(5, '0')}`,
  };
  const flaw = filing.flaw === 'turned' ? filing.flaw : null;
  filer.record('current-title', held, titlePapers(person, held, unit, flaw));
  return from;
}

function fillEducation(filer: Filer, random: Random, filing: FilingPerson, graduatedIn: number): void {
  const { career, person, specialty } = filing;
  const isTeacher = career.profession === 'teacher';
  const major = isTeacher ? `${specialty}${TEXTS.teacher.major}` : TEXTS[career.profession].major;
  const first: Schooling = {
    level: '大学本科',
    mode: '全日制',
    school: career.profession === 'health' ? '春城医科大学' : pick(random, SCHOOLS),
    major,
    from: toMonth(graduatedIn - 4, 9),
    to: toMonth(graduatedIn, pick(random, [6, 7])),
    degree: career.profession === 'health' ? '医学学士' : career.profession === 'engineer' ? '工学学士' : '文学学士',
    years: '4年',
    certificateNo: `1067${between(random, 0, 9)}1${graduatedIn}05${String(between(random, 1, 999999)).padStart(6, '0')}`,
  };
  const flaw = filing.flaw === 'blurred' || filing.flaw === 'blank' ? filing.flaw : null;
  filer.record('education', first, schoolingPapers(person, first, flaw));
  filer.record('study', {
    from: first.from,
    to: first.to,
    school: first.school,
    major,
    witness: pick(random, NAMES_OF_WITNESSES),
  });
  if (career.level === 'middle' || career.level === 'assistant' || random() < 0.5) return;
  const began = graduatedIn + between(random, 5, 8);
  const second: Schooling = {
    ...first,
    level: '硕士研究生',
    mode: '在职',
    major: isTeacher ? `学科教学（${specialty}）` : major,
    from: toMonth(began, 9),
    to: toMonth(began + 3, 6),
    degree: isTeacher ? '教育硕士' : '专业硕士',
    years: '3年',
    certificateNo: `1067${between(random, 0, 9)}2${began + 3}02${String(between(random, 1, 999999)).padStart(6, '0')}`,
  };
  filer.record('education', second, schoolingPapers(person, second, null));
  filer.record('study', {
    from: second.from,
    to: second.to,
    school: second.school,
    major: second.major,
    witness: pick(random, NAMES_OF_WITNESSES),
  });
}

function fillWork(
  filer: Filer,
  random: Random,
  { unit, specialty, career, year }: FilingPerson,
  graduatedIn: number,
): void {
  const post = career.profession === 'teacher' ? `${specialty}教师` : specialty;
  const moved = graduatedIn + between(random, 3, 6);
  if (moved >= year - 3) {
    filer.record('work', { from: toMonth(graduatedIn, 8), unit, post, witness: pick(random, NAMES_OF_WITNESSES) });
    return;
  }
  const before = { from: toMonth(graduatedIn, 8), to: toMonth(moved, 7), unit: '昆明市呈贡区龙翔学校', post };
  filer.record('work', { ...before, witness: pick(random, NAMES_OF_WITNESSES) });
  filer.record('work', { from: toMonth(moved, 8), unit, post, witness: pick(random, NAMES_OF_WITNESSES) });
}

function fillSummary(
  filer: Filer,
  random: Random,
  { career, specialty, unit, year }: FilingPerson,
  titleFrom: number,
): void {
  const title = career.current?.title ?? '见习教师';
  const subject = { specialty, years: Math.max(1, year - titleFrom), unit, title };
  filer.record('summary', { text: writeSummary(random, career.profession, subject) });
}

function fillMainWork(filer: Filer, random: Random, { career, year, unit }: FilingPerson, titleFrom: number): void {
  const { works } = TEXTS[career.profession];
  for (const [index, [name, role, result]] of works.entries()) {
    const from = Math.min(titleFrom + index, year - 1);
    const period = { from: toMonth(from, 9), to: toMonth(Math.min(from + between(random, 1, 2), year), 6) };
    filer.record('main-work', { ...period, name, role, result });
  }
  filer.attach(
    'main-work',
    letterPaper('工作业绩证明.jpg', {
      issuer: unit,
      number: `证〔${year}〕6号`,
      title: '专业技术工作业绩证明',
      body: `${works.map(([name, , result], index) => `${index + 1}．${name}：${result}`).join('|')}|以上工作由申报人在我单位完成，情况属实，特此证明。`,
      date: inCharacters(`${year}-03`),
    }),
  );
}

/** 课题, 专利, 表彰, 著作, 论文: 「如没有无需填写」, so some have none. */
function fillAchievements(filer: Filer, random: Random, filing: FilingPerson, titleFrom: number): void {
  const { career, person, unit, year } = filing;
  const { projects, awards, papers } = TEXTS[career.profession];
  const since = Math.min(titleFrom, year - 1);
  if (career.level !== 'assistant' && random() < 0.7) {
    const name = pick(random, projects);
    const number = `KMJK${year - 3}-${21 + projects.indexOf(name)}`;
    const body = `你单位申报的课题《${name}》（编号${number}）经评审予以立项，研究周期两年，请按要求组织开题。`;
    const notice = {
      issuer: '昆明市教育科学研究院',
      number: `〔${year - 3}〕14号`,
      title: '课题立项通知书',
      body,
      date: inCharacters(`${year - 3}-04`),
    };
    const record = {
      name,
      number,
      source: '昆明市教育科学规划课题',
      role: pick(random, ['主持', '主要参与']),
      from: toMonth(year - 3, 4),
      to: toMonth(year - 1, 4),
    };
    filer.record('project', record, [letterPaper('立项通知书.jpg', notice)]);
  }
  if (career.profession === 'engineer' || random() < 0.06) {
    const number = `ZL ${year - 2} 2 0${between(random, 100000, 999999)}.${between(random, 0, 9)}`;
    const patent = {
      name: '一种教室智能照明控制回路',
      number,
      kind: '实用新型',
      rank: '1/3',
      grantedOn: toMonth(year - 2, 11),
    };
    filer.record('patent', patent, [patentPaper(patent.name, number, patent.grantedOn)]);
  }
  for (const [award, grade, authority] of awards.slice(0, between(random, 0, 2))) {
    const awardedOn = toMonth(between(random, since, year - 1), 9);
    const paper = awardPaper(person.name, award, grade, authority, awardedOn);
    filer.record('award', { name: award, grade, rank: '1', awardedOn, authority }, [paper]);
  }
  if (career.level === 'senior' || random() < 0.12) {
    const book = {
      name: '课堂里的生长：一线教学札记',
      press: '滇云教育出版社',
      isbn: '978-7-5482-0000-0',
      rank: '独著',
      publishedOn: toMonth(year - 2, 5),
    };
    filer.record('book', book, [bookPaper(book.name, book.press)]);
  }
  const count = career.level === 'senior' ? 3 : career.level === 'assistant' ? 0 : 1;
  const first = career.level === 'senior' ? 0 : between(random, 0, papers.length - 1);
  for (const [name, journal] of papers.slice(first, first + count)) {
    const published = between(random, Math.max(since, year - 2), year - 1);
    const month = pick(random, [3, 9]);
    const issue = `${published}年第${month}期`;
    const page = between(random, 12, 80);
    const record = {
      name,
      journal,
      issue: `${issue}，${page}-${page + 3}页`,
      rank: '第一作者',
      publishedOn: toMonth(published, month),
    };
    filer.record('paper', record, articlePapers(person.name, unit, name, journal, issue));
  }
}

function fillContinuingEducation(filer: Filer, random: Random, { career, unit, year }: FilingPerson): void {
  const { courses } = TEXTS[career.profession];
  for (const back of [3, 2, 1]) {
    const name = courses[(back + courses.length) % courses.length] ?? '';
    const hours = String(90 + back * 6);
    filer.record('continuing-education', { year: String(year - back), name, hours, organiser: unit }, [
      trainingPaper(unit, year - back, name, hours),
    ]);
  }
  if (random() < 0.3) {
    filer.record('continuing-education', { year: String(year), name: courses[0] ?? '', hours: '', organiser: unit });
  }
}

function fillAssessments(filer: Filer, random: Random, filing: FilingPerson, graduatedIn: number): void {
  const { unit, year, colleagues, lacksAssessment } = filing;
  for (let of = year - 1; of >= Math.max(year - 5, graduatedIn + 1); of -= 1) {
    if (lacksAssessment && of === year - 3) continue;
    const grade = random() < 0.25 ? '优秀' : '合格';
    filer.record('assessment', { year: String(of), grade, unit }, [assessmentPaper(unit, of, colleagues)]);
  }
}
