/** Size rules as they are shown and checked before they are written down. */
import type { SizeRule } from '#model/scan.ts';
import { formatSize } from '../../ui/format.ts';
import type { MaterialKind, RuleRow } from './types.ts';

export const KB = 1024;
const LEAST_BYTES = 20 * KB;
const MOST_BYTES = 10 * KB * KB;
const LEAST_DPI = 72;
const MOST_MIN_DPI = 200;

/** Why it cannot be kept, in words; null: it can. The bounds are the contract's. */
function numberProblem({ maxBytes, minDpi, maxDpi }: SizeRule): string | null {
  if (maxBytes < LEAST_BYTES || maxBytes > MOST_BYTES) return '大小要在20KB到10240KB之间';
  if (minDpi < LEAST_DPI || minDpi > MOST_MIN_DPI) return '清晰度要在72dpi到200dpi之间';
  return minDpi > maxDpi ? `清晰度不能高过${maxDpi}dpi` : null;
}

export function ruleProblem(rule: SizeRule): string | null {
  const problem = numberProblem(rule);
  return problem && `${problem}，原来的仍然有效。`;
}

/** Of one that is being added. */
export function newRuleProblem(row: RuleRow, rules: readonly RuleRow[]): string | null {
  if (row.committee === null && row.material === null) return '请写明评委会或选一种材料，写一样就行。';
  const isKnown = rules.some(({ committee, material }) => committee === row.committee && material === row.material);
  if (isKnown) return '上面已有这一条，请直接改它的数。';
  const problem = numberProblem(row.rule);
  return problem && `${problem}。`;
}

/** 「某评委会 · 毕业证书」, as the reviewer chose it */
export function ruleTitle({ committee, material }: RuleRow, kinds: readonly MaterialKind[]): string {
  if (committee === null && material === null) return '其余所有材料';
  const label = kinds.find(({ id }) => id === material)?.label ?? material;
  return `${committee ?? '所有评委会'} · ${label ?? '所有材料'}`;
}

/** What adding it will mean, in one sentence. */
export function ruleSentence(row: RuleRow, kinds: readonly MaterialKind[]): string {
  const label = kinds.find(({ id }) => id === row.material)?.label ?? row.material ?? '所有材料';
  const whose = row.committee === null ? '不论报到哪个评委会' : `报到${row.committee}的`;
  const { maxBytes, minDpi } = row.rule;
  return `${whose}，${label}每张不超过${formatSize(maxBytes)}，不低于${minDpi}dpi。`;
}

/** As they count, the first that fits: both named, the material, the committee, neither. */
export function inOrder(rules: readonly RuleRow[]): readonly RuleRow[] {
  const rank = ({ committee, material }: RuleRow) => (material === null ? 2 : 0) + (committee === null ? 1 : 0);
  return rules.toSorted((a, b) => rank(a) - rank(b));
}
