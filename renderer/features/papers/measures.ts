/** Between millimetres on the sheet and pixels on the screen. */
import type { Placement } from './types.ts';

export type Size = Readonly<{ width: number; height: number }>;

const MM_PER_INCH = 25.4;
/** CSS pixels */
const PX_PER_INCH = 96;

/** Pixels of the screen for a millimetre at 100 %. */
export const FULL_SIZE = PX_PER_INCH / MM_PER_INCH;

/** The endorsement as it is set where it was moved to: its lines and the seal of 42 mm. */
export const ENDORSEMENT: Size = { width: 132, height: 42 };
/** mm; what is kept free at a copy's right */
const RIGHT_MARGIN = 20;

export type Zoom = 'width' | 'full';

/** Pixels across: as wide as the pane lets it be, or as on paper. */
export function shownWidth(zoom: Zoom, sheet: Size, roomPx: number): number {
  return Math.round(zoom === 'full' ? sheet.width * FULL_SIZE : Math.max(roomPx, 1));
}

/** 「预览68%」 */
export function percentOf(widthPx: number, sheet: Size): number {
  return Math.round((widthPx / (sheet.width * FULL_SIZE)) * 100);
}

/** In the room that the page keeps for it, it is as wide as the copy. */
export function endorsementSize(sheet: Size, at: Placement, isMoved: boolean): Size {
  if (isMoved) return ENDORSEMENT;
  return { width: Math.max(ENDORSEMENT.width, sheet.width - RIGHT_MARGIN - at.x), height: ENDORSEMENT.height };
}

/** Moved by so much, it stays on the sheet; whole tenths of a millimetre. */
export function movedPlace(at: Placement, by: Readonly<{ x: number; y: number }>, sheet: Size): Placement {
  return {
    x: within(at.x + by.x, sheet.width - ENDORSEMENT.width),
    y: within(at.y + by.y, sheet.height - ENDORSEMENT.height),
  };
}

function within(value: number, most: number): number {
  return Math.round(Math.min(Math.max(0, value), most) * 10) / 10;
}
