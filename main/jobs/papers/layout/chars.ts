/** Text of a paragraph as characters with their glyphs: what lines are broken and drawn from. */
import type { Face, Run } from '#ports/paper-document.ts';
import { glyphOf, type Glyph } from '../fonts/faces.ts';
import { points } from '../units.ts';

export type Style = Readonly<{ face: Face; size: number; isUnderlined: boolean }>;

/** `glyph` null: an empty line to write on, or (width 0) the end of a line. */
export type Char = Readonly<{
  glyph: Glyph | null;
  style: Style;
  /** points */
  width: number;
  kind: 'wide' | 'word' | 'space' | 'blank' | 'break';
}>;

const NEWLINE = 0x0a;
const TAB = 0x09;
const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;
/** from here on East Asian scripts; below it, letters of words except for these */
const FIRST_WIDE = 0x2e80;
const WIDE_BELOW = new Set([...'·‘’“”…—–×÷°′″※①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ□■○●△▲☆★→←↑↓√'].map(codeOf));

export function charsOf(runs: readonly Run[], style: Style): readonly Char[] {
  return runs.flatMap((run) => {
    if ('blank' in run) return [{ glyph: null, style, width: points(run.blank), kind: 'blank' as const }];
    const { face = style.face, size = style.size, isUnderlined = false } = run;
    const own = { face, size, isUnderlined };
    return Array.from(run.text, codeOf)
      .filter(isDrawn)
      .map((codePoint) => charOf(codePoint, own));
  });
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

function charOf(codePoint: number, style: Style): Char {
  if (codePoint === NEWLINE) return { glyph: null, style, width: 0, kind: 'break' };
  const isSpace = codePoint === SPACE || codePoint === TAB;
  const glyph = glyphOf(style.face, isSpace || codePoint === NO_BREAK_SPACE ? SPACE : codePoint);
  const isWide = codePoint >= FIRST_WIDE || WIDE_BELOW.has(codePoint);
  const kind = isSpace ? 'space' : isWide ? 'wide' : 'word';
  return { glyph, style, width: (glyph.advance * style.size) / 1000, kind };
}

/** Controls and what only chooses between shapes leave no trace on paper. */
function isDrawn(codePoint: number): boolean {
  if (codePoint === NEWLINE || codePoint === TAB) return true;
  if (codePoint < SPACE || (codePoint >= 0x7f && codePoint < NO_BREAK_SPACE) || codePoint === 0xad) return false;
  if (codePoint >= 0x200b && codePoint <= 0x200f) return false;
  if (codePoint >= 0x2028 && codePoint <= 0x202e) return false;
  if (codePoint >= 0x2060 && codePoint <= 0x2064) return false;
  return !isSelector(codePoint) && codePoint !== 0xfeff;
}

function isSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef);
}
