/** What a unit says of itself (五(三)2): which of it must be filled in, and how another name is told (五(四)7). */
import type { PlainDate } from './beijing-time.ts';
import type { UnitKind } from './reporting-route.ts';

/** In the order of the form. */
export const UNIT_FIELDS = ['name', 'kind', 'county', 'supervisor', 'head', 'contact', 'phone', 'address'] as const;
export type UnitField = (typeof UNIT_FIELDS)[number];
export type UnitFacts = Readonly<Record<Exclude<UnitField, 'kind'>, string> & { kind: UnitKind }>;

/** 带*的 (五(三)2). A unit without a superior has no 主管部门 to name (Q3 c, d). */
export function isRequiredOfUnit(field: UnitField, kind: UnitKind): boolean {
  if (field === 'supervisor') return kind === 'city-owned' || kind === 'county-owned';
  return field !== 'address';
}

export function missingUnitFields(facts: UnitFacts): readonly UnitField[] {
  return UNIT_FIELDS.filter((field) => isRequiredOfUnit(field, facts.kind) && facts[field].trim() === '');
}

export type UnitChange = Readonly<{ field: UnitField; before: string; after: string }>;

export function unitChanges(before: UnitFacts, after: UnitFacts): readonly UnitChange[] {
  return UNIT_FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
}

/** Another name under the same credit code keeps the one before, with the first day of the new one. */
export function renamed(
  unit: Readonly<{ name: string; formerNames: readonly FormerName[] }>,
  name: string,
  renamedOn: PlainDate | null,
): readonly FormerName[] {
  if (name === unit.name || renamedOn === null) return unit.formerNames;
  return [...unit.formerNames, { name: unit.name, until: renamedOn }];
}

type FormerName = Readonly<{ name: string; until: string }>;
