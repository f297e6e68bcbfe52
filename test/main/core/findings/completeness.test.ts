import {
  withFields,
  withoutRecords,
  withoutScan,
  withRecord,
  withScan,
  withScanName,
} from '../../../support/complete-application.ts';
import { both, SCHOOL, testRule, withApplicant, withFiling, type Change } from './rule-tests.ts';

const COMPANY = { ...SCHOOL, kind: 'non-public', creditCode: '91530100MA6K00006J' } as const;
/** A graduate who asks for recognition (Q12–Q14): hired in August 2024, filing in July 2026. */
const graduate: Change = both(
  (a) => withoutRecords(a, 'current-title'),
  withFiling({ kind: 'recognition', level: 'assistant', title: '二级教师' }),
  (a) => ({ ...a, submittedAt: Date.parse('2026-07-10T10:00+08:00') }),
);
const RECOGNITION_PAPERS = ['教育部学历证书电子注册备案表.jpg', '学历信息查询截图.jpg', '聘用人员审批表.jpg'];
const withPapers =
  (names: readonly string[]): Change =>
  (a) =>
    names.reduce((filled, name) => withScan(filled, 'basic', name), a);
const renamed =
  (name: string, other: string): Change =>
  (a) =>
    withScanName(a, name, other);

testRule('module.missing', {
  speaks: [
    ['学历情况 is empty (五(二)2)', (a) => withoutRecords(a, 'education'), '没有填写'],
    [
      'two are empty',
      both(
        (a) => withoutRecords(a, 'summary'),
        (a) => withoutRecords(a, 'assessment'),
      ),
      ['没有填写', '没有填写'],
    ],
    [
      'a module that did not come at all',
      (a) => ({ ...a, modules: a.modules.filter(({ id }) => id !== 'summary') }),
      '没有填写',
    ],
    ['no title below one that is reviewed', (a) => withoutRecords(a, 'current-title'), '没有填写'],
  ],
  silent: [
    ['「如没有无需填写」', (a) => withoutRecords(a, 'paper')],
    ['recognition gives a first title (Q12)', graduate],
    [
      'nor need anything be held below an initial level (Q7(3))',
      both((a) => withoutRecords(a, 'current-title'), withFiling({ level: 'assistant', title: '二级教师' })),
    ],
    [
      'nobody assesses freelancers',
      both((a) => withoutRecords(a, 'assessment'), withApplicant({ employment: 'freelancer' })),
    ],
    [
      'somebody who began this year has no assessment yet',
      both(
        graduate,
        (a) => withoutRecords(a, 'assessment'),
        (a) => withFields(a, 'work', { from: '2026-02' }),
        (a) => withFields(a, 'basic', { workSince: '2026-02' }),
      ),
    ],
  ],
});

testRule('field.missing', {
  speaks: [
    ['no month of graduation', (a) => withFields(a, 'education', { to: '' }), '“云岭师范大学”没有填写毕业时间'],
    [
      'several at once, in one line',
      (a) => withFields(a, 'paper', { journal: '', rank: ' ' }),
      '《分层作业的设计》没有填写期刊、作者排序',
    ],
    ['hours of training', (a) => withFields(a, 'continuing-education', { hours: '' }), '“骨干教师研修”没有填写学时'],
    ['the only record has no name', (a) => withFields(a, 'summary', { text: '' }), '没有填写总结'],
    [
      'which of two records',
      (a) => withRecord(a, 'award', { name: '', awardedOn: '2021-09', authority: '市教体局' }, ['荣誉证书.jpg']),
      '第2条没有填写奖励名称',
    ],
    [
      'no appointment in a school',
      (a) => withFields(a, 'current-title', { appointedOn: '' }),
      '“一级教师”没有填写聘任时间',
    ],
  ],
  silent: [
    ['what nobody needs for judging', (a) => withFields(a, 'work', { witness: '' })],
    ['work that goes on has no end', (a) => withFields(a, 'work', { to: '' })],
    [
      'a company appoints nobody to posts',
      both(
        (a) => withFields(a, 'current-title', { appointedOn: '' }),
        (a) => withoutScan(a, '聘任文件.jpg'),
      ),
      { unit: COMPANY },
    ],
    ['not every degree', (a) => withFields(a, 'education', { degree: '' })],
  ],
});

