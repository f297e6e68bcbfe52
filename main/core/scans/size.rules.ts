/** Which size rule a page's copy is made by: the city's limits differ by committee and material. */
import { DEFAULT_SIZE_RULE, type Mend, type SizeRule } from '#model/scan.ts';

export type RuleRow = Readonly<{
  /** null: every */
  committee: string | null;
  /** a material's id without its record; null: every */
  material: string | null;
  rule: SizeRule;
}>;

/** Until the unit has rules of its own. A photo is small and never read, only recognised. */
export const DEFAULT_RULES: readonly RuleRow[] = [
  { committee: null, material: null, rule: DEFAULT_SIZE_RULE },
  { committee: null, material: 'id-photo', rule: { ...DEFAULT_SIZE_RULE, maxBytes: 300 * 1024 } },
];

/** The unit's own where it has some; there is always one that names neither. */
export function standingRules(stored: readonly RuleRow[]): readonly RuleRow[] {
  const rules = stored.length > 0 ? stored : DEFAULT_RULES;
  return rules.some(isGeneral) ? rules : [{ committee: null, material: null, rule: DEFAULT_SIZE_RULE }, ...rules];
}

function isGeneral({ committee, material }: RuleRow): boolean {
  return committee === null && material === null;
}

/** 'diploma' of 'diploma:0198…'; null where there is no material yet. */
export function materialKind(materialId: string | null): string | null {
  return materialId === null ? null : (materialId.split(':')[0] ?? null);
}

type Subject = Readonly<{ committee: string | null; materialId: string | null }>;

/** The one that names the most of it: both, the material, the committee, neither. */
export function ruleFor(rules: readonly RuleRow[], { committee, materialId }: Subject): SizeRule {
  const material = materialKind(materialId);
  const fitting = rules.filter(
    (row) =>
      (row.committee === null || row.committee === committee) && (row.material === null || row.material === material),
  );
  const worth = (row: RuleRow) => (row.material === null ? 0 : 2) + (row.committee === null ? 0 : 1);
  return fitting.toSorted((a, b) => worth(b) - worth(a))[0]?.rule ?? DEFAULT_SIZE_RULE;
}

/** Whether two of them name the same. */
export function nameTwice(rules: readonly RuleRow[]): boolean {
  return new Set(rules.map(({ committee, material }) => JSON.stringify([committee, material]))).size < rules.length;
}

/** Raised when copies come out differently than before, so that kept ones are made anew. */
const RECIPE_VERSION = 1;

/** What a copy is made by; one that was made by another is out of date. */
export function recipeOf(mend: Mend, { maxBytes, maxDpi, minDpi }: SizeRule): string {
  const { turn, straightenDegrees, crop, levels } = mend;
  const box = crop && [crop.left, crop.top, crop.width, crop.height];
  const range = levels && [levels.black, levels.white];
  return JSON.stringify([RECIPE_VERSION, turn, straightenDegrees, box, range, maxBytes, maxDpi, minDpi]);
}
