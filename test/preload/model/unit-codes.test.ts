import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCreditCode } from '#model/credit-code.ts';
import { checkOrganisationCode } from '#model/organisation-code.ts';
import { makeCreditCode } from '../../support/people.ts';

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const anyCreditCode = fc
  .tuple(
    fc.constantFrom('12', '91', '52', 'Y1'),
    fc.constantFrom('530100', '530102', '110000'),
    fc.array(fc.constantFrom(...CREDIT_ALPHABET), { minLength: 9, maxLength: 9 }),
  )
  .map(([category, area, body]) => makeCreditCode(category + area + body.join('')));

describe('credit codes (GB 32100-2015)', () => {
  it.each([
    // The standard's own example, then m = 1, m = 13 and the edge m = 0.
    ['91350100M000100Y43', '91', '350100', 'M000100Y4'],
    ['1253010043120358XY', '12', '530100', '43120358X'],
    ['91530100MA6K00006J', '91', '530100', 'MA6K00006'],
    ['125301004310001840', '12', '530100', '431000184'],
  ])('%s is sound and falls into its parts', (code, category, area, organisationCode) => {
    expect(checkCreditCode(code)).toMatchObject({ ok: true, value: { code, category, area, organisationCode } });
  });

  it('says whether the organisation code inside agrees with its own check character', () => {
    expect(checkCreditCode('91350100M000100Y43')).toMatchObject({ ok: true, value: { isOrganisationCodeSound: true } });
    expect(checkCreditCode(makeCreditCode('12530100D21435699'))).toMatchObject({
      ok: true,
      value: { isOrganisationCodeSound: false },
    });
  });

  it('forgives blanks and small letters', () => {
    expect(checkCreditCode(' 91350100 m000100y43 ')).toMatchObject({ ok: true, value: { code: '91350100M000100Y43' } });
  });

  it.each([
    ['91350100M000100Y4Z', 'wrong-character', { position: 18 }],
    ['91350100M000100Y4O', 'wrong-character', { position: 18 }],
    ['91350100M000100Y44', 'wrong-check-character', { position: 18 }],
    ['9135O100M000100Y43', 'wrong-character', { position: 5 }],
    ['9135A100M000100Y43', 'wrong-character', { position: 5 }],
    ['91350100I000100Y43', 'wrong-character', { position: 9 }],
    ['91350100M000100Y4', 'wrong-length', { length: 17 }],
    ['', 'wrong-length', { length: 0 }],
  ])('%s is refused with the place', (text, code, details) => {
    expect(checkCreditCode(text)).toMatchObject({ ok: false, error: { code, details } });
  });

  it('pass whatever they are made of, and never with one character changed', () => {
    fc.assert(
      fc.property(anyCreditCode, fc.nat(17), fc.constantFrom(...CREDIT_ALPHABET), (code, at, character) => {
        expect(checkCreditCode(code).ok).toBe(true);
        fc.pre(code[at] !== character);
        expect(checkCreditCode(code.slice(0, at) + character + code.slice(at + 1)).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('organisation codes (GB 11714-1997)', () => {
  it.each([
    ['D2143569-X', 'D2143569X'],
    ['12345678-8', '123456788'],
    ['MA6K0000-6', 'MA6K00006'],
    // The edge where the remainder is 0.
    ['00010006-0', '000100060'],
    // Letters that a credit code cannot have count here: 35·3 + 24·7 + 28·9 + 31·10 + 18·5 = 925, remainder 1.
    ['ZOSVI000-X', 'ZOSVI000X'],
  ])('%s is sound', (written, code) => {
    expect(checkOrganisationCode(written)).toEqual({ ok: true, value: { code, written } });
    expect(checkOrganisationCode(code.toLowerCase())).toEqual({ ok: true, value: { code, written } });
  });

  it.each([
    ['D2143569-9', 'wrong-check-character', { position: 9 }],
    ['D214-3569X', 'wrong-length', { length: 10 }],
    ['D21435-9X', 'wrong-character', { position: 7 }],
    ['D2143569', 'wrong-length', { length: 8 }],
  ])('%s is refused with the place', (text, code, details) => {
    expect(checkOrganisationCode(text)).toMatchObject({ ok: false, error: { code, details } });
  });
});
