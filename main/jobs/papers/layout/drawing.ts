/** What stands on a set page. Points, from the sheet's top left corner. */
import type { Sheet } from '#ports/paper-document.ts';
import type { Line } from './lines.ts';

export type Drawing = Readonly<
  /** `y`: of the baseline; `stretch`: points between its characters */
  | { kind: 'line'; line: Line; x: number; y: number; stretch: number }
  | { kind: 'stroke'; x1: number; y1: number; x2: number; y2: number }
  /** the lines around a cell */
  | { kind: 'box'; x: number; y: number; width: number; height: number }
  /** where a seal goes */
  | { kind: 'circle'; x: number; y: number; radius: number }
  /** `turn`: clockwise, of the pixels as stored; width and height as it then lies */
  | { kind: 'picture'; imageId: string; x: number; y: number; width: number; height: number; turn: number }
>;

export type SetPage = Readonly<{
  sheet: Sheet;
  /** of the document's sections */
  section: number;
  drawings: Drawing[];
}>;

/** Strokes of tables and rules, and of blanks: 0.4 pt is the thinnest that every office printer draws even. */
export const HAIRLINE = 0.4;
