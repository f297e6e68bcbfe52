/** Fonts of a PDF, each with no more than the characters that its pages show (ISO 32000-1, 9.7: Type 0, Identity-H). */
import { createHash } from 'node:crypto';
import type { Font, Glyph } from '../fonts/faces.ts';
import { subsetOf } from '../fonts/subset.ts';
import type { PdfObjects } from './objects.ts';
import { reference } from './syntax.ts';

export type FontUse = Readonly<{
  /** in the resources of a page: F1, F2 … */
  name: string;
  /** as a page's text writes it: four hexadecimal digits */
  codeOf(glyph: Glyph): string;
}>;

export type PdfFonts = Readonly<{
  useOf(font: Font): FontUse;
  /** the dictionary of resources with all fonts */
  write(objects: PdfObjects): string;
}>;

type Used = Readonly<{ font: Font; use: FontUse; glyphs: Glyph[] }>;

export function openFonts(): PdfFonts {
  const used = new Map<Font, Used>();
  return {
    useOf(font) {
      const before = used.get(font);
      if (before) return before.use;
      const glyphs: Glyph[] = [];
      const codes = new Map<number, string>();
      // a number for each character, not for each shape: two characters may share one and must be copied as themselves
      const codeOf = (glyph: Glyph) => {
        const known = codes.get(glyph.codePoint);
        if (known !== undefined) return known;
        const code = hex(glyphs.push(glyph));
        codes.set(glyph.codePoint, code);
        return code;
      };
      const use = { name: `F${used.size + 1}`, codeOf };
      used.set(font, { font, use, glyphs });
      return use;
    },
    write(objects) {
      const entries = Array.from(used.values(), (one) => `/${one.use.name} ${reference(writeFont(objects, one))}`);
      return `<<${entries.join('')}>>`;
    },
  };
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}

/** 9.8.2: no character set that a program could know by name */
const SYMBOLIC = 4;

function writeFont(objects: PdfObjects, { font, glyphs }: Used): number {
  const { sfnt } = font;
  const file = subsetOf(
    sfnt,
    glyphs.map(({ id }) => id),
  );
  const name = `${tagOf(file)}+${font.name}`;
  const box = [36, 38, 40, 42].map((at) => Math.round((sfnt.head.readInt16BE(at) * 1000) / sfnt.unitsPerEm));
  const fileId = objects.addStream(`/Length1 ${file.length}`, file);
  const descriptor = objects.add(
    `<</Type/FontDescriptor/FontName/${name}/Flags ${SYMBOLIC}/FontBBox[${box.join(' ')}]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 733/StemV 80/FontFile2 ${reference(fileId)}>>`,
  );
  const descendant = objects.add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${reference(descriptor)}/DW 1000/W[${widthsOf(glyphs)}]/CIDToGIDMap/Identity>>`,
  );
  const texts = objects.addStream('', Buffer.from(textsOf(glyphs), 'latin1'));
  return objects.add(
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${reference(descendant)}]/ToUnicode ${reference(texts)}>>`,
  );
}

/** Six capitals that differ where two subsets differ (9.6.4). */
function tagOf(file: Buffer): string {
  const digest = createHash('sha256').update(file).digest();
  return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(0x41 + (byte % 26))).join('');
}

/** 9.7.4.3: only of those that are not as wide as they are high */
function widthsOf(glyphs: readonly Glyph[]): string {
  const parts: string[] = [];
  let lastCode = -1;
  for (const [n, { advance }] of glyphs.entries()) {
    if (advance === 1000) continue;
    const code = n + 1;
    if (code === lastCode + 1 && parts.length > 0) parts.push(` ${advance}`);
    else parts.push(parts.length > 0 ? `]${code}[${advance}` : `${code}[${advance}`);
    lastCode = code;
  }
  return parts.length > 0 ? `${parts.join('')}]` : '';
}

/** 9.10.3: at most a hundred lines a block */
const LINES_A_BLOCK = 100;

function textsOf(glyphs: readonly Glyph[]): string {
  const lines = glyphs.map(({ codePoint }, n) => {
    const text = Buffer.from(String.fromCodePoint(codePoint), 'utf16le').swap16().toString('hex');
    return `<${hex(n + 1)}><${text}>`;
  });
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += LINES_A_BLOCK) {
    const block = lines.slice(at, at + LINES_A_BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`);
  }
  return `/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
${blocks.join('')}endcmap
CMapName currentdict/CMap defineresource pop
end
end
`;
}
