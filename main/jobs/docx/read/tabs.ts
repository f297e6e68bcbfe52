/** Tabs, as the blanks that lead to the stop: a paper's paragraph has no stops of its own. */
import { child, childrenOf, numberOf } from '../xml.ts';
import type { Cascade } from './cascade.ts';
import type { Piece } from './inline.ts';
import { widthInEms } from './units.ts';

/** points from the left edge of the text */
type Stop = Readonly<{ at: number; align: string }>;
export type Stops = Readonly<{ named: readonly Stop[]; every: number }>;

export function stopsOf(levels: Cascade, tabWidth: number): Stops {
  const stops = new Map<number, string>();
  for (const tab of levels.flatMap((level) => childrenOf(child(level, 'w:tabs'), 'w:tab'))) {
    const at = (numberOf(tab, 'w:pos') ?? 0) / 20;
    const align = tab.attributes['w:val'] ?? 'left';
    if (align === 'clear') stops.delete(at);
    else stops.set(at, align);
  }
  const named = [...stops].map(([at, align]) => ({ at, align }));
  return { named: named.toSorted((a, b) => a.at - b.at), every: tabWidth / 20 };
}

/** points; wider than any sheet */
const MAX_GAP = 1200;
const SHARES: Readonly<Record<string, number>> = { center: 0.5, right: 1, end: 1 };

/** `from`: the piece after the tab */
type Place = Readonly<{ at: number; size: number; pieces: readonly Piece[]; from: number }>;

/** Before a stop in the middle or at the right, less by half or all of what stands between it and the next tab. */
export function spaceOfTab({ named, every }: Stops, { at, size, pieces, from }: Place): string {
  const stop = named.find((one) => one.at > at + 0.5) ?? {
    at: (Math.floor(at / every + 0.01) + 1) * every,
    align: 'left',
  };
  const share = SHARES[stop.align] ?? 0;
  // of the text after the tab, what stands before the stop
  const before = share === 0 ? 0 : share * widthUntilTab(pieces, from);
  const free = Math.min(stop.at - at - before, MAX_GAP);
  const halves = Math.max(1, Math.round(free / (size / 2)));
  return '\u3000'.repeat(Math.floor(halves / 2)) + ' '.repeat(halves % 2);
}

function widthUntilTab(pieces: readonly Piece[], from: number): number {
  let width = 0;
  for (let n = from; n < pieces.length; n += 1) {
    const piece = pieces[n];
    if (piece?.kind !== 'text') break;
    width += widthInEms(piece.text) * piece.look.size;
  }
  return width;
}
