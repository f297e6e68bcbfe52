/** Titles people file for, with the committee and window of each; names of titles and committees as in the guide (Q1, Q5, 三). */
import type { FilingKind, FilingWindow, TitleLevel } from '#model/application.ts';
import { startOfBeijingDay } from '../clock.ts';

export type CommitteeKey = keyof typeof COMMITTEES;

/**
 * Days counted from the seed's day. `closesInDays`: the last open day; null while nothing is announced.
 * `openedDaysAgo`: six weeks at the city's committees, four at provincial ones unless it says otherwise.
 */
type Committee = Readonly<{
  name: string;
  isProvincial: boolean;
  closesInDays: number | null;
  openedDaysAgo?: number;
}>;

export const COMMITTEES = {
  engineering: { name: '昆明市机电工程中级职称评审委员会', isProvincial: false, closesInDays: -2 },
  health: { name: '昆明市卫生技术高级职称评审委员会', isProvincial: false, closesInDays: 3 },
  seniorTeacher: { name: '昆明市中小学高级教师评审委员会', isProvincial: false, closesInDays: 12 },
  laboratory: { name: '云南省实验技术人才中级职称评审委员会', isProvincial: true, closesInDays: 12 },
  seniorEngineering: { name: '昆明市机电工程高级工程师评审委员会', isProvincial: false, closesInDays: 30 },
  // filed in the last of the four months (Q13), which may lie far back
  recognition: {
    name: '昆明市教育体育局(考核定职)',
    isProvincial: false,
    closesInDays: 30,
    openedDaysAgo: 110,
  },
  middleRecognition: {
    name: '昆明市人力资源和社会保障局(考核定职)',
    isProvincial: false,
    closesInDays: 30,
    openedDaysAgo: 110,
  },
  // in no directory of the guide: accountants of this level sit an examination (Q16)
  accounting: { name: '昆明市会计专业中级职称评审委员会', isProvincial: false, closesInDays: 30 },
  firstTeacher: { name: '五华区中小学教师中级职称评审委员会', isProvincial: false, closesInDays: 60 },
  neighbourTeacher: { name: '盘龙区中小学教师中级职称评审委员会', isProvincial: false, closesInDays: 60 },
  professor: { name: '云南省中小学正高级教师评审委员会', isProvincial: true, closesInDays: 60 },
  library: { name: '昆明市图书资料(群众文化)专业中级职称评审委员会', isProvincial: false, closesInDays: 60 },
  seniorLibrary: { name: '昆明市图书资料(群众文化)副研究馆员评审委员会', isProvincial: false, closesInDays: 60 },
  archives: { name: '昆明市档案专业中级职称评审委员会', isProvincial: false, closesInDays: null },
} as const satisfies Record<string, Committee>;

export function windowOf(key: CommitteeKey, day: string): FilingWindow {
  const committee: Committee = COMMITTEES[key];
  const { isProvincial, closesInDays, openedDaysAgo = isProvincial ? 28 : 42 } = committee;
  if (closesInDays === null) return { isProvincial, opensAt: null, closesAt: null };
  return {
    isProvincial,
    opensAt: startOfBeijingDay(day, -openedDaysAgo),
    // 24:00 of the last day is the instant the next day begins
    closesAt: startOfBeijingDay(day, closesInDays + 1),
  };
}

export type Profession = 'teacher' | 'health' | 'engineer' | 'library' | 'archives' | 'laboratory' | 'accounting';

export type Career = Readonly<{
  profession: Profession;
  kind: FilingKind;
  series: string;
  level: TitleLevel;
  title: string;
  specialties: readonly string[];
  isEngineering: boolean;
  committee: CommitteeKey;
  /** null before a first title (考核定职) */
  current: Readonly<{ series: string; title: string }> | null;
  /** calendar years since the current title was obtained; the appointment follows in the next January */
  yearsInTitle: readonly [number, number];
  /** old enough for the titles held; no woman so old that her retirement could be asked about */
  age: readonly [number, number];
  departments: readonly string[];
}>;

const SUBJECTS = [
  '语文',
  '数学',
  '英语',
  '物理',
  '化学',
  '生物学',
  '历史',
  '地理',
  '道德与法治',
  '体育与健康',
  '信息技术',
];
const GRADES = ['高一', '高二', '高三', '初一', '初二', '初三', '教务处'];
const teacher = {
  profession: 'teacher',
  kind: 'review',
  series: '中小学教师',
  isEngineering: false,
  departments: GRADES,
} as const;

