import { withFields, withoutRecords, withRecord, withScan } from '../../../support/complete-application.ts';
import { both, testRule, withApplicant, type Change } from './rule-tests.ts';

const fields =
  (moduleId: Parameters<typeof withFields>[1], values: Readonly<Record<string, string>>, index = 0): Change =>
  (application) =>
    withFields(application, moduleId, values, index);
const withWork =
  (values: Readonly<Record<string, string>>): Change =>
  (application) =>
    withRecord(application, 'work', { unit: '昆明市龙翔学校', post: '数学教师', ...values });

testRule('degree-record.undated', {
  speaks: [
    [
      'the form is there, its last day is not (Q14)',
      (a) => withScan(a, 'education', '学历证书电子注册备案表.jpg'),
      '备案表没有填写有效期至',
    ],
    [
      'a day nobody can read',
      both((a) => withScan(a, 'education', '备案表.jpg'), fields('education', { recordValidUntil: '半年' })),
      '备案表有效期至填“半年”，看不出是哪一天',
    ],
  ],
  silent: [
    ['no form', (a) => a],
    [
      'dated',
      both((a) => withScan(a, 'education', '备案表.jpg'), fields('education', { recordValidUntil: '2026-12-01' })),
    ],
  ],
});

testRule('education.period', {
  speaks: [
    [
      'graduated before entering (五(二)2)',
      both(fields('education', { from: '2007-09' })),
      '毕业时间填2006-07，早于入学时间2007-09',
    ],
    [
      'in the same month',
      fields('education', { from: '2006-07' }),
      '毕业时间填2006-07，与入学时间2006-07相同',
      { also: ['education.study'] },
    ],
  ],
  silent: [['a one-month course', fields('education', { from: '2006-06' })]],
});

testRule('education.study', {
  speaks: [
    [
      'another school in 学习经历 (五(二)2)',
      fields('study', { school: '金马学院' }),
      '学习经历里没有“云岭师范大学”（2002-09至2006-07）',
    ],
    [
      'other months',
      fields('study', { from: '2001-09' }),
      '“云岭师范大学”在学历情况为2002-09至2006-07，在学习经历为2001-09至2006-07',
    ],
  ],
  silent: [
    ['a month off', fields('study', { to: '2006-06' })],
    ['the faculty named as well', fields('study', { school: '云岭师范大学数学学院' })],
    ['学习经历 is empty, which is said otherwise', (a) => withoutRecords(a, 'study')],
  ],
});

testRule('history.gap', {
  speaks: [
    [
      'seven months between school and work (五(二)2)',
      both(fields('work', { from: '2007-03' }), fields('basic', { workSince: '2007-03' })),
      '2006-07到2007-03之间有7个月没有学习和工作经历',
    ],
    [
      'between two employers',
      both(fields('work', { to: '2012-06' }), (a) =>
        withRecord(a, 'work', { from: '2013-09', unit: '昆明市松华中学', post: '数学教师' }),
      ),
      '2012-06到2013-09之间有14个月没有学习和工作经历',
    ],
  ],
  silent: [
    ['six months', both(fields('work', { from: '2007-02' }), fields('basic', { workSince: '2007-02' }))],
    [
      'study in between',
      both(
        fields('work', { to: '2012-06' }),
        (a) => withRecord(a, 'work', { from: '2015-08', unit: '昆明市松华中学', post: '数学教师' }),
        (a) => withRecord(a, 'study', { from: '2012-09', to: '2015-06', school: '滇池理工大学' }),
      ),
    ],
    ['a short period within a long one', withWork({ from: '2008-01', to: '2008-06', post: '挂职' })],
  ],
});

testRule('work.overlap', {
  speaks: [
    [
      'two months of both (五(二)2)',
      both(fields('work', { from: '2012-08' }), withWork({ from: '2006-08', to: '2012-09' })),
      '“昆明市龙翔学校”2006-08至2012-09与“昆明市松华中学”2012-08至今时间重叠',
    ],
    [
      'two without an end',
      withWork({ from: '2015-01' }),
      '“昆明市松华中学”2006-08至今与“昆明市龙翔学校”2015-01至今时间重叠',
    ],
  ],
  silent: [
    [
      'the month of the change',
      both(fields('work', { from: '2012-08' }), withWork({ from: '2006-08', to: '2012-08' })),
    ],
    ['a post beside the other', withWork({ from: '2015-01', post: '兼职教研员' })],
  ],
});

