/** A scanned page as it comes in, what is wrong with it, how it is mended and how small it has to be. */

export const SCAN_FORMATS = ['jpeg', 'png', 'tiff', 'bmp', 'webp', 'gif', 'heic', 'pdf'] as const;
export type ScanFormat = (typeof SCAN_FORMATS)[number];

/** Why a file, or one page of it, could not be read. */
export const UNREADABLE = [
  'empty',
  /** its content is of no kind that is read here, whatever its name says */
  'unknown-format',
  'damaged',
  /** more pixels than a sheet of paper can need, or a bomb */
  'too-many-pixels',
  'too-many-pages',
  /** a PDF that asks for a password */
  'encrypted',
  'timed-out',
  /** the process that read it had to be ended, or it died */
  'crashed',
] as const;
export type Unreadable = (typeof UNREADABLE)[number];

/** Clockwise. */
export const TURNS = [0, 90, 180, 270] as const;
export type Turn = (typeof TURNS)[number];

/** Parts of the page's width and height, 0 to 1, from the top left. */
export type Box = Readonly<{ left: number; top: number; width: number; height: number }>;

/**
 * What is done to the original to get the page: first the turn, then the straightening, then the crop (a
 * box of what that gave), then the levels. The original itself is never changed.
 */
export type Mend = Readonly<{
  turn: Turn;
  /** clockwise, to be applied; small */
  straightenDegrees: number;
  crop: Box | null;
  /** luminance 0–255 that becomes black, and that becomes white */
  levels: Readonly<{ black: number; white: number }> | null;
}>;
export const AS_SCANNED: Mend = { turn: 0, straightenDegrees: 0, crop: null, levels: null };

export function isAsScanned({ turn, straightenDegrees, crop, levels }: Mend): boolean {
  return turn === 0 && straightenDegrees === 0 && crop === null && levels === null;
}

type Offered = Readonly<{ [Part in keyof Mend]?: Mend[Part] | undefined }>;

/** What a defect offers, put on top of what is done already. */
export function withOffered(mend: Mend, offered: Offered): Mend {
  return {
    turn: offered.turn ?? mend.turn,
    straightenDegrees: offered.straightenDegrees ?? mend.straightenDegrees,
    crop: offered.crop ?? mend.crop,
    levels: offered.levels ?? mend.levels,
  };
}

/** More than this is asked about, never done by itself (ux 3.7). */
export const MOST_STRAIGHTENED_DEGREES = 5;

export const DEFECT_KINDS = [
  'blurred',
  'blank',
  'dark',
  'low-contrast',
  'low-resolution',
  'sideways',
  'upside-down',
  'skewed',
  'cropped',
  /** the scanner's lid or a desk shows around the sheet */
  'bordered',
] as const;
export type DefectKind = (typeof DEFECT_KINDS)[number];

/** A measured finding of a page. */
export type Defect = Readonly<{
  kind: DefectKind;
  /** in the measure's own unit: pixels of edge width, dpi, degrees, part of the page 0–1, luminance, a count */
  value: number;
  /** beyond which it is a defect, same unit */
  limit: number;
  /** where it shows best on the page as checked; null: everywhere */
  spot: Box | null;
  /** what would mend it; null: only a new scan does */
  mend: Partial<Mend> | null;
}>;

/** How large the copy for the city may be, and how legible it must stay (DA/T 31). */
export type SizeRule = Readonly<{
  maxBytes: number;
  /** the copy never has more where the cap binds */
  maxDpi: number;
  /** below it the cap is not met by making the page smaller still */
  minDpi: number;
}>;
export const DEFAULT_SIZE_RULE: SizeRule = { maxBytes: 600 * 1024, maxDpi: 200, minDpi: 150 };

/** The copy as it was made. */
export type CopyFacts = Readonly<{
  width: number;
  height: number;
  sizeBytes: number;
  /** of the paper: as the file says, else as if the page were A4 */
  dpi: number;
  /** null: the original's own bytes, which were small enough and upright */
  quality: number | null;
  /** over the rule's cap because a smaller one could not be read */
  isOverCap: boolean;
}>;
