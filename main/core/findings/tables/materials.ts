/**
 * Which materials have to be there, by kind of person and of application, and the words by which a
 * scan's name shows that it is one of them. A row asks for one material or for the pages of one.
 */
import type { FiledRecord } from '#model/application.ts';
import type { ModuleId } from '#model/modules.ts';
import { employerKindOf, type EmployerKind } from '#model/recognition.ts';
import { canLackAppointment, isInitialTitle, valueOf, type FilingFacts } from '../filing-facts.ts';

export type Need = Readonly<{ id: string; label: string; words: RegExp }>;
export type Material = Readonly<{
  source: string;
  moduleId: ModuleId;
  needs: readonly Need[];
  /** a name that may be any of the needs, and how many of them such a scan can show */
  unclear?: Readonly<{ words: RegExp; shows: number }>;
  applies: (facts: FilingFacts) => boolean;
}>;

/** Q9 recognises postdocs for other reasons than Q12 does graduates. */
const isGraduates = ({ filing, applicant }: FilingFacts) =>
  filing.kind === 'recognition' && applicant.employment !== 'postdoc';
const isChangedPost = ({ applicant }: FilingFacts) =>
  applicant.employment === 'worker-in-technical-post' || applicant.employment === 'manager-in-technical-post';
const isEmployed =
  (kind: FilingFacts['applicant']['employment']) =>
  ({ applicant }: FilingFacts) =>
    applicant.employment === kind;

function hiringForm(label: string, isFor: (employer: EmployerKind | null) => boolean): Material {
  return {
    source: 'Q14',
    moduleId: 'basic',
    needs: [{ id: 'hiring-form', label, words: /招工|录用.*(?:表|通知)|聘用.*(?:表|通知)/ }],
    applies: (facts) => isGraduates(facts) && isFor(employerKindOf(facts.unit?.creditCode.slice(0, 2) ?? '')),
  };
}

/** Looked for among all scans of the application: people attach them where they find room (五(二)3(4)). */
export const PERSON_MATERIALS: readonly Material[] = [
  {
    source: '五(二)1',
    moduleId: 'basic',
    needs: [
      { id: 'id-front', label: '身份证正面', words: /身份证.*(?:正|人像|头像|双面|两面)|(?:正面|人像面).*身份证/ },
      { id: 'id-back', label: '身份证反面', words: /身份证.*(?:反|背面|国徽|双面|两面)|(?:反面|背面|国徽面).*身份证/ },
    ],
    // a copy commonly has both sides on one page
    unclear: { words: /身份证/, shows: 2 },
    applies: () => true,
  },
  {
    source: 'Q14',
    moduleId: 'education',
    needs: [
      { id: 'degree-record', label: '教育部学历证书电子注册备案表', words: /备案表|注册备案/ },
      { id: 'degree-inquiry', label: '查询学历（学位）信息截图', words: /截图|查询|在线验证|验证报告/ },
    ],
    applies: isGraduates,
  },
  // companies and public institutions have a form each; of a unit that is neither, either will do (Q14(3))
  hiringForm('云南省招工录用登记表', (employer) => employer === 'company'),
  hiringForm('云南省事业单位聘用人员审批表', (employer) => employer !== 'company'),
  {
    source: 'Q18',
    moduleId: 'basic',
    needs: [
      { id: 'dispatch-first-page', label: '劳务派遣协议首页', words: /派遣.*(?:首|第一页)/ },
      { id: 'dispatch-last-page', label: '劳务派遣协议尾页', words: /派遣.*(?:尾|末|最后)/ },
    ],
    unclear: { words: /派遣.*(?:协议|合同)/, shows: 1 },
    applies: isEmployed('dispatch'),
  },
  {
    source: 'Q7(3)',
    moduleId: 'basic',
    needs: [
      {
        id: 'post-change-wages',
        label: '事业单位工作人员岗位（职务）变动工资审批表',
        words: /(?:岗位|职务).*工资|工资.*审批/,
      },
    ],
    applies: (facts) => isChangedPost(facts) && !isInitialTitle(facts),
  },
  {
    source: 'Q7(3)',
    moduleId: 'basic',
    needs: [
      {
        id: 'post-change-document',
        label: '单位确定岗位变更时间的正式行文',
        words: /岗位.*(?:变|调整|聘)|转岗|调岗|(?:岗位|任职|聘用).*(?:文件|通知|决定)|行文/,
      },
    ],
    applies: (facts) => isChangedPost(facts) && isInitialTitle(facts),
  },
  {
    source: 'Q11(1)',
    moduleId: 'work',
    needs: [
      {
        id: 'post-change-proof',
        label: '转换岗位的证明（聘书、合同或单位证明）',
        words: /转岗|调岗|转换岗位|转系列|岗位.*(?:变|调整|证明|聘)|现岗位|聘书|聘用合同|劳动合同/,
      },
    ],
    applies: ({ filing }) => filing.kind === 'series-change',
  },
  {
    source: 'Q2',
    moduleId: 'basic',
    needs: [
      { id: 'social-insurance', label: '以个人名义参保的证明', words: /社保|社会保险|参保|养老保险/ },
      { id: 'tax-record', label: '个人纳税申报记录', words: /纳税|完税|个税|所得税/ },
      { id: 'agency-recommendation', label: '人事代理机构或行业协会的推荐材料', words: /推荐/ },
    ],
    applies: isEmployed('freelancer'),
  },
  {
    source: 'Q9',
    moduleId: 'project',
    needs: [
      {
        id: 'postdoc-grant',
        label: '博士后科学基金资助或主持省部级以上科研项目的证明',
        words: /博士后|科学基金|基金.*资助|项目|课题|立项|任务书/,
      },
    ],
    applies: (facts) => isEmployed('postdoc')(facts) && facts.filing.kind === 'recognition',
  },
];

