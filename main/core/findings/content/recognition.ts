/** 考核定职: what the education gives, when the probation is over, in which months (Q12, Q13). */
import { LEVEL_WORDS } from '#model/application.ts';
import { monthOf } from '#model/months.ts';
import {
  EDUCATIONS,
  educationKindOf,
  filingFrom,
  type EducationKind,
  type RecognisedLevel,
} from '#model/recognition.ts';
import { NO_FAULTS, when, type Fault, type Rule } from '../engine.ts';
import { valueOf, type FilingFacts } from '../filing-facts.ts';
import { rungOf } from '../guide-facts.ts';
import { monthNumber } from '../periods.ts';
import { firstWorkingMonth } from '../service-years.ts';

const PROBATION_MONTHS = 12;

export const RECOGNITION_RULES: readonly Rule<FilingFacts>[] = [
  { id: 'recognition.level', severity: 'blocking', source: 'Q12(2)', audience: 'applicant', find: levelAbove },
  { id: 'recognition.probation', severity: 'blocking', source: 'Q12(2)', audience: 'applicant', find: onProbation },
  {
    id: 'recognition.month',
    severity: 'look',
    source: 'Q13',
    audience: 'applicant',
    find(facts) {
      const { firstFiledOn } = facts;
      if (!isGraduate(facts) || filingFrom(firstFiledOn).from === firstFiledOn) return NO_FAULTS;
      const fact = `${monthOf(firstFiledOn)}月申报，考核定职在1月、4月、7月、10月申报`;
      return [{ fact, advice: '请在规定的月份申报' }];
    },
  },
];

/** Q9 recognises postdocs for other reasons. */
function isGraduate({ filing, applicant }: FilingFacts): boolean {
  return filing.kind === 'recognition' && applicant.employment !== 'postdoc';
}

type Education = Readonly<{ kind: EducationKind; recordId: string }>;

/** The education that gives the highest level; null when none is one that Q12 names. */
function bestEducation({ records }: FilingFacts): Education | null {
  const known = records('education').flatMap((record): readonly Education[] => {
    const kind = educationKindOf(valueOf(record, 'level'), valueOf(record, 'degree'));
    return kind === null ? [] : [{ kind, recordId: record.id }];
  });
  return known.toSorted((a, b) => worth(b.kind) - worth(a.kind))[0] ?? null;
}

function worth(kind: EducationKind): number {
  const { direct } = EDUCATIONS[kind];
  return 2 * rungOf(highestOf(kind)) + (direct === null ? 0 : 1);
}

function highestOf(kind: EducationKind): RecognisedLevel {
  const { direct, afterProbation } = EDUCATIONS[kind];
  const level = afterProbation ?? direct;
  if (level === null) throw new Error(`education ${kind} gives nothing`);
  return level;
}

function levelAbove(facts: FilingFacts): readonly Fault[] {
  const best = isGraduate(facts) ? bestEducation(facts) : null;
  if (!best) return NO_FAULTS;
  const highest = highestOf(best.kind);
  const { level } = facts.filing;
  return when(rungOf(level) > rungOf(highest), () => ({
    moduleId: 'education',
    recordId: best.recordId,
    fact: `申报${LEVEL_WORDS[level]}，${EDUCATIONS[best.kind].words}学历最高可认定${LEVEL_WORDS[highest]}`,
    advice: '请重新选择级别（须重置流程）',
  }));
}

/** Counted by months, since the day of 《聘用通知书》 is not filed; the month of the anniversary is let pass. */
function onProbation(facts: FilingFacts): readonly Fault[] {
  const best = isGraduate(facts) ? bestEducation(facts) : null;
  const { level } = facts.filing;
  const since = firstWorkingMonth(facts);
  if (!best || since === null || EDUCATIONS[best.kind].afterProbation !== level) return NO_FAULTS;
  const served = (monthNumber(facts.filedOn) ?? 0) - (monthNumber(since) ?? 0);
  return when(served < PROBATION_MONTHS, () => ({
    moduleId: 'work',
    fact: `${since}参加工作，到申报时约${Math.max(0, served)}个月，见习未满1年`,
    advice: '请见习期满后再申报',
  }));
}