testRule('study.overlap', {
  speaks: [
    [
      'full-time while at work (五(二)2)',
      both(schooling('全日制')),
      '全日制学习（“滇池理工大学”2011-09至2014-06）期间有工作经历“昆明市松华中学”2006-08至今',
    ],
  ],
  silent: [
    ['在职', schooling('在职')],
    ['非全日制 is not 全日制', schooling('非全日制')],
    ['the month of graduation', fields('work', { from: '2006-07' })],
  ],
});

testRule('work.start', {
  speaks: [
    [
      '参加工作 a year before the first work (五(二)2)',
      fields('basic', { workSince: '2005-08' }),
      '参加工作时间填2005-08，工作经历从2006-08开始',
    ],
  ],
  silent: [['not filled in, which is said otherwise', fields('basic', { workSince: '' })]],
});

testRule('date.future', {
  speaks: [
    ['a paper of next month', fields('paper', { publishedOn: '2026-09' }), '发表时间填2026-09，晚于申报时间'],
    ['training of next year', fields('continuing-education', { year: '2027' }), '年度填2027，晚于申报时间'],
  ],
  silent: [
    ['of this month', fields('paper', { publishedOn: '2026-08' })],
    ['a project that goes on', fields('project', { to: '2027-06' })],
    ['the last valid day of the record form', fields('education', { recordValidUntil: '2027-01-01' })],
  ],
});

testRule('assessment.missing', {
  speaks: [
    ['one of five (五(二)2)', (a) => withoutRecords(a, 'assessment', 2), '缺2023年度考核结果'],
    [
      'two of them',
      both(
        (a) => withoutRecords(a, 'assessment', 4),
        (a) => withoutRecords(a, 'assessment', 0),
      ),
      ['缺2021年度考核结果', '缺2025年度考核结果'],
    ],
  ],
  silent: [
    [
      'years before the work began, and that in which it did',
      both(
        (a) => withoutRecords(a, 'assessment', 1),
        (a) => withoutRecords(a, 'assessment', 0),
        fields('work', { from: '2022-08' }),
        fields('basic', { workSince: '2022-08' }),
      ),
    ],
    ['the whole module, which is said otherwise', (a) => withoutRecords(a, 'assessment')],
    ['written with 年度', fields('assessment', { year: '2023年度' }, 2)],
    ['freelancers', both(withApplicant({ employment: 'freelancer' }), (a) => withoutRecords(a, 'assessment', 2))],
  ],
});

testRule('assessment.grade', {
  speaks: [
    [
      '基本合格 (五(二)2)',
      fields('assessment', { grade: '基本合格' }, 2),
      '2023年度考核结果为“基本合格”，不是合格（称职）以上',
    ],
    [
      'no grade that is known',
      fields('assessment', { grade: '通过' }, 2),
      '2023年度考核结果为“通过”，不是合格（称职）以上',
    ],
  ],
  silent: [
    ['称职', fields('assessment', { grade: '称职' })],
    ['优秀等次', fields('assessment', { grade: '优秀等次' })],
  ],
});

testRule('assessment.repeated', {
  speaks: [
    [
      'one year twice',
      fields('assessment', { year: '2022' }, 2),
      '2022年度考核填了不止一条',
      { also: ['assessment.missing'] },
    ],
  ],
  silent: [['every year once', (a) => a]],
});

testRule('achievement.before-title', {
  speaks: [
    [
      'a paper of before the present title (Q6)',
      fields('paper', { publishedOn: '2016-03' }),
      '《分层作业的设计》（2016-03）早于取得现有职称的时间2017-06',
    ],
    [
      'a project that ended before',
      fields('project', { from: '2014-04', to: '2016-04' }),
      '《课堂评价研究》（2016-04）早于取得现有职称的时间2017-06',
    ],
  ],
  silent: [
    ['in the month of the title', fields('paper', { publishedOn: '2017-06' })],
    ['a project that reaches into it', fields('project', { from: '2014-04', to: '2018-04' })],
  ],
});

function schooling(mode: string): Change {
  const second = {
    level: '硕士研究生',
    mode,
    school: '滇池理工大学',
    major: '数学',
    from: '2011-09',
    to: '2014-06',
    degree: '教育硕士',
    certificateNo: '1',
  };
  return both(
    (a) => withRecord(a, 'education', second, ['硕士毕业证书.jpg', '硕士学位证书.jpg']),
    (a) => withRecord(a, 'study', second),
  );
}
