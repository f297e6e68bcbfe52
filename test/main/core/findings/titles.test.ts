import { withFields, withoutRecords, withRecord } from '../../../support/complete-application.ts';
import { both, testRule, withApplicant, withFiling, type Change } from './rule-tests.ts';

const held =
  (fields: Readonly<Record<string, string>>): Change =>
  (application) =>
    withFields(application, 'current-title', fields);
const toLibrary: Change = both(
  withFiling({
    kind: 'series-change',
    series: '图书资料专业人员',
    level: 'middle',
    title: '馆员',
    committee: '昆明市图书资料(群众文化)专业中级职称评审委员会',
  }),
  (a) => withFields(a, 'work', { to: '2024-01' }),
  (a) => withRecord(a, 'work', { from: '2024-02', unit: '昆明市松华中学', post: '图书管理' }, ['转岗证明.jpg']),
);
const since = (month: string): Change => held({ obtainedOn: '2010-01', appointedOn: month });
const master: Change = both(
  (a) => withRecord(a, 'education', MASTER, ['硕士毕业证书.jpg', '硕士学位证书.jpg']),
  (a) => withRecord(a, 'study', MASTER),
);
const MASTER = {
  level: '硕士研究生',
  mode: '在职',
  school: '滇池理工大学',
  major: '数学',
  from: '2011-09',
  to: '2014-06',
  degree: '教育硕士',
  certificateNo: '1',
};
const engineer: Change = both(
  withFiling({
    series: '工程技术人员',
    level: 'middle',
    title: '工程师',
    specialty: '计算机',
    isEngineering: true,
    committee: '昆明市机电工程中级职称评审委员会',
  }),
  held({ series: '工程技术人员', title: '助理工程师' }),
);

testRule('title.not-in-ladder', {
  speaks: [
    [
      'another level’s title (Q1)',
      withFiling({ level: 'senior' }),
      '申报资格“高级教师”是副高级，申报级别选了正高级',
      { also: [] },
    ],
    ['no such title', withFiling({ title: '特级教师' }), '中小学教师没有“特级教师”这个副高级职称'],
    ['no such series', withFiling({ series: '中学教师' }), '申报系列“中学教师”不在26个系列里'],
  ],
  silent: [
    ['with a remark in brackets', withFiling({ title: '高级教师（中教）' })],
    [
      'one of two spellings in one cell',
      both(withFiling({ series: '卫生技术人员', level: 'middle', title: '主管医师' })),
    ],
  ],
});

testRule('title.not-following', {
  speaks: [
    ['two rungs at once (Q1)', held({ title: '二级教师' }), '现有职称“二级教师”，申报“高级教师”，不是同一系列的上一级'],
    [
      'of another series',
      held({ title: '讲师', series: '高等学校教师' }),
      '现有职称“讲师”，申报“高级教师”，不是同一系列的上一级',
    ],
  ],
  silent: [
    [
      'a second title that it follows (Q11(2))',
      both(held({ title: '讲师', series: '高等学校教师' }), (a) =>
        withRecord(a, 'current-title', {
          title: '一级教师',
          series: '中小学教师',
          obtainedOn: '2016-06',
          appointedOn: '2016-07',
        }),
      ),
    ],
    [
      '农业技术推广研究员 has no rungs of its own',
      both(
        withFiling({ series: '农业技术人员', level: 'senior', title: '农业技术推广研究员' }),
        held({ series: '农业技术人员', title: '高级农艺师' }),
      ),
    ],
    ['a change of series, which asks for the same level', toLibrary],
  ],
});

testRule('title.not-higher', {
  speaks: [
    [
      'the title is held already (Q1)',
      held({ title: '高级教师' }),
      '现有职称“高级教师”为副高级，申报的“高级教师”并不更高',
    ],
    [
      'the same level of another series',
      held({ title: '高级讲师', series: '中等职业学校教师' }),
      '现有职称“高级讲师”为副高级，申报的“高级教师”并不更高',
    ],
    ['a higher one is held', held({ title: '正高级教师' }), '现有职称“正高级教师”为正高级，申报的“高级教师”并不更高'],
  ],
  silent: [['two rungs below', held({ title: '三级教师' })]],
});

