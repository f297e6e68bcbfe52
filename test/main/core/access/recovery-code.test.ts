import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRecoveryCode, parseRecoveryCode } from '#core/access/recovery-code.ts';

const secret = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe('the recovery code', () => {
  it('comes back from what was printed', () => {
    fc.assert(fc.property(secret, (bytes) => parseRecoveryCode(formatRecoveryCode(bytes))?.equals(bytes) === true));
  });

  it.each([
    ['small letters', (code: string) => code.toLowerCase()],
    ['no hyphens', (code: string) => code.replaceAll('-', '')],
    ['spaces and line breaks', (code: string) => ` ${code.replaceAll('-', ' \n')} `],
    [
      'full width',
      (code: string) => [...code].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)).join(''),
    ],
    ['O for 0, l for 1', (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l')],
    ['o for 0, I for 1', (code: string) => code.replaceAll('0', 'o').replaceAll('1', 'I')],
  ])('is read the same when typed with %s', (_, typing) => {
    fc.assert(
      fc.property(secret, (bytes) => parseRecoveryCode(typing(formatRecoveryCode(bytes)))?.equals(bytes) === true),
    );
  });

  it('has 7 groups of 4 and no letter that looks like another', () => {
    fc.assert(
      fc.property(secret, (bytes) =>
        /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/.test(formatRecoveryCode(bytes)),
      ),
    );
  });

  it('is a fixed text for fixed bytes, so that a printed code stays valid', () => {
    const code = formatRecoveryCode(Uint8Array.from({ length: 16 }, (_, at) => at * 17));
    expect(code).toMatchInlineSnapshot(`"008J-4CT4-ANK7-F24S-NAXW-SQFE-ZWN3"`);
    expect(parseRecoveryCode(code)?.toString('hex')).toBe('00112233445566778899aabbccddeeff');
  });

  it('is refused when letters are missing, added or not of its alphabet', () => {
    const code = formatRecoveryCode(new Uint8Array(16));
    for (const typed of ['', code.slice(0, -1), `${code}0`, code.replace('0', 'U'), code.replace('0', '零')]) {
      expect(parseRecoveryCode(typed)).toBeNull();
    }
  });

  it('finds nearly every single wrong letter by its check', () => {
    const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
    const code = formatRecoveryCode(new Uint8Array(16).fill(90)).replaceAll('-', '');
    const wrong = [...code].flatMap((right, at) =>
      [...letters]
        .filter((letter) => letter !== right)
        .map((letter) => code.slice(0, at) + letter + code.slice(at + 1)),
    );
    const unnoticed = wrong.filter((typed) => parseRecoveryCode(typed) !== null);
    expect(unnoticed.length / wrong.length).toBeLessThan(0.01);
  });
});
