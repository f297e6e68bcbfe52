/**
 * The materials of one application, each with the applicant's scans that show it by their names: what has to be
 * there, by the same tables as the rules, and where else a scan can go.
 */
import { MODULE_IDS, moduleDef, type ModuleId } from '#model/modules.ts';
import { valueOf, type FilingFacts, type Scan } from './filing-facts.ts';
import { recordName } from './records.ts';
import { COMMITMENT, isGivenToCommittee, PERSON_MATERIALS, RECORD_MATERIALS, type Need } from './tables/materials.ts';

export type MaterialItem = Readonly<{
  /** stable within the application: the material's id, and the record's where it belongs to one */
  id: string;
  moduleId: ModuleId;
  label: string;
  source: string;
  isRequired: boolean;
  /** by which a name shows that a scan is it; null: no name says so */
  words: RegExp | null;
  /** a name that may be it or another need beside it */
  unclear: RegExp | null;
  attachmentIds: readonly string[];
}>;

type Unclear = Readonly<{ words: RegExp; shows: number }>;

export function checklistOf(facts: FilingFacts): readonly MaterialItem[] {
  const required = [
    ...personItems(facts),
    ...commitment(facts),
    ...recordItems(facts),
    ...proofs(facts),
    ...assessments(facts),
  ];
  return [...required, ...OTHER_ITEMS].toSorted((a, b) => orderOf(a) - orderOf(b));
}

/** In the order of the modules; what need not be there comes last. */
function orderOf({ moduleId, isRequired }: MaterialItem): number {
  return MODULE_IDS.indexOf(moduleId) + (isRequired ? 0 : MODULE_IDS.length);
}

function personItems(facts: FilingFacts): readonly MaterialItem[] {
  return PERSON_MATERIALS.filter(({ applies }) => applies(facts)).flatMap(({ moduleId, source, needs, unclear }) =>
    itemsOf({ needs, unclear, scans: facts.scans }, (need) => ({ id: need.id, moduleId, label: need.label, source })),
  );
}

function commitment(facts: FilingFacts): readonly MaterialItem[] {
  if (!isGivenToCommittee(facts)) return [];
  return itemsOf({ needs: [COMMITMENT], scans: facts.scans }, ({ id, label }) => ({
    id,
    moduleId: 'basic',
    label,
    source: 'Q19',
  }));
}

function recordItems(facts: FilingFacts): readonly MaterialItem[] {
  return RECORD_MATERIALS.flatMap(({ moduleId, source, needs }) => {
    const records = facts.records(moduleId);
    return records.flatMap((record) => {
      const scans = [...facts.scansOf(record), ...facts.looseScans(moduleId)];
      const owner = records.length > 1 ? recordName(moduleId, record, records) : '';
      return itemsOf({ needs: needs(facts, record), scans }, ({ id, label }) => ({
        id: `${id}:${record.id}`,
        moduleId,
        label: `${owner && `${owner}的`}${label}`,
        source,
      }));
    });
  });
}

/** Every record of these has one scan at least: it is what the record speaks of. */
export const PROOFS: Readonly<Partial<Record<ModuleId, string>>> = {
  project: '课题',
  patent: '专利',
  award: '奖励',
  book: '著作',
  paper: '论文',
  'continuing-education': '继续教育',
};

function proofs(facts: FilingFacts): readonly MaterialItem[] {
  return MODULE_IDS.flatMap((moduleId) => {
    const noun = PROOFS[moduleId];
    if (noun === undefined) return [];
    const records = facts.records(moduleId);
    return records.map((record) => ({
      id: `${moduleId}:${record.id}`,
      moduleId,
      label: `${noun}${recordName(moduleId, record, records)}`,
      source: '五(二)',
      isRequired: true,
      unclear: null,
      words: wordsOf(valueOf(record, 'name'), noun, records.length),
      attachmentIds: idsOf([...facts.scansOf(record), ...facts.looseScans(moduleId)]),
    }));
  });
}

/** Its own name shows a record; the kind alone only where there is no other of it. */
function wordsOf(name: string, noun: string, records: number): RegExp | null {
  const parts = [name.length > 1 ? escapeForPattern(name) : '', records === 1 ? noun : ''].filter(
    (part) => part !== '',
  );
  return parts.length === 0 ? null : new RegExp(parts.join('|'));
}

function escapeForPattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
}

function assessments({ records, scansOf, looseScans, applicant }: FilingFacts): readonly MaterialItem[] {
  if (applicant.employment === 'freelancer') return [];
  const loose = looseScans('assessment');
  return records('assessment').flatMap((record) => {
    const year = valueOf(record, 'year');
    if (!/^\d{4}$/.test(year)) return [];
    const shown = loose.filter(({ name }) => name.includes(year) || !/\d{4}/.test(name));
    return {
      id: `assessment:${record.id}`,
      moduleId: 'assessment' as const,
      label: `${year}年度考核表`,
      source: '五(二)2',
      isRequired: true,
      unclear: null,
      words: new RegExp(`${year}.*考核|考核.*${year}`),
      attachmentIds: idsOf([...scansOf(record), ...shown]),
    };
  });
}

/** Asked for here and there, or only kept with the rest. */
export const OTHER_ITEMS: readonly MaterialItem[] = [
  other('id-photo', 'basic', '证件照片', '五(二)1', /证件照|寸照|寸.*照片|免冠|登记照/),
  ...MODULE_IDS.map((id) => other(`other:${id}`, id, `其他材料（${moduleDef(id).shortName}）`, '五(二)', null)),
];

function other(id: string, moduleId: ModuleId, label: string, source: string, words: RegExp | null): MaterialItem {
  return { id, moduleId, label, source, isRequired: false, words, unclear: null, attachmentIds: [] };
}

type Sought = Readonly<{ needs: readonly Need[]; unclear?: Unclear | undefined; scans: readonly Scan[] }>;

/** A name that may be any of several is taken for the first that nothing else shows, or for all that it can show. */
function itemsOf(
  { needs, unclear, scans }: Sought,
  place: (need: Need) => Pick<MaterialItem, 'id' | 'moduleId' | 'label' | 'source'>,
): readonly MaterialItem[] {
  const possible = unclear
    ? scans.filter(({ name }) => unclear.words.test(name) && !needs.some(({ words }) => words.test(name)))
    : [];
  let left = possible.flatMap((scan) => Array.from({ length: unclear?.shows ?? 0 }, () => scan));
  return needs.map((need) => {
    const shown = scans.filter(({ name }) => need.words.test(name));
    const taken = shown.length > 0 ? [] : left.slice(0, 1);
    if (shown.length === 0) left = left.slice(1);
    return {
      ...place(need),
      isRequired: true,
      words: need.words,
      unclear: unclear?.words ?? null,
      attachmentIds: idsOf([...shown, ...taken]),
    };
  });
}

function idsOf(scans: readonly Scan[]): readonly string[] {
  return [...new Set(scans.map(({ attachment }) => attachment.id))];
}
