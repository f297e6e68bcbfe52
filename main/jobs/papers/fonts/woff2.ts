/** Unpacks a font of the web: WOFF 2.0 (W3C recommendation of 2022), TrueType outlines only. */
import { brotliDecompressSync } from 'node:zlib';
import type { Tables } from './sfnt.ts';
import { reader, type Reader } from './woff2-reader.ts';
import { outlinesOf } from './woff2-outlines.ts';

/** 4.1, known table tags: those that may stand in a TrueType font of one plane, the rest by number */
const KNOWN_TAGS = 'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep'.match(/.{4} ?/gu) ?? [];
const OWN_TAG = 63;
const UNTRANSFORMED_OUTLINES = 3;

type Entry = Readonly<{ tag: string; length: number; isTransformed: boolean }>;

export function tablesOfWoff2(bytes: Buffer): Tables {
  const header = reader(bytes);
  if (header.uint32() !== 0x774f4632) throw new Error('no WOFF2 font');
  const count = bytes.readUInt16BE(12);
  const compressedBytes = bytes.readUInt32BE(20);
  const directory = reader(bytes, 48);
  const entries = Array.from({ length: count }, () => entryFrom(directory));
  const start = directory.at();
  const tables = reader(brotliDecompressSync(bytes.subarray(start, start + compressedBytes)));
  const found = new Map(entries.map((entry) => [entry.tag, { ...entry, body: tables.take(entry.length) }]));
  const held = new Map([...found].map(([tag, { body }]) => [tag, body]));
  const outlines = found.get('glyf');
  if (outlines?.isTransformed) {
    const { glyf, loca, leftEdges, hasLongOffsets } = outlinesOf(outlines.body);
    held.set('glyf', glyf).set('loca', loca);
    held.get('head')?.writeInt16BE(hasLongOffsets ? 1 : 0, 50);
    const metrics = found.get('hmtx');
    const measured = held.get('hhea')?.readUInt16BE(34) ?? 0;
    if (metrics?.isTransformed) held.set('hmtx', metricsOf(metrics.body, measured, leftEdges));
  }
  return {
    whole: (tag) => held.get(tag) ?? null,
    part(tag, offset, length) {
      const table = held.get(tag);
      if (!table || offset + length > table.length) throw new Error(`font without that part of ${tag}`);
      return table.subarray(offset, offset + length);
    },
  };
}

function entryFrom(directory: Reader): Entry {
  const flags = directory.uint8();
  const number = flags & 0x3f;
  const tag =
    number === OWN_TAG ? directory.take(4).toString('latin1') : (KNOWN_TAGS[number] ?? `#${number}`).slice(0, 4);
  const isOutline = tag === 'glyf' || tag === 'loca';
  const isTransformed = isOutline ? flags >> 6 !== UNTRANSFORMED_OUTLINES : flags >> 6 !== 0;
  const length = directory.base128();
  return { tag, length: isTransformed ? directory.base128() : length, isTransformed };
}

/** 5.4: bearings that equal the left edge of the outline are left out */
function metricsOf(packed: Buffer, measured: number, leftEdges: readonly number[]): Buffer {
  const source = reader(packed);
  const flags = source.uint8();
  const metrics = Buffer.alloc(measured * 4 + (leftEdges.length - measured) * 2);
  for (let n = 0; n < measured; n += 1) metrics.writeUInt16BE(source.uint16(), n * 4);
  const bearing = (n: number, isLeftOut: boolean) => (isLeftOut ? (leftEdges[n] ?? 0) : source.int16());
  for (let n = 0; n < measured; n += 1) metrics.writeInt16BE(bearing(n, (flags & 1) !== 0), n * 4 + 2);
  for (let n = measured; n < leftEdges.length; n += 1) {
    metrics.writeInt16BE(bearing(n, (flags & 2) !== 0), measured * 4 + (n - measured) * 2);
  }
  return metrics;
}
