/** Mends of pages: pure. What a person asks for, on top of what a page already has. */
import type { Box, Mend, Turn } from '#model/scan.ts';

/** A quarter clockwise; the crop goes with the paper, the straightening stays what it was. */
export function turnedMend(mend: Mend): Mend {
  return { ...mend, turn: ((mend.turn + 90) % 360) as Turn, crop: mend.crop && turnedBox(mend.crop) };
}

function turnedBox({ left, top, width, height }: Box): Box {
  return { left: Math.max(0, 1 - top - height), top: left, width: height, height: width };
}

export function isSameMend(a: Mend, b: Mend): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder({ turn, straightenDegrees, crop, levels }: Mend) {
  return [
    turn,
    straightenDegrees,
    crop && [crop.left, crop.top, crop.width, crop.height],
    levels && [levels.black, levels.white],
  ];
}

/** 「正反面合并」: fronts first, then backs, as a feeder that reads one side gives them. */
export type MergeOrder = 'backs-reversed' | 'backs-in-order';

/** 1 3 5 6 4 2 (the stack turned over) or 1 3 5 2 4 6 → 1 2 3 4 5 6; one page more in front stays last. */
export function merged<T>(pages: readonly T[], order: MergeOrder): readonly T[] {
  const fronts = pages.slice(0, Math.ceil(pages.length / 2));
  const backs = pages.slice(fronts.length);
  const turned = order === 'backs-reversed' ? backs.toReversed() : backs;
  return fronts.flatMap((front, at) => {
    const back = turned[at];
    return back === undefined ? [front] : [front, back];
  });
}

/** The two neighbours that change places when a page is moved by one; null: it is at the end already. */
export function swapped<T>(pages: readonly T[], at: number, by: 1 | -1): readonly [T, T] | null {
  const page = pages[at];
  const other = pages[at + by];
  if (page === undefined || other === undefined) return null;
  return by === 1 ? [other, page] : [page, other];
}
