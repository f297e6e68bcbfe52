/** What people type and spreadsheets hold around a text without meaning it. */

// Soft hyphen, zero-width characters, joiners, direction marks, byte order mark.
const INVISIBLE = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;

/** Printable ASCII and the common characters, which NFKC leaves alone: most of what is typed. */
const PLAIN = /^[\u0020-\u007E\u4E00-\u9FFF]*$/;

/** Without characters that nobody can see; full-width forms become half-width (NFKC). */
export function visibleText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize('NFKC').replaceAll(INVISIBLE, '');
}

/** A number or code as typed: no blanks, no leading apostrophe of a spreadsheet, capitals. */
export function tidyCode(text: string): string {
  return visibleText(text).replaceAll(/\s+/g, '').replace(/^['’]/, '').toUpperCase();
}
