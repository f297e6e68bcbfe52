/** word/numbering.xml: the numbers that Word draws before paragraphs, as text. */
import { child, childrenOf, isOn, numberOf, valueOf, type XmlElement } from '../xml.ts';
import { inChinese, inLetters, inRoman } from './numerals.ts';

export type Numbering = Readonly<{
  /** Counts on: each paragraph is asked for once, in order. Null: no such list. */
  next(listId: string, level: number): Readonly<{ text: string; properties: XmlElement | undefined }> | null;
}>;

/** `isLegal`: whatever its upper levels are counted in, here they are digits. */
type Level = Readonly<{
  isLegal: boolean;
  format: string;
  pattern: string;
  start: number;
  properties: XmlElement | undefined;
}>;
type List = Readonly<{ levels: readonly Level[]; counts: (number | undefined)[] }>;

export function readNumbering(root: XmlElement | undefined): Numbering {
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map((one) => [one.attributes['w:abstractNumId'] ?? '', one]),
  );
  const counts = new Map<string, (number | undefined)[]>();
  const lists = new Map(
    childrenOf(root, 'w:num').map((list) => {
      const abstractId = valueOf(list, 'w:abstractNumId') ?? '';
      const restarts = childrenOf(list, 'w:lvlOverride').length > 0;
      const counted = (!restarts && counts.get(abstractId)) || [];
      if (!restarts) counts.set(abstractId, counted);
      return [list.attributes['w:numId'] ?? '', { levels: levelsOf(abstracts.get(abstractId), list), counts: counted }];
    }),
  );
  return {
    next(listId, level) {
      const list = lists.get(listId);
      return list ? nextOf(list, level) : null;
    },
  };
}

function levelsOf(abstract: XmlElement | undefined, list: XmlElement): readonly Level[] {
  const overrides = new Map(childrenOf(list, 'w:lvlOverride').map((one) => [one.attributes['w:ilvl'], one]));
  return childrenOf(abstract, 'w:lvl').map((usual) => {
    const override = overrides.get(usual.attributes['w:ilvl']);
    const level = child(override, 'w:lvl') ?? usual;
    const start = numberOf(child(override, 'w:startOverride'), 'w:val') ?? numberOf(child(level, 'w:start'), 'w:val');
    return {
      isLegal: isOn(level, 'w:isLgl') ?? false,
      format: valueOf(level, 'w:numFmt') ?? 'decimal',
      pattern: valueOf(level, 'w:lvlText') ?? '',
      start: start ?? 1,
      properties: child(level, 'w:pPr'),
    };
  });
}

function nextOf({ levels, counts }: List, at: number): ReturnType<Numbering['next']> {
  const level = levels[at];
  if (!level) return null;
  counts.length = Math.min(counts.length, at + 1);
  counts[at] = (counts[at] ?? level.start - 1) + 1;
  if (level.format === 'bullet') return { text: bulletOf(level.pattern), properties: level.properties };
  if (level.format === 'none') return { text: '', properties: level.properties };
  const text = level.pattern.replaceAll(/%(\d)/gu, (_, digit: string) => {
    const index = Number(digit) - 1;
    const counted = counts[index] ?? levels[index]?.start ?? 1;
    return numeral(counted, level.isLegal ? 'decimal' : (levels[index]?.format ?? 'decimal'));
  });
  return { text, properties: level.properties };
}

/** Word's bullets are characters of Symbol and Wingdings, in the private area of Unicode. */
function bulletOf(pattern: string): string {
  return /[\uE000-\uF8FF]/u.test(pattern) || pattern === '' ? '•' : pattern;
}

function numeral(number: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCountingThousand':
      return inChinese(number);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number >= 1 && number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : String(number);
    case 'decimalFullWidth':
      return String(number).replaceAll(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'upperLetter':
      return inLetters(number);
    case 'lowerLetter':
      return inLetters(number).toLowerCase();
    case 'upperRoman':
      return inRoman(number);
    case 'lowerRoman':
      return inRoman(number).toLowerCase();
    default:
      return String(number);
  }
}
