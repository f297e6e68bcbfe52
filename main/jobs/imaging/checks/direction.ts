/** Whether text runs across the page or down it: characters stand closer to the next one of their line than to other lines. */
import type { Pieces } from './components.ts';

/** px of the small plane within which a neighbour is looked for: 10 mm at 100 dpi */
const REACH = 40;
/** enough to know, and at most some milliseconds */
const MOST_PIECES = 1500;
/** a gap is clearly the smaller one below this part of the other */
const CLEARLY = 0.7;

export type Direction = Readonly<{
  /** pieces whose nearest neighbour is beside them, and those whose nearest is above or below */
  across: number;
  down: number;
}>;

type Axis = Readonly<{ from: Int32Array; to: Int32Array; sideFrom: Int32Array; sideTo: Int32Array }>;

export function measureDirection(pieces: Pieces, isWanted: Uint8Array): Direction {
  const chosen: number[] = [];
  for (let at = 0; at < pieces.count; at += 1) if (isWanted[at] === 1) chosen.push(at);
  const { left, right, top, bottom } = pieces;
  const gapsAcross = nextGaps(chosen, { from: left, to: right, sideFrom: top, sideTo: bottom });
  const gapsDown = nextGaps(chosen, { from: top, to: bottom, sideFrom: left, sideTo: right });
  let across = 0;
  let down = 0;
  for (const [at, beside] of gapsAcross) {
    const below = gapsDown.get(at) ?? REACH;
    if (beside < CLEARLY * below) across += 1;
    else if (below < CLEARLY * beside) down += 1;
  }
  return { across, down };
}

/** For each piece the gap to the next one along the axis that overlaps it by half across the axis. */
function nextGaps(chosen: readonly number[], { from, to, sideFrom, sideTo }: Axis): Map<number, number> {
  const order = chosen.toSorted((a, b) => (from[a] as number) - (from[b] as number));
  const every = Math.max(1, Math.ceil(order.length / MOST_PIECES));
  const gaps = new Map<number, number>();
  for (let at = 0; at < order.length; at += 1) {
    const piece = order[at] as number;
    if (piece % every !== 0) continue;
    const end = to[piece] as number;
    let gap = REACH;
    for (let next = at + 1; next < order.length; next += 1) {
      const other = order[next] as number;
      if ((from[other] as number) > end + gap) break;
      if ((from[other] as number) <= end) continue;
      const shared =
        Math.min(sideTo[piece] as number, sideTo[other] as number) -
        Math.max(sideFrom[piece] as number, sideFrom[other] as number) +
        1;
      const narrower =
        Math.min(
          (sideTo[piece] as number) - (sideFrom[piece] as number),
          (sideTo[other] as number) - (sideFrom[other] as number),
        ) + 1;
      if (shared >= 0.5 * narrower) gap = (from[other] as number) - end - 1;
    }
    gaps.set(piece, gap);
  }
  return gaps;
}
