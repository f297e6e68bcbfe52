/** Pages that look the same: shown side by side for a person to judge, never judged here. */
import { fingerprintDistance, fingerprintWeight, fingerprintWords } from '#jobs/imaging/checks/fingerprint.ts';

export type Look = Readonly<{ id: string; owner: string; fingerprint: string }>;

/**
 * Bits of 512. The same file compressed anew stays within a few, the same sheet scanned anew lies higher, and
 * two people's copies of one form can lie as low as that; so only pages of one person are compared.
 */
const NEAR = 48;
/** A page with fewer bits is nearly empty: it would look like every other such page. */
const FEWEST_BITS = 24;

/** Page → the others of its owner that look the same, nearest first. */
export function lookalikesOf(shown: readonly string[], all: readonly Look[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const ids = new Set(shown);
  for (const looks of Map.groupBy(all, ({ owner }) => owner).values()) {
    const read = looks.map(({ id, fingerprint }) => ({ id, words: fingerprintWords(fingerprint) }));
    const telling = read.filter(({ words }) => fingerprintWeight(words) >= FEWEST_BITS);
    for (const page of telling) {
      if (!ids.has(page.id)) continue;
      const near = telling
        .filter(({ id }) => id !== page.id)
        .map(({ id, words }) => ({ id, bits: fingerprintDistance(page.words, words) }))
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
