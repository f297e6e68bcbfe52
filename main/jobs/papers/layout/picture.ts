/** Scans on paper: as large as they fit, never larger than they were, and lying where that shows more of them. */
import type { ImageFacts, Picture } from '#ports/paper-document.ts';
import { points } from '../units.ts';
import type { Cursor } from './cursor.ts';

type Fit = Readonly<{ width: number; height: number; turn: number }>;

const POINTS_PER_INCH = 72;
/** What stands upright is read without turning the paper: lying has to be worth it, as it is not for a certificate. */
const WORTH_LYING = 1.3;
/** A picture goes to the next page rather than be smaller than this part of what it would be there. */
const LEAST_PART = 0.5;
const GAP = points(3);

function fitOf(picture: Picture, facts: ImageFacts, room: Readonly<{ width: number; height: number }>): Fit {
  const isOnItsSide = facts.turn === 90 || facts.turn === 270;
  const [width, height] = isOnItsSide ? [facts.height, facts.width] : [facts.width, facts.height];
  const [most, mostHigh] = [
    Math.min(room.width, picture.width === undefined ? Infinity : points(picture.width)),
    Math.min(room.height, picture.height === undefined ? Infinity : points(picture.height)),
  ];
  const natural = facts.dpi === null ? Infinity : POINTS_PER_INCH / facts.dpi;
  const upright = Math.min(natural, most / width, mostHigh / height);
  const lying = Math.min(natural, most / height, mostHigh / width);
  if (lying > upright * WORTH_LYING) {
    // its top to the left, where the paper is bound
    return { width: height * lying, height: width * lying, turn: (facts.turn + 270) % 360 };
  }
  return { width: width * upright, height: height * upright, turn: facts.turn };
}

/** `kept`: points at the foot of the page that are not for it. */
export function drawPicture(cursor: Cursor, picture: Picture, facts: ImageFacts | undefined, kept: number): void {
  if (!facts) throw new Error('a picture without facts');
  if (leastHeightOfPicture(cursor, picture, facts, kept) > cursor.room() + 0.01 && !cursor.isAtTop()) {
    cursor.breakPage();
  }
  const { left, width } = cursor.frame;
  const keptGap = kept === 0 ? 0 : kept + GAP;
  const fit = fitOf(picture, facts, { width, height: Math.max(1, cursor.room() - keptGap) });
  const rest = width - fit.width;
  const shift = picture.align === 'left' ? 0 : picture.align === 'right' ? rest : rest / 2;
  const { imageId } = picture;
  cursor.draw({ kind: 'picture', imageId, x: left + shift, y: cursor.y(), ...fit });
  cursor.moveBy(fit.height);
}

/** On the page's height of room, half as high as it would be on a page of its own, with what is kept below it. */
export function leastHeightOfPicture(
  { frame }: Cursor,
  picture: Picture,
  facts: ImageFacts | undefined,
  kept: number,
): number {
  if (!facts) return 0;
  const keptGap = kept === 0 ? 0 : kept + GAP;
  const whole = fitOf(picture, facts, { width: frame.width, height: frame.bottom - frame.top - keptGap });
  return whole.height * LEAST_PART + keptGap;
}
