import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskIdNumber, maskName, maskPhone } from '#model/masking.ts';
import { isSameName, nameKey, normalizeName } from '#model/names.ts';

describe('a name as typed', () => {
  it.each([
    ['张 三', '张三'],
    ['张　　三', '张三'],
    ['\u00A0张\u00A0三\u200B\n', '张三'],
    ['买买提•艾力', '买买提·艾力'],
    ['买买提 · 艾力', '买买提·艾力'],
    ['买买提・艾力', '买买提·艾力'],
    ['买买提．艾力', '买买提·艾力'],
    ['买买提.艾力', '买买提·艾力'],
    ['阿卜杜拉·阿卜杜热合曼·麦麦提', '阿卜杜拉·阿卜杜热合曼·麦麦提'],
    ['Ａｎｎａ  Li', 'Anna Li'],
    ['John J. Smith', 'John J. Smith'],
    ['䶮㛃𬀩', '䶮㛃𬀩'],
    ['', ''],
  ])('%j becomes %j', (typed, name) => {
    expect(normalizeName(typed)).toBe(name);
  });

  it('stays as it is once it is normal', () => {
    const typed = fc.array(fc.constantFrom(...'张三丰 　·•.．・𬀩aB\u200B')).map((characters) => characters.join(''));
    fc.assert(
      fc.property(typed, (text) => {
        const once = normalizeName(text);
        expect(normalizeName(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same name with and without the dot, and another one with another character', () => {
    expect(isSameName('买买提·艾力', '买买提艾力')).toBe(true);
    expect(isSameName('anna li', 'ANNA LI')).toBe(true);
    expect(nameKey('葛\u{E0100}某')).toBe('葛某');
    expect(isSameName('张三', '张山')).toBe(false);
  });
});

describe('what a list or log shows', () => {
  it.each([
    ['张三', '张*'],
    ['欧阳娜娜', '欧*'],
    ['𬀩某某', '𬀩*'],
    ['张', '*'],
    ['', '*'],
  ])('of the name %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    ['53010219900101123X', '5301********123X'],
    ['530102900101123', '5301********1123'],
    ['5301021990', '********'],
    ['', '********'],
  ])('of the number %s', (idNumber, masked) => {
    expect(maskIdNumber(idNumber)).toBe(masked);
  });

  it.each([
    ['13812345678', '138****5678'],
    ['0871-65165786', '****'],
    ['', '****'],
  ])('of the telephone %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});