/** Looked for among the scans of each record, and those that its module has beside its records. */
export const RECORD_MATERIALS: readonly Readonly<{
  moduleId: ModuleId;
  source: string;
  needs: (facts: FilingFacts, record: FiledRecord) => readonly Need[];
}>[] = [
  {
    moduleId: 'current-title',
    source: '五(二)',
    needs: (facts) => {
      if (facts.filing.kind === 'recognition') return [];
      return canLackAppointment(facts) ? [TITLE_CERTIFICATE] : [TITLE_CERTIFICATE, APPOINTMENT];
    },
  },
  {
    moduleId: 'education',
    source: '五(二)',
    needs: (facts, record) => {
      // graduates' recognition rests on the record form instead (Q14)
      if (isGraduates(facts)) return [];
      return valueOf(record, 'degree') === '' ? [DIPLOMA] : [DIPLOMA, DEGREE_CERTIFICATE];
    },
  },
];

const TITLE_CERTIFICATE: Need = { id: 'title-certificate', label: '职称证书', words: /资格|职称|职务证|证书/ };
const APPOINTMENT: Need = { id: 'appointment', label: '聘任文件（聘书）', words: /聘/ };
const DIPLOMA: Need = { id: 'diploma', label: '毕业证书', words: /毕业|学历证|学历学位/ };
const DEGREE_CERTIFICATE: Need = { id: 'degree', label: '学位证书', words: /学位/ };
/** All of them, whichever a record needs. */
export const RECORD_NEEDS: readonly Need[] = [TITLE_CERTIFICATE, APPOINTMENT, DIPLOMA, DEGREE_CERTIFICATE];

/** What the committee is given (Q19): recognition has none. */
export function isGivenToCommittee({ filing }: FilingFacts): boolean {
  return filing.kind !== 'recognition';
}

/** A rule of its own asks for it (Q19). */
export const COMMITMENT: Need = { id: 'commitment', label: '职称申报承诺书', words: /承诺/ };