testRule('title.present-unknown', {
  speaks: [
    [
      'a name of before the reform (Q1)',
      held({ title: '中学一级教师' }),
      '现有职称“中学一级教师”不在指南的职称名称表里',
    ],
    [
      'of another series than filled in',
      held({ series: '工程技术人员' }),
      '现有职称“一级教师”不在所填的系列“工程技术人员”里',
    ],
  ],
  silent: [['without a series the title is enough', held({ series: '' })]],
});

testRule('series-change.level', {
  speaks: [
    [
      'a level up (Q11(1))',
      both(
        toLibrary,
        withFiling({
          level: 'associate-senior',
          title: '副研究馆员',
          committee: '昆明市图书资料(群众文化)副研究馆员评审委员会',
        }),
      ),
      '转系列评审申报副高级，现有职称“一级教师”为中级，不是同级',
    ],
  ],
  silent: [
    ['the same level', toLibrary],
    ['of a review', (a) => a],
  ],
});

testRule('series-change.one-year', {
  speaks: [
    [
      'eight months in the library (Q11(1))',
      both(
        toLibrary,
        (a) => withFields(a, 'work', { from: '2025-12' }, 1),
        (a) => withFields(a, 'work', { to: '2025-11' }),
      ),
      '现岗位从2025-12起，到申报时约8个月，不满1年',
    ],
  ],
  silent: [['a year, by the month', both(toLibrary, (a) => withFields(a, 'work', { from: '2025-08' }, 1))]],
});

testRule('series.exam-only', {
  speaks: [
    [
      '中级 of 会计 (Q16)',
      both(
        withFiling({ series: '会计人员', level: 'middle', title: '会计师', committee: '昆明市会计中级评委会' }),
        held({ series: '会计人员', title: '助理会计师' }),
      ),
      '会计人员中级由国家统一考试取得，不再评审',
      { also: ['committee.unknown'] },
    ],
  ],
  silent: [
    ['副高级 of 会计 is reviewed', withFiling({ series: '会计人员', level: 'associate-senior', title: '高级会计师' })],
    [
      'the directory has a committee for 主管药师 (三(二)47)',
      withFiling({
        series: '卫生技术人员',
        level: 'middle',
        title: '主管药师',
        committee: '昆明市药学(药品)专业主管药师评审委员会',
      }),
    ],
  ],
});

testRule('years.short', {
  speaks: [
    ['a month short of five years (Q6)', since('2022-02'), '任职到12月31日为4年11个月，比通常要求的5年差1个月'],
    [
      'by the month of the title where nobody was appointed',
      both(held({ obtainedOn: '2023-01', appointedOn: '' })),
      '任职到12月31日为4年，比通常要求的5年差1年',
      { also: ['field.missing', 'achievement.before-title'] },
    ],
    ['four years for 中级', both(engineer, since('2023-07')), '任职到12月31日为3年6个月，比通常要求的4年差6个月'],
  ],
  silent: [
    ['five years to the last day', since('2022-01')],
    ['two years for masters', both(engineer, since('2024-07'), master)],
    ['doctors two for 副高级', both(since('2024-07'), (a) => withFields(a, 'education', { degree: '理学博士' }))],
    [
      'service before a change of series counts (Q11(2))',
      both(since('2024-01'), (a) =>
        withRecord(a, 'current-title', {
          title: '讲师',
          series: '中等职业学校教师',
          obtainedOn: '2015-06',
          appointedOn: '2016-01',
        }),
      ),
    ],
    ['two rungs at once, which is said otherwise', both(held({ title: '二级教师' }), since('2025-01'))],
    ['a change of series asks for none', both(toLibrary, since('2025-01'))],
  ],
});

testRule('years.ambiguous', {
  speaks: [
    [
      'only the month is known, and its day decides',
      since('2022-01'),
      '任职到12月31日为5年，刚到5年（聘任时间只到月，当月哪一天决定够不够）',
    ],
    ['the last day decides', since('2022-01-01'), '任职到12月31日为5年，刚到5年（12月31日当天算不算决定够不够）'],
    ['less than a month more', since('2021-12'), '任职到12月31日为5年1个月，刚到5年（只多不到一个月）'],
  ],
  silent: [
    ['two months more', since('2021-11')],
    ['short, which is said otherwise', since('2022-02')],
  ],
});

