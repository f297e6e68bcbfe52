/** The scans that go with each record, named by content as the guide asks (五(二)). */
import type { Person } from '../../support/people.ts';
import type { Flaw, ScanKind, ScanSpec } from '../scans/spec.ts';
import { inCharacters } from './dates.ts';
import type { Training } from './facts.ts';
import type { Paper } from './filer.ts';

function scan(kind: ScanKind, values: Readonly<Record<string, string>>, flaw: Flaw | null = null): ScanSpec {
  return { kind, values, flaw };
}

const SEX = { male: '男', female: '女' } as const;

export function idCardPapers({ name, sex, nation, birthday, idNumber }: Person, flaw: Flaw | null): readonly Paper[] {
  const values = { name, sex: SEX[sex], nation: nation.replace(/族$/, ''), birthday, idNumber };
  return [
    ['身份证正面.jpg', scan('id-front', values, flaw)],
    ['身份证反面.jpg', scan('id-back', { from: issueDay(idNumber) })],
  ];
}

/** Some day of the years 2012 to 2019, from the digits of the number; cards are valid for twenty years. */
function issueDay(idNumber: string): string {
  const digits = Number(idNumber.slice(6, 17)) * 7919;
  const two = (value: number): string => String(value + 1).padStart(2, '0');
  return `${2012 + (digits % 8)}-${two(Math.floor(digits / 8) % 12)}-${two(Math.floor(digits / 96) % 28)}`;
}

export function commitmentPaper({ name, idNumber }: Person, unit: string, date: string): Paper {
  return ['职称申报承诺书.jpg', scan('commitment', { name, idNumber, unit, date: inCharacters(date) })];
}

export type Schooling = Readonly<{
  level: string;
  mode: string;
  school: string;
  major: string;
  from: string;
  to: string;
  degree: string;
  years: string;
  certificateNo: string;
}>;

export function schoolingPapers(
  { name, sex, birthday }: Person,
  schooling: Schooling,
  flaw: Flaw | null,
): readonly Paper[] {
  const { level, mode, school, major, from, to, degree, years, certificateNo } = schooling;
  const person = { name, sex: SEX[sex], birthday };
  const prefix = level.includes('研究生') ? '硕士' : '';
  const diploma = scan('diploma', { ...person, level, mode, school, major, from, to, years, certificateNo }, flaw);
  const papers: Paper[] = [[`${prefix}毕业证书.jpg`, diploma]];
  if (degree !== '') {
    papers.push([
      `${prefix || '学士'}学位证书.jpg`,
      scan('degree', { ...person, school, major, degree, to, certificateNo }),
    ]);
  }
  return papers;
}

/** Q14(2): the online 备案表, and what the query of it showed. */
export function degreeRecordPapers({ name, sex }: Person, schooling: Schooling, validUntil: string): readonly Paper[] {
  const { level, mode, school, major, from, to, certificateNo } = schooling;
  const facts = { name, sex: SEX[sex], level, mode, school, major, from, to, certificateNo };
  return [
    ['教育部学历证书电子注册备案表.jpg', scan('degree-record', { ...facts, validUntil })],
    ['学历信息查询截图.jpg', scan('degree-record', { ...facts, validUntil: '' })],
  ];
}

export type HeldTitle = Readonly<{
  title: string;
  series: string;
  obtainedOn: string;
  appointedOn: string;
  authority: string;
  certificateNo: string;
}>;

export function titlePapers(person: Person, held: HeldTitle, unit: string, flaw: Flaw | null): readonly Paper[] {
  const { name, sex, idNumber } = person;
  const { title, series, obtainedOn, appointedOn, authority, certificateNo } = held;
  const certificate = { name, sex: SEX[sex], idNumber, title, series, obtainedOn, authority, certificateNo };
  const year = appointedOn.slice(0, 4);
  return [
    ['专业技术资格证书.jpg', scan('title-certificate', certificate, flaw)],
    [
      `聘任文件（${year}年）.jpg`,
      scan('letter', {
        issuer: unit,
        number: `〔${year}〕${Number(appointedOn.slice(5)) + 7}号`,
        title: `关于聘任${title}专业技术职务的通知`,
        body: `各处室、年级组：|根据岗位设置方案和个人取得的专业技术资格，经学校岗位聘用工作领导小组研究，决定聘任取得${title}资格的同志到相应专业技术岗位（名单见附件），聘期三年，自${inCharacters(appointedOn)}起计算，执行相应岗位工资。|聘任人员应当履行岗位职责，接受年度和聘期考核。`,
        date: inCharacters(appointedOn),
      }),
    ],
  ];
}

export function assessmentPaper(unit: string, year: number, names: string): Paper {
  return [`${year}年度考核结果.jpg`, scan('assessment', { unit, year: String(year), names })];
}

export function gradePaper(unit: string, year: number, name: string, grade: string): Paper {
  return letterPaper(`${year}年度考核结果.jpg`, {
    issuer: unit,
    number: `〔${year + 1}〕4号`,
    title: `${year}年度考核结果通知书`,
    body: `${name}同志：|经考核领导小组评定，你${year}年度考核等次为${grade}。如有异议，可在十日内申请复核。`,
    date: inCharacters(`${year + 1}-01`),
  });
}

export function trainingPaper(unit: string, { year, name, hours, issuedOn }: Training): Paper {
  const [issueYear = '', month = ''] = issuedOn.split('-');
  const issued = `${issueYear}年${Number(month)}月`;
  return [`${year}年继续教育证明.jpg`, scan('training', { unit, year: String(year), course: name, hours, issued })];
}

export function awardPaper(name: string, award: string, grade: string, authority: string, month: string): Paper {
  return [`${award}荣誉证书.jpg`, scan('award', { name, award, grade, authority, month: inCharacters(month) })];
}

export function articlePapers(
  name: string,
  unit: string,
  title: string,
  journal: string,
  issue: string,
): readonly Paper[] {
  return [
    ['期刊封面.jpg', scan('journal-cover', { journal, issue })],
    ['论文正文首页.jpg', scan('paper', { name, unit, title, journal, issue })],
  ];
}

export function bookPaper(name: string, press: string): Paper {
  return ['著作封面.jpg', scan('book-cover', { name, press })];
}

export function patentPaper(name: string, number: string, month: string): Paper {
  return ['专利证书.jpg', scan('patent', { name, number, month: inCharacters(month) })];
}

/** 立项、聘用审批表、派遣协议 and the like: a heading, paragraphs parted by 「|」, a seal. */
export function letterPaper(
  fileName: string,
  letter: Readonly<{ issuer: string; number: string; title: string; body: string; date: string }>,
): Paper {
  return [fileName, scan('letter', letter)];
}
