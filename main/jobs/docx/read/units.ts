/** Word measures in twentieths of a point, half points and hundredths of a character. */

const MM_PER_POINT = 25.4 / 72;

export function mmOfTwips(twips: number): number {
  return rounded((twips / 20) * MM_PER_POINT);
}

export function mmOfPoints(points: number): number {
  return rounded(points * MM_PER_POINT);
}

export function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

/** A hundredth of a millimetre is finer than any printer. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** In ems: Chinese characters and their punctuation are one wide, all others about half. */
export function widthInEms(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u2E80-\uFFEF]|[\u{20000}-\u{3FFFF}]|[—…‘’“”①-⒛]/u.test(character) ? 1 : 0.5;
  return width;
}
