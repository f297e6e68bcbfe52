/** Lines of text: pieces of a character's size that stand beside each other. */
import type { Pieces } from './components.ts';

export type TextLine = Readonly<{
  /** px of the small plane, levelled by the slope that was given: y − x·slope */
  top: number;
  bottom: number;
  left: number;
  right: number;
  /** indexes of the pieces, from the left */
  pieces: readonly number[];
}>;

/** mm: the smallest print and the largest title, and what is no more than a speck */
const CHARACTER_MM = { least: 1.1, most: 24 } as const;
const SPECK_MM = 0.55;

export type Sizes = Readonly<{ width: number; height: number; dpi: number }>;

/** 1 for each piece that may be a character or a part of one, away from the very edge of the page. */
export function findCharacterLike(pieces: Pieces, { width, height, dpi }: Sizes): Uint8Array {
  const is = new Uint8Array(pieces.count);
  const speck = Math.max(2, (SPECK_MM / 25.4) * dpi);
  const most = (CHARACTER_MM.most / 25.4) * dpi;
  for (let at = 0; at < pieces.count; at += 1) {
    const [left, top] = [pieces.left[at] as number, pieces.top[at] as number];
    const [right, bottom] = [pieces.right[at] as number, pieces.bottom[at] as number];
    const longest = Math.max(right - left, bottom - top) + 1;
    const isAtEdge = left <= 1 || top <= 1 || right >= width - 2 || bottom >= height - 2;
    if (!isAtEdge && longest >= speck && longest <= most) is[at] = 1;
  }
  return is;
}

type OpenLine = { top: number; bottom: number; left: number; right: number; pieces: number[] };

/** Of the wanted pieces, levelled by `slope`. A line is open while the next character can still belong to it. */
export function findLines(pieces: Pieces, isWanted: Uint8Array, slope: number, dpi: number): readonly TextLine[] {
  const order: number[] = [];
  for (let at = 0; at < pieces.count; at += 1) if (isWanted[at] === 1) order.push(at);
  order.sort((a, b) => (pieces.left[a] as number) - (pieces.left[b] as number));
  const done: OpenLine[] = [];
  let open: OpenLine[] = [];
  const least = (CHARACTER_MM.least / 25.4) * dpi;
  for (const at of order) {
    const left = pieces.left[at] as number;
    const right = pieces.right[at] as number;
    const fall = ((left + right) / 2) * slope;
    const piece = { left, right, top: (pieces.top[at] as number) - fall, bottom: (pieces.bottom[at] as number) - fall };
    const stillOpen: OpenLine[] = [];
    let chosen: OpenLine | null = null;
    for (const line of open) {
      const height = line.bottom - line.top + 1;
      if (left > line.right + 1.1 * Math.max(height, least)) {
        done.push(line);
        continue;
      }
      stillOpen.push(line);
      if (fits(line, piece) && (chosen === null || line.right > chosen.right)) chosen = line;
    }
    open = stillOpen;
    if (chosen) extend(chosen, piece, at);
    else open.push({ ...piece, pieces: [at] });
  }
  return [...done, ...open].filter((line) => line.bottom - line.top + 1 >= least);
}

type Extent = Readonly<{ top: number; bottom: number; left: number; right: number }>;

/** Beside each other: at least half of the lower one lies at the height of the other, and they do not grow apart. */
function fits(line: Extent, piece: Extent): boolean {
  const shared = Math.min(line.bottom, piece.bottom) - Math.max(line.top, piece.top) + 1;
  const heights = [line.bottom - line.top + 1, piece.bottom - piece.top + 1] as const;
  const together = Math.max(line.bottom, piece.bottom) - Math.min(line.top, piece.top) + 1;
  return (
    shared >= 0.5 * Math.min(...heights) && together <= 1.5 * Math.max(...heights, line.right - line.left < 4 ? 0 : 1)
  );
}

function extend(line: OpenLine, piece: Extent, at: number): void {
  line.top = Math.min(line.top, piece.top);
  line.bottom = Math.max(line.bottom, piece.bottom);
  line.right = Math.max(line.right, piece.right);
  line.pieces.push(at);
}
