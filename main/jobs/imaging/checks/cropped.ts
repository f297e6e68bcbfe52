/** Content cut off at the border: several characters or rules that run into one side of bright paper. */
import type { Box } from '#model/scan.ts';
import type { PageView } from './view.ts';

/** pieces cut by one side from which it is no accident */
export const LEAST_CUT = 4;
/** mm along the side, and away from it: dirt is smaller, pictures and shadows are larger */
const CUT_MM = { least: 0.8, most: 24, rule: 1.2, ruleLength: 8 } as const;
const LEAST_CONTRAST = 0.35;
/** part of the side that has to be paper: a desk, a lid or a picture up to the edge is no cut text */
const LEAST_PAPER = 0.6;

export type Cut = Readonly<{ count: number; spot: Box | null }>;

type Side = 'left' | 'top' | 'right' | 'bottom';
const SIDES: readonly Side[] = ['left', 'top', 'right', 'bottom'];

export function measureCut(view: PageView): Cut {
  let most: Cut = { count: 0, spot: null };
  for (const side of SIDES) {
    const cut = cutAt(view, side);
    if (cut.count > most.count && isPaperAlong(view, side)) most = cut;
  }
  return most;
}

function cutAt({ pieces, contrast, small, dpi }: PageView, side: Side): Cut {
  const { width, height } = small;
  const mm = dpi / 25.4;
  const found: Readonly<{ left: number; top: number; right: number; bottom: number }>[] = [];
  for (let at = 0; at < pieces.count; at += 1) {
    const box = {
      left: pieces.left[at] as number,
      top: pieces.top[at] as number,
      right: pieces.right[at] as number,
      bottom: pieces.bottom[at] as number,
    };
    if (!touches(box, side, width, height) || (contrast[at] as number) < LEAST_CONTRAST) continue;
    const isUpright = side === 'left' || side === 'right';
    const along = (isUpright ? box.bottom - box.top : box.right - box.left) + 1;
    const away = (isUpright ? box.right - box.left : box.bottom - box.top) + 1;
    const isCharacter = Math.max(along, away) >= CUT_MM.least * mm && Math.max(along, away) <= CUT_MM.most * mm;
    const isRule = along <= CUT_MM.rule * mm && away >= CUT_MM.ruleLength * mm;
    if (isCharacter || isRule) found.push(box);
  }
  if (found.length === 0) return { count: 0, spot: null };
  const left = Math.min(...found.map((box) => box.left)) / width;
  const top = Math.min(...found.map((box) => box.top)) / height;
  const right = (Math.max(...found.map((box) => box.right)) + 1) / width;
  const bottom = (Math.max(...found.map((box) => box.bottom)) + 1) / height;
  return { count: found.length, spot: { left, top, width: right - left, height: bottom - top } };
}

type Extent = Readonly<{ left: number; top: number; right: number; bottom: number }>;

function touches(box: Extent, side: Side, width: number, height: number): boolean {
  if (side === 'left') return box.left === 0;
  if (side === 'top') return box.top === 0;
  if (side === 'right') return box.right === width - 1;
  return box.bottom === height - 1;
}

function isPaperAlong({ small: { data, width, height }, ground }: PageView, side: Side): boolean {
  const isUpright = side === 'left' || side === 'right';
  const length = isUpright ? height : width;
  const first = side === 'right' ? width - 1 : side === 'bottom' ? (height - 1) * width : 0;
  const stride = isUpright ? width : 1;
  let paper = 0;
  for (let at = 0; at < length; at += 1) {
    if ((data[first + at * stride] as number) >= 0.75 * ground.median) paper += 1;
  }
  return paper >= LEAST_PAPER * length;
}
