/** The order and the keys of a person's materials: pure. */
import type { Material } from './types.ts';

/** keys 1 to 9 */
export const NUMBERED = 9;

/**
 * What is missing stands first, and stays where it stood when it was opened: a key never means another material
 * because the one before it was filed.
 * @param kept ids in the order they stand on screen; empty when the person is opened
 */
export function inKeptOrder(materials: readonly Material[], kept: readonly string[]): readonly Material[] {
  const places = new Map(kept.map((id, at) => [id, at]));
  const rank = (material: Material) => places.get(material.id) ?? kept.length + (isMissing(material) ? 0 : 1);
  return materials.toSorted((a, b) => rank(a) - rank(b));
}

export type OrderKeeper = Readonly<{
  inOrder(applicationId: string, materials: readonly Material[]): readonly Material[];
}>;

/** Keeps one person's order; another person begins anew. */
export function createOrderKeeper(): OrderKeeper {
  let kept: Readonly<{ id: string; order: readonly string[] }> = { id: '', order: [] };
  return {
    inOrder(id, materials) {
      const sorted = inKeptOrder(materials, kept.id === id ? kept.order : []);
      kept = { id, order: sorted.map((material) => material.id) };
      return sorted;
    },
  };
}

export function isMissing({ isRequired, isComplete }: Material): boolean {
  return isRequired && !isComplete;
}

/** 「缺2项」「齐了」 */
export function missingWords(materials: readonly Material[]): string {
  const missing = materials.filter(isMissing).length;
  return missing === 0 ? '齐了' : `缺${missing}项`;
}

/** Of the material at this place; null: it has none while the numbers begin at `from`. */
export function numberOf(at: number, from: number): number | null {
  const number = at - from + 1;
  return number >= 1 && number <= NUMBERED ? number : null;
}

/** Where the numbers begin after another press of 0. */
export function nextFrom(from: number, total: number): number {
  return from + NUMBERED < total ? from + NUMBERED : 0;
}

/** Digits by their place, on the row above the letters or the block at the right; null: none. */
export function digitOf({ code }: Readonly<{ code: string }>): number | null {
  const [, digit] = /^(?:Digit|Numpad)(\d)$/.exec(code) ?? [];
  return digit === undefined ? null : Number(digit);
}
