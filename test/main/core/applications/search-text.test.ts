import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchTerms, searchText } from '#core/applications/search-text.ts';
import { makeApplication } from '../../../sync/application.ts';

const { applicant, filing } = makeApplication();

function finds(name: string, query: string): boolean {
  const text = searchText({ ...applicant, name, department: '高二年级', idNumber: '53010219800101123X' }, filing);
  return searchTerms(query).every((term) => text.includes(term));
}

describe('a name is found', () => {
  it.each([
    // surnames that are read otherwise as surnames: both readings, as people type what they see
    ['单雪梅', 'shanxuemei'],
    ['单雪梅', 'danxuemei'],
    ['解晓峰', 'xiexiaofeng'],
    ['解晓峰', 'jiexiaofeng'],
    ['曾文静', 'zengwenjing'],
    ['曾文静', 'cengwenjing'],
    ['查良', 'zhaliang'],
    ['查良', 'chaliang'],
    ['仇英', 'qiuying'],
    ['万俟红', 'moqihong'],
    // initials, of every reading
    ['单雪梅', 'sxm'],
    ['单雪梅', 'dxm'],
    ['查良', 'zl'],
    ['查良', 'cl'],
    // ü is typed v
    ['吕红', 'lvhong'],
    // a beginning is enough
    ['曾文静', 'zengw'],
    ['曾文静', '文静'],
    // minority names, with the dot, without it, with any other dot, by pinyin
    ['和·阿丽', '和·阿丽'],
    ['和·阿丽', '和阿丽'],
    ['和·阿丽', 'heali'],
    ['和·阿丽', 'hal'],
    ['阿卜杜勒·艾合买提', '阿卜杜勒艾合买提'],
    ['阿卜杜勒·艾合买提', '阿卜杜勒•艾合买提'],
    ['阿卜杜勒·艾合买提', '阿卜杜勒‧艾合买提'],
    ['阿卜杜勒·艾合买提', '阿卜杜勒・艾合买提'],
    ['阿卜杜勒·艾合买提', '阿卜杜勒．艾合买提'],
    ['阿卜杜勒·艾合买提', '艾合买提'],
    ['阿卜杜勒·艾合买提', 'abuduleaihemaiti'],
    ['阿卜杜勒·艾合买提', 'aihemaiti'],
    ['阿卜杜勒·艾合买提', 'abdlahmt'],
    ['买买提∙艾力', '买买提·艾力'],
    ['买买提⋅艾力', 'maimaitiaili'],
    // full-width letters and capitals, as an input method may give them
    ['曾文静', 'ＺＷＪ'],
    ['曾文静', 'ZengWenJing'],
    // a character beyond the basic plane
    ['𬭎伟', '𬭎'],
  ])('%s by %s', (name, query) => {
    expect(finds(name, query)).toBe(true);
  });

  it.each([
    ['单雪梅', 'canxuemei'],
    ['曾文静', 'wjz'],
    ['和·阿丽', '阿和'],
  ])('%s not by %s', (name, query) => {
    expect(finds(name, query)).toBe(false);
  });

  it('by itself and by any piece of it, whatever it is', () => {
    const character = fc.constantFrom(...'王和阿卜单解曾查乐朴吕𬭎·•AnNa 3');
    fc.assert(
      fc.property(fc.array(character, { minLength: 1, maxLength: 12 }), fc.nat(11), fc.nat(11), (characters, a, b) => {
        const piece = characters.slice(Math.min(a, b), Math.max(a, b) + 1).join('');
        expect(finds(characters.join(''), piece)).toBe(true);
      }),
    );
  });

  it('within bounds: many polyphones do not multiply without end', () => {
    const text = searchText({ ...applicant, name: '单解曾查和乐朴单解曾查' }, filing);
    expect(text.length).toBeLessThan(1_000);
  });
});

describe('beside the name', () => {
  it.each([
    ['the last digits of the ID number', '123x'],
    ['the last digits, X as it is printed', '01123X'],
    ['the title', '高级教师'],
    ['the department', '高二年级'],
    ['several terms in any order', '教师 zwj 高二 123X'],
    ['terms parted by a full-width blank', '曾　教师'],
    ['nothing typed', '   '],
  ])('%s will do', (_what, query) => {
    expect(finds('曾文静', query)).toBe(true);
  });

  it('every term has to be met', () => {
    expect(finds('曾文静', 'zwj 高三')).toBe(false);
  });

  it('the birthday in the middle of the ID number finds nobody: only its end is for finding', () => {
    expect(finds('曾文静', '19800101')).toBe(false);
  });

  it('no term matches across two of its parts', () => {
    expect(finds('曾文静', '曾文静高二')).toBe(false);
    expect(finds('曾文静', '年级高级')).toBe(false);
  });
});
