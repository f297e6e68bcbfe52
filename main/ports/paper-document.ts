/**
 * A paper before it is set: what stands on it, in which order and how large. The core writes it, the process of
 * jobs sets it; it passes the process boundary by structured clone and holds no bytes of pictures.
 * Lengths are millimetres, sizes of type are points (1/72 inch).
 */

/** 宋体, 黑体; a character that neither has is taken from a fallback, or told as missing. */
export type Face = 'song' | 'song-bold' | 'hei';
export type Align = 'left' | 'centre' | 'right' | 'justify';

/** A4 and A3 upright, or lying. */
export const SHEETS = {
  a4: { width: 210, height: 297 },
  'a4-lying': { width: 297, height: 210 },
  a3: { width: 297, height: 420 },
  'a3-lying': { width: 420, height: 297 },
} as const;
export type Sheet = keyof typeof SHEETS;

/** Text, or an empty line of that length to be filled in by hand. */
export type Run = Readonly<
  | { text: string; face?: Face | undefined; size?: number | undefined; isUnderlined?: boolean | undefined }
  | { blank: number }
>;

export type Paragraph = Readonly<{
  kind: 'paragraph';
  /** '\n' inside a text breaks the line */
  runs: readonly Run[];
  /** of all its runs that name none; 'song' and 10.5 where it is absent */
  face?: Face | undefined;
  size?: number | undefined;
  align?: Align | undefined;
  /** of the first line, in widths of a character */
  indent?: number | undefined;
  /** of all lines after the first, in widths of a character */
  hang?: number | undefined;
  /** kept free at the right of every line */
  right?: number | undefined;
  /** of the type's size; 1.5 where it is absent */
  lineHeight?: number | undefined;
  before?: number | undefined;
  after?: number | undefined;
  /** stays on the page of the block after it */
  keepsWithNext?: boolean | undefined;
}>;

export type Cell = Readonly<{
  blocks: readonly Paragraph[];
  columns?: number | undefined;
  rows?: number | undefined;
  vertical?: 'top' | 'middle' | 'bottom' | undefined;
}>;

export type Row = Readonly<{
  /** without those that a cell above or before it covers */
  cells: readonly Cell[];
  minHeight?: number | undefined;
  /** otherwise a row that is too high for the rest of the page goes on over the page, losing nothing */
  staysWhole?: boolean | undefined;
}>;

export type Table = Readonly<{
  kind: 'table';
  /** parts of the width that the page leaves */
  columns: readonly number[];
  rows: readonly Row[];
  /** repeated on every page */
  headRows?: number | undefined;
  /** 'grid' where it is absent */
  lines?: 'grid' | 'rows' | 'none' | undefined;
  size?: number | undefined;
}>;

/** A scan on the rest of the page, as large as it fits and never larger than it was; turned when it fits better lying. */
export type Picture = Readonly<{
  kind: 'picture';
  imageId: string;
  /** largest; the room that is left where they are absent */
  width?: number | undefined;
  height?: number | undefined;
  align?: Align | undefined;
}>;

/**
 * 复印件审核签章 (Q17): 经审核，与原件一致 · 审核人 · 审核意见 · 审核日期 · a circle of 42 mm for the seal. Signatures
 * are left for hands. `at` null: in the room that the page keeps for it at its foot; else its top left corner
 * on the sheet, and `paper.notes` tells when it then lies over the picture.
 */
export type Endorsement = Readonly<{
  kind: 'endorsement';
  at: Readonly<{ x: number; y: number }> | null;
  sealedBy: string;
}>;

export type Block =
  | Paragraph
  | Table
  | Picture
  | Endorsement
  | Readonly<{ kind: 'space'; height: number }>
  /** down to the foot of the page, so that what follows stands at its end */
  | Readonly<{ kind: 'fill' }>
  | Readonly<{ kind: 'rule' }>
  | Readonly<{ kind: 'page-break' }>
  /** where a link, a line of contents or a bookmark leads to; draws nothing */
  | Readonly<{ kind: 'mark'; id: string; bookmark?: Readonly<{ title: string; level: number }> | undefined }>;

/**
 * In header and footer: {page} and {pages} of the section's own numbering. In any text of a document: {page:ID}, the
 * number that stands on the page of a mark; any other text in braces stands as it is.
 */
export type Strip = Readonly<{
  left: string;
  centre: string;
  right: string;
  /** without the rule between it and the page */
  isPlain?: boolean | undefined;
}>;

export type Section = Readonly<{
  sheet: Sheet;
  margins: Readonly<{ top: number; right: number; bottom: number; left: number }>;
  header: Strip | null;
  footer: Strip | null;
  /** goes on counting from the section before where it is false; also the label of its pages in a viewer */
  startsAtOne: boolean;
  blocks: readonly Block[];
}>;

/** In order; each section begins a page. */
export type PaperDocument = Readonly<{
  title: string;
  /** the unit's name */
  author: string;
  sections: readonly Section[];
  /** of the printer, measured by 打印校准页: 1.01 draws everything a hundredth larger, from the sheet's middle */
  scale: number;
}>;

/** Facts of a picture, read from its JPEG. `turn`: what EXIF says has to be done to see it upright, clockwise. */
export type ImageFacts = Readonly<{
  id: string;
  width: number;
  height: number;
  sizeBytes: number;
  components: 1 | 3 | 4;
  /** of four components: written by Adobe's programs, whose ink is 0 (a segment APP14 says so) */
  isInverted?: boolean | undefined;
  turn: 0 | 90 | 180 | 270;
  /** of the paper; null where nobody knows: then as large as fits */
  dpi: number | null;
}>;

/** What is to be known of a paper that was set. `page`: from 1, of the whole document. */
export type PaperNote = Readonly<
  /** “𬭎” stands in another font than the text around it */
  | { kind: 'fallback'; text: string; page: number }
  /** no font at hand has it: it must not be printed */
  | { kind: 'missing-glyph'; text: string; page: number }
  /** the endorsement lies over the picture; null: over text */
  | { kind: 'over-content'; imageId: string | null; page: number }
  /** a text that had to be parted over pages inside a fixed frame */
  | { kind: 'overflow'; text: string; page: number }
>;

/** Bytes of the file in order; where an image stands, its JPEG comes in unchanged. */
export type PdfPart = Readonly<{ bytes: Uint8Array }> | Readonly<{ imageId: string }>;

export type SetPaper = Readonly<{
  parts: readonly PdfPart[];
  /** bytes of the whole file */
  sizeBytes: number;
  pages: readonly Readonly<{ sheet: Sheet; label: string }>[];
  /** on which each section begins, from 1 */
  firstPages: readonly number[];
  /** where each endorsement stands: its top left corner, and the picture on its page */
  endorsements: readonly Readonly<{ imageId: string; page: number; x: number; y: number }>[];
  /** page of each mark */
  marks: Readonly<Record<string, number>>;
  notes: readonly PaperNote[];
}>;
