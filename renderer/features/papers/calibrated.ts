/** What was measured on the calibration page. */

/** mm, as the contract bounds it: more is no calibration, but scaling that was left on */
export const LEAST = 90;
export const MOST = 110;

/** Null: nothing typed yet. Full-width digits count. */
export function measuredOf(typed: string): number | null | 'unclear' {
  const text = typed.normalize('NFKC').replace('。', '.').trim();
  if (text === '') return null;
  const mm = Number(text);
  return Number.isFinite(mm) && mm >= LEAST && mm <= MOST ? mm : 'unclear';
}
