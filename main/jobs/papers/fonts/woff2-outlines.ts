/** WOFF 2.0, 5.1: outlines, which are packed by kind of number, back into glyf and loca. */
import { reader, type Reader } from './woff2-reader.ts';

type Streams = Readonly<{
  contours: Reader;
  points: Reader;
  flags: Reader;
  triplets: Reader;
  composites: Reader;
  boxes: Reader;
  instructions: Reader;
}>;

type Outlines = Readonly<{ glyf: Buffer; loca: Buffer; leftEdges: readonly number[]; hasLongOffsets: boolean }>;

export function outlinesOf(packed: Buffer): Outlines {
  const header = reader(packed, 4);
  const count = header.uint16();
  header.uint16();
  const lengths = Array.from({ length: 7 }, () => header.uint32());
  let at = header.at();
  const streamOf = (n: number) => {
    at += lengths[n] ?? 0;
    return reader(packed.subarray(at - (lengths[n] ?? 0), at));
  };
  const [contours, points, flags, triplets, composites, boxes, instructions] = [
    streamOf(0),
    streamOf(1),
    streamOf(2),
    streamOf(3),
    streamOf(4),
    streamOf(5),
    streamOf(6),
  ];
  const streams = { contours, points, flags, triplets, composites, boxes, instructions };
  const hasBox = boxes.take(4 * Math.ceil(count / 32));
  const glyphs: Buffer[] = [];
  const loca = Buffer.alloc((count + 1) * 4);
  const leftEdges: number[] = [];
  let offset = 0;
  for (let n = 0; n < count; n += 1) {
    const isBoxed = ((hasBox[n >> 3] ?? 0) & (0x80 >> (n & 7))) !== 0;
    const glyph = glyphFrom(streams, isBoxed);
    glyphs.push(glyph);
    leftEdges.push(glyph.length === 0 ? 0 : glyph.readInt16BE(2));
    offset += glyph.length;
    loca.writeUInt32BE(offset, (n + 1) * 4);
  }
  return { glyf: Buffer.concat(glyphs), loca, leftEdges, hasLongOffsets: true };
}

function glyphFrom(streams: Streams, isBoxed: boolean): Buffer {
  const contours = streams.contours.int16();
  if (contours === 0) return Buffer.alloc(0);
  const glyph = contours < 0 ? compositeFrom(streams) : simpleFrom(streams, contours);
  if (isBoxed) streams.boxes.take(8).copy(glyph, 2);
  // so that every outline begins at an even place
  return glyph.length % 2 === 0 ? glyph : Buffer.concat([glyph, Buffer.alloc(1)]);
}

/** OpenType, glyf: flags of a component */
const HAS_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const HAS_MORE = 0x0020;
const HAS_TWO_SCALES = 0x0040;
const HAS_MATRIX = 0x0080;
const HAS_INSTRUCTIONS = 0x0100;

function compositeFrom({ composites, triplets, instructions }: Streams): Buffer {
  const parts: Buffer[] = [Buffer.from([0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0])];
  let hasInstructions = false;
  for (let flags = HAS_MORE; (flags & HAS_MORE) !== 0;) {
    const head = composites.take(2);
    flags = head.readUInt16BE(0);
    hasInstructions ||= (flags & HAS_INSTRUCTIONS) !== 0;
    let length = 2 + ((flags & HAS_WORDS) !== 0 ? 4 : 2);
    if ((flags & HAS_SCALE) !== 0) length += 2;
    else if ((flags & HAS_TWO_SCALES) !== 0) length += 4;
    else if ((flags & HAS_MATRIX) !== 0) length += 8;
    parts.push(head, composites.take(length));
  }
  if (hasInstructions) parts.push(instructionsFrom(triplets, instructions));
  return Buffer.concat(parts);
}

function instructionsFrom(triplets: Reader, instructions: Reader): Buffer {
  const code = instructions.take(triplets.short255());
  const length = Buffer.alloc(2);
  length.writeUInt16BE(code.length, 0);
  return Buffer.concat([length, code]);
}

type Point = Readonly<{ dx: number; dy: number; isOnCurve: boolean }>;

function simpleFrom({ points, flags, triplets, instructions }: Streams, contours: number): Buffer {
  const ends = Buffer.alloc(contours * 2);
  let count = 0;
  for (let n = 0; n < contours; n += 1) {
    count += points.short255();
    ends.writeUInt16BE(count - 1, n * 2);
  }
  const outline = Array.from({ length: count }, () => pointFrom(flags.uint8(), triplets));
  const code = instructionsFrom(triplets, instructions);
  const header = Buffer.alloc(10);
  header.writeInt16BE(contours, 0);
  for (const [n, edge] of boxOf(outline).entries()) header.writeInt16BE(edge, 2 + n * 2);
  return Buffer.concat([header, ends, code, coordinatesOf(outline)]);
}

/** WOFF2, 5.2: how far a point lies from the one before, in one to four bytes */
function pointFrom(flags: number, triplets: Reader): Point {
  const kind = flags & 0x7f;
  const isOnCurve = (flags & 0x80) === 0;
  const signed = (bit: number, value: number) => ((bit & 1) === 0 ? -value : value);
  const first = triplets.uint8();
  if (kind < 10) return { dx: 0, dy: signed(kind, ((kind & 14) << 7) + first), isOnCurve };
  if (kind < 20) return { dx: signed(kind, (((kind - 10) & 14) << 7) + first), dy: 0, isOnCurve };
  const [horizontal, vertical] = distancesOf(kind, first, triplets);
  return { dx: signed(kind, horizontal), dy: signed(kind >> 1, vertical), isOnCurve };
}

function distancesOf(kind: number, first: number, triplets: Reader): readonly [number, number] {
  if (kind < 84) {
    const base = kind - 20;
    return [1 + (base & 0x30) + (first >> 4), 1 + ((base & 0x0c) << 2) + (first & 0x0f)];
  }
  const second = triplets.uint8();
  if (kind < 120) {
    const base = kind - 84;
    return [1 + (Math.floor(base / 12) << 8) + first, 1 + (((base % 12) >> 2) << 8) + second];
  }
  const third = triplets.uint8();
  if (kind < 124) return [(first << 4) + (second >> 4), ((second & 0x0f) << 8) + third];
  return [(first << 8) + second, (third << 8) + triplets.uint8()];
}

/** left, bottom, right, top */
function boxOf(outline: readonly Point[]): readonly [number, number, number, number] {
  let [x, y] = [0, 0];
  let box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { dx, dy } of outline) {
    x += dx;
    y += dy;
    box = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
  }
  return box;
}

/** In words: a rare character or two of a paper need not be packed tighter. */
function coordinatesOf(outline: readonly Point[]): Buffer {
  const bytes = Buffer.alloc(outline.length * 5);
  for (const [n, { dx, dy, isOnCurve }] of outline.entries()) {
    bytes[n] = isOnCurve ? 1 : 0;
    bytes.writeInt16BE(dx, outline.length + n * 2);
    bytes.writeInt16BE(dy, outline.length * 3 + n * 2);
  }
  return bytes;
}
