/** 学历情况 against itself and against 学习经历 (五(二)2). */
import type { FiledRecord } from '#model/application.ts';
import { NO_FAULTS, when, type Fault, type Rule } from '../engine.ts';
import { valueOf, type FilingFacts } from '../filing-facts.ts';
import { monthNumber, periodOf, periodText, type Period } from '../periods.ts';
import { recordName } from '../records.ts';
import { plainName, quote } from '../words.ts';

/** Entry and graduation are remembered by the month; one month off is no contradiction. */
const TOLERATED_MONTHS = 1;

export const SCHOOLING_RULES: readonly Rule<FilingFacts>[] = [
  {
    id: 'education.period',
    severity: 'look',
    source: '五(二)2',
    audience: 'applicant',
    find: ({ records }) => {
      const all = records('education');
      return all.flatMap((record) => {
        const from = monthNumber(valueOf(record, 'from'));
        const to = monthNumber(valueOf(record, 'to'));
        return when(from !== null && to !== null && to <= from, () => ({
          subject: record.id,
          moduleId: 'education',
          recordId: record.id,
          field: 'to',
          fact: `${all.length > 1 ? recordName('education', record, all) : ''}毕业时间填${valueOf(record, 'to')}，${
            from === to ? '与' : '早于'
          }入学时间${valueOf(record, 'from')}${from === to ? '相同' : ''}`,
          advice: '请改正',
        }));
      });
    },
  },
  {
    id: 'education.study',
    severity: 'look',
    source: '五(二)2',
    audience: 'applicant',
    find: ({ records, study }) =>
      records('study').length === 0 ? NO_FAULTS : records('education').flatMap((record) => withoutStudy(record, study)),
  },
];

/** A record whose months are missing, cannot be read or run backwards, is another rule's. */
function withoutStudy(record: FiledRecord, study: readonly Period[]): readonly Fault[] {
  const school = valueOf(record, 'school');
  const schooling = periodOf(record);
  if (school === '' || schooling === null || schooling.to === null) return NO_FAULTS;
  const there = study.filter((period) => isSameSchool(valueOf(period.record, 'school'), school));
  if (there.some((period) => isSameTime(period, schooling))) return NO_FAULTS;
  const [other] = there;
  const fact = other
    ? `${quote(school)}在学历情况为${periodText(schooling)}，在学习经历为${periodText(other)}`
    : `学习经历里没有${quote(school)}（${periodText(schooling)}）`;
  const place = { subject: record.id, moduleId: 'education', recordId: record.id } as const;
  return [{ ...place, fact, advice: other ? '请核对改正' : '请补填学习经历' }];
}

/** 「云岭师范大学文学院」 is the school as well. */
function isSameSchool(a: string, b: string): boolean {
  const [one, two] = [plainName(a), plainName(b)];
  return one !== '' && (one.startsWith(two) || two.startsWith(one));
}

function isSameTime(a: Period, b: Period): boolean {
  return isNear(a.from, b.from) && a.to !== null && b.to !== null && isNear(a.to, b.to);
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= TOLERATED_MONTHS;
}
