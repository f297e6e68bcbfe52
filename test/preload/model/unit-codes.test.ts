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

/**
 * The checks are sums with one weight a place, so whether a slip passes depends on its place and on the
 * two characters there alone: every pair of them in every place is all there is.
 */
describe('what the check characters catch', () => {
  const put = (text: string, at: number, characters: string) =>
    text.slice(0, at) + characters + text.slice(at + characters.length);
  const exchange = (code: string, at: number) => put(code, at, `${code[at + 1]}${code[at]}`);
  const pairsOf = (alphabet: string) =>
    [...alphabet].flatMap((a) => [...alphabet].filter((b) => b !== a).map((b) => [a, b] as const));

  it('of credit codes: every single character and every exchange of neighbours', () => {
    // 31 is prime, there are 31 characters, and the weights of neighbours differ, as 28, the last, does from 1.
    const rest = '12530100MA6K0000W';
    const passing: string[] = [];
    let sound = 0;
    const see = (code: string, slip: string) => {
      // An area is digits, so not every character can stand everywhere to begin with.
      if (!checkCreditCode(code).ok) return;
      sound += 1;
      if (checkCreditCode(slip).ok) passing.push(slip);
    };
    for (let at = 0; at < 17; at += 1) {
      for (const [a, b] of pairsOf(CREDIT_ALPHABET)) {
        const code = makeCreditCode(put(rest, at, a));
        see(code, put(code, at, b));
        if (at === 16) continue;
        const pair = makeCreditCode(put(rest, at, a + b));
        see(pair, exchange(pair, at));
      }
    }
    // The last two places, with every check character there is: the first place brings them about.
    for (const first of CREDIT_ALPHABET) {
      for (const last of CREDIT_ALPHABET) {
        const code = makeCreditCode(put(put(rest, 0, first), 16, last));
        if (code[16] !== code[17]) see(code, exchange(code, 16));
        for (const check of CREDIT_ALPHABET) if (check !== code[17]) see(code, put(code, 17, check));
      }
    }
    expect(passing).toEqual([]);
    expect(sound).toBeGreaterThan(40_000);
  });

  /**
   * GB 11714 counts modulo 11 with 36 characters, so characters whose values differ by 11, 22 or 33 are one
   * to it: 0BMX 1CNY 2DOZ 3EP 4FQ 5GR 6HS 7IT 8JU 9KV ALW. It misses exactly the slips that take one of these
   * for another, or exchange two of them. Besides, X is 33 in the body and 10 as the check character, so
   * that 1X and X1 at the end are exchanged unnoticed.
   */
  describe('of organisation codes: all but those that the standard cannot', () => {
    const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const SAME = ['0BMX', '1CNY', '2DOZ', '3EP', '4FQ', '5GR', '6HS', '7IT', '8JU', '9KV', 'ALW'];
    const isSame = (a: string, b: string) => SAME.some((group) => group.includes(a) && group.includes(b));
    const passes = (code: string) => checkOrganisationCode(code).ok;
    const soundWith = (body: string) => {
      const codes = [...'0123456789X'].map((check) => body + check).filter(passes);
      expect(codes).toHaveLength(1);
      return codes[0] ?? '';
    };
    const rest = 'MA6K0000';

    it('a single character', () => {
      for (let at = 0; at < 8; at += 1) {
        const sound = new Map([...ALPHABET].map((a) => [a, soundWith(put(rest, at, a))]));
        const missed = pairsOf(ALPHABET).filter(([a, b]) => passes(put(sound.get(a) ?? '', at, b)));
        expect(missed).toEqual(pairsOf(ALPHABET).filter(([a, b]) => isSame(a, b)));
      }
    });

    it('an exchange of neighbours', () => {
      for (let at = 0; at < 7; at += 1) {
        const missed = pairsOf(ALPHABET).filter(([a, b]) => passes(exchange(soundWith(put(rest, at, a + b)), at)));
        expect(missed).toEqual(pairsOf(ALPHABET).filter(([a, b]) => isSame(a, b)));
      }
    });

    it('an exchange with the check character', () => {
      // The first place brings about every check character there is.
      const ends = [...'0123456789A'].flatMap((first) =>
        [...ALPHABET].map((last) => soundWith(put(put(rest, 0, first), 7, last))),
      );
      const missed = ends.filter((code) => code[7] !== code[8] && passes(exchange(code, 7)));
      expect(missed.map((code) => code.slice(7)).toSorted()).toEqual(['1X', 'X1']);
      expect(new Set(ends.map((code) => code.slice(7))).size).toBe(11 * 36);
    });
  });
});
