/** Study and work in time: gaps, overlaps, the first working month, months that have not come yet (五(二)2). */
import { MODULES, type FieldDef, type ModuleDef } from '#model/modules.ts';
import type { FiledRecord } from '#model/application.ts';
import { NO_FAULTS, when, type Fault, type Rule } from '../engine.ts';
import { valueOf, type FilingFacts } from '../filing-facts.ts';
import { monthNumber, monthText, periodOf, periodText, sharedMonths, type Period } from '../periods.ts';
import { recordName } from '../records.ts';
import { plainName, quote } from '../words.ts';

/** Between leaving one place and coming to the next: a graduate's summer, a change of employer. */
const TOLERATED_GAP_MONTHS = 6;
/** Months named by two periods: one month is the change itself. */
const TOLERATED_SHARED_MONTHS = 1;

export const HISTORY_RULES: readonly Rule<FilingFacts>[] = [
  { id: 'history.gap', severity: 'look', source: '五(二)2', audience: 'applicant', find: gaps },
  { id: 'work.overlap', severity: 'look', source: '五(二)2', audience: 'applicant', find: workOverlaps },
  { id: 'study.overlap', severity: 'look', source: '五(二)2', audience: 'applicant', find: studyOverlaps },
  { id: 'work.start', severity: 'look', source: '五(二)2', audience: 'applicant', find: firstWork },
  { id: 'date.future', severity: 'look', source: '五(二)', audience: 'applicant', find: futureMonths },
];

/** Up to the last period that is filed; whether somebody works now is another rule's. */
function gaps({ study, work, records }: FilingFacts): readonly Fault[] {
  const schooling = records('education').flatMap((record) => periodOf(record) ?? []);
  const periods = [...study, ...schooling, ...work].toSorted((a, b) => a.from - b.from);
  const faults: Fault[] = [];
  let reached: number | null = null;
  for (const { record, from, to } of periods) {
    const between: number = reached === null ? 0 : from - reached - 1;
    if (reached !== null && between > TOLERATED_GAP_MONTHS) {
      faults.push({
        subject: monthText(reached),
        moduleId: 'work',
        recordId: work.some((period) => period.record === record) ? record.id : undefined,
        fact: `${monthText(reached)}到${monthText(from)}之间有${between}个月没有学习和工作经历`,
        advice: '请补填或说明',
      });
    }
    if (to === null) return faults;
    reached = Math.max(reached ?? to, to);
  }
  return faults;
}

/** Posts held beside another (兼职, 挂职, 借调) run together with it. */
function workOverlaps({ work, filedOn }: FilingFacts): readonly Fault[] {
  const now = monthNumber(filedOn) ?? 0;
  const main = work.filter(
    ({ record }) => !/[兼挂]职|兼任|借调/.test(valueOf(record, 'post') + valueOf(record, 'unit')),
  );
  const inOrder = main.toSorted((a, b) => a.from - b.from);
  return inOrder.flatMap((period, index) => {
    const earlier = inOrder.slice(0, index).find((other) => isDouble(other, period, now));
    return when(earlier !== undefined, () => ({
      subject: period.record.id,
      moduleId: 'work',
      recordId: period.record.id,
      fact: `${workText(earlier ?? period)}与${workText(period)}时间重叠`,
      advice: '请核对改正',
    }));
  });
}

/** Full-time study takes the whole day; 在职, 函授 and the like do not. */
function studyOverlaps({ work, records, filedOn }: FilingFacts): readonly Fault[] {
  const now = monthNumber(filedOn) ?? 0;
  return records('education').flatMap((record) => {
    const schooling = isFullTime(valueOf(record, 'mode')) ? periodOf(record) : null;
    if (!schooling || schooling.to === null) return NO_FAULTS;
    const during = work.find((period) => isDouble(period, schooling, now));
    return when(during !== undefined, () => ({
      subject: record.id,
      moduleId: 'education',
      recordId: record.id,
      fact: `全日制学习（${quote(valueOf(record, 'school'))}${periodText(schooling)}）期间有工作经历${workText(during ?? schooling)}`,
      advice: '请核对学习形式和时间',
    }));
  });
}

function isFullTime(mode: string): boolean {
  return /全日制|脱产/.test(mode) && !/非全日制|不脱产|半脱产|在职|业余|函授/.test(mode);
}

function isDouble(a: Period, b: Period, now: number): boolean {
  return sharedMonths(a, b, now) > TOLERATED_SHARED_MONTHS;
}

function workText(period: Period): string {
  return `${quote(valueOf(period.record, 'unit'))}${periodText(period)}`;
}

function firstWork({ basic, work }: FilingFacts): readonly Fault[] {
  const filed = valueOf(basic, 'workSince');
  const since = monthNumber(filed);
  if (since === null || work.length === 0) return NO_FAULTS;
  const first = Math.min(...work.map(({ from }) => from));
  return when(since !== first, () => ({
    moduleId: 'basic',
    recordId: basic?.id,
    field: 'workSince',
    fact: `参加工作时间填${filed}，工作经历从${monthText(first)}开始`,
    advice: '请核对改正',
  }));
}

/** What is announced for later: the end of a project under way, the last valid day of the record form. */
const MAY_LIE_AHEAD: ReadonlySet<string> = new Set(['project.to', 'education.recordValidUntil']);
const DATED = MODULES.flatMap((module) =>
  module.fields.filter((field) => isDated(module, field)).map((field) => ({ moduleId: module.id, field })),
);

function isDated({ id }: ModuleDef, { key, kind }: FieldDef): boolean {
  return (kind === 'month' || kind === 'date' || key === 'year') && !MAY_LIE_AHEAD.has(`${id}.${key}`);
}

function futureMonths(facts: FilingFacts): readonly Fault[] {
  const faults: Fault[] = [];
  for (const { moduleId, field } of DATED) {
    const records = facts.records(moduleId);
    for (const record of records) {
      if (isAfter(valueOf(record, field.key), facts.filedOn)) {
        faults.push(futureFault(moduleId, field, record, records));
      }
    }
  }
  return faults;
}

function futureFault(
  moduleId: ModuleDef['id'],
  { key, label }: FieldDef,
  record: FiledRecord,
  records: readonly FiledRecord[],
): Fault {
  const owner = key === 'year' ? '' : recordName(moduleId, record, records);
  return {
    subject: `${record.id}:${key}`,
    moduleId,
    recordId: record.id,
    field: key,
    fact: `${owner && records.length > 1 ? `${owner}的` : ''}${label}填${plainName(valueOf(record, key))}，晚于申报时间`,
    advice: '请改正',
  };
}

/** Compared as far as it is given: a year with a year, a month with a month. */
function isAfter(filed: string, day: string): boolean {
  return filed > day.slice(0, filed.length) && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(filed);
}
