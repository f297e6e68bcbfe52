/** Where each of the people of the sample unit stands. Larger seeds repeat the rows under other names. */
import type { ApplicationState, EmploymentKind } from '#model/application.ts';
import type { Flaw } from '../scans/spec.ts';
import type { CareerKey } from './careers.ts';
import type { FaultKey } from './faults.ts';

/** How far opinion and publicity have come. */
export type Readiness = 'none' | 'opinion' | 'running' | 'objection' | 'ready';

export type Scenario = Readonly<{
  name: string;
  sex: 'male' | 'female';
  nation: string;
  career: CareerKey;
  state: ApplicationState;
  readiness: Readiness;
  chancesUsed: number;
  strikes: number;
  employment: EmploymentKind;
  flaw: Flaw | null;
  /** what is wrong with the application; none of most */
  faults: readonly FaultKey[];
  /** 学历证书电子注册备案表 (Q14) is filed though nobody has to but for a recognition */
  hasDegreeRecord: boolean;
  /** years at the end of this one, where the career's own will not do */
  age: readonly [number, number] | null;
  /** 'MM-DD' */
  bornOn: string | null;
}>;

type Row = readonly [
  person: string,
  career: CareerKey,
  state: ApplicationState,
  readiness: Readiness,
  chancesUsed: number,
  strikes: number,
  rest?: Partial<Omit<Scenario, 'name' | 'sex'>>,
];

