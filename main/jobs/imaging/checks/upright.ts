/**
 * Whether a page of Chinese print stands on its head. Characters are not alike above and below: dots and roofs
 * are on top, legs spread downwards, hooks and mouths lie low, a comma lies at the lower left of its square. No
 * single one proves much (four of five are told rightly), but a page has a hundred of them.
 */
import { describeCell, DIRECTIONS, FIELDS, findCells } from './glyphs.ts';
import type { TextLine } from './text-lines.ts';
import { UPRIGHT_WEIGHTS } from './upright-weights.ts';
import type { PageView } from './view.ts';

/** of the weights, which are whole numbers */
const WEIGHT_UNIT = 20;
/** one character's word counts no more than this, so that a drawing does not outvote the text */
const MOST_OF_ONE = 3;
/** characters added to the count, so that five that agree are not sure of themselves */
const DOUBT = 4;

/**
 * Above 0 upright, below 0 upside down; the further, the surer. Sum of the characters' evidence against the root
 * of their number: pages of chance characters would spread about as ±2.
 */
export function measureUprightness(
  { small, ground, pieces }: PageView,
  lines: readonly TextLine[],
  slope: number,
): number {
  let sum = 0;
  let count = 0;
  for (const cell of findCells(pieces, lines, slope)) {
    const features = describeCell(small, ground, cell);
    if (!features) continue;
    const evidence = evidenceOf(features);
    sum += Math.min(MOST_OF_ONE, Math.max(-MOST_OF_ONE, evidence));
    count += 1;
  }
  return sum / Math.sqrt(count + DOUBT);
}

/** Each number against the one it changes places with when the page is turned: half of them say all. */
function evidenceOf(features: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < UPRIGHT_WEIGHTS.length; at += 1) {
    sum += (UPRIGHT_WEIGHTS[at] as number) * ((features[at] as number) - (features[turned(at)] as number));
  }
  return sum / WEIGHT_UNIT;
}

/** Where a number goes when the page is turned by 180°: the mirrored field, the opposite direction. */
function turned(at: number): number {
  const field = Math.floor(at / DIRECTIONS);
  const direction = ((at % DIRECTIONS) + DIRECTIONS / 2) % DIRECTIONS;
  return (FIELDS * FIELDS - 1 - field) * DIRECTIONS + direction;
}
