/** Texts with the stretches that a search found. Pure. */
import type { Hit } from './types.ts';

export type Ranges = readonly (readonly [start: number, end: number])[];
export type Piece = Readonly<{ text: string; isFound: boolean; at: number }>;

/** Cuts a text into pieces found and not found, in order; together they are the text. */
export function piecesOf(text: string, ranges: Ranges): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start > at) pieces.push({ text: text.slice(at, start), isFound: false, at });
    pieces.push({ text: text.slice(start, end), isFound: true, at: start });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isFound: false, at });
  return pieces;
}

/** The stretches found in one field of an entry; none when it did not match. */
export function rangesAt(hit: Hit, path: string): Ranges {
  return hit.matches.find((match) => match.path === path)?.ranges ?? [];
}

export type Snippet = Readonly<{ text: string; ranges: Ranges }>;

/** About `most` characters around the first find, so that it is seen on one line. */
export function snippetOf(text: string, ranges: Ranges, most = 60): Snippet {
  const first = ranges[0]?.[0] ?? 0;
  const from = text.length <= most ? 0 : Math.max(0, Math.min(first - Math.floor(most / 4), text.length - most));
  const to = Math.min(text.length, from + most);
  const before = from > 0 ? '…' : '';
  const shift = before.length - from;
  return {
    text: before + text.slice(from, to) + (to < text.length ? '…' : ''),
    ranges: ranges
      .filter(([start, end]) => start >= from && end <= to)
      .map(([start, end]) => [start + shift, end + shift]),
  };
}