testRule('material.missing', {
  speaks: [
    ['the back of the ID card', (a) => withoutScan(a, '身份证反面.jpg'), '缺身份证反面'],
    ['the diploma', (a) => withoutScan(a, '毕业证书.jpg'), '缺毕业证书'],
    ['the degree certificate of a filed degree', (a) => withoutScan(a, '学位证书.jpg'), '缺学位证书'],
    [
      'of the second schooling, which is named',
      (a) => withRecord(withRecord(a, 'education', MASTER, ['硕士毕业证书.jpg']), 'study', MASTER),
      '缺“滇池理工大学”的学位证书',
    ],
    ['the title certificate', (a) => withoutScan(a, '职称证书.jpg'), '缺职称证书'],
    ['the appointment', (a) => withoutScan(a, '聘任文件.jpg'), '缺聘任文件（聘书）'],
    ['the sheet of one year', (a) => withoutScan(a, '2023年度考核表.jpg'), '缺2023年度考核表'],
    [
      'two pages of the dispatch agreement (Q18)',
      withApplicant({ employment: 'dispatch' }),
      ['缺劳务派遣协议首页', '缺劳务派遣协议尾页'],
      { also: ['eligible.dispatch'] },
    ],
    [
      'one page only, and not said which',
      both(withApplicant({ employment: 'dispatch' }), withPapers(['劳务派遣协议.jpg'])),
      '缺劳务派遣协议尾页',
      { also: ['eligible.dispatch'] },
    ],
    [
      'wages after the change of post (Q7(3))',
      withApplicant({ employment: 'worker-in-technical-post' }),
      '缺事业单位工作人员岗位（职务）变动工资审批表',
      { also: ['eligible.post-vacancy'] },
    ],
    [
      'the unit’s document for an initial level (Q7(3))',
      both(
        withApplicant({ employment: 'manager-in-technical-post' }),
        (a) => withoutRecords(a, 'current-title'),
        withFiling({ level: 'assistant', title: '二级教师', committee: '五华区中小学教师中级职称评审委员会' }),
      ),
      '缺单位确定岗位变更时间的正式行文',
      { also: ['eligible.post-vacancy'] },
    ],
    ['proof of the new post (Q11(1))', librarian, '缺转换岗位的证明（聘书、合同或单位证明）'],
    [
      'papers of a recognition (Q14)',
      graduate,
      ['缺云南省事业单位聘用人员审批表', '缺教育部学历证书电子注册备案表', '缺查询学历（学位）信息截图'],
    ],
    [
      'in a company another form (Q14(3))',
      both(graduate, withPapers(RECOGNITION_PAPERS.slice(0, 2))),
      '缺云南省招工录用登记表',
      { unit: COMPANY },
    ],
    [
      'papers of freelancers (Q2)',
      withApplicant({ employment: 'freelancer' }),
      ['缺以个人名义参保的证明', '缺个人纳税申报记录', '缺人事代理机构或行业协会的推荐材料'],
      { also: ['eligible.freelancer'] },
    ],
    [
      'proof of a postdoc’s grant (Q9)',
      both(
        graduate,
        withApplicant({ employment: 'postdoc' }),
        withFiling({ level: 'associate-senior', title: '高级教师' }),
        (a) => withoutRecords(a, 'project'),
      ),
      '缺博士后科学基金资助或主持省部级以上科研项目的证明',
      { also: ['eligible.postdoc'] },
    ],
  ],
  silent: [
    [
      'both sides of the card on one page',
      both((a) => withoutScan(a, '身份证反面.jpg'), renamed('身份证正面.jpg', '身份证正反面.jpg')),
    ],
    [
      'a copy of the card, which commonly has both',
      both((a) => withoutScan(a, '身份证反面.jpg'), renamed('身份证正面.jpg', '身份证复印件.jpg')),
    ],
    ['a scan without a telling name may be it', renamed('毕业证书.jpg', 'IMG_0032.jpg')],
    [
      'attached beside the records',
      both(
        (a) => withoutScan(a, '毕业证书.jpg'),
        (a) => withScan(a, 'education', '本科毕业证.jpg'),
      ),
    ],
    [
      'one scan for all five years',
      both(
        (a) => [2021, 2022, 2023, 2024, 2025].reduce((b, year) => withoutScan(b, `${year}年度考核表.jpg`), a),
        (a) => withScan(a, 'assessment', '近五年年度考核表.jpg'),
      ),
    ],
    [
      'both pages on two scans without a word',
      both(withApplicant({ employment: 'dispatch' }), withPapers(['派遣协议1.jpg', '派遣协议2.jpg'])),
    ],
    [
      'no degree, no certificate',
      both(
        (a) => withFields(a, 'education', { degree: '' }),
        (a) => withoutScan(a, '学位证书.jpg'),
      ),
    ],
    [
      'recognition rests on the record form, not on the diploma (Q14)',
      both(graduate, withPapers(RECOGNITION_PAPERS), (a) => withoutScan(a, '毕业证书.jpg')),
    ],
    ['a postdoc reviewed like everybody (Q9 is not used)', withApplicant({ employment: 'postdoc' })],
    ['the proof is there', both(librarian, withPapers(['转岗证明.jpg']))],
  ],
});

