/** Numbers as lists count them. */

const DIGITS = '零一二三四五六七八九';

/** 一, 十, 十二, 二十, 一百零五; of 10,000 and above the digits. */
export function inChinese(number: number): string {
  if (number < 0 || number >= 10_000) return String(number);
  if (number === 0) return '〇';
  const words = ['千', '百', '十', '']
    .map((unit, at) => {
      const digit = Math.floor(number / 10 ** (3 - at)) % 10;
      return digit === 0 ? '零' : `${DIGITS[digit]}${unit}`;
    })
    .join('')
    .replaceAll(/零+/gu, '零')
    .replaceAll(/^零|零$/gu, '');
  return words.replace(/^一十/u, '十');
}

/** A … Z, AA, BB … as Word goes on */
export function inLetters(number: number): string {
  const at = Math.max(0, number - 1);
  return String.fromCodePoint(65 + (at % 26)).repeat(Math.min(20, Math.floor(at / 26) + 1));
}

const ROMAN = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

export function inRoman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let words = '';
  for (const [value, letters] of ROMAN) {
    words += letters.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return words;
}
