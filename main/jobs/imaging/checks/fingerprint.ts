/**
 * What a page looks like in 512 bits, to propose that two are the same. Each bit says whether one of 17 × 17
 * squares has clearly more ink than the next one, to the right and below.
 *
 * What the distance means (bits that differ): the same file compressed anew stays within a few bits, the same
 * sheet scanned anew lies higher, and two people's copies of one form can lie as low as that. So a small
 * distance is a reason to show two pages side by side, and never one to reject a page.
 */
import { GROUND_BLOCK } from './ink.ts';
import type { PageView } from './view.ts';

const SIDE = 17;
/** mean darkness between neighbours below which they count as equal: noise must not make bits */
const CLEARLY = 1.5;

/** hex, 128 characters */
export function fingerprintOf(view: PageView): string {
  const squares = darknessOf(view);
  let bits = '';
  for (let row = 0; row < SIDE - 1; row += 1) {
    for (let column = 0; column < SIDE - 1; column += 1) {
      const here = squares[row * SIDE + column] as number;
      bits += here - (squares[row * SIDE + column + 1] as number) > CLEARLY ? '1' : '0';
      bits += here - (squares[(row + 1) * SIDE + column] as number) > CLEARLY ? '1' : '0';
    }
  }
  return bits.replaceAll(/[01]{4}/g, (four) => Number.parseInt(four, 2).toString(16));
}

/** Darker than the paper around, means of squares. */
function darknessOf({ small: { data, width, height }, ground }: PageView): Float64Array {
  const sums = new Float64Array(SIDE * SIDE);
  const counts = new Uint32Array(SIDE * SIDE);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor((y * SIDE) / height) * SIDE;
    const blocks = Math.floor(y / GROUND_BLOCK) * ground.columns;
    for (let x = 0; x < width; x += 1) {
      const dark = (ground.levels[blocks + (x >> 4)] as number) - (data[y * width + x] as number);
      const at = row + Math.floor((x * SIDE) / width);
      counts[at] = (counts[at] as number) + 1;
      // paper grain is left out, it would be most of a nearly empty square
      if (dark > 24) sums[at] = (sums[at] as number) + dark;
    }
  }
  return sums.map((sum, at) => sum / Math.max(1, counts[at] as number));
}

const WORD_DIGITS = 8;

/** In words of 32 bits, to be compared with many. */
export function fingerprintWords(fingerprint: string): Uint32Array {
  const words = new Uint32Array(Math.ceil(fingerprint.length / WORD_DIGITS));
  for (let at = 0; at < words.length; at += 1) {
    words[at] = Number.parseInt(fingerprint.slice(at * WORD_DIGITS, (at + 1) * WORD_DIGITS), 16);
  }
  return words;
}

/** Bits in which two fingerprints differ, 0 to 512; fingerprints of different kinds are as far apart as can be. */
export function fingerprintDistance(a: Uint32Array, b: Uint32Array): number {
  if (a.length !== b.length) return Infinity;
  let bits = 0;
  for (let at = 0; at < a.length; at += 1) bits += onesOf((a[at] as number) ^ (b[at] as number));
  return bits;
}

/** How much of the page has anything on it: a nearly empty one is like every other such page. */
export function fingerprintWeight(words: Uint32Array): number {
  return words.reduce((sum, word) => sum + onesOf(word), 0);
}

/** Ones of a 32-bit word, by halves. */
function onesOf(word: number): number {
  let ones = word - ((word >>> 1) & 0x55555555);
  ones = (ones & 0x33333333) + ((ones >>> 2) & 0x33333333);
  return Math.imul((ones + (ones >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
