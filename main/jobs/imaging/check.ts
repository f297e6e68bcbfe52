/**
 * What is wrong with a page, measured on the raster as scanned (upright by EXIF, unmended, at most 200 dpi).
 * Every measure is plain arithmetic on one plane of brightness and one small copy of it: no second decode.
 */
import { MOST_STRAIGHTENED_DEGREES, type Defect, type Mend, type Turn } from '#model/scan.ts';
import type { PageCheck } from '#ports/jobs.ts';
import { contentOf, LEAST_CONTENT } from './checks/blank.ts';
import { findSheet, placeOnMended } from './checks/border.ts';
import { LEAST_CUT, measureCut } from './checks/cropped.ts';
import { measureDirection, type Direction } from './checks/direction.ts';
import { measureSharpness } from './checks/edge-width.ts';
import { fingerprintOf } from './checks/fingerprint.ts';
import { chooseRuns, measureSlant } from './checks/skew.ts';
import { findCharacterLike, findLines, type TextLine } from './checks/text-lines.ts';
import { DARKEST_PAPER, LEAST_CONTRAST, measureTone, type Tone } from './checks/tone.ts';
import { measureUprightness } from './checks/upright.ts';
import { turnView, viewPage, type PageView } from './checks/view.ts';
import type { Raster } from './raster.ts';

/** edges of print in each direction before sharpness is judged: a cover of eight characters has more */
const LEAST_EDGES = 150;
/** what offices scan at least (DA/T 31-2017 asks for 200); a file's own number is a little off at times */
const LEAST_DPI = 150;
const DPI_TOLERANCE = 0.98;
/** characters are blots below it */
const LEAST_READABLE_DPI = 100;
/** lines that lean more catch the eye */
const MOST_SKEW_DEGREES = 1.5;
/** neighbours below for each one beside: upright pages have 0.6 at most, turned ones 1.7 and more */
const SIDEWAYS_RATIO = 1.3;
/** Surer than this that the page stands on its head: right pages of 40 to 300 characters have +3 to +30. */
const UPSIDE_DOWN = -2.5;
/** neighbours, and pieces of lines, below which nothing is said about how the page lies */
const LEAST_NEIGHBOURS = 15;

export async function checkPage(raster: Raster): Promise<PageCheck> {
  const scanned = viewPage(raster);
  const isCharacter = findCharacterLike(scanned.pieces, { ...scanned.small, dpi: scanned.dpi });
  const direction = measureDirection(scanned.pieces, isCharacter);
  const fingerprint = fingerprintOf(scanned);
  const lying = lie(scanned, isCharacter, direction);
  const content = contentOf(scanned, lying.lines);
  if (content < LEAST_CONTENT) return { defects: [blank(content)], fingerprint, isBlank: true };
  const tone = measureTone(scanned, isCharacter);
  const soft = blurred(scanned, tone);
  const isClear = soft === null && raster.dpi >= LEAST_READABLE_DPI;
  const defects = [
    soft,
    dark(tone),
    isClear ? faint(tone) : null,
    coarse(raster),
    turned(direction, lying, isClear),
    skewed(lying),
    cut(scanned),
    bordered(scanned, lying),
  ];
  return { defects: defects.filter((defect) => defect !== null), fingerprint, isBlank: false };
}

/** How much is on the page, in characters or what weighs as much: what blank pages and sparse ones are told apart by. */
export function measureContent(raster: Raster): number {
  const view = viewPage(raster);
  const isCharacter = findCharacterLike(view.pieces, { ...view.small, dpi: view.dpi });
  return contentOf(view, lie(view, isCharacter, measureDirection(view.pieces, isCharacter)).lines);
}

function blank(content: number): Defect {
  return { kind: 'blank', value: content, limit: LEAST_CONTENT, spot: null, mend: null };
}

/** How the page lies: what would set it upright, and its lines, levelled, as they are without the half turn. */
type Lying = Readonly<{ turn: Turn; degrees: number; uprightness: number; lines: readonly TextLine[] }>;

function lie(scanned: PageView, isCharacter: Uint8Array, direction: Direction): Lying {
  const isSideways = isAcross(direction);
  const view = isSideways ? turnView(scanned) : scanned;
  const isWanted = isSideways ? findCharacterLike(view.pieces, { ...view.small, dpi: view.dpi }) : isCharacter;
  const runs = chooseRuns(view.pieces, isWanted);
  const slant = measureSlant(runs, view.small);
  const slope = Math.tan((slant.degrees * Math.PI) / 180);
  const lines = findLines(view.pieces, isWanted, slope, view.dpi);
  const uprightness = measureUprightness(view, lines, slope);
  const isUpsideDown = uprightness < UPSIDE_DOWN;
  const turn = isSideways ? (isUpsideDown ? 270 : 90) : isUpsideDown ? 180 : 0;
  const count = lines.reduce((sum, line) => sum + (line.pieces.length >= 3 ? line.pieces.length : 0), 0);
  return { turn, degrees: count >= 2 * LEAST_NEIGHBOURS ? slant.degrees : 0, uprightness, lines };
}

