/**
 * An application that no check objects to: 高级教师 by review, every module filled, every material there.
 * Tests change one thing of it.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { Application, Attachment, EmploymentKind, FiledModule, FiledRecord } from '#model/application.ts';
import { MODULE_IDS, moduleDef, type ModuleId } from '#model/modules.ts';
import { makeApplication } from '../sync/application.ts';

export const UNIT_NAME = '昆明市松华中学';

type Fields = Readonly<Record<string, string>>;

/** Filed on 31 August 2026; of a teacher since 2006 who became 一级教师 in 2017. Somebody else each time. */
export function completeApplication(over: Partial<Application> = {}): Application {
  return fillCompletely(makeApplication(over));
}

/** Fills every module from the applicant and the filing, whatever was in them. */
export function fillCompletely(application: Application): Application {
  const { applicant, filing, year } = application;
  const empty: Application = {
    ...application,
    modules: MODULE_IDS.map((id) => ({ id, records: [] })),
    attachments: [],
  };
  const parts: readonly (readonly [ModuleId, Fields, readonly string[]])[] = [
    [
      'basic',
      basicFields(applicant, filing.specialty),
      [...PERSONAL_PAPERS, ...(EMPLOYMENT_PAPERS[applicant.employment] ?? [])],
    ],
    ['current-title', HELD, ['职称证书.jpg', '聘任文件.jpg']],
    ['education', SCHOOLING, ['毕业证书.jpg', '学位证书.jpg']],
    ['study', { from: '2002-09', to: '2006-07', school: '云岭师范大学', major: '数学', witness: '张建军' }, []],
    ['work', { from: '2006-08', to: '', unit: UNIT_NAME, post: '数学教师', witness: '王志强' }, []],
    ['summary', { text: '本人任现职以来，承担高中两个教学班的数学课，完成教学和教研工作。' }, []],
    [
      'main-work',
      { from: '2018-09', to: '2024-07', name: '数学教学', role: '主讲', result: '学业水平考试合格率100%' },
      [],
    ],
    [
      'project',
      { name: '课堂评价研究', number: 'KM1', source: '市级', role: '主持', from: '2019-04', to: '2021-04' },
      ['立项通知书.jpg'],
    ],
    [
      'award',
      { name: '优秀教师', grade: '市级', rank: '1', awardedOn: '2020-09', authority: '昆明市教育体育局' },
      ['荣誉证书.jpg'],
    ],
    [
      'paper',
      { name: '分层作业的设计', journal: '课程与课堂', issue: '2022年第3期', rank: '第一作者', publishedOn: '2022-03' },
      ['论文正文首页.jpg'],
    ],
    [
      'continuing-education',
      { year: String(year - 1), name: '骨干教师研修', hours: '90', organiser: UNIT_NAME },
      ['继续教育证明.jpg'],
    ],
    ...[5, 4, 3, 2, 1].map((back) => assessment(year - back)),
  ];
  return parts.reduce((filled, [id, fields, scans]) => withRecord(filled, id, fields, scans), empty);
}

const PERSONAL_PAPERS = ['身份证正面.jpg', '身份证反面.jpg', '职称申报承诺书.jpg'];
const EMPLOYMENT_PAPERS: Readonly<Partial<Record<EmploymentKind, readonly string[]>>> = {
  dispatch: ['劳务派遣协议首页.jpg', '劳务派遣协议尾页.jpg'],
};

const HELD: Fields = {
  title: '一级教师',
  series: '中小学教师',
  obtainedOn: '2017-06',
  appointedOn: '2018-01',
  authority: '昆明市人力资源和社会保障局',
  certificateNo: 'K201700123',
};
const SCHOOLING: Fields = {
  level: '大学本科',
  mode: '全日制',
  school: '云岭师范大学',
  major: '数学与应用数学',
  from: '2002-09',
  to: '2006-07',
  degree: '理学学士',
  years: '4年',
  certificateNo: '106771200605000123',
};

function basicFields(applicant: Application['applicant'], post: string): Fields {
  const { name, sex, birthday, idNumber, phone, department } = applicant;
  return {
    name,
    sex: sex === 'male' ? '男' : '女',
    birthday,
    idNumber,
    phone,
    nation: '汉族',
    unit: UNIT_NAME,
    department,
    workSince: '2006-08',
    post,
  };
}

function assessment(year: number): readonly [ModuleId, Fields, readonly string[]] {
  return ['assessment', { year: String(year), grade: '合格', unit: UNIT_NAME }, [`${year}年度考核表.jpg`]];
}

/** With one more record, and scans of these names with it. */
export function withRecord(
  application: Application,
  moduleId: ModuleId,
  fields: Fields,
  scanNames: readonly string[] = [],
): Application {
  const id = randomUUID();
  const scans = scanNames.map((name) => scan(moduleId, id, name));
  const all = Object.fromEntries(moduleDef(moduleId).fields.map(({ key }) => [key, fields[key] ?? '']));
  const record: FiledRecord = { id, fields: { ...all, ...fields }, attachmentIds: scans.map((s) => s.id) };
  return {
    ...application,
    modules: mapModule(application, moduleId, (records) => [...records, record]),
    attachments: [...application.attachments, ...scans],
  };
}

/** With a scan that belongs to the module, to no record of it. */
export function withScan(application: Application, moduleId: ModuleId, name: string): Application {
  return { ...application, attachments: [...application.attachments, scan(moduleId, null, name)] };
}

/** With other values in a record, the first of its module unless said otherwise. */
export function withFields(application: Application, moduleId: ModuleId, fields: Fields, index = 0): Application {
  const modules = mapModule(application, moduleId, (records) =>
    records.map((record, at) => (at === index ? { ...record, fields: { ...record.fields, ...fields } } : record)),
  );
  return { ...application, modules };
}

/** Without the module's records, or without one of them; their scans go with them. */
export function withoutRecords(application: Application, moduleId: ModuleId, index?: number): Application {
  const records = application.modules.find(({ id }) => id === moduleId)?.records ?? [];
  const gone = new Set(records.filter((_, at) => index === undefined || at === index).map(({ id }) => id));
  return {
    ...application,
    modules: mapModule(application, moduleId, (kept) => kept.filter(({ id }) => !gone.has(id))),
    attachments: application.attachments.filter(({ recordId }) => recordId === null || !gone.has(recordId)),
  };
}

/** Without the scan of that name. */
export function withoutScan(application: Application, name: string): Application {
  return { ...application, attachments: application.attachments.filter((attachment) => attachment.name !== name) };
}

/** With a scan under another name. */
export function withScanName(application: Application, name: string, other: string): Application {
  const attachments = application.attachments.map((one) => (one.name === name ? { ...one, name: other } : one));
  return { ...application, attachments };
}

function mapModule(
  { modules }: Application,
  moduleId: ModuleId,
  change: (records: readonly FiledRecord[]) => readonly FiledRecord[],
): readonly FiledModule[] {
  return modules.map((module) => (module.id === moduleId ? { id: moduleId, records: change(module.records) } : module));
}

function scan(moduleId: ModuleId, recordId: string | null, name: string): Attachment {
  const id = randomUUID();
  const sha256 = createHash('sha256').update(id).digest('hex');
  return { id, moduleId, recordId, name, sha256, sizeBytes: 200_000, mime: 'image/jpeg' };
}
