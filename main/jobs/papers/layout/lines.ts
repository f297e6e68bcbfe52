/** Breaking text into lines: words stay whole, and no line begins or ends with what may not (GB/T 15834-2011, 5.1). */
import type { Char } from './chars.ts';

export type Line = Readonly<{
  chars: readonly Char[];
  /** points, without the spaces at its end */
  width: number;
  /** of its largest type, 0 where it is empty */
  size: number;
  /** from the left edge of its paragraph */
  indent: number;
  /** of the paragraph, or before a '\n': never stretched */
  isLast: boolean;
}>;

/** 句末点号、句内点号, closing halves, 间隔号, 连接号, 分隔号 */
const NEVER_FIRST = setOf('。，、；：？！．）》〉」』】〕〗｝］”’·～–％‰℃°′″々〻ー,.:;!?)]}%/〞﹚﹜﹞');
/** opening halves, 分隔号 */
const NEVER_LAST = setOf('（《〈「『【〔〖｛［“‘([{/￥＄〝﹙﹛﹝');
/** 破折号, 省略号: never in their middle */
const PAIRED = setOf('—…');
/** their right half is empty, so that it may stand beyond the edge */
const HALF_EMPTY = setOf('。，、；：．）》〉」』】〕〗｝］”’');

function setOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.codePointAt(0) ?? 0));
}

function isOf(set: ReadonlySet<number>, char: Char): boolean {
  return char.glyph !== null && set.has(char.glyph.wanted);
}

function mayBreak(before: Char, after: Char): boolean {
  if (after.kind === 'space' || after.kind === 'break') return false;
  if (isOf(NEVER_FIRST, after) || isOf(NEVER_LAST, before)) return false;
  if (before.kind === 'space') return true;
  if (before.kind === 'word' && after.kind === 'word') return false;
  return !isPair(before, after);
}

function isPair(before: Char, after: Char): boolean {
  return isOf(PAIRED, before) && before.glyph?.wanted === after.glyph?.wanted;
}

export type Measure = Readonly<{
  /** points */
  width: number;
  /** of the first line, and of the others; points */
  indent: number;
  hang: number;
}>;

/** At least one line, which may be empty. */
export function linesOf(chars: readonly Char[], { width, indent, hang }: Measure): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  let inset = indent;
  const end = chars.length;
  while (start < end || lines.length === 0) {
    const { next, isLast } = lineEnd(chars, start, width - inset);
    lines.push(lineFrom(chars, start, next, inset, isLast));
    start = next;
    // a '\n' at the very end opens a line of its own
    if (start === end && chars[end - 1]?.kind === 'break') lines.push(lineFrom(chars, end, end, hang, true));
    inset = isLast ? indent : hang;
  }
  return lines;
}

/** Where the next line begins. */
function lineEnd(chars: readonly Char[], start: number, room: number): Readonly<{ next: number; isLast: boolean }> {
  let used = 0;
  let allowed = -1;
  for (let at = start; at < chars.length; at += 1) {
    const char = chars[at];
    if (!char) break;
    if (char.kind === 'break') return { next: at + 1, isLast: true };
    const before = at > start ? chars[at - 1] : undefined;
    if (before && mayBreak(before, char)) allowed = at;
    const needed = isOf(HALF_EMPTY, char) ? char.width / 2 : char.width;
    if (used + needed > room + 0.01 && char.kind !== 'space' && at > start) {
      // a word longer than a line, or nothing but closing marks: anywhere
      return { next: allowed > start ? allowed : at, isLast: false };
    }
    used += char.width;
  }
  return { next: chars.length, isLast: true };
}

function lineFrom(chars: readonly Char[], start: number, next: number, indent: number, isLast: boolean): Line {
  let end = next;
  while (end > start && (chars[end - 1]?.kind === 'space' || chars[end - 1]?.kind === 'break')) end -= 1;
  const drawn = chars.slice(start, end);
  let [width, size] = [0, 0];
  for (const char of drawn) {
    width += char.width;
    size = Math.max(size, char.style.size);
  }
  return { chars: drawn, width, size, indent, isLast };
}

/** A character's part of a gap must not be seen as a space. */
const MOST_STRETCH = 0.15;

/** Points to be added after each character but the last, so that the line fills `room`; 0 where that looks torn. */
export function stretchOf(line: Line, room: number): number {
  if (line.isLast) return 0;
  let gaps = 0;
  for (const [n, char] of line.chars.entries()) if (isGap(char, line.chars[n + 1])) gaps += 1;
  const each = gaps === 0 ? 0 : (room - line.width) / gaps;
  return each <= line.size * MOST_STRETCH ? each : 0;
}

/** Between any two characters but within a word. */
export function isGap(before: Char, after: Char | undefined): boolean {
  if (after === undefined || (before.kind === 'word' && after.kind === 'word')) return false;
  return !isPair(before, after);
}
