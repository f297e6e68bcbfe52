/**
 * The head of a Windows bitmap (BITMAPFILEHEADER, then BITMAPCOREHEADER or BITMAPINFOHEADER to V5), as far as pictures
 * of paper need it. Sizes are checked here, before anything is allocated.
 */
import { fail, ok, type Result } from '#model/result.ts';
import type { Unreadable } from '#model/scan.ts';
import { MAX_PIXELS } from './limits.ts';

export type BmpHeader = Readonly<{
  width: number;
  height: number;
  /** rows from the bottom are the rule, from the top the exception */
  isTopDown: boolean;
  bits: 1 | 4 | 8 | 16 | 24 | 32;
  isRunLength: boolean;
  /** red, green, blue: which bits of a pixel of 16 or 32 */
  masks: readonly [number, number, number];
  /** red, green, blue of each colour; empty above 8 bits */
  palette: Uint8Array;
  /** where the pixels begin */
  offset: number;
  dpi: number | undefined;
}>;

const FILE_HEADER = 14;
const CORE_HEADER = 12;
/** 40, 52 and 56 with masks, 64 of OS/2 2, 108 and 124 of V4 and V5 */
const INFO_HEADERS: ReadonlySet<number> = new Set([40, 52, 56, 64, 108, 124]);
const BITS: ReadonlySet<number> = new Set([1, 4, 8, 16, 24, 32]);
const COMPRESSION = { none: 0, rle8: 1, rle4: 2, masks: 3, alphaMasks: 6 } as const;
const METRES_PER_INCH = 0.0254;
/** 5 bits each of 16, 8 each of 32 */
const MASKS_16 = [0x7c00, 0x03e0, 0x001f] as const;
const MASKS_32 = [0xff0000, 0x00ff00, 0x0000ff] as const;

export function readBmpHeader(bytes: Uint8Array): Result<BmpHeader, Unreadable> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < FILE_HEADER + CORE_HEADER) return fail('damaged', 'no header');
  const size = view.getUint32(FILE_HEADER, true);
  if (size !== CORE_HEADER && !INFO_HEADERS.has(size)) return fail('damaged', 'no such header');
  if (view.byteLength < FILE_HEADER + size) return fail('damaged', 'header cut off');
  const facts = size === CORE_HEADER ? coreFacts(view) : infoFacts(view);

  const { width, height, bits, compression } = facts;
  if (width < 1 || height < 1) return fail('damaged', 'no pixels');
  if (width * height > MAX_PIXELS) return fail('too-many-pixels');
  if (!BITS.has(bits) || !isKnown(bits, compression)) return fail('damaged', 'no such coding');
  const isRunLength = compression === COMPRESSION.rle8 || compression === COMPRESSION.rle4;
  // what is not run-length coded has to be there, so a lying header costs nothing
  if (!isRunLength && rowBytes(width, bits) * height > view.byteLength) return fail('damaged', 'cut off');

  const hasMasks = compression === COMPRESSION.masks || compression === COMPRESSION.alphaMasks;
  // behind a header of 40 the masks follow it, a larger one holds them at the same place
  const masksAfter = hasMasks && size === 40 ? (compression === COMPRESSION.masks ? 12 : 16) : 0;
  const palette = readPalette(view, FILE_HEADER + size + masksAfter, facts);
  if (!palette) return fail('damaged', 'palette cut off');
  const masks = hasMasks ? readMasks(view) : bits === 16 ? MASKS_16 : MASKS_32;
  if (!masks) return fail('damaged', 'masks cut off');
  const offset = view.getUint32(10, true);
  return ok({ ...facts, bits: bits as BmpHeader['bits'], isRunLength, masks, palette, offset });
}

/** Rows are filled up to 4 bytes. */
export function rowBytes(width: number, bits: number): number {
  return Math.ceil((width * bits) / 32) * 4;
}

type Facts = Readonly<{
  width: number;
  height: number;
  isTopDown: boolean;
  bits: number;
  compression: number;
  colours: number;
  /** bytes of one colour of the palette */
  colourBytes: 3 | 4;
  dpi: number | undefined;
}>;

function coreFacts(view: DataView): Facts {
  const at = FILE_HEADER + 4;
  return {
    width: view.getUint16(at, true),
    height: view.getUint16(at + 2, true),
    isTopDown: false,
    bits: view.getUint16(at + 6, true),
    compression: COMPRESSION.none,
    colours: 0,
    colourBytes: 3,
    dpi: undefined,
  };
}

function infoFacts(view: DataView): Facts {
  const at = FILE_HEADER + 4;
  const height = view.getInt32(at + 4, true);
  const perMetre = view.getInt32(at + 20, true);
  return {
    width: view.getInt32(at, true),
    height: Math.abs(height),
    isTopDown: height < 0,
    bits: view.getUint16(at + 10, true),
    compression: view.getUint32(at + 12, true),
    colours: view.getUint32(at + 28, true),
    colourBytes: 4,
    dpi: perMetre > 0 ? Math.round(perMetre * METRES_PER_INCH) : undefined,
  };
}

function isKnown(bits: number, compression: number): boolean {
  if (compression === COMPRESSION.none) return true;
  if (compression === COMPRESSION.rle8) return bits === 8;
  if (compression === COMPRESSION.rle4) return bits === 4;
  return (bits === 16 || bits === 32) && (compression === COMPRESSION.masks || compression === COMPRESSION.alphaMasks);
}

/** Colours beyond the palette's end are black; null where the file ends before it. */
function readPalette(view: DataView, start: number, { bits, colours, colourBytes }: Facts): Uint8Array | null {
  if (bits > 8) return new Uint8Array(0);
  const most = 2 ** bits;
  const count = colours === 0 ? most : Math.min(colours, most);
  if (start + count * colourBytes > view.byteLength) return null;
  const palette = new Uint8Array(most * 3);
  for (let n = 0; n < count; n += 1) {
    const at = start + n * colourBytes;
    palette.set([view.getUint8(at + 2), view.getUint8(at + 1), view.getUint8(at)], n * 3);
  }
  return palette;
}

function readMasks(view: DataView): readonly [number, number, number] | null {
  const at = FILE_HEADER + 40;
  if (at + 12 > view.byteLength) return null;
  return [view.getUint32(at, true), view.getUint32(at + 4, true), view.getUint32(at + 8, true)];
}
