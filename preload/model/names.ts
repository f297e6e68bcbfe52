/** People's names as typed in rosters, brought to one spelling. Nothing here shortens a name. */
import { visibleText } from './typed-text.ts';

/** What keyboards and fonts offer for the dot in minority and foreign names, besides 「·」 itself. */
const DOTS = /[\u2022\u2027\u2219\u22C5\u30FB\u00B7]/gu;
const DOT = '·';
/** NFKC turns full-width and small stops into this; between letters of a name it means the dot. */
const STOP_BETWEEN_HAN = /(?<=\p{Script=Han})\s*\.\s*(?=\p{Script=Han})/gu;
const VARIATION_SELECTORS = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;

/**
 * Blanks inside 「张 三」 go, 「买买提•艾力」 becomes 「买买提·艾力」; between Latin words one blank stays.
 * Compare with what was typed to show what was changed.
 */
export function normalizeName(text: string): string {
  return visibleText(text)
    .replaceAll(DOTS, DOT)
    .replaceAll(STOP_BETWEEN_HAN, DOT)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?· ?/g, DOT)
    .replaceAll(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '')
    .trim();
}

/**
 * What two spellings of one name have in common: without dots and blanks, which one register leaves
 * out and another keeps. For finding, never for showing.
 */
export function nameKey(text: string): string {
  return normalizeName(text).replaceAll(VARIATION_SELECTORS, '').replaceAll(/[· ]/g, '').toLowerCase();
}

export function isSameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}