export const CAREERS = {
  professor: {
    ...teacher,
    level: 'senior',
    title: '正高级教师',
    specialties: ['语文', '数学', '物理'],
    committee: 'professor',
    current: { series: '中小学教师', title: '高级教师' },
    yearsInTitle: [6, 10],
    age: [44, 49],
  },
  seniorTeacher: {
    ...teacher,
    level: 'associate-senior',
    title: '高级教师',
    specialties: SUBJECTS,
    committee: 'seniorTeacher',
    current: { series: '中小学教师', title: '一级教师' },
    yearsInTitle: [6, 10],
    age: [38, 48],
  },
  firstTeacher: {
    ...teacher,
    level: 'middle',
    title: '一级教师',
    specialties: SUBJECTS,
    committee: 'firstTeacher',
    current: { series: '中小学教师', title: '二级教师' },
    yearsInTitle: [5, 8],
    age: [31, 38],
  },
  secondTeacher: {
    ...teacher,
    kind: 'recognition',
    level: 'assistant',
    title: '二级教师',
    specialties: SUBJECTS,
    committee: 'recognition',
    current: null,
    yearsInTitle: [1, 1],
    age: [24, 24],
  },
  /** Q12: a bachelor's degree gives no more than the assistant level */
  recognisedFirstTeacher: {
    ...teacher,
    kind: 'recognition',
    level: 'middle',
    title: '一级教师',
    specialties: SUBJECTS,
    committee: 'middleRecognition',
    current: null,
    yearsInTitle: [1, 1],
    age: [25, 25],
  },
  doctor: {
    profession: 'health',
    kind: 'review',
    series: '卫生技术人员',
    level: 'associate-senior',
    title: '副主任医师',
    specialties: ['全科医学', '儿科学'],
    isEngineering: false,
    committee: 'health',
    current: { series: '卫生技术人员', title: '主治医师' },
    yearsInTitle: [6, 10],
    age: [38, 48],
    departments: ['校医室'],
  },
  nurse: {
    profession: 'health',
    kind: 'review',
    series: '卫生技术人员',
    level: 'associate-senior',
    title: '副主任护师',
    specialties: ['护理学'],
    isEngineering: false,
    committee: 'health',
    current: { series: '卫生技术人员', title: '主管护师' },
    yearsInTitle: [6, 10],
    age: [38, 48],
    departments: ['校医室'],
  },
  engineer: {
    profession: 'engineer',
    kind: 'review',
    series: '工程技术人员',
    level: 'middle',
    title: '工程师',
    specialties: ['计算机', '电子'],
    isEngineering: true,
    committee: 'engineering',
    current: { series: '工程技术人员', title: '助理工程师' },
    yearsInTitle: [5, 8],
    age: [31, 38],
    departments: ['信息中心', '后勤处'],
  },
  seniorEngineer: {
    profession: 'engineer',
    kind: 'review',
    series: '工程技术人员',
    level: 'associate-senior',
    title: '高级工程师',
    specialties: ['电气', '信息通信'],
    isEngineering: true,
    committee: 'seniorEngineering',
    current: { series: '工程技术人员', title: '工程师' },
    yearsInTitle: [6, 10],
    age: [38, 48],
    departments: ['信息中心', '后勤处'],
  },
  librarian: {
    profession: 'library',
    kind: 'review',
    series: '图书资料专业人员',
    level: 'middle',
    title: '馆员',
    specialties: ['图书资料'],
    isEngineering: false,
    committee: 'library',
    current: { series: '图书资料专业人员', title: '助理馆员' },
    yearsInTitle: [5, 8],
    age: [31, 42],
    departments: ['图书馆'],
  },
  seniorLibrarian: {
    profession: 'library',
    kind: 'review',
    series: '图书资料专业人员',
    level: 'associate-senior',
    title: '副研究馆员',
    specialties: ['图书资料'],
    isEngineering: false,
    committee: 'seniorLibrary',
    current: { series: '图书资料专业人员', title: '馆员' },
    yearsInTitle: [6, 10],
    age: [38, 48],
    departments: ['图书馆'],
  },
  /** Q11: a teacher who moved to the library more than a year ago */
  toLibrarian: {
    profession: 'library',
    kind: 'series-change',
    series: '图书资料专业人员',
    level: 'middle',
    title: '馆员',
    specialties: ['图书资料'],
    isEngineering: false,
    committee: 'library',
    current: { series: '中小学教师', title: '一级教师' },
    yearsInTitle: [6, 9],
    age: [38, 46],
    departments: ['图书馆'],
  },
  /** Q11: not to the same level */
  toSeniorLibrarian: {
    profession: 'library',
    kind: 'series-change',
    series: '图书资料专业人员',
    level: 'associate-senior',
    title: '副研究馆员',
    specialties: ['图书资料'],
    isEngineering: false,
    committee: 'seniorLibrary',
    current: { series: '中小学教师', title: '一级教师' },
    yearsInTitle: [6, 9],
    age: [38, 46],
    departments: ['图书馆'],
  },
  /** Q16: examined nationally */
  accountant: {
    profession: 'accounting',
    kind: 'review',
    series: '会计人员',
    level: 'middle',
    title: '会计师',
    specialties: ['会计'],
    isEngineering: false,
    committee: 'accounting',
    current: { series: '会计人员', title: '助理会计师' },
    yearsInTitle: [5, 8],
    age: [31, 40],
    departments: ['财务室'],
  },
  archivist: {
    profession: 'archives',
    kind: 'review',
    series: '档案专业人员',
    level: 'middle',
    title: '馆员',
    specialties: ['档案管理'],
    isEngineering: false,
    committee: 'archives',
    current: { series: '档案专业人员', title: '助理馆员' },
    yearsInTitle: [5, 8],
    age: [31, 42],
    departments: ['综合档案室'],
  },
  experimenter: {
    profession: 'laboratory',
    kind: 'review',
    series: '实验技术人才',
    level: 'middle',
    title: '实验师',
    specialties: ['化学实验', '生物实验'],
    isEngineering: false,
    committee: 'laboratory',
    current: { series: '实验技术人才', title: '助理实验师' },
    yearsInTitle: [5, 8],
    age: [31, 40],
    departments: ['实验中心'],
  },
} as const satisfies Record<string, Career>;

export type CareerKey = keyof typeof CAREERS;
