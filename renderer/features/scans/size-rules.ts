/** Size rules as they are shown and checked before they are written down. */
import type { SizeRule } from '#model/scan.ts';
import type { RuleRow } from './types.ts';

export const KB = 1024;
const LEAST_BYTES = 20 * KB;
const MOST_BYTES = 10 * KB * KB;
const LEAST_DPI = 72;
const MOST_MIN_DPI = 200;

/** Why it cannot be kept, in words; null: it can. The bounds are the contract's. */
export function ruleProblem({ maxBytes, minDpi, maxDpi }: SizeRule): string | null {
  if (maxBytes < LEAST_BYTES || maxBytes > MOST_BYTES) return '大小要在20KB到10240KB之间，原来的仍然有效。';
  if (minDpi < LEAST_DPI || minDpi > MOST_MIN_DPI) return '清晰度要在72dpi到200dpi之间，原来的仍然有效。';
  return minDpi > maxDpi ? `清晰度不能高过${maxDpi}dpi，原来的仍然有效。` : null;
}

/** Materials that have limits of their own, as the city's pages name them. */
const MATERIALS: Readonly<Record<string, string>> = { 'id-photo': '证件照' };

export function ruleTitle({ committee, material }: RuleRow): string {
  const parts = [committee, material && (MATERIALS[material] ?? material)].filter((part) => part !== null);
  return parts.length === 0 ? '其余所有材料' : parts.join(' · ');
}
