/** What each paper with a template is written from, of an invented school in September 2026. */
import type { TemplateInputs } from '#core/papers/templates/inputs.ts';

type PersonInput = TemplateInputs['publicity-notice']['people'][number];

const UNIT = { name: '昆明市松华中学', year: 2026, contact: '李敏', phone: '0871-63100000' };

export const DUAN: PersonInput = {
  name: '段雪梅',
  sex: '女',
  birthday: '1987-11-05',
  idNumber: '530102198711050024',
  department: '高二年级组',
  education: '本科',
  degree: '学士',
  school: '云岭师范大学',
  major: '汉语言文学',
  presentTitle: '一级教师',
  presentSince: '2018-11',
  appointedOn: '2018-12',
  occupation: '语文教学',
  series: '中小学教师',
  level: 'associate-senior',
  specialty: '语文',
  title: '高级教师',
  committee: '市中小学教师高级评委会',
  achievements:
    '课题：高中整本书阅读教学研究（市级，主持）。奖励：昆明市教学成果一等奖（2023.06）。论文：《整本书阅读的三次课》（云岭教育，2022年第4期）。',
};
const HE: PersonInput = {
  ...DUAN,
  name: '和·阿丽',
  department: '附属医院',
  title: '主治医师',
  series: '卫生',
  level: 'middle',
  presentTitle: '',
  presentSince: '',
  appointedOn: '',
};
const LI: PersonInput = { ...DUAN, name: '李䶮', sex: '男', idNumber: '530102198001010015', achievements: '' };

/** Posted on a Friday before a Sunday that was worked; five working days after. */
const NOTICE = {
  postedOn: '2026-09-18',
  endsOn: '2026-09-24',
  days: [
    { date: '2026-09-20', isMakeUp: true },
    ...['2026-09-21', '2026-09-22', '2026-09-23', '2026-09-24'].map((date) => ({ date, isMakeUp: false })),
  ],
  facts: {
    place: '校园公告栏和校园网',
    shown: '申报人的学历、资历条件，学术、业绩成果等',
    contact: '校办公室',
    phone: '0871-63100001',
    materialsAt: '行政楼203室',
  },
};

const OBJECTION = {
  name: '李䶮',
  receivedOn: '2026-09-22',
  from: '教师王某',
  way: '书面',
  content: '反映其2022年论文的排序与申报不符。',
  investigation: '调取期刊原件核对，第一作者为李䶮本人。',
  verdict: 'unfounded',
  settledOn: '2026-09-24',
} as const;

const OF_NOTICE = { unit: UNIT, notice: NOTICE };

export const TEMPLATE_INPUTS: TemplateInputs = {
  'publicity-notice': { ...OF_NOTICE, people: [DUAN, HE, LI] },
  'objection-record': { ...OF_NOTICE, objections: [OBJECTION], on: '2026-09-28' },
  'publicity-proof': { ...OF_NOTICE, person: DUAN, outcome: 'no-objection', objections: [], photos: 3, on: null },
  'publicity-proof-dispatch': {
    ...OF_NOTICE,
    person: LI,
    outcome: 'objection-settled',
    objections: [OBJECTION],
    photos: 2,
    on: null,
    dispatch: {
      ownSide: 'host-unit',
      otherUnit: '昆明翠湖人力资源有限公司',
      otherNotice: {
        postedOn: '2026-09-17',
        endsOn: '2026-09-23',
        place: '公司公告栏',
        days: ['2026-09-18', '2026-09-20', '2026-09-21', '2026-09-22', '2026-09-23'].map((date) => ({
          date,
          isMakeUp: date === '2026-09-20',
        })),
      },
    },
  },
  'notice-proof': {
    ...OF_NOTICE,
    people: [
      { ...DUAN, outcome: 'no-objection' },
      { ...HE, outcome: 'no-objection' },
      { ...LI, outcome: 'objection-settled' },
    ],
    objections: [OBJECTION],
    photos: 3,
    on: '2026-09-28',
  },
  'return-letter': {
    unit: UNIT,
    person: DUAN,
    decision: 'return',
    opinion:
      '请修改以下2处后重新提交：\n1. 学历情况：毕业时间填2010-07，证书为2010-06，请改正。\n2. 年度考核：缺2023年度考核表，请补传原件扫描件。',
    chancesLeft: 2,
    closesOn: '2026-09-30',
    on: '2026-09-18',
  },
  'unit-report': {
    unit: UNIT,
    receiver: '昆明市教育体育局',
    people: [DUAN, HE, LI],
    notices: [{ postedOn: '2026-09-18', endsOn: '2026-09-24', place: '校园公告栏', people: 3 }],
    objections: 1,
    on: '2026-09-28',
  },
  'situation-statement': {
    unit: UNIT,
    receiver: '昆明市住房和城乡建设局、昆明市人力资源和社会保障局',
    reason: '',
    basis: '昆人社通〔2025〕20号',
    people: [DUAN, LI],
    on: null,
  },
};
