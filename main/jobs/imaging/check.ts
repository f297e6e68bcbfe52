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
import { turnView, viewPage, type PageView } from './checks/view.ts';
import type { Raster } from './raster.ts';

/**
 * px from dark to light at the sharpest quarter of the edges. Scans of 150 to 200 dpi have 1.1 to 1.75, the same
 * blurred by 1.2 px or moved by 7 px 2.4 and more.
 */
const WIDEST_EDGE_PX = 2.1;
/** edges of print in each direction before sharpness is judged: a cover of eight characters has more */
const LEAST_EDGES = 150;
/** what offices scan at least (DA/T 31-2017 asks for 200); a file's own number is a little off at times */
const LEAST_DPI = 150;
const DPI_TOLERANCE = 0.98;
/** lines that lean more catch the eye */
const MOST_SKEW_DEGREES = 1.5;
/** neighbours below for each one beside: upright pages have 0.6 at most, turned ones 1.7 and more */
const SIDEWAYS_RATIO = 1.3;
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
  const defects = [
    blurred(scanned, tone),
    ...faint(tone),
    coarse(raster),
    sideways(direction, lying),
    skewed(lying),
    cut(scanned),
    bordered(scanned, lying),
  ];
  return { defects: defects.filter((defect) => defect !== null), fingerprint, isBlank: false };
}

function blank(content: number): Defect {
  return { kind: 'blank', value: content, limit: LEAST_CONTENT, spot: null, mend: null };
}

/** How the page lies: what would set it upright, and its lines once it is. */
type Lying = Readonly<{ turn: Turn; degrees: number; lines: readonly TextLine[] }>;

function lie(scanned: PageView, isCharacter: Uint8Array, direction: Direction): Lying {
  const isSideways = isAcross(direction);
  const view = isSideways ? turnView(scanned) : scanned;
  const isWanted = isSideways ? findCharacterLike(view.pieces, { ...view.small, dpi: view.dpi }) : isCharacter;
  const runs = chooseRuns(view.pieces, isWanted);
  const { degrees } = measureSlant(runs, view.small, 'rows');
  const lines = findLines(view.pieces, isWanted, Math.tan((degrees * Math.PI) / 180), view.dpi);
  const count = lines.reduce((sum, line) => sum + (line.pieces.length >= 3 ? line.pieces.length : 0), 0);
  return { turn: isSideways ? 90 : 0, degrees: count >= LEAST_NEIGHBOURS ? degrees : 0, lines };
}

function isAcross({ across, down }: Direction): boolean {
  return down >= LEAST_NEIGHBOURS && down > SIDEWAYS_RATIO * across;
}

function blurred({ full, isLightOnDark }: PageView, { paper, ink }: Tone): Defect | null {
  const level = isLightOnDark ? 255 - paper : paper;
  const { ratio, count, spot } = measureSharpness(full, Math.abs(level - (ink ?? level)));
  const width = 1 / Math.max(ratio, 0.02);
  if (count < LEAST_EDGES || width <= WIDEST_EDGE_PX) return null;
  return { kind: 'blurred', value: width, limit: WIDEST_EDGE_PX, spot, mend: null };
}

/** Dark, or faint: both are mended by what becomes black and white. */
function faint({ paper, ink, isPaper }: Tone): readonly Defect[] {
  if (!isPaper) return [];
  const contrast = ink === null ? 1 : 1 - ink / Math.max(1, paper);
  const mend = {
    levels: { black: Math.round(Math.min(ink ?? 0, paper * 0.6)), white: Math.max(1, Math.round(paper)) },
  };
  const defects: Defect[] = [];
  if (paper < DARKEST_PAPER) defects.push({ kind: 'dark', value: paper, limit: DARKEST_PAPER, spot: null, mend });
  if (contrast < LEAST_CONTRAST) {
    defects.push({ kind: 'low-contrast', value: contrast, limit: LEAST_CONTRAST, spot: null, mend });
  }
  return defects;
}

function coarse({ dpi }: Raster): Defect | null {
  if (dpi >= LEAST_DPI * DPI_TOLERANCE) return null;
  return { kind: 'low-resolution', value: dpi, limit: LEAST_DPI, spot: null, mend: null };
}

function sideways({ across, down }: Direction, { turn }: Lying): Defect | null {
  if (turn !== 90 && turn !== 270) return null;
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
