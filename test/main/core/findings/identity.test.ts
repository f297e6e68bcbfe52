import { describe, expect, it } from 'vitest';
import { UNIT_NAME, withFields, withRecord } from '../../../support/complete-application.ts';
import { makeIdNumber } from '../../../support/people.ts';
import { both, complete, judge, PERSON, SCHOOL, testRule, withApplicant, type Change } from './rule-tests.ts';

/** On the account and in 基本信息 alike. */
function withPerson(over: Readonly<Record<string, string>>): Change {
  return (application) => withFields(withApplicant(over)(application), 'basic', over);
}
const basic =
  (fields: Readonly<Record<string, string>>): Change =>
  (application) =>
    withFields(application, 'basic', fields);

describe('a complete application', () => {
  it('gives nothing to say', () => {
    expect(judge(complete())).toEqual([]);
  });
});

testRule('identity.number', {
  speaks: [
    [
      'the last character is wrong (GB 11643)',
      withPerson({
        idNumber: `${PERSON.idNumber.slice(0, 17)}${PERSON.idNumber.endsWith('1') ? '2' : '1'}`,
      }),
      '身份证号末位与前17位对不上，有一位录错了',
    ],
    ['a digit was left out', withPerson({ idNumber: PERSON.idNumber.slice(1) }), '身份证号有17位，应为18位'],
    ['the old number of 15 digits', withPerson({ idNumber: '530102840615072' }), '身份证号是15位老号，应为18位'],
    [
      'a birthday that does not exist',
      withPerson({ idNumber: '53010219840231072X' }),
      '身份证号里的出生日期19840231不存在',
    ],
    ['no province begins so', withPerson({ idNumber: '99010219840615072X' }), '身份证号前6位990102不是行政区划'],
    [
      'the passport of a foreigner, who may file too (Q2)',
      withPerson({ idNumber: 'E12345678' }),
      '证件号码“E12345678”不是居民身份证号',
    ],
  ],
  silent: [
    [
      'a small x, which is stored as X',
      both(
        withPerson({ idNumber: '53010219200508011x', birthday: '1920-05-08' }),
        withApplicant({ sex: 'male' }),
        basic({ sex: '男' }),
      ),
    ],
    ['blanks in it', basic({ idNumber: ` ${PERSON.idNumber} ` })],
  ],
});

describe('identity.number', () => {
  it('may be overridden for other papers only', () => {
    const canOverride = (idNumber: string) =>
      judge(withPerson({ idNumber })(complete())).find((one) => one.rule === 'identity.number')?.canOverride;
    expect(canOverride('E12345678')).toBe(true);
    expect(canOverride('530102840615072')).toBe(false);
  });
});

testRule('identity.birthday', {
  speaks: [
    ['基本信息 has another', basic({ birthday: '1984-06-05' }), '出生日期填1984-06-05，身份证号上为1984-06-15'],
    [
      'the account has another',
      withApplicant({ birthday: '1984-07-15' }),
      '出生日期账号为1984-07-15，身份证号上为1984-06-15',
    ],
  ],
  silent: [
    ['not filled in, which is said otherwise', basic({ birthday: '' })],
    ['the number itself is wrong', withPerson({ idNumber: '530102198406150720', birthday: '1984-06-05' })],
  ],
});

testRule('identity.sex', {
  speaks: [['男 with an even sequence number', basic({ sex: '男' }), '性别填男，身份证号上为女']],
  silent: [
    [
      'a man with an odd one',
      both(
        withPerson({ idNumber: makeIdNumber('530102', '1984-06-15', 'male', 7) }),
        withApplicant({ sex: 'male' }),
        basic({ sex: '男' }),
      ),
    ],
  ],
});

testRule('identity.modules', {
  speaks: [
    ['another name', basic({ name: '李靖' }), '姓名填“李靖”，账号为“李静”'],
    [
      'another number, both right in themselves',
      basic({ idNumber: makeIdNumber('530103', '1984-06-15', 'female', 9) }),
      `身份证号填“${makeIdNumber('530103', '1984-06-15', 'female', 9)}”，账号为“${PERSON.idNumber}”`,
    ],
    ['another telephone', basic({ phone: '13987654320' }), '手机号码填“13987654320”，账号为“13987654321”'],
    [
      'birthdays differ and the number cannot say which is right',
      both(withPerson({ idNumber: '530102198406150720' }), basic({ birthday: '1984-06-05' })),
      '出生日期填“1984-06-05”，账号为“1984-06-15”',
      { also: ['identity.number'] },
    ],
  ],
  silent: [
    ['another dot in the name', withPerson({ name: '和·阿丽' })],
    ['the dot typed otherwise', both(withApplicant({ name: '和·阿丽' }), basic({ name: '和•阿丽' }))],
    ['+86 before the telephone', basic({ phone: '+86 139-8765-4321' })],
  ],
});

testRule('identity.phone', {
  speaks: [
    ['ten digits', withPerson({ phone: '1398765432' }), '手机号码“1398765432”不是11位手机号'],
    ['a desk telephone', withPerson({ phone: '0871-63640168' }), '手机号码“0871-63640168”不是11位手机号'],
  ],
  silent: [['with hyphens', withPerson({ phone: '139-8765-4321' })]],
});

testRule('unit.full-name', {
  speaks: [
    ['shortened (五(二))', basic({ unit: '松华中学' }), '工作单位填“松华中学”，与单位全称不一致'],
    [
      'the name before it changed',
      basic({ unit: '昆明市第三十七中学' }),
      '工作单位填“昆明市第三十七中学”，是单位更名前的名称',
    ],
  ],
  silent: [
    ['blanks in it', basic({ unit: '昆明市 松华中学' })],
    [
      'dispatch staff, whose unit is the dispatch company (Q10)',
      both(withApplicant({ employment: 'dispatch' }), basic({ unit: '昆明云聘劳务派遣有限公司' })),
    ],
    ['no unit enrolled yet', basic({ unit: '松华中学' }), { unit: null }],
  ],
});

testRule('unit.work', {
  speaks: [
    [
      'the present work is elsewhere',
      (a) => withFields(a, 'work', { unit: '昆明市龙翔学校' }),
      '现在的单位填“昆明市龙翔学校”，与单位全称不一致',
    ],
    [
      'no work that goes on',
      (a) => withFields(a, 'work', { to: '2024-07' }),
      '工作经历到2024-07为止，没有到现在的一段',
    ],
  ],
  silent: [
    ['it ends in the month of filing', (a) => withFields(a, 'work', { to: '2026-08' })],
    [
      'seconded people work elsewhere',
      both(withApplicant({ employment: 'seconded' }), (a) => withFields(a, 'work', { unit: '昆明市教育体育局' })),
    ],
    [
      'a second post elsewhere',
      (a) => withRecord(a, 'work', { from: '2020-01', unit: '昆明市数学会', post: '兼职秘书' }),
    ],
  ],
});

describe('advice about the unit', () => {
  it('gives its whole name, however long', () => {
    const unit = { ...SCHOOL, name: '禄劝彝族苗族自治县九龙镇中心卫生院暨滇中医学研究与教学实践基地' };
    const finding = judge(complete(), unit).find((one) => one.rule === 'unit.full-name');
    expect(finding?.advice).toBe(`请填“${unit.name}”`);
    expect(finding?.fact).toContain(UNIT_NAME);
  });
});
