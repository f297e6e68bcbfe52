/** 年度考核情况(近五年) (五(二)2). */
import { gradeOf } from '#model/assessments.ts';
import { NO_FAULTS, type Rule } from '../engine.ts';
import { valueOf, type FilingFacts } from '../filing-facts.ts';
import { assessmentsOf, expectedAssessments } from '../service-years.ts';
import { quote } from '../words.ts';

export const ASSESSMENT_RULES: readonly Rule<FilingFacts>[] = [
  {
    id: 'assessment.missing',
    severity: 'blocking',
    source: '五(二)2',
    audience: 'applicant',
    find(facts) {
      // a module that is empty is said to be
      if (facts.records('assessment').length === 0) return NO_FAULTS;
      const expected = new Set(expectedAssessments(facts));
      return assessmentsOf(facts)
        .missing.filter((year) => expected.has(year))
        .map((year) => ({
          subject: String(year),
          moduleId: 'assessment',
          fact: `缺${year}年度考核结果`,
          advice: '请补填并上传考核表',
        }));
    },
  },
  {
    id: 'assessment.grade',
    severity: 'look',
    source: '五(二)2',
    audience: 'applicant',
    find: ({ records }) =>
      records('assessment')
        .filter((record) => valueOf(record, 'grade') !== '' && gradeOf(valueOf(record, 'grade')) !== 'good')
        .map((record) => ({
          subject: record.id,
          moduleId: 'assessment',
          recordId: record.id,
          field: 'grade',
          fact: `${valueOf(record, 'year')}年度考核结果为${quote(valueOf(record, 'grade'))}，不是合格（称职）以上`,
          advice: '请核对；影响申报的按当年条件办理',
        })),
  },
  {
    id: 'assessment.repeated',
    severity: 'look',
    source: '五(二)2',
    audience: 'applicant',
    find: (facts) =>
      assessmentsOf(facts).repeated.map((year) => ({
        subject: String(year),
        moduleId: 'assessment',
        fact: `${year}年度考核填了不止一条`,
        advice: '请核对年度，删去重复的',
      })),
  },
];
