/** Materials that have to be there (五(二) and the question that each row of the table names). */
import { NO_FAULTS, type Fault, type Rule } from '../engine.ts';
import { valueOf, type FilingFacts, type Scan } from '../filing-facts.ts';
import { recordName } from '../records.ts';
import { COMMITMENT, isGivenToCommittee, PERSON_MATERIALS, RECORD_MATERIALS, type Need } from '../tables/materials.ts';

export const MATERIAL_RULES: readonly Rule<FilingFacts>[] = [
  {
    id: 'material.missing',
    severity: 'blocking',
    source: '五(二)',
    audience: 'applicant',
    find: (facts) => [...personMaterials(facts), ...recordMaterials(facts), ...assessmentSheets(facts)],
  },
  {
    id: 'commitment.missing',
    severity: 'blocking',
    source: 'Q19',
    audience: 'applicant',
    find(facts) {
      if (!isGivenToCommittee(facts)) return NO_FAULTS;
      if (missingNeeds([COMMITMENT], facts.scans, facts.scansIn('basic')).length === 0) return NO_FAULTS;
      const advice = '请在“信用中国（云南昆明）”网站填报后下载打印，上传扫描件';
      return [{ moduleId: 'basic', recordId: facts.basic?.id, fact: '缺职称申报承诺书', advice }];
    },
  },
];

/**
 * Of the needs those that no scan shows by its name. A scan whose name says nothing may be the one that
 * is wanted: it is found by another rule, and judged here when it has been named.
 */
function missingNeeds(
  needs: readonly Need[],
  scans: readonly Scan[],
  nearby: readonly Scan[],
  unclear: Readonly<{ words: RegExp; shows: number }> | null = null,
): readonly Need[] {
  const missing = needs.filter(({ words }) => !scans.some(({ name }) => words.test(name)));
  if (missing.length === 0) return missing;
  const possible = unclear
    ? scans.filter(({ name }) => unclear.words.test(name) && !needs.some(({ words }) => words.test(name)))
    : [];
  const speechless = nearby.filter((scan) => scan.isSpeechless);
  return missing.slice(possible.length * (unclear?.shows ?? 0) + speechless.length);
}

function personMaterials(facts: FilingFacts): readonly Fault[] {
  return PERSON_MATERIALS.flatMap(({ moduleId, source, needs, unclear, applies }) => {
    if (!applies(facts)) return NO_FAULTS;
    const missing = missingNeeds(needs, facts.scans, facts.scansIn(moduleId), unclear);
    return missing.map((need) => ({ subject: need.id, moduleId, source, ...lacking(need.label) }));
  });
}

function recordMaterials(facts: FilingFacts): readonly Fault[] {
  return RECORD_MATERIALS.flatMap(({ moduleId, source, needs }) => {
    const records = facts.records(moduleId);
    return records.flatMap((record) => {
      const scans = [...facts.scansOf(record), ...facts.looseScans(moduleId)];
      const owner = records.length > 1 ? recordName(moduleId, record, records) : '';
      return missingNeeds(needs(facts, record), scans, scans).map((need) => ({
        subject: `${need.id}:${record.id}`,
        moduleId,
        recordId: record.id,
        source,
        ...lacking(`${owner && `${owner}的`}${need.label}`),
      }));
    });
  });
}

/** One a year: with its record, or beside the records under the year's name or for all years at once. */
function assessmentSheets({ records, scansOf, looseScans, applicant }: FilingFacts): readonly Fault[] {
  if (applicant.employment === 'freelancer') return NO_FAULTS;
  const loose = looseScans('assessment');
  return records('assessment').flatMap((record) => {
    const year = valueOf(record, 'year');
    const isThere = scansOf(record).length > 0 || loose.some(({ name }) => name.includes(year) || !/\d{4}/.test(name));
    if (isThere || year === '') return NO_FAULTS;
    const place = { subject: `assessment:${record.id}`, moduleId: 'assessment', recordId: record.id } as const;
    return [{ ...place, source: '五(二)2', ...lacking(`${year}年度考核表`) }];
  });
}

function lacking(label: string): Pick<Fault, 'fact' | 'advice'> {
  return { fact: `缺${label}`, advice: '请补传原件扫描件' };
}
