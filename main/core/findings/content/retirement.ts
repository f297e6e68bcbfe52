/** 离退休人员 may not apply, measured on the day the committee sits (Q2). */
import type { EmploymentKind } from '#model/application.ts';
import { plainDate, yearOf, type PlainDate } from '#model/beijing-time.ts';
import { lastDayOfMonth, monthOf } from '#model/months.ts';
import { judgeRetirement, type RetirementAnswer } from '#model/retirement.ts';
import { NO_FAULTS, type Fault } from '../engine.ts';
import { identityOf, type FilingFacts } from '../filing-facts.ts';
import { rungOf } from '../guide-facts.ts';

/** In years, by all tables. */
const LOWEST_AGE = 50;
/** Of a woman in these the post does not tell whether 50 or 55 was her age (工人 or 干部). */
const OPEN_TABLE: ReadonlySet<EmploymentKind> = new Set(['worker-in-technical-post', 'dispatch', 'freelancer']);

export function retired(facts: FilingFacts): readonly Fault[] {
  const { applicant, filing } = facts;
  if (applicant.employment === 'retired') {
    const advice = '离退休人员不得参加职称评审；在批准的延迟退休期内的请上传批准文件';
    return [{ severity: isDelayApproved(facts) ? 'look' : 'blocking', fact: '人员身份为离退休人员', advice }];
  }
  if (filing.kind === 'recognition') return NO_FAULTS;
  const planned = plannedSitting(facts);
  if (planned) return faultOn(facts, planned, `${yearOf(planned)}年${monthOf(planned)}月底前开评时`, 'blocking');
  // a committee without a plan (provincial): past the age already is past it then
  const now = faultOn(facts, facts.filedOn, '申报时', 'blocking');
  if (now.length > 0) return now;
  return faultOn(facts, plainDate(`${facts.application.year}-12-31`), '年底前', 'look');
}

function faultOn(
  facts: FilingFacts,
  sittingOn: PlainDate,
  when: string,
  severity: 'blocking' | 'look',
): readonly Fault[] {
  const answer = judge(facts, sittingOn);
  if (!answer || answer.verdict === 'below-age') return NO_FAULTS;
  const isPast = answer.verdict === 'past-age' && !isSeniorWoman(facts);
  return [
    {
      severity: isPast ? severity : 'look',
      moduleId: 'basic',
      recordId: facts.basic?.id,
      field: 'birthday',
      fact: `${when}${wordsOf(answer)}`,
      advice: '请核对；在批准的延迟退休期内的请上传批准文件',
    },
  ];
}

function judge(facts: FilingFacts, sittingOn: PlainDate): RetirementAnswer | null {
  const identity = identityOf(facts);
  if (!identity.ok) return null;
  const { sex, birthday } = identity.value;
  if (yearOf(sittingOn) - yearOf(birthday) < LOWEST_AGE) return null;
  const womenTable = OPEN_TABLE.has(facts.applicant.employment) ? null : 'women-55';
  return judgeRetirement({ sex, birthday, womenTable, isDelayApproved: isDelayApproved(facts), sittingOn });
}

function wordsOf({ verdict, dates }: RetirementAnswer): string {
  const reached = dates.map(({ reachedOn }) => reachedOn).join('或');
  switch (verdict) {
    case 'past-age':
      return `已过法定退休年龄（${reached}满）`;
    case 'delay-approved':
      return `已过法定退休年龄（${reached}满），附有延迟退休批准`;
    case 'in-month-of-age':
      return `正在满法定退休年龄的当月（${reached}满）`;
    case 'depends-on-table':
      return `是否过法定退休年龄要看岗位类别（${reached}满）`;
    case 'below-age':
      return '未到法定退休年龄';
  }
}

/** 「计划评审时间」 of the committee (Q5): its month's last day. */
function plannedSitting({ guide, filing, application }: FilingFacts): PlainDate | null {
  const { sitsInMonth } = guide.committee(filing.committee);
  if (sitsInMonth === null) return null;
  return lastDayOfMonth(plainDate(`${application.year}-${String(sitsInMonth).padStart(2, '0')}-01`));
}

function isDelayApproved({ scans }: FilingFacts): boolean {
  return scans.some(({ name }) => /延迟退休|延退|延长退休/.test(name));
}

/** Women of a senior title may stay to 60 by other rules, so that 55 decides nothing for them. */
function isSeniorWoman({ applicant, held }: FilingFacts): boolean {
  const highest = Math.max(-1, ...(held?.positions ?? []).map(({ level }) => rungOf(level)));
  return applicant.sex === 'female' && highest >= rungOf('associate-senior');
}
