import { describe, expect, it } from 'vitest';
import { access } from '#contract/access.contract.ts';
import { troubleText } from '../../../../renderer/ui/trouble.ts';
import { accessTrouble, endsLike, isLongEnough, personWords } from '../../../../renderer/features/access/words.ts';

const CODES = [...access.setUp.errors, ...access.unlock.errors, ...access.recover.errors];
const DEFECT = accessTrouble({ code: 'internal', message: '' }).happened;

describe('what unlocking says', () => {
  it.each([...new Set(CODES)])('%s has words of its own', (code) => {
    const trouble = accessTrouble({ code, message: '' });
    expect(trouble.happened).not.toBe(DEFECT);
    expect(trouble.meaning).not.toBe('');
  });
  it('says how many tries are left and what follows (ux 3.1)', () => {
    const trouble = accessTrouble({ code: 'wrong-passphrase', message: '', details: { attemptsLeft: 2 } });
    expect(troubleText(trouble)).toBe('口令不对，还可以试2次。3次不对会锁定您的账户。');
  });
  it('does not call a sound archive damaged', () => {
    const words = (reason: string) =>
      troubleText(accessTrouble({ code: 'archive-damaged', message: '', details: { reason } }));
    for (const reason of ['in-use', 'disk-full', 'other-account']) expect(words(reason)).toContain('档案完好');
    expect(words('database-corrupt')).toContain('已损坏');
  });
  it('names a person with the role, and marks who is locked', () => {
    const person = { id: '1', name: '李敏', role: 'reviewer', isLocked: false, attemptsLeft: 3 } as const;
    expect(personWords(person)).toBe('李敏（审核）');
    expect(personWords({ ...person, isLocked: true })).toBe('李敏（审核） 已锁定');
    expect(personWords({ ...person, name: '' })).not.toContain('（');
  });
});

describe('a passphrase', () => {
  it('is counted as a person counts', () => {
    expect([
      isLongEnough('昆明职称演示二六'),
      isLongEnough('𠮷'.repeat(8)),
      isLongEnough('昆明职称'),
      isLongEnough('𠮷'.repeat(7)),
    ]).toEqual([true, true, false, false]);
  });
});

describe('the last four characters of the recovery code', () => {
  const code = '4QKZ-AFTK-PBBQ-66S8-9F4M-KA4R-0M1A';
  it.each([
    ['0M1A', true],
    ['0m1a', true],
    ['om1a', true],
    ['0MlA', true],
    ['０Ｍ１Ａ', true],
    ['M1A', false],
    ['-0M1A', true],
    ['KA4R', false],
    ['', false],
  ])('%s: %s', (typed, isSame) => {
    expect(endsLike(code, typed)).toBe(isSame);
  });
});
