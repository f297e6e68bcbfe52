/** The text an application is found by: name, pinyin, initials, last digits of the ID number, title, department. */
import { pinyin, polyphonic } from 'pinyin-pro';
import type { Applicant, Filing } from '#model/application.ts';

/** Parts are parted by a character nobody types, so that a term never matches across two of them. */
const GAP = '\u0001';

/** Surnames are read both ways (单 shàn/dān, 解 xiè/jiě): people type what they see. Capped: 3 polyphones give 8. */
const MAX_READINGS = 8;

export function searchText(applicant: Applicant, filing: Pick<Filing, 'title'>): string {
  const readings = nameReadings(applicant.name);
  return [
    plainForm(applicant.name),
    plainForm(applicant.department),
    plainForm(filing.title),
    applicant.idNumber.slice(-6).toLowerCase(),
    ...readings.map((syllables) => syllables.join('')),
    ...readings.map((syllables) => syllables.map((s) => s[0] ?? '').join('')),
  ].join(GAP);
}

/** The last six characters of the ID number, as `searchText` has them. */
export function identityTail(text: string): string {
  return text.split(GAP)[3] ?? '';
}

/** What was typed, as terms that must all be found. */
export function searchTerms(query: string): readonly string[] {
  return query
    .normalize('NFKC')
    .split(/\s+/)
    .map(plainForm)
    .filter((term) => term !== '');
}

/** Blanks, apostrophes, and whatever keyboards offer for the dot in minority names: · • ‧ ∙ ⋅ ・ and the stop. */
const UNCOUNTED = /[\s\u00B7\u2022\u2027\u2219\u22C5\u30FB.'\u2019]/g;

/** Width, case and the dots inside names do not count. */
function plainForm(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(UNCOUNTED, '');
}

function nameReadings(name: string): readonly (readonly string[])[] {
  const characters = plainForm(name);
  if (characters === '') return [];
  const asSurname = pinyin(characters, { toneType: 'none', type: 'array', surname: 'head' });
  const perCharacter = polyphonic(characters, { toneType: 'none', type: 'array' }).map((readings, i) => [
    ...new Set([asSurname[i] ?? '', ...readings].filter((s) => s !== '').map((s) => s.replaceAll('ü', 'v'))),
  ]);
  let readings: string[][] = [[]];
  for (const options of perCharacter) {
    const grown = readings.flatMap((head) => options.map((syllable) => [...head, syllable]));
    readings = grown.length <= MAX_READINGS ? grown : readings.map((head) => [...head, options[0] ?? '']);
  }
  return readings;
}
