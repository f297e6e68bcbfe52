/** Characters outside the faces: HanaMin, cut into files of 1,024 code points, of which only the one needed is opened. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from './faces.ts';
import { openSfnt } from './sfnt.ts';
import { tablesOfWoff2 } from './woff2.ts';

const require = createRequire(import.meta.url);

/** hanamin 0.0.5, HanaMin.css: where each block begins and ends, and how its files are numbered. */
const BLOCKS: readonly Readonly<{ first: number; last: number; name: string; digits: number }>[] = [
  { first: 0x3400, last: 0x4db5, name: 'HanaMinA.CJK-Unified-Ideographs-Extension-A', digits: 1 },
  { first: 0x4e00, last: 0x9fea, name: 'HanaMinA.CJK-Unified-Ideographs', digits: 2 },
  { first: 0xf900, last: 0xfad9, name: 'HanaMinA.CJK-Compatibility-Ideographs', digits: 0 },
  { first: 0x20000, last: 0x2a6d6, name: 'HanaMinB.CJK-Unified-Ideographs-Extension-B', digits: 2 },
  { first: 0x2a700, last: 0x2b734, name: 'HanaMinB.CJK-Unified-Ideographs-Extension-C', digits: 1 },
  { first: 0x2b740, last: 0x2b81d, name: 'HanaMinB.CJK-Unified-Ideographs-Extension-D', digits: 0 },
  { first: 0x2b820, last: 0x2cea1, name: 'HanaMinB.CJK-Unified-Ideographs-Extension-E', digits: 1 },
  { first: 0x2ceb0, last: 0x2ebe0, name: 'HanaMinB.CJK-Unified-Ideographs-Extension-F', digits: 1 },
  { first: 0x2f800, last: 0x2fa1d, name: 'HanaMinA.CJK-Compatibility-Ideographs-Supplement', digits: 0 },
];
const CHARACTERS_A_FILE = 0x400;

const opened = new Map<string, Font>();

/** Null where HanaMin has no file for it; the file may still lack the character. */
export function rareFontOf(codePoint: number): Font | null {
  const block = BLOCKS.find(({ first, last }) => codePoint >= first && codePoint <= last);
  if (!block) return null;
  const number = 1 + Math.floor((codePoint - block.first) / CHARACTERS_A_FILE);
  const file = block.digits === 0 ? block.name : `${block.name}-${String(number).padStart(block.digits, '0')}`;
  const before = opened.get(file);
  if (before) return before;
  const bytes = readFileSync(require.resolve(`hanamin/${file}.woff2`));
  const font = { name: file.replaceAll('.', '-'), sfnt: openSfnt(tablesOfWoff2(bytes)) };
  opened.set(file, font);
  return font;
}
