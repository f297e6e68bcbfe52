import { makeIdNumber } from '../../../support/people.ts';
import { withFields, withRecord, withScan } from '../../../support/complete-application.ts';
import { both, SCHOOL, testRule, withApplicant, withFiling, type Change } from './rule-tests.ts';

const employed = (employment: Parameters<typeof withApplicant>[0]['employment']): Change =>
  withApplicant({ ...(employment && { employment }) });
const atWork =
  (fields: Readonly<Record<string, string>>): Change =>
  (application) =>
    withFields(application, 'work', fields);
function born(birthday: string, sex: 'male' | 'female'): Change {
  const idNumber = makeIdNumber('530102', birthday, sex, 3);
  return both(withApplicant({ birthday, sex, idNumber }), (a) =>
    withFields(a, 'basic', { birthday, idNumber, sex: sex === 'male' ? '男' : '女' }),
  );
}
const SEPTEMBER = '昆明市中小学高级教师评审委员会';

testRule('eligible.civil-servant', {
  speaks: [['公务员 may not file (Q2)', employed('civil-servant'), '人员身份为公务员（含参公管理人员）']],
  silent: [['staff', employed('staff')]],
});

testRule('eligible.retired', {
  speaks: [
    ['离退休人员 may not file (Q2)', employed('retired'), '人员身份为离退休人员'],
    [
      'a man past his age when the committee sits, in September by Q5',
      born('1966-02-10', 'male'),
      '2026年9月底前开评时已过法定退休年龄（2026-06-10满）',
    ],
    [
      'in the very month',
      both(born('1966-06-10', 'male'), withFiling({ committee: '昆明市高级经济师评审委员会' })),
      '2026年11月底前开评时正在满法定退休年龄的当月（2026-11-10满）',
      { also: ['committee.series'] },
    ],
    [
      'a woman whose table is not known',
      both(born('1974-02-10', 'female'), employed('freelancer')),
      '2026年9月底前开评时是否过法定退休年龄要看岗位类别（2024-02-10或2030-03-10满）',
      { also: ['eligible.freelancer', 'material.missing'] },
    ],
    [
      'a committee without a plan, and the age comes before the year ends',
      both(born('1966-05-10', 'male'), withFiling({ committee: '云南省中小学高级教师评审委员会' }), (a) => ({
        ...a,
        window: { ...a.window, isProvincial: true },
      })),
      '年底前已过法定退休年龄（2026-10-10满）',
    ],
  ],
  silent: [
    ['a man below it', born('1967-01-10', 'male')],
    ['a woman of 51 in a technical post', born('1975-01-10', 'female')],
  ],
});

testRule('eligible.seconded', {
  speaks: [['借调 (Q8(1))', employed('seconded'), '人员身份为借调']],
  silent: [['off-staff', employed('off-staff')]],
});

testRule('eligible.administrative', {
  speaks: [
    ['the office’s head (Q8(2))', atWork({ post: '办公室主任' }), '现在的职务填“办公室主任”，看不出履行专业技术职责'],
    ['人事干事', atWork({ post: '人事干事' }), '现在的职务填“人事干事”，看不出履行专业技术职责'],
  ],
  silent: [
    ['a teacher who is also the office’s head', atWork({ post: '数学教师兼办公室主任' })],
    [
      'a second, technical post',
      both(atWork({ post: '办公室主任' }), (a) =>
        withRecord(a, 'work', { from: '2015-01', unit: SCHOOL.name, post: '数学教师' }),
      ),
    ],
    ['人事 is the profession of 经济师', both(atWork({ post: '人事管理' }), withFiling({ series: '经济专业人员' }))],
  ],
});

testRule('eligible.post-vacancy', {
  speaks: [
    [
      '工勤技能人员 (Q7(1))',
      both(employed('worker-in-technical-post'), (a) => withScan(a, 'basic', '岗位变动工资审批表.jpg')),
      '工勤技能人员在专业技术岗位申报',
    ],
    [
      '管理人员',
      both(employed('manager-in-technical-post'), (a) => withScan(a, 'basic', '岗位变动工资审批表.jpg')),
      '管理人员在专业技术岗位申报',
    ],
  ],
  silent: [['staff', (a) => a]],
});

const withAgreement: Change = both(
  employed('dispatch'),
  (a) => withScan(a, 'basic', '派遣协议首页.jpg'),
  (a) => withScan(a, 'basic', '派遣协议尾页.jpg'),
);
testRule('eligible.dispatch', {
  speaks: [['through a school (Q10(1))', withAgreement, '劳务派遣人员以派遣单位为工作单位申报，走非公经济单位程序']],
  silent: [['through the dispatch company itself', withAgreement, { unit: { ...SCHOOL, kind: 'non-public' } }]],
});

testRule('eligible.off-staff', {
  speaks: [['with a contract (Q10(2))', employed('off-staff'), '编制外聘用人员由聘用单位统一推荐申报']],
  silent: [['staff', (a) => a]],
});

