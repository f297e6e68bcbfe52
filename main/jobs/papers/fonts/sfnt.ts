/** A TrueType font, as far as drawing single characters needs it (OpenType 1.9: cmap, glyf, hmtx, loca). */

/** Where its tables lie: in a file, or unpacked in memory. Null: the font has no such table. */
export type Tables = Readonly<{
  whole(tag: string): Buffer | null;
  /** a few bytes of a table that is too large to be held */
  part(tag: string, offset: number, length: number): Buffer;
}>;

export type Sfnt = Readonly<{
  /** 0: it has no glyph for that character */
  glyphOf(codePoint: number): number;
  /** thousandths of the type's size */
  advanceOf(glyph: number): number;
  /** as it stands in glyf; empty for a space */
  outlineOf(glyph: number): Buffer;
  unitsPerEm: number;
  /** left side bearing, in units */
  bearingOf(glyph: number): number;
  /** with its instructions, copied unchanged into a subset */
  programs: ReadonlyMap<string, Buffer>;
  head: Buffer;
  hhea: Buffer;
  maxp: Buffer;
}>;

const PROGRAMS = ['cvt ', 'fpgm', 'prep'] as const;

export function openSfnt(tables: Tables): Sfnt {
  const [head, hhea, maxp] = [need(tables, 'head'), need(tables, 'hhea'), need(tables, 'maxp')];
  const [hmtx, loca] = [need(tables, 'hmtx'), need(tables, 'loca')];
  const unitsPerEm = head.readUInt16BE(18);
  const hasLongOffsets = head.readInt16BE(50) === 1;
  const measured = hhea.readUInt16BE(34);
  const offsetOf = (glyph: number) =>
    hasLongOffsets ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2;
  return {
    glyphOf: characterMap(need(tables, 'cmap')),
    // the last advance stands for all glyphs after it
    advanceOf: (glyph) => Math.round((hmtx.readUInt16BE(Math.min(glyph, measured - 1) * 4) * 1000) / unitsPerEm),
    bearingOf: (glyph) =>
      glyph < measured ? hmtx.readInt16BE(glyph * 4 + 2) : hmtx.readInt16BE(measured * 4 + (glyph - measured) * 2),
    outlineOf: (glyph) => tables.part('glyf', offsetOf(glyph), offsetOf(glyph + 1) - offsetOf(glyph)),
    unitsPerEm,
    programs: new Map(
      PROGRAMS.flatMap((tag) => {
        const table = tables.whole(tag);
        return table ? [[tag, table] as const] : [];
      }),
    ),
    head,
    hhea,
    maxp,
  };
}

function need(tables: Tables, tag: string): Buffer {
  const table = tables.whole(tag);
  if (!table) throw new Error(`font without ${tag}`);
  return table;
}

const ALL_PLANES = 12;
const FIRST_PLANE = 4;

/** The table of all planes where there is one, else that of the first. */
function characterMap(cmap: Buffer): (codePoint: number) => number {
  let [firstPlane, allPlanes] = [0, 0];
  for (let n = 0; n < cmap.readUInt16BE(2); n += 1) {
    const offset = cmap.readUInt32BE(4 + n * 8 + 4);
    const format = cmap.readUInt16BE(offset);
    if (format === ALL_PLANES) allPlanes = offset;
    if (format === FIRST_PLANE) firstPlane = offset;
  }
  if (allPlanes > 0) return (codePoint) => inGroups(cmap, allPlanes, codePoint);
  if (firstPlane > 0) return (codePoint) => inSegments(cmap, firstPlane, codePoint);
  throw new Error('font without a Unicode character map');
}

/** Format 12: groups of {first, last, glyph of the first}, in order. */
function inGroups(cmap: Buffer, table: number, codePoint: number): number {
  let [low, high] = [0, cmap.readUInt32BE(table + 12) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const group = table + 16 + middle * 12;
    const first = cmap.readUInt32BE(group);
    if (codePoint < first) high = middle - 1;
    else if (codePoint > cmap.readUInt32BE(group + 4)) low = middle + 1;
    else return cmap.readUInt32BE(group + 8) + codePoint - first;
  }
  return 0;
}

/** Format 4: arrays of last, first, delta and offset for each segment. */
function inSegments(cmap: Buffer, table: number, codePoint: number): number {
  if (codePoint > 0xffff) return 0;
  const doubled = cmap.readUInt16BE(table + 6);
  const [lasts, firsts] = [table + 14, table + 16 + doubled];
  for (let n = 0; n < doubled; n += 2) {
    if (codePoint > cmap.readUInt16BE(lasts + n)) continue;
    const first = cmap.readUInt16BE(firsts + n);
    if (codePoint < first) return 0;
    const delta = cmap.readUInt16BE(firsts + doubled + n);
    const offsetAt = firsts + 2 * doubled + n;
    const offset = cmap.readUInt16BE(offsetAt);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = cmap.readUInt16BE(offsetAt + offset + (codePoint - first) * 2);
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}