function isAcross({ across, down }: Direction): boolean {
  return down >= LEAST_NEIGHBOURS && down > SIDEWAYS_RATIO * across;
}

/**
 * px from dark to light at the sharpest quarter of the edges: scans of 200 dpi have 1.2 to 1.9 (large print and
 * cheap optics the most), the same blurred by 1.2 px or moved by 7 px 2.1 and more. Coarser scans have finer
 * strokes in px, and both figures are lower: 1.1 to 1.4, and 1.9.
 */
function widestEdge({ dpi }: Raster): number {
  return 1 + Math.min(200, Math.max(150, dpi)) / 200;
}

function blurred({ raster, full, isLightOnDark }: PageView, { paper, ink }: Tone): Defect | null {
  const level = isLightOnDark ? 255 - paper : paper;
  const { ratio, count, spot } = measureSharpness(full, Math.abs(level - (ink ?? level)));
  const width = 1 / Math.max(ratio, 0.02);
  const limit = widestEdge(raster);
  if (count < LEAST_EDGES || width <= limit) return null;
  return { kind: 'blurred', value: width, limit, spot, mend: null };
}

function dark(tone: Tone): Defect | null {
  const { paper, isPaper } = tone;
  if (!isPaper || paper >= DARKEST_PAPER) return null;
  return { kind: 'dark', value: paper, limit: DARKEST_PAPER, spot: null, mend: { levels: levelsFor(tone) } };
}

function faint(tone: Tone): Defect | null {
  const { paper, ink, isPaper } = tone;
  if (!isPaper || ink === null) return null;
  const contrast = 1 - ink / Math.max(1, paper);
  if (contrast >= LEAST_CONTRAST) return null;
  return {
    kind: 'low-contrast',
    value: contrast,
    limit: LEAST_CONTRAST,
    spot: null,
    mend: { levels: levelsFor(tone) },
  };
}

/** The paper becomes white and the print black, and nothing that lies between is lost. */
function levelsFor({ paper, ink }: Tone): NonNullable<Mend['levels']> {
  const black = Math.round(Math.min(ink ?? 0, paper * 0.6));
  return { black, white: Math.max(black + 1, Math.round(paper)) };
}

function coarse({ dpi }: Raster): Defect | null {
  if (dpi >= LEAST_DPI * DPI_TOLERANCE) return null;
  return { kind: 'low-resolution', value: dpi, limit: LEAST_DPI, spot: null, mend: null };
}

/** What is blurred or coarse runs together beside and below: the characters have to be surer then. */
function turned({ across, down }: Direction, { turn, uprightness }: Lying, isClear: boolean): Defect | null {
  if (turn === 0 || (!isClear && Math.abs(uprightness) < 2 * -UPSIDE_DOWN)) return null;
  if (turn === 180) return { kind: 'upside-down', value: uprightness, limit: UPSIDE_DOWN, spot: null, mend: { turn } };
  return { kind: 'sideways', value: down / Math.max(1, across), limit: SIDEWAYS_RATIO, spot: null, mend: { turn } };
}

function skewed({ degrees }: Lying): Defect | null {
  if (Math.abs(degrees) <= MOST_SKEW_DEGREES) return null;
  return {
    kind: 'skewed',
    value: degrees,
    limit: MOST_SKEW_DEGREES,
    spot: null,
    mend: { straightenDegrees: -degrees },
  };
}

function cut(view: PageView): Defect | null {
  const { count, spot } = measureCut(view);
  return count < LEAST_CUT ? null : { kind: 'cropped', value: count, limit: LEAST_CUT, spot, mend: null };
}

/** The crop fits the page once it is turned and straightened as the other defects ask for. */
function bordered(view: PageView, { turn, degrees }: Lying): Defect | null {
  const sheet = findSheet(view);
  if (!sheet) return null;
  const isStraightened = Math.abs(degrees) > MOST_SKEW_DEGREES && Math.abs(degrees) <= MOST_STRAIGHTENED_DEGREES;
  const before: Pick<Mend, 'turn' | 'straightenDegrees'> = { turn, straightenDegrees: isStraightened ? -degrees : 0 };
  const crop = placeOnMended(sheet, view.raster, before);
  const outside = 1 - sheet.width * sheet.height;
  return { kind: 'bordered', value: outside, limit: 0, spot: null, mend: { crop } };
}
