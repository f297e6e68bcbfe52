/**
 * Citizens' identity numbers (公民身份号码, GB 11643-1999): six digits of area, eight of birthday,
 * three of sequence (odd for men), and a check character, X for ten. Product rule 14.
 */
import { parsePlainDate, type PlainDate } from './beijing-time.ts';
import { failWith, ok, type DetailedFailure, type DetailedResult } from './result.ts';
import { tidyCode } from './typed-text.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const LENGTH = WEIGHTS.length + 1;
/** Replaced by 18 digits; the holder has a new one, which must be asked for, not computed. */
const OLD_LENGTH = 15;
/**
 * Provinces by the first two digits of GB/T 2260 (81–83: residence permits of Hong Kong, Macau and
 * Taiwan). Counties come and go, so that only the province is checked. 9: foreigners' permanent
 * residence cards, which carry the province in the next two digits.
 */
const AREA = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]))/;
/** Nobody who files was born before. */
const FIRST_BIRTHDAY = '1900-01-01';

export type Sex = 'male' | 'female';

export type IdentityNumber = Readonly<{
  /** as it is stored: capital X, no blanks */
  idNumber: string;
  area: string;
  birthday: PlainDate;
  sex: Sex;
  /**
   * Ends in 000, as a number does that a spreadsheet kept as a number and cut to 15 digits: one in
   * eleven of those still passes the check. A real number may end so, too: a warning, not a failure.
   */
  looksCutBySpreadsheet: boolean;
}>;

/** `position` counts from 1. */
export type IdentityNumberFailure =
  | DetailedFailure<'wrong-length', Readonly<{ length: number }>>
  | DetailedFailure<'old-number', Readonly<{ length: number }>>
  | DetailedFailure<'wrong-character', Readonly<{ position: number }>>
  | DetailedFailure<'wrong-area', Readonly<{ area: string }>>
  | DetailedFailure<'wrong-birthday', Readonly<{ digits: string }>>
  | DetailedFailure<'birthday-in-future', Readonly<{ birthday: PlainDate }>>
  | DetailedFailure<'wrong-check-character', Readonly<{ position: number }>>;

/** The number as it is stored; 「X 一律大写」. */
export function normalizeIdentityNumber(text: string): string {
  return tidyCode(text);
}

/** `today` in Beijing. The first fault is named, from the plainest to the subtlest. */
export function checkIdentityNumber(
  text: string,
  today: PlainDate,
): DetailedResult<IdentityNumber, IdentityNumberFailure> {
  const idNumber = normalizeIdentityNumber(text);
  const { length } = idNumber;
  if (length === OLD_LENGTH && /^\d+$/.test(idNumber)) return failWith('old-number', { length });
  if (length !== LENGTH) return failWith('wrong-length', { length });
  const stray = [...idNumber].findIndex((character, index) => !canStandAt(character, index));
  if (stray !== -1) return failWith('wrong-character', { position: stray + 1 });
  const area = idNumber.slice(0, 6);
  if (!AREA.test(area)) return failWith('wrong-area', { area });
  const birthday = birthdayOf(idNumber);
  if (birthday === null || birthday < FIRST_BIRTHDAY)
    return failWith('wrong-birthday', { digits: idNumber.slice(6, 14) });
  if (birthday > today) return failWith('birthday-in-future', { birthday });
  if (idNumber.at(-1) !== checkCharacterOf(idNumber)) return failWith('wrong-check-character', { position: LENGTH });
  const sex = Number(idNumber.charAt(16)) % 2 === 1 ? 'male' : 'female';
  return ok({ idNumber, area, birthday, sex, looksCutBySpreadsheet: idNumber.endsWith('000') });
}

/** Which of the facts given beside a number it contradicts (product rule 14); facts not given cannot. */
export function findIdentityDisagreements(
  identity: Pick<IdentityNumber, 'birthday' | 'sex'>,
  given: Readonly<{ birthday?: string | undefined; sex?: Sex | undefined }>,
): readonly ('birthday' | 'sex')[] {
  const facts = ['birthday', 'sex'] as const;
  return facts.filter((fact) => given[fact] !== undefined && given[fact] !== identity[fact]);
}

function canStandAt(character: string, index: number): boolean {
  return /^\d$/.test(character) || (character === 'X' && index === LENGTH - 1);
}

function birthdayOf(idNumber: string): PlainDate | null {
  return parsePlainDate(`${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`);
}

function checkCharacterOf(idNumber: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(idNumber.charAt(index)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}
