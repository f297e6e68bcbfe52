/** A font file with no other glyphs than a paper uses, as PDF wants it embedded (ISO 32000-1, 9.9: FontFile2). */
import type { Sfnt } from './sfnt.ts';

/** `glyphs`: of the font, in the order of their new numbers from 1; 0 is what a font draws for nothing, left empty. */
export function subsetOf(font: Sfnt, glyphs: readonly number[]): Buffer {
  const numbers = [0, ...glyphs];
  const outlines: Buffer[] = [Buffer.alloc(0)];
  // parts of composite glyphs are appended to the list while it is walked
  for (let n = 1; n < numbers.length; n += 1) {
    outlines.push(padded(withRenumberedParts(font.outlineOf(numbers[n] ?? 0), numbers)));
  }
  const count = numbers.length;
  return fileOf([
    ...font.programs,
    ['glyf', Buffer.concat(outlines)],
    ['head', patched(font.head, (head) => head.writeInt16BE(1, 50))],
    ['hhea', patched(font.hhea, (hhea) => hhea.writeUInt16BE(count, 34))],
    ['hmtx', metricsOf(font, numbers)],
    ['loca', offsetsOf(outlines)],
    ['maxp', patched(font.maxp, (maxp) => maxp.writeUInt16BE(count, 4))],
  ]);
}

/** OpenType, glyf: flags of a component */
const HAS_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const HAS_MORE = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;

function withRenumberedParts(outline: Buffer, numbers: number[]): Buffer {
  const isComposite = outline.length > 0 && outline.readInt16BE(0) < 0;
  if (!isComposite) return outline;
  const copy = Buffer.from(outline);
  for (let at = 10, flags = HAS_MORE; (flags & HAS_MORE) !== 0;) {
    flags = copy.readUInt16BE(at);
    // always appended: a number of the list may be taken by another character
    copy.writeUInt16BE(numbers.push(copy.readUInt16BE(at + 2)) - 1, at + 2);
    at += 4 + ((flags & HAS_WORDS) !== 0 ? 4 : 2);
    if ((flags & HAS_SCALE) !== 0) at += 2;
    else if ((flags & HAS_TWO_SCALES) !== 0) at += 4;
    else if ((flags & HAS_MATRIX) !== 0) at += 8;
  }
  return copy;
}

function metricsOf(font: Sfnt, numbers: readonly number[]): Buffer {
  const hmtx = Buffer.alloc(numbers.length * 4);
  for (const [n, glyph] of numbers.entries()) {
    hmtx.writeUInt16BE(Math.round((font.advanceOf(glyph) * font.unitsPerEm) / 1000), n * 4);
    hmtx.writeInt16BE(font.bearingOf(glyph), n * 4 + 2);
  }
  return hmtx;
}

/** Long offsets: halved ones are what another library got wrong, losing glyphs without a word. */
function offsetsOf(outlines: readonly Buffer[]): Buffer {
  const loca = Buffer.alloc((outlines.length + 1) * 4);
  let offset = 0;
  for (const [n, outline] of outlines.entries()) {
    offset += outline.length;
    loca.writeUInt32BE(offset, (n + 1) * 4);
  }
  return loca;
}

function patched(table: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(table);
  change(copy);
  return copy;
}

function padded(bytes: Buffer): Buffer {
  const rest = bytes.length % 4;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - rest)]);
}

const CHECKSUM_OF_FILE = 0xb1b0afba;

/** Tables in the order of their tags. */
function fileOf(tables: readonly (readonly [string, Buffer])[]): Buffer {
  const sorted = tables.toSorted(([a], [b]) => (a < b ? -1 : 1));
  const directory = Buffer.alloc(12 + sorted.length * 16);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(sorted.length, 4);
  directory.writeUInt16BE(power * 16, 6);
  directory.writeUInt16BE(Math.log2(power), 8);
  directory.writeUInt16BE((sorted.length - power) * 16, 10);
  const bodies: Buffer[] = [];
  let [offset, headAt] = [directory.length, 0];
  for (const [n, [tag, table]] of sorted.entries()) {
    if (tag === 'head') {
      table.writeUInt32BE(0, 8);
      headAt = offset;
    }
    const body = padded(table);
    const at = 12 + n * 16;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(checksumOf(body), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(table.length, at + 12);
    bodies.push(body);
    offset += body.length;
  }
  const file = Buffer.concat([directory, ...bodies]);
  file.writeUInt32BE((CHECKSUM_OF_FILE - checksumOf(file)) >>> 0, headAt + 8);
  return file;
}

function checksumOf(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
