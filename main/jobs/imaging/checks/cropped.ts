/** Content cut off at the border: several characters or rules that run into one side of bright paper. */
import type { Box } from '#model/scan.ts';
import type { PageView } from './view.ts';

/** cuts through print on one side from which it is no accident */
export const LEAST_CUT = 5;
/** mm: wider along the side is a shadow or a picture; print goes further in than dirt does */
const WIDEST_MM = 12;
const DEPTH_MM = 0.7;
/** part of the paper's brightness below which it is print: shadows and what shines through stay above */
const PRINT = 0.6;
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

/** Walks along the outermost pixels and counts strokes that lead inwards. */
function cutAt({ small, ground, dpi }: PageView, side: Side): Cut {
  const { start, along, inwards, length } = edgeOf(small, side);
  const widest = (WIDEST_MM / 25.4) * dpi;
  const depth = Math.max(1, Math.round((DEPTH_MM / 25.4) * dpi));
  const isPrint = (at: number): boolean => (small.data[at] ?? 255) < PRINT * ground.median;
  let count = 0;
  let first = length;
  let last = 0;
  let from = -1;
  let isDeep = false;
  for (let step = 0; step <= length; step += 1) {
    const at = start + step * along;
    if (step < length && isPrint(at)) {
      if (from < 0) from = step;
      isDeep ||= isPrint(at + depth * inwards);
      continue;
    }
    if (from >= 0 && isDeep && step - from <= widest) {
      count += 1;
      first = Math.min(first, from);
      last = step;
    }
    from = -1;
    isDeep = false;
  }
  return { count, spot: count === 0 ? null : stripAt(side, first / length, last / length) };
}

/** part of the page that is shown along the side */
const STRIP = 0.12;

function stripAt(side: Side, from: number, to: number): Box {
  const isUpright = side === 'left' || side === 'right';
  const near = side === 'left' || side === 'top' ? 0 : 1 - STRIP;
  return isUpright
    ? { left: near, top: from, width: STRIP, height: to - from }
    : { left: from, top: near, width: to - from, height: STRIP };
}

type Edge = Readonly<{ start: number; along: number; inwards: number; length: number }>;

function edgeOf({ width, height }: PageView['small'], side: Side): Edge {
  if (side === 'left') return { start: 0, along: width, inwards: 1, length: height };
  if (side === 'right') return { start: width - 1, along: width, inwards: -1, length: height };
  if (side === 'top') return { start: 0, along: 1, inwards: width, length: width };
  return { start: (height - 1) * width, along: 1, inwards: -width, length: width };
}

function isPaperAlong({ small, ground }: PageView, side: Side): boolean {
  const { start, along, length } = edgeOf(small, side);
  let paper = 0;
  for (let step = 0; step < length; step += 1) {
    if ((small.data[start + step * along] as number) >= 0.75 * ground.median) paper += 1;
  }
  return paper >= LEAST_PAPER * length;
}
