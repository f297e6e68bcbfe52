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
  const chars: Char[] = [];
  for (const run of runs) {
    if ('blank' in run) {
      chars.push({ glyph: null, style, width: points(run.blank), kind: 'blank' });
      continue;
    }
    const { face = style.face, size = style.size, isUnderlined = false } = run;
    const known = knownOf({ face, size, isUnderlined });
    for (const character of run.text) {
      const codePoint = codeOf(character);
      const before = known.chars.get(codePoint);
      if (before) chars.push(before);
      else if (isDrawn(codePoint)) {
        const char = charOf(codePoint, known.style);
        known.chars.set(codePoint, char);
        chars.push(char);
      }
    }
  }
  return chars;
}

type Known = Readonly<{ style: Style; chars: Map<number, Char> }>;

/** One object for the same character in the same style: a thousand pages hold a few hundred, not a few hundred thousand. */
const knownStyles = new Map<string, Known>();
/** Sizes are few; who asks for more styles than these starts anew. */
const MOST_STYLES = 200;

function knownOf(style: Style): Known {
  const key = `${style.face} ${style.size} ${style.isUnderlined}`;
  const before = knownStyles.get(key);
  if (before) return before;
  if (knownStyles.size >= MOST_STYLES) knownStyles.clear();
  const known = { style, chars: new Map() };
  knownStyles.set(key, known);
  return known;
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
