/** Fills 基本信息 and the 13 modules of one application from the facts; optional ones stay empty for some. */
import { between, pick, type Random } from '../../support/people.ts';
import { inCharacters, toMonth } from './dates.ts';
import { employmentPapers, registrationPapers } from './employment-papers.ts';
import { achievementsSince, type Facts } from './facts.ts';
import type { Filer } from './filer.ts';
import {
  articlePapers,
  assessmentPaper,
  awardPaper,
  bookPaper,
  commitmentPaper,
  gradePaper,
  idCardPapers,
  letterPaper,
  patentPaper,
  schoolingPapers,
  titlePapers,
  trainingPaper,
} from './papers.ts';
import { TEXTS, writeSummary } from './texts.ts';

const NAMES_OF_WITNESSES = ['张建军', '李秀兰', '王志强', '赵文斌', '杨丽娟', '陈国栋'];

export function fillModules(filer: Filer, random: Random, facts: Facts): void {
  fillBasic(filer, facts);
  fillCurrentTitle(filer, facts);
  fillEducation(filer, random, facts);
  fillWork(filer, random, facts);
  fillSummary(filer, random, facts);
  fillMainWork(filer, random, facts);
  // a year after graduation there is nothing yet
  if (facts.career.kind !== 'recognition') {
    fillProjectAndPatent(filer, random, facts);
    fillAwards(filer, facts);
    fillPublications(filer, random, facts);
  }
  fillContinuingEducation(filer, facts);
  fillAssessments(filer, facts);
}

function fillBasic(filer: Filer, facts: Facts): void {
  const { person, department, employer, post, jobs, flaw, submittedOn } = facts;
  const papers = [
    ...idCardPapers(person, flaw === 'tiny' ? flaw : null),
    commitmentPaper(person, employer, submittedOn),
    ...employmentPapers(facts),
  ];
  const fields = {
    name: person.name,
    sex: person.sex === 'male' ? '男' : '女',
    birthday: person.birthday,
    idNumber: person.idNumber,
    phone: person.phone,
    nation: person.nation,
    unit: employer,
    department,
    workSince: jobs[0]?.from ?? '',
    post,
  };
  filer.record('basic', fields, papers);
}

function fillCurrentTitle(filer: Filer, { held, person, employer, flaw }: Facts): void {
  if (!held) return;
  filer.record('current-title', held, titlePapers(person, held, employer, flaw === 'turned' ? flaw : null));
}

function fillEducation(filer: Filer, random: Random, facts: Facts): void {
  const { person, schoolings, flaw, recordValidUntil } = facts;
  for (const [index, schooling] of schoolings.entries()) {
    const isFirst = index === 0;
    const ownFlaw = isFirst && (flaw === 'blurred' || flaw === 'blank') ? flaw : null;
    const papers = [...schoolingPapers(person, schooling, ownFlaw), ...(isFirst ? registrationPapers(facts) : [])];
    filer.record('education', { ...schooling, recordValidUntil: (isFirst && recordValidUntil) || '' }, papers);
    const { from, to, school, major } = schooling;
    filer.record('study', { from, to, school, major, witness: pick(random, NAMES_OF_WITNESSES) });
  }
}

function fillWork(filer: Filer, random: Random, { jobs }: Facts): void {
  for (const job of jobs) filer.record('work', { ...job, witness: pick(random, NAMES_OF_WITNESSES) });
}

function fillSummary(filer: Filer, random: Random, facts: Facts): void {
  const { career, specialty, unit, year, held } = facts;
  const years = Math.max(1, year - achievementsSince(facts));
  const subject = { specialty, years, unit, title: held?.title ?? '见习教师' };
  filer.record('summary', { text: writeSummary(random, career.profession, subject) });
}

/** In whole school years, the last one at most up to the month before the filing. */
function fillMainWork(filer: Filer, random: Random, facts: Facts): void {
  const { career, year, unit, submittedOn } = facts;
  const { works } = TEXTS[career.profession];
  const filedIn = submittedOn.slice(0, 7);
  for (const [index, [name, role, result]] of works.entries()) {
    const from = Math.min(achievementsSince(facts) + index, year - 1);
    const ended = toMonth(Math.min(from + between(random, 1, 2), year), 6);
    filer.record('main-work', { from: toMonth(from, 9), to: ended < filedIn ? ended : filedIn, name, role, result });
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

/** 「如没有无需填写」 (五(二)2), here and below. */
function fillProjectAndPatent(filer: Filer, random: Random, facts: Facts): void {
  const { career, year } = facts;
  const { projects } = TEXTS[career.profession];
  const began = Math.max(year - 3, achievementsSince(facts));
  if (random() < 0.7) {
    const name = pick(random, projects);
    const number = `KMJK${began}-${21 + projects.indexOf(name)}`;
    const notice = {
      issuer: '昆明市教育科学研究院',
      number: `〔${began}〕14号`,
      title: '课题立项通知书',
      body: `你单位申报的课题《${name}》（编号${number}）经评审予以立项，研究周期两年，请按要求组织开题。`,
      date: inCharacters(`${began}-10`),
    };
    const record = {
      name,
      number,
      source: '昆明市教育科学规划课题',
      role: pick(random, ['主持', '主要参与']),
      from: toMonth(began, 10),
      to: toMonth(Math.min(began + 2, year - 1), 12),
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
}

function fillAwards(filer: Filer, { career, person, awardYears }: Facts): void {
  const { awards } = TEXTS[career.profession];
  for (const [index, [award, grade, authority]] of awards.slice(0, awardYears.length).entries()) {
    const awardedOn = toMonth(awardYears[index] ?? 0, 9);
    const paper = awardPaper(person.name, award, grade, authority, awardedOn);
    filer.record('award', { name: award, grade, rank: '1', awardedOn, authority }, [paper]);
  }
}

function fillPublications(filer: Filer, random: Random, facts: Facts): void {
  const { career, person, unit, year } = facts;
  const { papers } = TEXTS[career.profession];
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
  const count = career.level === 'senior' ? 3 : 1;
  const first = career.level === 'senior' ? 0 : between(random, 0, papers.length - 1);
  for (const [name, journal] of papers.slice(first, first + count)) {
    const published = between(random, Math.max(achievementsSince(facts), year - 2), year - 1);
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

function fillContinuingEducation(filer: Filer, { trainings, employer }: Facts): void {
  for (const training of trainings) {
    const { year, name, hours } = training;
    const fields = { year: String(year), name, hours, organiser: employer };
    filer.record('continuing-education', fields, [trainingPaper(employer, training)]);
  }
}

/** The unit's list has everybody with 合格 or better; who has less gets a letter. */
function fillAssessments(filer: Filer, { assessments, employer, colleagues, person }: Facts): void {
  for (const { year, grade } of assessments) {
    const isListed = grade === '优秀' || grade === '合格';
    const paper = isListed
      ? assessmentPaper(employer, year, colleagues)
      : gradePaper(employer, year, person.name, grade);
    filer.record('assessment', { year: String(year), grade, unit: employer }, [paper]);
  }
}
