/** Whom the next double click or Enter can open, the likeliest first: the active row, those beside it, all in sight. */
import type { ActiveRow } from './queue-store.ts';
import type { Snapshot } from './row-pages.ts';

/** a high window's rows; each costs the desk a question, and the browser a page's picture */
const MOST = 24;

/** @param sight first and last index */
export function idsAhead(
  { row }: Pick<Snapshot, 'row'>,
  active: ActiveRow | null,
  [first, last]: readonly [number, number],
): readonly string[] {
  const at = active?.index ?? first;
  const near = [at, at + 1, at - 1].filter((index) => index >= 0);
  const inSight = Array.from({ length: last - first + 1 }, (_, no) => first + no);
  const ids = [...near, ...inSight].flatMap((index) => row(index)?.id ?? []);
  return [...new Set(ids)].slice(0, MOST);
}
