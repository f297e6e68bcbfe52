/** What a JPEG says of itself before its pixels (ITU-T T.81, B.2; JFIF 1.02; Exif 2.32, 4.6). */

export type JpegFacts = Readonly<{
  width: number;
  height: number;
  /** grey, colour, or the four of a press */
  components: 1 | 3 | 4;
  /** of four components: written by Adobe's programs, whose ink is 0 */
  isInverted: boolean;
  /** clockwise, what has to be done to see it upright */
  turn: 0 | 90 | 180 | 270;
  /** null where it does not say */
  dpi: number | null;
}>;

const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
const SCAN = 0xda;
const CENTIMETRES_PER_INCH = 2.54;
/** Exif's orientation; mirrored ones do not come from scanners or cameras */
const TURNS: Readonly<Record<number, JpegFacts['turn']>> = { 3: 180, 6: 90, 8: 270 };

/** Null for bytes that are no JPEG, or one that ends before its size. */
export function jpegFacts(bytes: Uint8Array): JpegFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let [turn, dpi, isAdobe]: [JpegFacts['turn'], number | null, boolean] = [0, null, false];
  for (const { marker, from, to } of segmentsOf(view)) {
    if (marker === APP0) dpi = jfifDpi(view, from, to);
    if (marker === APP1) turn = TURNS[exifOrientation(view, from, to)] ?? 0;
    if (marker === APP14) isAdobe ||= to - from >= 12 && text(view, from, 5) === 'Adobe';
    if (isFrame(marker) && to - from >= 6) {
      const components = view.getUint8(from + 5);
      const [width, height] = [view.getUint16(from + 3), view.getUint16(from + 1)];
      if (components !== 1 && components !== 3 && components !== 4) return null;
      return width > 0 && height > 0
        ? { width, height, components, isInverted: isAdobe && components === 4, turn, dpi }
        : null;
    }
  }
  return null;
}

type Segment = Readonly<{ marker: number; from: number; to: number }>;

/** Up to the first scan; `from` and `to` without the length. */
function* segmentsOf(view: DataView): Generator<Segment> {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return;
  let at = 2;
  while (at + 4 <= view.byteLength) {
    const marker = view.getUint8(at + 1);
    if (view.getUint8(at) !== 0xff || marker === SCAN) return;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const to = at + 2 + view.getUint16(at + 2);
    if (to > view.byteLength) return;
    yield { marker, from: at + 4, to };
    at = to;
  }
}

/** SOF0–SOF15 without DHT, JPG and DAC */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function jfifDpi(view: DataView, from: number, to: number): number | null {
  if (to - from < 12 || text(view, from, 4) !== 'JFIF') return null;
  const [unit, density] = [view.getUint8(from + 7), view.getUint16(from + 8)];
  if (density <= 1 || (unit !== 1 && unit !== 2)) return null;
  return unit === 1 ? density : density * CENTIMETRES_PER_INCH;
}

/** 1, upright, where there is none. */
function exifOrientation(view: DataView, from: number, to: number): number {
  const tiff = from + 6;
  if (to - tiff < 14 || text(view, from, 4) !== 'Exif') return 1;
  const isLittle = text(view, tiff, 2) === 'II';
  const directory = tiff + view.getUint32(tiff + 4, isLittle);
  if (directory + 2 > to) return 1;
  const count = view.getUint16(directory, isLittle);
  for (let n = 0; n < count; n += 1) {
    const entry = directory + 2 + n * 12;
    if (entry + 12 > to) return 1;
    if (view.getUint16(entry, isLittle) === 0x0112) return view.getUint16(entry + 8, isLittle);
  }
  return 1;
}

function text(view: DataView, from: number, length: number): string {
  return String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + from, length));
}
