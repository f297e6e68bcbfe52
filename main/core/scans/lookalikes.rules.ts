/** Pages that look the same: shown side by side for a person to judge, never judged here. */

export type Look = Readonly<{ id: string; owner: string; fingerprint: string }>;

/**
 * Bits of 512. The same file compressed anew stays within a few, the same sheet scanned anew lies higher, and
 * two people's copies of one form can lie as low as that; so only pages of one person are compared.
 */
const NEAR = 48;
/** A page with fewer bits is nearly empty: it would look like every other such page. */
const FEWEST_BITS = 24;
const WORD_DIGITS = 8;

/** Page → the others of its owner that look the same, nearest first. */
export function lookalikesOf(shown: readonly string[], all: readonly Look[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const ids = new Set(shown);
  for (const looks of Map.groupBy(all, ({ owner }) => owner).values()) {
    const read = looks.map(({ id, fingerprint }) => ({ id, words: wordsOf(fingerprint) }));
    const telling = read.filter(({ words }) => countBits(words) >= FEWEST_BITS);
    for (const page of telling) {
      if (!ids.has(page.id)) continue;
      const near = telling
        .filter(({ id }) => id !== page.id)
        .map(({ id, words }) => ({ id, bits: distance(page.words, words) }))
        .filter(({ bits }) => bits <= NEAR)
        .toSorted((a, b) => a.bits - b.bits);
      if (near.length > 0)
        found.set(
          page.id,
          near.map(({ id }) => id),
        );
    }
  }
  return found;
}

function wordsOf(fingerprint: string): Uint32Array {
  const words = new Uint32Array(Math.ceil(fingerprint.length / WORD_DIGITS));
  for (let at = 0; at < words.length; at += 1) {
    words[at] = Number.parseInt(fingerprint.slice(at * WORD_DIGITS, (at + 1) * WORD_DIGITS), 16);
  }
  return words;
}

/** Of different kinds they are as far apart as can be. */
function distance(a: Uint32Array, b: Uint32Array): number {
  if (a.length !== b.length) return Infinity;
  let bits = 0;
  for (let at = 0; at < a.length; at += 1) bits += onesOf((a[at] ?? 0) ^ (b[at] ?? 0));
  return bits;
}

function countBits(words: Uint32Array): number {
  return words.reduce((sum, word) => sum + onesOf(word), 0);
}

/** Ones of a 32-bit word, by halves. */
function onesOf(word: number): number {
  let ones = word - ((word >>> 1) & 0x55555555);
  ones = (ones & 0x33333333) + ((ones >>> 2) & 0x33333333);
  return (((ones + (ones >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
