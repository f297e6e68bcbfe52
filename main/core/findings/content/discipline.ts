/** 「在申报类型中勾选“工程技术”」 (Q19). */
import { NO_FAULTS, when, type Fault, type Rule } from '../engine.ts';
import type { FilingFacts } from '../filing-facts.ts';
import { plainName, quote } from '../words.ts';

const ENGINEERS = '工程技术人员';

export const DISCIPLINE_RULES: readonly Rule<FilingFacts>[] = [
  { id: 'discipline.engineering', severity: 'look', source: 'Q19', audience: 'applicant', find: engineering },
];

/** 生物 and 安全 are also subjects of teachers and others, so only engineers are asked to tick. */
function engineering({ filing, guide }: FilingFacts): readonly Fault[] {
  const { specialty, isEngineering, series } = filing;
  const isEngineer = plainName(series) === ENGINEERS;
  // ticked by an engineer, or by nobody else
  if (isEngineering === isEngineer) return NO_FAULTS;
  const isListed = guide.isDiscipline(specialty);
  if (isEngineer) {
    return when(isListed, () => ({
      fact: `申报专业${quote(specialty)}属于指南所列的工程技术专业，没有勾选“工程技术”`,
      advice: '请在申报类型中勾选“工程技术”',
    }));
  }
  return when(!isListed, () => ({
    fact: `申报专业${quote(specialty)}不在指南所列的工程技术专业里，却勾选了“工程技术”`,
    advice: '请核对申报类型',
  }));
}
