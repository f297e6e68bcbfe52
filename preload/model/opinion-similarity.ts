/** How much two evaluations say the same: each has to be the person's own (五(三)5; ux 3.5). */
import { visibleText } from './typed-text.ts';

/** Pairs of neighbouring characters as numbers, sorted, each as often as it occurs. */
export type Bigrams = Uint32Array;

/** From so many percent on a reader is told. */
export const SIMILAR_FROM = 85;
/** With fewer pairs than these two sentences agree by chance. */
const FEWEST = 20;

/** Without the person's name, numbers, punctuation and open points: what is left is what was written. */
export function bigramsOf(evaluation: string, name: string): Bigrams {
  const letters = visibleText(evaluation)
    .replaceAll(/〔待填[^〕]*〕/gu, '')
    .replaceAll(visibleText(name) || /(?!)/gu, '')
    .replaceAll(/[0-9〇零一二两三四五六七八九十百千万]+/gu, '0')
    .replaceAll(/[^\p{L}0]/gu, '');
  const pairs = new Uint32Array(Math.max(0, letters.length - 1));
  for (let at = 0; at < pairs.length; at += 1) {
    pairs[at] = letters.charCodeAt(at) * 0x1_00_00 + letters.charCodeAt(at + 1);
  }
  return pairs.toSorted();
}

/** Whole percent, rounded down: pairs in common, of the mean of both (Dice). 0 where one is too short to tell. */
export function similarity(a: Bigrams, b: Bigrams): number {
  if (Math.min(a.length, b.length) < FEWEST) return 0;
  let [common, i, j] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [left, right] = [a[i] as number, b[j] as number];
    if (left === right) common += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return Math.floor((200 * common) / (a.length + b.length));
}

/** The highest that their lengths allow, without looking at either. */
export function mostSimilar(a: Bigrams, b: Bigrams): number {
  return Math.floor((200 * Math.min(a.length, b.length)) / (a.length + b.length || 1));
}
