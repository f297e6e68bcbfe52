/**
 * How much wider than high a TIFF's pixels are not: a fax has 204 dots an inch across and 98 down (ITU-T T.4), and its
 * page stands squashed until that is made good. Of the directory only the two resolutions are read (TIFF 6.0, 2).
 */

/** How many times as many pixels the page needs across and down, for square ones; one of the two is 1. */
export type Stretch = Readonly<{ across: number; down: number }>;
const SQUARE: Stretch = { across: 1, down: 1 };

const X_RESOLUTION = 282;
const Y_RESOLUTION = 283;
const RATIONAL = 5;
const ENTRY_BYTES = 12;
/** Fax has 204×98 and 204×391 at the ends; beyond is a number that nobody measured. */
const MOST_UNEQUAL = 2.5;
/** 300 against 299.9 is rounding, 204 against 196 of a fine fax is not */
const LEAST_UNEQUAL = 1.01;

/** @param pageNo from 1. Whatever cannot be read has square pixels. */
export function stretchOf(bytes: Uint8Array, pageNo: number): Stretch {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { across, down } = resolutionsOf(view, pageNo);
    const ratio = across / down;
    const unequal = Math.max(ratio, 1 / ratio);
    if (!(unequal >= LEAST_UNEQUAL && unequal <= MOST_UNEQUAL)) return SQUARE;
    return ratio > 1 ? { across: 1, down: ratio } : { across: 1 / ratio, down: 1 };
  } catch (error) {
    // an offset outside the file
    if (error instanceof RangeError) return SQUARE;
    throw error;
  }
}

/** In one unit, whichever; NaN where one is not told. */
function resolutionsOf(view: DataView, pageNo: number): Readonly<{ across: number; down: number }> {
  const isLittle = view.getUint16(0) === 0x4949;
  const short = (at: number) => view.getUint16(at, isLittle);
  const long = (at: number) => view.getUint32(at, isLittle);
  let directory = long(4);
  for (let page = 1; page < pageNo; page += 1) directory = long(endOf(directory));
  let across = NaN;
  let down = NaN;
  for (let entry = directory + 2; entry < endOf(directory); entry += ENTRY_BYTES) {
    if (short(entry + 2) !== RATIONAL) continue;
    const at = long(entry + 8);
    if (short(entry) === X_RESOLUTION) across = long(at) / long(at + 4);
    if (short(entry) === Y_RESOLUTION) down = long(at) / long(at + 4);
  }
  return { across, down };

  /** behind its entries, where the next one's place stands */
  function endOf(at: number): number {
    return at + 2 + short(at) * ENTRY_BYTES;
  }
}
