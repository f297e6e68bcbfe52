import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '#model/beijing-time.ts';
import { checkIdentityNumber, findIdentityDisagreements, normalizeIdentityNumber } from '#model/identity-number.ts';
import { idCheckCharacter, KUNMING_AREAS, makeIdNumber } from '../../support/people.ts';

const today = plainDate('2026-11-23');

const anyPerson = fc.record({
  area: fc.constantFrom(...KUNMING_AREAS, '340524', '110101', '820000', '931156'),
  birthday: fc.integer({ min: 0, max: 45_000 }).map((days) => addDays(plainDate('1900-01-01'), days)),
  sex: fc.constantFrom('male' as const, 'female' as const),
  order: fc.integer({ min: 0, max: 499 }),
});
const anyNumber = anyPerson.map(({ area, birthday, sex, order }) => makeIdNumber(area, birthday, sex, order));

describe('a sound number (GB 11643)', () => {
  it.each([
    ['34052419800101001X', '340524', '1980-01-01', 'male'],
    ['53010219200508011X', '530102', '1920-05-08', 'male'],
    ['370101190102039973', '370101', '1901-02-03', 'male'],
    ['530103199001010091', '530103', '1990-01-01', 'male'],
    ['530111199003072042', '530111', '1990-03-07', 'female'],
  ])('%s tells area, birthday and sex', (idNumber, area, birthday, sex) => {
    expect(checkIdentityNumber(idNumber, today)).toEqual({
      ok: true,
      value: { idNumber, area, birthday, sex, looksCutBySpreadsheet: false },
    });
  });

  it('is read through blanks, an apostrophe, full-width figures and a small x, and kept with a capital', () => {
    for (const typed of [
      ' 340524 19800101 001x',
      "'34052419800101001X",
      '３４０５２４１９８００１０１００１ｘ',
      '34052419800101001X\u200B',
    ]) {
      expect(normalizeIdentityNumber(typed)).toBe('34052419800101001X');
      expect(checkIdentityNumber(typed, today).ok).toBe(true);
    }
  });

  it('passes whoever it belongs to, and gives their birthday and sex back', () => {
    fc.assert(
      fc.property(anyPerson, ({ area, birthday, sex, order }) => {
        const idNumber = makeIdNumber(area, birthday, sex, order);
        expect(checkIdentityNumber(idNumber, today)).toMatchObject({ ok: true, value: { area, birthday, sex } });
      }),
    );
  });
});

describe('a wrong number', () => {
  it.each([
    ['a changed check character', '530111199003072043', 'wrong-check-character', { position: 18 }],
    ['too few digits', '53011119900307204', 'wrong-length', { length: 17 }],
    ['nothing', '', 'wrong-length', { length: 0 }],
    ['an old number', '530111900307204', 'old-number', { length: 15 }],
    ['a letter inside', '5301111990O3072042', 'wrong-character', { position: 11 }],
    ['an X before the end', '34052419800101X01X', 'wrong-character', { position: 15 }],
    ['a province that does not exist', '990111199003072042', 'wrong-area', { area: '990111' }],
    ['a day that does not exist', '530111199002302042', 'wrong-birthday', { digits: '19900230' }],
    ['a birthday before anybody', '530111189903072042', 'wrong-birthday', { digits: '18990307' }],
    [
      'a birthday still to come',
      makeIdNumber('530111', '2026-11-24', 'female', 1),
      'birthday-in-future',
      { birthday: '2026-11-24' },
    ],
  ])('is told by its fault: %s', (_, text, code, details) => {
    expect(checkIdentityNumber(text, today)).toMatchObject({ ok: false, error: { code, details } });
  });

  it('never passes with one character changed, wherever it is', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(17), fc.constantFrom(...'0123456789X'), (idNumber, at, character) => {
        fc.pre(idNumber[at] !== character);
        const changed = idNumber.slice(0, at) + character + idNumber.slice(at + 1);
        expect(checkIdentityNumber(changed, today).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('never passes with two neighbours exchanged', () => {
    fc.assert(
      fc.property(anyNumber, fc.nat(16), (idNumber, at) => {
        fc.pre(idNumber[at] !== idNumber[at + 1]);
        const changed = `${idNumber.slice(0, at)}${idNumber[at + 1]}${idNumber[at]}${idNumber.slice(at + 2)}`;
        expect(checkIdentityNumber(changed, today).ok).toBe(false);
      }),
    );
  });

  /**
   * That no single error and no exchange of neighbours can pass, for all numbers and not only those drawn:
   * the check is Σ aᵢ·2¹⁸⁻ⁱ ≡ 1 (mod 11), ISO 7064 MOD 11-2, with X for ten. A changed character adds
   * 2¹⁸⁻ⁱ·(b − a), an exchange 2¹⁷⁻ⁱ·(b − a) to it; neither is a multiple of the prime 11, as two
   * characters differ by less than 11. So there is nothing that this standard misses.
   */
  it('cannot pass: its check is the sum of which that can be proved', () => {
    const valueOf = (character: string) => (character === 'X' ? 10 : Number(character));
    const sumOf = (idNumber: string) =>
      [...idNumber].reduce((sum, character, index) => sum + valueOf(character) * 2 ** (17 - index), 0) % 11;
    fc.assert(
      fc.property(anyNumber, fc.constantFrom(...'0123456789X'), (idNumber, last) => {
        const other = idNumber.slice(0, 17) + last;
        expect(checkIdentityNumber(other, today).ok).toBe(sumOf(other) === 1);
      }),
    );
    for (let place = 0; place < 18; place += 1) {
      for (let difference = 1; difference <= 10; difference += 1) {
        expect((2 ** place * difference) % 11).not.toBe(0);
      }
    }
  });

  it('does not repeat the number where it could reach a log', () => {
    const answer = checkIdentityNumber('530111199003072043', today);
    expect(JSON.stringify(answer)).not.toContain('19900307');
  });
});

describe('a number that a spreadsheet may have cut to 15 digits', () => {
  it('is marked, for about one in eleven of those still passes the check', () => {
    let passing = 0;
    const cut = Array.from(
      { length: 1100 },
      (_, days) => `530102${addDays(plainDate('1980-01-01'), days).replaceAll('-', '')}0000`,
    );
    for (const number of cut) {
      const answer = checkIdentityNumber(number, today);
      if (!answer.ok) continue;
      passing += 1;
      expect(answer.value.looksCutBySpreadsheet).toBe(true);
    }
    expect(passing).toBeGreaterThan(70);
    expect(passing).toBeLessThan(130);
    expect(idCheckCharacter('53010219800101000')).not.toBe('0');
  });
});

describe('facts beside a number (product rule 14)', () => {
  const answer = checkIdentityNumber('530111199003072042', today);
  const identity = answer.ok ? answer.value : null;

  it.each([
    [{ sex: 'female', birthday: '1990-03-07' }, []],
    [{ sex: 'male', birthday: '1990-03-07' }, ['sex']],
    [{ sex: 'male', birthday: '1990-07-03' }, ['birthday', 'sex']],
    [{}, []],
  ] as const)('%o contradicts it in %o', (given, facts) => {
    if (!identity) throw new Error('a sound number was refused');
    const birthday = 'birthday' in given ? plainDate(given.birthday) : undefined;
    const sex = 'sex' in given ? given.sex : undefined;
    expect(findIdentityDisagreements(identity, { birthday, sex })).toEqual(facts);
  });
});
