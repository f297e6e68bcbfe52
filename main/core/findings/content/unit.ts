/** The unit's name in full, 「不得使用简称」 (五(二)), in 基本信息 and in the work that goes on (五(二)2). */
import type { EmploymentKind } from '#model/application.ts';
import { NO_FAULTS, when, type Fault, type Rule } from '../engine.ts';
import { valueOf, type FilingFacts, type UnitFacts } from '../filing-facts.ts';
import { monthNumber, monthText } from '../periods.ts';
import { plainName, quote } from '../words.ts';

/** They belong to another unit than the one they file through, or to none (Q2, Q10). */
const ELSEWHERE: ReadonlySet<EmploymentKind> = new Set(['dispatch', 'freelancer']);

export const UNIT_RULES: readonly Rule<FilingFacts>[] = [
  {
    id: 'unit.full-name',
    severity: 'blocking',
    source: '五(二)',
    audience: 'applicant',
    find({ unit, basic, applicant }) {
      const filed = valueOf(basic, 'unit');
      if (!unit || filed === '' || ELSEWHERE.has(applicant.employment)) return NO_FAULTS;
      return when(!isUnit(unit, filed), () => ({
        moduleId: 'basic',
        recordId: basic?.id,
        field: 'unit',
        ...nameFault('工作单位', filed, unit),
      }));
    },
  },
  {
    id: 'unit.work',
    severity: 'look',
    source: '五(二)2',
    audience: 'applicant',
    find(facts) {
      const { unit, applicant } = facts;
      const { employment } = applicant;
      if (!unit || ELSEWHERE.has(employment) || employment === 'seconded') return NO_FAULTS;
      return presentWork(facts, unit);
    },
  },
];

function presentWork({ records, work, filedOn }: FilingFacts, unit: UnitFacts): readonly Fault[] {
  if (records('work').length === 0 || work.length === 0) return NO_FAULTS;
  const filedIn = monthNumber(filedOn) ?? 0;
  const running = work.filter(({ to }) => to === null || to >= filedIn);
  if (running.length === 0) {
    const end = Math.max(...work.map(({ to }) => to ?? 0));
    const fact = `工作经历到${monthText(end)}为止，没有到现在的一段`;
    return [{ moduleId: 'work', fact, advice: '请补填' }];
  }
  if (running.some(({ record }) => isUnit(unit, valueOf(record, 'unit')))) return NO_FAULTS;
  const { record } = running.toSorted((a, b) => b.from - a.from)[0] ?? {};
  const filed = valueOf(record ?? null, 'unit');
  return when(filed !== '', () => ({
    moduleId: 'work',
    recordId: record?.id,
    field: 'unit',
    ...nameFault('现在的单位', filed, unit),
  }));
}

function isUnit(unit: UnitFacts, filed: string): boolean {
  return plainName(filed) === plainName(unit.name);
}

function nameFault(label: string, filed: string, unit: UnitFacts): Pick<Fault, 'fact' | 'advice'> {
  const isFormer = unit.formerNames.some((name) => plainName(name) === plainName(filed));
  const fact = isFormer
    ? `${label}填${quote(filed)}，是单位更名前的名称`
    : `${label}填${quote(filed)}，与单位全称不一致`;
  return { fact, advice: `请填“${unit.name}”` };
}
