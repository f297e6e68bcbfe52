/** Titles people file for, with the committee and window of each; names of titles and committees as in the guide (Q1, Q5, 三). */
import type { FilingKind, FilingWindow, TitleLevel } from '#model/application.ts';
import { startOfBeijingDay } from '../clock.ts';

export type CommitteeKey = keyof typeof COMMITTEES;

/** `closesInDays`: the last open day, counted from the seed's day; null while nothing is announced. */
type Committee = Readonly<{ name: string; isProvincial: boolean; closesInDays: number | null }>;

export const COMMITTEES = {
  engineering: { name: '昆明市机电工程中级职称评审委员会', isProvincial: false, closesInDays: -2 },
  firstTeacher: { name: '五华区中小学教师中级职称评审委员会', isProvincial: false, closesInDays: 3 },
  seniorTeacher: { name: '昆明市中小学高级教师评审委员会', isProvincial: false, closesInDays: 12 },
  laboratory: { name: '云南省实验技术人才中级职称评审委员会', isProvincial: true, closesInDays: 12 },
  health: { name: '昆明市卫生技术高级职称评审委员会', isProvincial: false, closesInDays: 30 },
  seniorEngineering: { name: '昆明市机电工程高级工程师评审委员会', isProvincial: false, closesInDays: 30 },
  recognition: { name: '昆明市教育体育局(考核定职)', isProvincial: false, closesInDays: 30 },
  professor: { name: '云南省中小学正高级教师评审委员会', isProvincial: true, closesInDays: 60 },
  library: { name: '昆明市图书资料(群众文化)专业中级职称评审委员会', isProvincial: false, closesInDays: 60 },
  seniorLibrary: { name: '昆明市图书资料(群众文化)副研究馆员评审委员会', isProvincial: false, closesInDays: 60 },
  archives: { name: '昆明市档案专业中级职称评审委员会', isProvincial: false, closesInDays: null },
} as const satisfies Record<string, Committee>;

/** City channels have been open for six weeks, provincial ones for four. */
export function windowOf(key: CommitteeKey, day: string): FilingWindow {
  const { isProvincial, closesInDays } = COMMITTEES[key];
  if (closesInDays === null) return { isProvincial, opensAt: null, closesAt: null };
  return {
    isProvincial,
    opensAt: startOfBeijingDay(day, isProvincial ? -28 : -42),
    // 24:00 of the last day is the instant the next day begins
    closesAt: startOfBeijingDay(day, closesInDays + 1),
  };
}

export type Profession = 'teacher' | 'health' | 'engineer' | 'library' | 'archives' | 'laboratory';

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
  /** since the current title was obtained */
  yearsInTitle: readonly [number, number];
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
    age: [45, 54],
  },
  seniorTeacher: {
    ...teacher,
    level: 'associate-senior',
    title: '高级教师',
    specialties: SUBJECTS,
    committee: 'seniorTeacher',
    current: { series: '中小学教师', title: '一级教师' },
    yearsInTitle: [5, 9],
    age: [36, 50],
  },
  firstTeacher: {
    ...teacher,
    level: 'middle',
    title: '一级教师',
    specialties: SUBJECTS,
    committee: 'firstTeacher',
    current: { series: '中小学教师', title: '二级教师' },
    yearsInTitle: [4, 7],
    age: [28, 37],
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
    yearsInTitle: [5, 9],
    age: [38, 50],
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
    yearsInTitle: [5, 9],
    age: [36, 48],
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
    yearsInTitle: [4, 7],
    age: [28, 38],
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
    yearsInTitle: [5, 9],
    age: [36, 48],
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
    yearsInTitle: [4, 8],
    age: [28, 42],
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
    yearsInTitle: [5, 10],
    age: [38, 50],
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
    yearsInTitle: [5, 9],
    age: [38, 48],
    departments: ['图书馆'],
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
    yearsInTitle: [4, 8],
    age: [30, 42],
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
    yearsInTitle: [4, 7],
    age: [28, 40],
    departments: ['实验中心'],
  },
} as const satisfies Record<string, Career>;

export type CareerKey = keyof typeof CAREERS;
