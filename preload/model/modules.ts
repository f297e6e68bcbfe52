/**
 * 基本信息 and the 13 modules of 五(二)2, in the guide's order, with the fields of each record.
 * `shortName` is the fixed short form used where the tree has no room.
 */
export const MODULE_IDS = [
  'basic',
  'current-title',
  'education',
  'study',
  'work',
  'summary',
  'main-work',
  'project',
  'patent',
  'award',
  'book',
  'paper',
  'continuing-education',
  'assessment',
] as const;
export type ModuleId = (typeof MODULE_IDS)[number];

/** `month` values are 'YYYY-MM', `date` 'YYYY-MM-DD', as given: a day is never made up. */
export type FieldKind = 'text' | 'long' | 'month' | 'date' | 'id-number' | 'phone';
export type FieldDef = Readonly<{ key: string; label: string; kind: FieldKind }>;
export type ModuleDef = Readonly<{
  id: ModuleId;
  name: string;
  shortName: string;
  /** may be left empty: 「如没有无需填写」 (五(二)2) */
  isOptional: boolean;
  fields: readonly FieldDef[];
}>;

const text = (key: string, label: string): FieldDef => ({ key, label, kind: 'text' });
const long = (key: string, label: string): FieldDef => ({ key, label, kind: 'long' });
const month = (key: string, label: string): FieldDef => ({ key, label, kind: 'month' });
const date = (key: string, label: string): FieldDef => ({ key, label, kind: 'date' });

export const MODULES: readonly ModuleDef[] = [
  {
    id: 'basic',
    name: '基本信息',
    shortName: '基本信息',
    isOptional: false,
    fields: [
      text('name', '姓名'),
      text('sex', '性别'),
      date('birthday', '出生日期'),
      { key: 'idNumber', label: '身份证号', kind: 'id-number' },
      { key: 'phone', label: '手机号码', kind: 'phone' },
      text('nation', '民族'),
      text('unit', '工作单位'),
      text('department', '部门岗位'),
      month('workSince', '参加工作'),
      text('post', '现从事专业'),
    ],
  },
  {
    id: 'current-title',
    name: '现有职称情况',
    shortName: '现有职称',
    isOptional: false,
    fields: [
      text('title', '资格名称'),
      text('series', '系列'),
      month('obtainedOn', '取得时间'),
      month('appointedOn', '聘任时间'),
      text('authority', '审批机关'),
      text('certificateNo', '证书编号'),
    ],
  },
  {
    id: 'education',
    name: '学历情况',
    shortName: '学历情况',
    isOptional: false,
    fields: [
      text('level', '学历'),
      text('mode', '学习形式'),
      text('school', '院校'),
      text('major', '专业'),
      month('from', '入学时间'),
      month('to', '毕业时间'),
      text('degree', '学位'),
      text('years', '学制'),
      text('certificateNo', '证书编号'),
      // of the 学历证书电子注册备案表: its online check lasts six months (Q14)
      date('recordValidUntil', '备案表有效期至'),
    ],
  },
  {
    id: 'study',
    name: '学习经历',
    shortName: '学习经历',
    isOptional: false,
    fields: [
      month('from', '开始'),
      month('to', '结束'),
      text('school', '院校'),
      text('major', '专业'),
      text('witness', '证明人'),
    ],
  },
  {
    id: 'work',
    name: '工作经历',
    shortName: '工作经历',
    isOptional: false,
    fields: [
      month('from', '开始'),
      month('to', '结束'),
      text('unit', '单位'),
      text('post', '职务'),
      text('witness', '证明人'),
    ],
  },
  {
    id: 'summary',
    name: '专业技术工作总结',
    shortName: '工作总结',
    isOptional: false,
    fields: [long('text', '总结')],
  },
  {
    id: 'main-work',
    name: '完成主要专业技术工作情况',
    shortName: '完成主要工作',
    isOptional: false,
    fields: [
      month('from', '开始'),
      month('to', '结束'),
      text('name', '工作名称'),
      text('role', '本人作用'),
      long('result', '完成情况'),
    ],
  },
  {
    id: 'project',
    name: '承担课题(项目)情况',
    shortName: '承担课题',
    isOptional: true,
    fields: [
      text('name', '名称'),
      text('number', '编号'),
      text('source', '来源'),
      text('role', '角色'),
      month('from', '开始'),
      month('to', '结束'),
    ],
  },
  {
    id: 'patent',
    name: '获得专利情况',
    shortName: '获得专利',
    isOptional: true,
    fields: [
      text('name', '名称'),
      text('number', '授权号'),
      text('kind', '类别'),
      text('rank', '排序'),
      month('grantedOn', '授权时间'),
    ],
  },
  {
    id: 'award',
    name: '获得表彰奖励情况',
    shortName: '获得表彰奖励',
    isOptional: true,
    fields: [
      text('name', '奖励名称'),
      text('grade', '等级'),
      text('rank', '排序'),
      month('awardedOn', '时间'),
      text('authority', '授予机构'),
    ],
  },
  {
    id: 'book',
    name: '撰写著作情况',
    shortName: '撰写著作',
    isOptional: true,
    fields: [
      text('name', '书名'),
      text('press', '出版社'),
      text('isbn', '书号'),
      text('rank', '作者排序'),
      month('publishedOn', '出版时间'),
    ],
  },
  {
    id: 'paper',
    name: '撰写论文情况',
    shortName: '撰写论文',
    isOptional: true,
    fields: [
      text('name', '题目'),
      text('journal', '期刊'),
      text('issue', '年卷期页'),
      text('rank', '作者排序'),
      month('publishedOn', '发表时间'),
    ],
  },
  {
    id: 'continuing-education',
    name: '参加继续教育和国际学术活动情况',
    shortName: '继续教育',
    isOptional: false,
    fields: [text('year', '年度'), text('name', '内容'), text('hours', '学时'), text('organiser', '组织单位')],
  },
  {
    id: 'assessment',
    name: '年度考核情况(近五年)',
    shortName: '年度考核',
    isOptional: false,
    fields: [text('year', '年度'), text('grade', '考核结果'), text('unit', '考核单位')],
  },
];

const byId = new Map(MODULES.map((m) => [m.id, m]));

export function moduleDef(id: ModuleId): ModuleDef {
  const def = byId.get(id);
  if (!def) throw new Error(`unknown module ${id}`);
  return def;
}
