/** Every kind of material there is, whoever applies: what a rule on scans can name. */
import { MODULE_IDS } from '#model/modules.ts';
import { OTHER_ITEMS, PROOFS } from './checklist.ts';
import { COMMITMENT, PERSON_MATERIALS, RECORD_NEEDS } from './tables/materials.ts';

/** `id`: a material's without its record */
export type MaterialKind = Readonly<{ id: string; label: string }>;

export function materialKinds(): readonly MaterialKind[] {
  const labels = new Map<string, string[]>();
  const put = (id: string, label: string) => labels.set(id, [...new Set([...(labels.get(id) ?? []), label])]);
  for (const { needs } of PERSON_MATERIALS) for (const { id, label } of needs) put(id, label);
  for (const { id, label } of [COMMITMENT, ...RECORD_NEEDS]) put(id, label);
  for (const moduleId of MODULE_IDS) if (PROOFS[moduleId] !== undefined) put(moduleId, PROOFS[moduleId]);
  put('assessment', '年度考核表');
  for (const { id, label } of OTHER_ITEMS) if (!id.startsWith(OTHER)) put(id, label);
  put(OTHER.slice(0, -1), '其他材料');
  // of one id some units have a form, some another
  return [...labels].map(([id, all]) => ({ id, label: all.join('、') }));
}

const OTHER = 'other:';
