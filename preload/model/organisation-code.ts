/**
 * Organisation codes (组织机构代码, GB 11714-1997): eight characters and a check character, written
 * with a hyphen between them. Letters count A=10 … Z=35 without gaps; the table of the credit code
 * (GB 32100) is another one.
 */
import { failWith, ok, type DetailedFailure, type DetailedResult } from './result.ts';
import { tidyCode } from './typed-text.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const LENGTH = WEIGHTS.length + 1;

/** `code` as machines read it, `written` as people do: 'D2143569X', 'D2143569-X'. */
export type OrganisationCode = Readonly<{ code: string; written: string }>;

/** `position` counts from 1 over the nine characters, the hyphen left out. */
export type OrganisationCodeFailure =
  | DetailedFailure<'wrong-length', Readonly<{ length: number }>>
  | DetailedFailure<'wrong-character', Readonly<{ position: number }>>
  | DetailedFailure<'wrong-check-character', Readonly<{ position: number }>>;

/** Blanks, the hyphen and small letters are forgiven; nothing else is. */
export function checkOrganisationCode(text: string): DetailedResult<OrganisationCode, OrganisationCodeFailure> {
  const code = tidyCode(text).replace(/^(.{8})[-‐–—−](.)$/u, '$1$2');
  if (code.length !== LENGTH) return failWith('wrong-length', { length: code.length });
  const stray = [...code].findIndex((character) => !ALPHABET.includes(character));
  if (stray !== -1) return failWith('wrong-character', { position: stray + 1 });
  const body = code.slice(0, WEIGHTS.length);
  if (code.at(-1) !== organisationCheckCharacter(body)) return failWith('wrong-check-character', { position: LENGTH });
  return ok({ code, written: `${body}-${code.at(-1)}` });
}

/** The ninth character for the first eight. */
function organisationCheckCharacter(body: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(body.charAt(index)), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return 'X';
  return check === 11 ? '0' : String(check);
}