testRule('years.appointed-before', {
  speaks: [
    [
      'appointed a year before the title',
      held({ obtainedOn: '2017-06', appointedOn: '2016-06' }),
      '聘任时间填2016-06，早于取得时间2017-06',
    ],
  ],
  silent: [['in the same month', held({ obtainedOn: '2017-06', appointedOn: '2017-06' })]],
});

/** Hired in August 2024, filing for 二级教师 in July 2026. */
const graduate: Change = both(
  (a) => withoutRecords(a, 'current-title'),
  withFiling({ kind: 'recognition', level: 'assistant', title: '二级教师', committee: '昆明市教育体育局(考核定职)' }),
  (a) => withFields(a, 'work', { from: '2024-08' }),
  (a) => withFields(a, 'basic', { workSince: '2024-08' }),
  (a) => withFields(a, 'education', { from: '2020-09', to: '2024-07', recordValidUntil: '2026-12-01' }),
  (a) => withFields(a, 'study', { from: '2020-09', to: '2024-07' }),
  (a) =>
    withRecord(a, 'summary', { text: '补充' }, [
      '教育部学历证书电子注册备案表.jpg',
      '学历查询截图.jpg',
      '聘用人员审批表.jpg',
    ]),
  (a) => ({ ...a, submittedAt: Date.parse('2026-07-10T10:00+08:00') }),
);

testRule('recognition.level', {
  speaks: [
    [
      'a bachelor cannot be 中级 (Q12(2))',
      both(graduate, withFiling({ level: 'middle', title: '一级教师' })),
      '申报中级，本科或学士学历最高可认定助理级',
    ],
    [
      'nor 大专 助理级',
      both(graduate, (a) => withFields(a, 'education', { level: '大学专科', degree: '' })),
      '申报助理级，大专学历最高可认定员级',
    ],
  ],
  silent: [
    [
      'a doctor can',
      both(graduate, withFiling({ level: 'middle', title: '一级教师' }), (a) =>
        withFields(a, 'education', { degree: '理学博士' }),
      ),
    ],
    [
      'postdocs by Q9',
      both(
        graduate,
        withApplicant({ employment: 'postdoc' }),
        withFiling({ level: 'associate-senior', title: '高级教师' }),
      ),
    ],
    ['a review', (a) => a],
  ],
});

testRule('recognition.probation', {
  speaks: [
    [
      'eleven months after August (Q12(2))',
      both(
        graduate,
        (a) => withFields(a, 'work', { from: '2025-08' }),
        (a) => withFields(a, 'basic', { workSince: '2025-08' }),
      ),
      '2025-08参加工作，到申报时约11个月，见习未满1年',
      { also: ['history.gap'] },
    ],
  ],
  silent: [
    [
      'in the month of the year’s end, whose day is not known',
      both(graduate, (a) => withFields(a, 'work', { from: '2025-07' })),
    ],
    [
      'masters without probation',
      both(
        graduate,
        (a) => withFields(a, 'work', { from: '2026-02' }),
        (a) => withFields(a, 'education', { degree: '教育硕士' }),
      ),
    ],
    [
      '员级 at once for bachelors',
      both(graduate, withFiling({ level: 'junior', title: '三级教师' }), (a) =>
        withFields(a, 'work', { from: '2026-02' }),
      ),
    ],
  ],
});

testRule('recognition.month', {
  speaks: [
    [
      'filed in August (Q13)',
      both(graduate, (a) => ({ ...a, submittedAt: Date.parse('2026-08-01T10:00+08:00') })),
      '8月申报，考核定职在1月、4月、7月、10月申报',
    ],
  ],
  silent: [
    [
      'corrected in August what was filed in July',
      both(graduate, (a) => ({
        ...a,
        submittedAt: Date.parse('2026-08-05T10:00+08:00'),
        history: [
          {
            id: 's',
            at: Date.parse('2026-07-10T10:00+08:00'),
            level: 'applicant',
            actor: '李静',
            action: 'submit',
            opinion: '',
          },
        ],
      })),
    ],
    [
      'the last minute of July in Beijing',
      both(graduate, (a) => ({ ...a, submittedAt: Date.parse('2026-07-31T23:59+08:00') })),
    ],
  ],
});
