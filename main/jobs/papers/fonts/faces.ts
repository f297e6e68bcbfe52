/** Which font a character is drawn with: that of its face, else another that has it, else none. */
import { createRequire } from 'node:module';
import type { Face } from '#ports/paper-document.ts';
import { rareFontOf } from './rare.ts';
import { openSfnt, type Sfnt } from './sfnt.ts';
import { tablesOfFile } from './sfnt-file.ts';

export type Font = Readonly<{
  /** PostScript name, as it is written into the file */
  name: string;
  sfnt: Sfnt;
}>;

export type Glyph = Readonly<{
  codePoint: number;
  font: Font;
  /** its number in that font */
  id: number;
  /** thousandths of the type's size */
  advance: number;
  /** not of the face that was asked for */
  standsIn: 'no' | 'fallback' | 'missing';
  /** what was to be written; another than `codePoint` where it is missing */
  wanted: number;
}>;

const require = createRequire(import.meta.url);

/** 黑体 is a face for headings: its middle weight is what 黑体 of other programs looks like. */
const FILES: Readonly<Record<Face, Readonly<{ name: string; file: string }>>> = {
  song: {
    name: 'NotoSerifSC-Regular',
    file: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  },
  'song-bold': {
    name: 'NotoSerifSC-Bold',
    file: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  },
  hei: { name: 'NotoSansSC-Medium', file: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf' },
};

const FALLBACKS: Readonly<Record<Face, readonly Face[]>> = {
  song: ['hei'],
  'song-bold': ['song', 'hei'],
  hei: ['song'],
};

/** 〓, which printers set where they have no type for a character (JIS X 0208, GB 2312: U+3013) */
const GETA = 0x3013;

const opened = new Map<Face, Font>();
const known: Readonly<Record<Face, Map<number, Glyph>>> = {
  song: new Map(),
  'song-bold': new Map(),
  hei: new Map(),
};

function fontOf(face: Face): Font {
  const before = opened.get(face);
  if (before) return before;
  const { name, file } = FILES[face];
  const font = { name, sfnt: openSfnt(tablesOfFile(require.resolve(file))) };
  opened.set(face, font);
  return font;
}

/** Always a glyph: 〓 where no font has the character. */
export function glyphOf(face: Face, codePoint: number): Glyph {
  const before = known[face].get(codePoint);
  if (before) return before;
  const glyph = findGlyph(face, codePoint);
  known[face].set(codePoint, glyph);
  return glyph;
}

function findGlyph(face: Face, codePoint: number): Glyph {
  const own = glyphIn(fontOf(face), codePoint, 'no');
  if (own) return own;
  for (const other of FALLBACKS[face]) {
    const glyph = glyphIn(fontOf(other), codePoint, 'fallback');
    if (glyph) return glyph;
  }
  const rare = rareFontOf(codePoint);
  const glyph = rare && glyphIn(rare, codePoint, 'fallback');
  return glyph ?? { ...glyphOf('song', GETA), standsIn: 'missing', wanted: codePoint };
}

function glyphIn(font: Font, codePoint: number, standsIn: Glyph['standsIn']): Glyph | null {
  const id = font.sfnt.glyphOf(codePoint);
  if (id === 0) return null;
  return { codePoint, font, id, advance: font.sfnt.advanceOf(id), standsIn, wanted: codePoint };
}