testRule('eligible.postdoc', {
  speaks: [
    [
      'of a company (Q9)',
      employed('postdoc'),
      '企业博士后出站后留在企业，有博士后科学基金资助或主持省部级以上项目的，可直接认定副高级',
    ],
  ],
  silent: [['staff', (a) => a]],
});

const freelancer: Change = both(employed('freelancer'), (a) =>
  ['社保缴费证明.jpg', '纳税记录.jpg', '行业协会推荐函.jpg'].reduce((b, name) => withScan(b, 'basic', name), a),
);
testRule('eligible.freelancer', {
  speaks: [['through a school (Q2)', freelancer, '自由职业者没有经人事代理机构或行业协会申报']],
  silent: [['through an agency', freelancer, { unit: { ...SCHOOL, kind: 'freelance-agency' } }]],
});

testRule('committee.unknown', {
  speaks: [
    [
      'a name that is not in the directory (三)',
      withFiling({ committee: '昆明市中小学教师高级评委会' }),
      '“昆明市中小学教师高级评委会”不在市级评委会目录里',
    ],
  ],
  silent: [
    ['full-width brackets', both(withFiling({ committee: '昆明市图书资料（群众文化）副研究馆员评审委员会' }))],
    ['the planning table’s name of it (Q5)', withFiling({ committee: '昆明市中专高级讲师评审委员会' })],
    [
      'a provincial one',
      both(withFiling({ committee: '云南省中小学正高级教师评审委员会' }), (a) => ({
        ...a,
        window: { ...a.window, isProvincial: true },
      })),
    ],
  ],
});

testRule('committee.level', {
  speaks: [
    [
      '中级 committee for 副高级 (三)',
      withFiling({ committee: '昆明市中小学一级教师评审委员会' }),
      '申报副高级，选的是中级评委会',
    ],
  ],
  silent: [
    ['高级 for 副高级', withFiling({ committee: SEPTEMBER })],
    [
      '初级 at a county’s committee (四)',
      withFiling({ level: 'assistant', title: '二级教师', committee: '五华区中小学教师中级职称评审委员会' }),
    ],
    ['a name that says neither', withFiling({ committee: '云南省教师评审委员会' })],
  ],
});

testRule('committee.series', {
  speaks: [
    [
      '卫生 for a teacher (三)',
      withFiling({ committee: '昆明市卫生技术高级职称评审委员会' }),
      '申报中小学教师，“昆明市卫生技术高级职称评审委员会”评审卫生技术人员',
    ],
  ],
  silent: [
    [
      '实验技术人员 at the schools’ committee (三(一)11)',
      withFiling({
        series: '实验技术人才',
        level: 'associate-senior',
        title: '高级实验师',
        committee: '昆明市中等专业学校高级讲师评审委员会',
      }),
    ],
    ['a name that no row knows', withFiling({ committee: '云南省综合评审委员会' })],
  ],
});

testRule('committee.region', {
  speaks: [
    [
      'another county’s (三)',
      both(withFiling({ level: 'middle', title: '一级教师', committee: '盘龙区中小学教师中级职称评审委员会' }), (a) =>
        withFields(a, 'current-title', { title: '二级教师' }),
      ),
      '“盘龙区中小学教师中级职称评审委员会”评审盘龙区的单位，本单位在五华区',
    ],
  ],
  silent: [
    ['its own', both(withFiling({ level: 'middle', committee: '五华区中小学教师中级职称评审委员会' }))],
    [
      '寻甸县 is 寻甸回族彝族自治县',
      withFiling({ committee: '寻甸县中小学教师中级职称评审委员会' }),
      { unit: { ...SCHOOL, county: '寻甸回族彝族自治县' } },
    ],
    [
      'a zone that lies in the county',
      withFiling({ committee: '昆明经济技术开发区中小学教师中级职称评审委员会' }),
      { unit: { ...SCHOOL, county: '官渡区' } },
    ],
  ],
});

const engineer: Change = both(
  withFiling({
    series: '工程技术人员',
    title: '高级工程师',
    specialty: '计算机应用',
    isEngineering: true,
    committee: '昆明市机电工程高级工程师评审委员会',
  }),
  (a) => withFields(a, 'current-title', { series: '工程技术人员', title: '工程师' }),
);
testRule('discipline.engineering', {
  speaks: [
    [
      'not ticked (Q19)',
      both(engineer, withFiling({ isEngineering: false })),
      '申报专业“计算机应用”属于指南所列的工程技术专业，没有勾选“工程技术”',
    ],
    [
      'ticked by a teacher',
      withFiling({ isEngineering: true }),
      '申报专业“数学”不在指南所列的工程技术专业里，却勾选了“工程技术”',
    ],
  ],
  silent: [
    ['ticked', engineer],
    ['a teacher of 生物', withFiling({ specialty: '生物' })],
    ['an engineer of a specialty that is not in the list', both(engineer, withFiling({ specialty: '电梯' }))],
  ],
});
