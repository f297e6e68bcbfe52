/** Who may file at all, and through whom (Q2, Q7–Q10). */
import type { EmploymentKind } from '#model/application.ts';
import { NO_FAULTS, when, type Fault, type Rule } from '../engine.ts';
import { valueOf, type FilingFacts } from '../filing-facts.ts';
import { monthNumber } from '../periods.ts';
import { ADMINISTRATIVE_POST, TECHNICAL_POST } from '../tables/posts.ts';
import { plainName, quote } from '../words.ts';
import { retired } from './retirement.ts';

type Told = Pick<Fault, 'fact' | 'advice'>;

export const ELIGIBILITY_RULES: readonly Rule<FilingFacts>[] = [
  {
    id: 'eligible.civil-servant',
    severity: 'blocking',
    source: 'Q2',
    audience: 'applicant',
    find: ofKind('civil-servant', () => ({
      fact: '人员身份为公务员（含参公管理人员）',
      advice: '公务员不得参加职称评审，请核对人员身份',
    })),
  },
  { id: 'eligible.retired', severity: 'blocking', source: 'Q2', audience: 'applicant', find: retired },
  {
    id: 'eligible.seconded',
    severity: 'blocking',
    source: 'Q8(1)',
    audience: 'applicant',
    canOverride: true,
    find: ofKind('seconded', () => ({
      fact: '人员身份为借调',
      advice: '请说明借调期间是否在本单位履行岗位职责；未履行的不得以本单位名义申报',
    })),
  },
  {
    id: 'eligible.administrative',
    severity: 'blocking',
    source: 'Q8(2)',
    audience: 'applicant',
    canOverride: true,
    find: administrative,
  },
  {
    id: 'eligible.post-vacancy',
    severity: 'look',
    source: 'Q7(1)',
    audience: 'unit',
    find: ({ applicant }) =>
      when(applicant.employment.endsWith('-in-technical-post'), () => ({
        fact: `${applicant.employment === 'manager-in-technical-post' ? '管理人员' : '工勤技能人员'}在专业技术岗位申报`,
        advice: '请确认单位已完成岗位设置，且专业技术岗位有空余',
      })),
  },
  {
    id: 'eligible.dispatch',
    severity: 'look',
    source: 'Q10(1)',
    audience: 'unit',
    find: ofKind('dispatch', ({ unit }) =>
      unit?.kind === 'non-public'
        ? null
        : {
            fact: '劳务派遣人员以派遣单位为工作单位申报，走非公经济单位程序',
            advice: '请确认由派遣单位申报推荐，用工单位配合双公示、双审核、双盖章',
          },
    ),
  },
  {
    id: 'eligible.off-staff',
    severity: 'hint',
    source: 'Q10(2)',
    audience: 'unit',
    find: ofKind('off-staff', () => ({
      fact: '编制外聘用人员由聘用单位统一推荐申报',
      advice: '条件和程序与编制内同类人员相同，请核对劳动合同',
    })),
  },
  {
    id: 'eligible.postdoc',
    severity: 'look',
    source: 'Q9',
    audience: 'unit',
    find: ofKind('postdoc', () => ({
      fact: '企业博士后出站后留在企业，有博士后科学基金资助或主持省部级以上项目的，可直接认定副高级',
      advice: '请核对是否符合，选对申报方式',
    })),
  },
  {
    id: 'eligible.freelancer',
    severity: 'blocking',
    source: 'Q2',
    audience: 'applicant',
    canOverride: true,
    find: ofKind('freelancer', ({ unit }) =>
      unit === null || unit.kind === 'freelance-agency'
        ? null
        : {
            fact: '自由职业者没有经人事代理机构或行业协会申报',
            advice: '请由人事代理机构或行业协会推荐申报',
          },
    ),
  },
];

function ofKind(employment: EmploymentKind, tell: (facts: FilingFacts) => Told | null): Rule<FilingFacts>['find'] {
  return (facts) => {
    const told = facts.applicant.employment === employment ? tell(facts) : null;
    return told ? [told] : NO_FAULTS;
  };
}

/** By the post of the present work. Where 人力资源 is the profession itself (经济), such words say nothing. */
function administrative({ work, filedOn, filing }: FilingFacts): readonly Fault[] {
  if (plainName(filing.series) === '经济专业人员') return NO_FAULTS;
  const filedIn = monthNumber(filedOn) ?? 0;
  const running = work.filter(({ to }) => to === null || to >= filedIn);
  const isOnly = running.length > 0 && running.every(({ record }) => isAdministrative(valueOf(record, 'post')));
  return when(isOnly, () => ({
    moduleId: 'work',
    recordId: running[0]?.record.id,
    field: 'post',
    fact: `现在的职务填${quote(valueOf(running[0]?.record ?? null, 'post'))}，看不出履行专业技术职责`,
    advice: '请说明所任专业技术岗位和职责；只从事行政工作的不得申报',
  }));
}

function isAdministrative(post: string): boolean {
  const words = plainName(post);
  return ADMINISTRATIVE_POST.test(words) && !TECHNICAL_POST.test(words);
}