testRule('commitment.missing', {
  speaks: [['none among the scans (Q19)', (a) => withoutScan(a, '职称申报承诺书.jpg'), '缺职称申报承诺书']],
  silent: [
    [
      'attached elsewhere',
      both(
        (a) => withoutScan(a, '职称申报承诺书.jpg'),
        (a) => withScan(a, 'summary', '承诺书.jpg'),
      ),
    ],
    ['a recognition goes to no committee', both(graduate, (a) => withoutScan(a, '职称申报承诺书.jpg'))],
    ['a scan without a telling name may be it', renamed('职称申报承诺书.jpg', '微信图片_20260801.jpg')],
  ],
});

testRule('material.name', {
  speaks: [
    ['a camera’s name (五(二))', renamed('荣誉证书.jpg', 'IMG_0032.jpg'), '1张扫描件的名称看不出内容（IMG_0032.jpg）'],
    [
      'a chat program’s',
      renamed('荣誉证书.jpg', '微信图片_20240901120000.jpg'),
      '1张扫描件的名称看不出内容（微信图片_20240901120000.jpg）',
    ],
    ['a scanner’s', renamed('荣誉证书.jpg', '扫描件1.jpg'), '1张扫描件的名称看不出内容（扫描件1.jpg）'],
    ['digits', renamed('荣誉证书.jpg', '20240901.jpg'), '1张扫描件的名称看不出内容（20240901.jpg）'],
    ['a new file', renamed('荣誉证书.jpg', '新建图片(2).jpg'), '1张扫描件的名称看不出内容（新建图片(2).jpg）'],
    ['one character', renamed('荣誉证书.jpg', '奖.jpg'), '1张扫描件的名称看不出内容（奖.jpg）'],
    [
      'a hash',
      renamed('荣誉证书.jpg', '9f86d081884c7d659a2feaa0c55ad015.jpg'),
      '1张扫描件的名称看不出内容（9f86d081884c7d659a2feaa0c55ad015.jpg）',
    ],
    [
      'four of a module in one line',
      (a) => ['1.jpg', '2.jpg', '3.jpg', '4.jpg'].reduce((b, name) => withScan(b, 'award', name), a),
      '4张扫描件的名称看不出内容（1.jpg、2.jpg、3.jpg等4个）',
    ],
  ],
  silent: [
    ['short, but it says it', renamed('荣誉证书.jpg', '奖状.jpg')],
    ['with a number behind', renamed('荣誉证书.jpg', '荣誉证书1.jpg')],
    ['in Latin letters', renamed('荣誉证书.jpg', 'award-2020.jpg')],
    ['a year’s sheet', renamed('2023年度考核表.jpg', '2023年度考核结果.png')],
  ],
});

testRule('record.no-scan', {
  speaks: [
    ['a paper (五(二))', (a) => withoutScan(a, '论文正文首页.jpg'), '《分层作业的设计》没有扫描件'],
    ['training', (a) => withoutScan(a, '继续教育证明.jpg'), '“骨干教师研修”没有扫描件'],
  ],
  silent: [
    [
      'scans stand beside the records',
      both(
        (a) => withoutScan(a, '论文正文首页.jpg'),
        (a) => withScan(a, 'paper', '论文封面.jpg'),
      ),
    ],
    ['work and study are told, not proven', (a) => a],
  ],
});

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

/** Q11: a teacher who has worked in the library since 2024. */
function librarian(application: Parameters<Change>[0]): ReturnType<Change> {
  return both(
    withFiling({
      kind: 'series-change',
      series: '图书资料专业人员',
      level: 'middle',
      title: '馆员',
      committee: '昆明市图书资料(群众文化)专业中级职称评审委员会',
    }),
    (a) => withFields(a, 'work', { to: '2024-01' }),
    (a) => withRecord(a, 'work', { from: '2024-02', unit: SCHOOL.name, post: '图书管理' }),
  )(application);
}
