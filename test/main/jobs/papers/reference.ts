/** The same characters at the same places by another way: whole fonts, read by fontkit and embedded by pdf-lib; rare ones as outlines. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as fontkit from '@cantoo/fontkit';
import { PDFDocument, rgb, type PDFFont, type PDFPage } from 'pdf-lib';
import type { Face, PaperDocument } from '#ports/paper-document.ts';

const { resolve } = createRequire(import.meta.url);

const FILES: Readonly<Record<Face, string>> = {
  song: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'song-bold': '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  hei: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
};

/** points */
export const GRID = { size: 12, pitch: 18, columns: 40, rows: 40, margin: 28.346 };
const A4 = { width: 595.276, height: 841.89 };
const CHARACTERS_A_PAGE = GRID.columns * GRID.rows;
/** of the size: where a line's characters stand in its height */
const BASELINE = (GRID.pitch - GRID.size) / 2 + GRID.size * 0.88;

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}

export function gridPages(characters: readonly string[]): readonly (readonly string[])[] {
  return chunks(characters, CHARACTERS_A_PAGE);
}

/** In rows of forty. */
export function gridPaper(characters: readonly string[], face: Face): PaperDocument {
  const margins = { top: 10, right: 10, bottom: 10, left: 10 };
  const sections = gridPages(characters).map((page) => {
    const text = chunks(page, GRID.columns)
      .map((row) => row.join(''))
      .join('\n');
    const blocks = [{ kind: 'paragraph', runs: [{ text }], face, size: GRID.size, align: 'left' }] as const;
    return { sheet: 'a4', margins, header: null, footer: null, startsAtOne: true, blocks } as const;
  });
  return { title: 'grid', author: '', scale: 1, sections };
}

const made = new Map<string, Promise<Uint8Array>>();

export function gridReference(characters: readonly string[], face: Face): Promise<Uint8Array> {
  const key = `${face} ${characters.join('')}`;
  const before = made.get(key) ?? makeReference(characters, face);
  made.set(key, before);
  return before;
}

async function makeReference(characters: readonly string[], face: Face): Promise<Uint8Array> {
  const file = await PDFDocument.create();
  file.registerFontkit(fontkit);
  const font = await file.embedFont(readFileSync(resolve(FILES[face])), { subset: false });
  for (const page of gridPages(characters)) {
    const sheet = file.addPage([A4.width, A4.height]);
    for (const [n, row] of chunks(page, GRID.columns).entries()) drawRow(sheet, row, n, font);
  }
  return file.save();
}

function drawRow(sheet: PDFPage, row: readonly string[], n: number, font: PDFFont): void {
  const y = A4.height - GRID.margin - n * GRID.pitch - BASELINE;
  const known = new Set(font.getCharacterSet());
  if (row.every((character) => known.has(character.codePointAt(0) ?? 0))) {
    sheet.drawText(row.join(''), { x: GRID.margin, y, size: GRID.size, font });
    return;
  }
  for (const [column, character] of row.entries()) {
    const x = GRID.margin + column * GRID.size;
    if (known.has(character.codePointAt(0) ?? 0)) sheet.drawText(character, { x, y, size: GRID.size, font });
    else drawOutline(sheet, character, x, y);
  }
}

type OutlineFont = Readonly<{
  unitsPerEm: number;
  glyphForCodePoint(
    codePoint: number,
  ): Readonly<{ path: Readonly<{ scale(x: number, y: number): Readonly<{ toSVG(): string }> }> }>;
  hasGlyphForCodePoint(codePoint: number): boolean;
}>;

const opened = new Map<string, OutlineFont>();

function openOutlines(name: string): OutlineFont {
  const before = opened.get(name);
  if (before) return before;
  const font = fontkit.create(readFileSync(resolve(name))) as unknown as OutlineFont;
  opened.set(name, font);
  return font;
}

function drawOutline(sheet: PDFPage, character: string, x: number, y: number): void {
  const codePoint = character.codePointAt(0) ?? 0;
  const font = [FILES.song, FILES.hei, rareFile(codePoint)]
    .map(openOutlines)
    .find((one) => one.hasGlyphForCodePoint(codePoint));
  if (!font) throw new Error(`no reference for ${character}`);
  const path = font.glyphForCodePoint(codePoint).path.scale(1, -1).toSVG();
  sheet.drawSvgPath(path, { x, y, scale: GRID.size / font.unitsPerEm, color: rgb(0, 0, 0) });
}

type RareFile = Readonly<{ file: string; ranges: readonly (readonly [number, number])[] }>;
let rareFiles: readonly RareFile[] | null = null;

/** By what its own style sheet says. */
function rareFile(codePoint: number): string {
  rareFiles ??= readStyleSheet();
  const found = rareFiles.find(({ ranges }) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last));
  if (!found) throw new Error(`no file for ${codePoint.toString(16)}`);
  return found.file;
}

function readStyleSheet(): readonly RareFile[] {
  const sheet = readFileSync(resolve('hanamin/HanaMin.css'), 'utf8');
  const rules = sheet.matchAll(/url\((HanaMin[^)]+\.woff2)\)[^;]*;\s*unicode-range:([^;]+);/gu);
  return Array.from(rules, ([, name = '', ranges = '']) => ({
    file: `hanamin/${name}`,
    ranges: Array.from(ranges.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/giu), ([, first = '', last]) => {
      const start = Number.parseInt(first, 16);
      return [start, last === undefined ? start : Number.parseInt(last, 16)] as const;
    }),
  }));
}
