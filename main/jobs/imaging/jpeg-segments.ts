/** A JPEG's own pixels byte for byte, without what else a camera or program put around them. */

const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
/** ITU-T T.81, B.1.1.3 */
const APP0 = 0xe0;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;
/** any number of them may stand before a marker; what is no marker at all is passed over in the same way */
const FILL = 0xff;
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/**
 * Drops comments and application segments (EXIF with time and place, XMP, previews), and what follows the end; keeps
 * JFIF's header and Adobe's, which say how colours are meant. Null where the segments do not fit together.
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array | null {
  return rejoined(bytes, isMetadata);
}

/** The same segments without what stands between them and belongs to none, as some cameras write it. */
export function withoutPadding(bytes: Uint8Array): Uint8Array | null {
  return rejoined(bytes, () => false);
}

type IsDropped = (marker: number, body: Uint8Array) => boolean;

function rejoined(bytes: Uint8Array, isDropped: IsDropped): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== START) return null;
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 1 < bytes.length) {
    const marker = bytes[at] === 0xff ? (bytes[at + 1] ?? 0) : FILL;
    if (marker === END) {
      parts.push(bytes.subarray(at, at + 2));
      return joined(parts, bytes);
    }
    if (marker === FILL) {
      at += 1;
      continue;
    }
    const length = 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    if (length < 4 || at + length > bytes.length) return null;
    const end = marker === SCAN ? endOfScan(bytes, at + length) : at + length;
    if (!isDropped(marker, bytes.subarray(at + 4, at + length))) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

function isMetadata(marker: number, body: Uint8Array): boolean {
  if (marker === APP0) return String.fromCharCode(...body.subarray(0, 5)) !== 'JFIF\0';
  return marker === COMMENT || (marker > APP0 && marker <= APP15 && marker !== APP14);
}

/** Where the next marker stands that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== FILL && !isRestart(next)) return at;
  }
  return bytes.length;
}

function joined(parts: readonly Uint8Array[], whole: Uint8Array): Uint8Array {
  const sizeBytes = parts.reduce((sum, part) => sum + part.byteLength, 0);
  return sizeBytes === whole.byteLength ? whole : Buffer.concat(parts);
}