const REVIEW = 'unit-review';
const ROWS: readonly Row[] = [
  // may be approved
  ['李国强 男', 'seniorTeacher', REVIEW, 'ready', 0, 0],
  ['刘志远 男', 'seniorTeacher', REVIEW, 'ready', 0, 0],
  ['何晓燕 女', 'firstTeacher', REVIEW, 'ready', 1, 0],
  ['陈思源 男', 'firstTeacher', REVIEW, 'ready', 0, 0, { employment: 'off-staff' }],
  ['赵丽华 女', 'doctor', REVIEW, 'ready', 0, 0],
  ['王静怡 女', 'librarian', REVIEW, 'ready', 0, 0],
  ['周玉兰 女', 'nurse', REVIEW, 'ready', 2, 1],
  ['杨景行 男', 'seniorEngineer', REVIEW, 'ready', 0, 0],
  // posted at the moment
  ['杨建国 男', 'seniorTeacher', REVIEW, 'running', 1, 0],
  ['马琼仙 女', 'firstTeacher', REVIEW, 'running', 0, 0, { nation: '回族' }],
  ['木云鹏 男', 'seniorLibrarian', REVIEW, 'running', 0, 0, { nation: '纳西族' }],
  // an objection is open
  ['王慧 女', 'librarian', REVIEW, 'objection', 2, 0],
  ['邓海波 男', 'seniorTeacher', REVIEW, 'opinion', 0, 0],
  // to be looked at
  [
    '段雪梅 女',
    'seniorTeacher',
    REVIEW,
    'none',
    1,
    0,
    {
      flaw: 'blurred',
      faults: ['graduation-typo', 'assessment-missing', 'no-commitment', 'chat-file-name', 'old-phone-in-form'],
    },
  ],
  ['和·阿丽 女', 'seniorTeacher', REVIEW, 'none', 0, 0, { nation: '纳西族' }],
  ['张文静 女', 'firstTeacher', REVIEW, 'none', 3, 0, { flaw: 'turned' }],
  ['张文婧 女', 'firstTeacher', REVIEW, 'none', 0, 0, { faults: ['diploma-of-another'] }],
  ['阿卜杜勒·艾合买提 男', 'engineer', REVIEW, 'none', 0, 0, { nation: '维吾尔族', employment: 'dispatch' }],
  ['普永昌 男', 'firstTeacher', REVIEW, 'opinion', 2, 0, { nation: '彝族', flaw: 'tiny', faults: ['opinion-older'] }],
  ['李䶮 男', 'professor', REVIEW, 'none', 0, 0, { faults: ['award-before-title'] }],
  ['罗㛃 女', 'archivist', REVIEW, 'none', 0, 0, { faults: ['record-undated'] }],
  ['徐立新 男', 'experimenter', REVIEW, 'opinion', 0, 0, { employment: 'worker-in-technical-post', age: [36, 40] }],
  ['孙晓峰 男', 'seniorTeacher', REVIEW, 'none', 3, 1, { employment: 'seconded', flaw: 'blank' }],
  ['马俊 男', 'firstTeacher', REVIEW, 'none', 4, 0],
  // with the applicant
  ['高红 女', 'firstTeacher', 'with-applicant', 'none', 1, 0, { flaw: 'blurred', faults: ['assessment-missing'] }],
  ['罗春燕 女', 'professor', 'with-applicant', 'none', 2, 0, { faults: ['article-without-scan'] }],
  ['谢家明 男', 'engineer', 'with-applicant', 'none', 1, 0, { employment: 'manager-in-technical-post', age: [34, 38] }],
  ['字桂英 女', 'toLibrarian', 'with-applicant', 'none', 4, 0, { nation: '彝族' }],
  ['苏云霞 女', 'seniorTeacher', 'with-applicant', 'ready', 0, 2],
  // gone up
  ['李正东 男', 'seniorTeacher', 'superior-review', 'ready', 0, 0],
  ['王芳 女', 'firstTeacher', 'superior-review', 'ready', 0, 0],
  ['何平 男', 'seniorTeacher', 'superior-review', 'ready', 1, 1],
  ['钟开源 男', 'seniorEngineer', 'superior-review', 'ready', 0, 0, { employment: 'postdoc' }],
  ['吉克·阿依莫 女', 'librarian', 'city-review', 'ready', 0, 0, { nation: '彝族' }],
  ['吴佳琪 女', 'firstTeacher', 'city-review', 'ready', 1, 0],
  ['彭雨欣 女', 'secondTeacher', 'accepted', 'ready', 0, 0],
  ['冯绍华 男', 'seniorTeacher', 'accepted', 'ready', 0, 0],
  // over for this year
  ['董文辉 男', 'firstTeacher', 'withdrawn', 'none', 1, 0],
  ['田秀英 女', 'archivist', 'withdrawn', 'none', 0, 0, { employment: 'freelancer' }],
  ['秦明德 男', 'seniorTeacher', 'closed', 'ready', 2, 3],
  // nothing is wrong with them, and one notice can cover most of them
  ['杨思颖 女', 'firstTeacher', REVIEW, 'none', 0, 0],
  ['李梦瑶 女', 'firstTeacher', REVIEW, 'none', 0, 0],
  ['张云龙 男', 'firstTeacher', REVIEW, 'none', 0, 0],
  ['陈海燕 女', 'firstTeacher', REVIEW, 'none', 0, 0],
  ['赵泽民 男', 'firstTeacher', REVIEW, 'none', 0, 0],
  ['周丽萍 女', 'firstTeacher', REVIEW, 'none', 0, 0],
  ['吴晓东 男', 'firstTeacher', REVIEW, 'none', 0, 0],
  ['白雪 女', 'firstTeacher', REVIEW, 'none', 0, 0, { nation: '白族' }],
  ['段志鹏 男', 'firstTeacher', REVIEW, 'none', 0, 0],
  ['和丽娟 女', 'firstTeacher', REVIEW, 'none', 0, 0, { nation: '纳西族' }],
  ['李俊杰 男', 'firstTeacher', REVIEW, 'none', 1, 0],
  ['刘雨晴 女', 'firstTeacher', REVIEW, 'none', 0, 0, { hasDegreeRecord: true }],
  ['普文华 男', 'firstTeacher', REVIEW, 'none', 0, 0, { nation: '彝族' }],
  ['车慧敏 女', 'firstTeacher', REVIEW, 'none', 0, 0],
  ['余建平 男', 'librarian', REVIEW, 'none', 0, 0, { hasDegreeRecord: true }],
  // something is wrong with their identity or unit
  ['毛建华 男', 'firstTeacher', REVIEW, 'none', 0, 0, { faults: ['id-check-digit', 'landline'] }],
  ['龚丽萍 女', 'firstTeacher', REVIEW, 'none', 1, 0, { faults: ['birthday-typo', 'old-phone-in-form'] }],
  ['邵伟 男', 'firstTeacher', REVIEW, 'none', 0, 0, { faults: ['sex-typo', 'short-unit-name', 'short-work-unit'] }],
  ['董文辉 男', 'firstTeacher', REVIEW, 'none', 0, 0, { faults: ['filed-again'] }],
  // with modules and materials
  ['侯春梅 女', 'firstTeacher', REVIEW, 'none', 0, 0, { faults: ['no-training', 'no-degree-scan'] }],
  ['金永胜 男', 'firstTeacher', REVIEW, 'none', 0, 0, { faults: ['training-unproven'] }],
  // with study and work
  ['石秀兰 女', 'firstTeacher', REVIEW, 'none', 1, 0, { faults: ['late-first-job'] }],
  ['陶志刚 男', 'firstTeacher', REVIEW, 'none', 0, 0, { faults: ['jobs-overlap', 'work-since-typo'] }],
  ['顾晓云 女', 'seniorLibrarian', REVIEW, 'none', 0, 0, { faults: ['master-full-time', 'committee-of-other-level'] }],
  ['尹国华 男', 'firstTeacher', REVIEW, 'none', 0, 0, { faults: ['article-in-future', 'old-title-name'] }],
  ['康明辉 男', 'librarian', REVIEW, 'none', 0, 0, { faults: ['study-abbreviated', 'appointed-before-title'] }],
  // with the titles and the years in them
  ['薛丽 女', 'librarian', REVIEW, 'none', 0, 0, { faults: ['skips-a-rung'] }],
  ['倪伟 男', 'firstTeacher', REVIEW, 'none', 0, 0, { faults: ['same-title-again'] }],
  ['汤雪琴 女', 'firstTeacher', REVIEW, 'none', 0, 0, { faults: ['old-present-title', 'chat-file-name'] }],
  ['万晓军 男', 'firstTeacher', REVIEW, 'none', 0, 0, { faults: ['title-too-young', 'former-unit-name'] }],
  ['郝雪 女', 'firstTeacher', REVIEW, 'none', 0, 0, { faults: ['appointed-in-january', 'engineering-ticked'] }],
  ['木春兰 女', 'toSeniorLibrarian', REVIEW, 'none', 0, 0, { nation: '纳西族' }],
  ['茶永福 男', 'toLibrarian', REVIEW, 'none', 0, 0, { nation: '彝族', faults: ['moved-too-recently'] }],
  ['钱慧芬 女', 'accountant', REVIEW, 'none', 0, 0],
  // with a recognition (Q12, Q13); the second was hired last summer
  ['崔静 女', 'recognisedFirstTeacher', REVIEW, 'none', 0, 0],
  ['莫小雨 女', 'secondTeacher', REVIEW, 'none', 0, 0, { age: [23, 23] }],
  ['姜浩然 男', 'secondTeacher', REVIEW, 'none', 0, 0, { faults: ['filed-between-months', 'record-expired'] }],
  // with who they are and what they do
  ['方志明 男', 'librarian', REVIEW, 'none', 0, 0, { employment: 'civil-servant' }],
  ['孟昭文 男', 'seniorLibrarian', REVIEW, 'none', 0, 0, { employment: 'retired', age: [62, 62] }],
  // reaches the age between the filing and the sitting
  [
    '黎正华 男',
    'seniorEngineer',
    REVIEW,
    'none',
    0,
    0,
    { age: [60, 60], bornOn: '04-30', faults: ['engineering-unticked'] },
  ],
  // 50 or 55 was her age, as a worker or as what she is now
  [
    '鲁金花 女',
    'librarian',
    REVIEW,
    'none',
    0,
    0,
    { employment: 'worker-in-technical-post', age: [51, 51], bornOn: '03-15' },
  ],
  ['韦秀珍 女', 'librarian', REVIEW, 'none', 0, 0, { faults: ['administrative-post'] }],
  ['贺建平 男', 'seniorEngineer', REVIEW, 'running', 0, 0, { employment: 'dispatch' }],
  // with the committee
  ['熊桂兰 女', 'archivist', REVIEW, 'none', 0, 0, { faults: ['committee-of-other-series', 'record-expired'] }],
  ['史文娟 女', 'firstTeacher', REVIEW, 'none', 0, 0, { faults: ['committee-of-other-county'] }],
  // with the assessments
  ['常志鹏 男', 'firstTeacher', REVIEW, 'none', 0, 0, { faults: ['basic-grade', 'assessment-year-typo'] }],
  // with opinion, notice and strikes
  ['石美玲 女', 'seniorTeacher', REVIEW, 'ready', 1, 2],
  ['吕红梅 女', 'firstTeacher', REVIEW, 'running', 1, 0, { faults: ['filed-anew-while-posted'] }],
  // still correcting, and the channel closes
  ['罗云芬 女', 'nurse', 'with-applicant', 'none', 1, 0],
];

const USUAL = {
  nation: '汉族',
  employment: 'staff',
  flaw: null,
  faults: [],
  hasDegreeRecord: false,
  age: null,
  bornOn: null,
} as const;

export const SCENARIOS: readonly Scenario[] = ROWS.map(
  ([person, career, state, readiness, chancesUsed, strikes, rest]) => {
    const [name = '', sex] = person.split(' ');
    return {
      name,
      sex: sex === '男' ? 'male' : 'female',
      career,
      state,
      readiness,
      chancesUsed,
      strikes,
      ...USUAL,
      ...rest,
    };
  },
);
