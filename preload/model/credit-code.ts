/**
 * Unified social credit codes (统一社会信用代码, GB 32100-2015): 18 characters of an alphabet without
 * I, O, S, V and Z, whose values skip those letters. 1–2 say who registered what, 3–8 the area,
 * 9–17 are an organisation code (GB 11714, another table of letters), 18 is the check character.
 */
import { checkOrganisationCode } from './organisation-code.ts';
import { failWith, ok, type DetailedFailure, type DetailedResult } from './result.ts';
import { tidyCode } from './typed-text.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** 3 to the power of the position, modulo 31 */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const LENGTH = WEIGHTS.length + 1;

export type CreditCode = Readonly<{
  /** as it is stored: capitals, no blanks */
  code: string;
  /** characters 1–2, e.g. '12' for a public institution, '91' for a company */
  category: string;
  /** characters 3–8, GB/T 2260 */
  area: string;
  /** characters 9–17 */
  organisationCode: string;
  /** false calls for a second look at the certificate; the code's own check character agrees */
  isOrganisationCodeSound: boolean;
}>;

/** `position` counts from 1: 「信用代码第18位不对」. */
export type CreditCodeFailure =
  | DetailedFailure<'wrong-length', Readonly<{ length: number }>>
  | DetailedFailure<'wrong-character', Readonly<{ position: number }>>
  | DetailedFailure<'wrong-check-character', Readonly<{ position: number }>>;

/** Blanks and small letters are forgiven; nothing else is. */
export function checkCreditCode(text: string): DetailedResult<CreditCode, CreditCodeFailure> {
  const code = tidyCode(text);
  if (code.length !== LENGTH) return failWith('wrong-length', { length: code.length });
  const stray = [...code].findIndex((character, index) => !canStandAt(character, index));
  if (stray !== -1) return failWith('wrong-character', { position: stray + 1 });
  if (code.at(-1) !== creditCheckCharacter(code)) return failWith('wrong-check-character', { position: LENGTH });
  const organisationCode = code.slice(8, 17);
  return ok({
    code,
    category: code.slice(0, 2),
    area: code.slice(2, 8),
    organisationCode,
    isOrganisationCodeSound: checkOrganisationCode(organisationCode).ok,
  });
}

function canStandAt(character: string, index: number): boolean {
  const isArea = index >= 2 && index < 8;
  return isArea ? /^\d$/.test(character) : ALPHABET.includes(character);
}

function creditCheckCharacter(code: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(code.charAt(index)), 0);
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}
