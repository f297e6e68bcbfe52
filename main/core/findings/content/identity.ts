/** Who files: ID number, birthday, sex, name and telephone, on the account and in 基本信息 (五(二)1). */
import type { IdentityNumberFailure, Sex } from '#model/identity-number.ts';
import { isSameName } from '#model/names.ts';
import { tidyCode } from '#model/typed-text.ts';
import { NO_FAULTS, when, type Fault, type Rule } from '../engine.ts';
import { identityOf, valueOf, type FilingFacts } from '../filing-facts.ts';
import { quote } from '../words.ts';

const SEX_WORDS: Readonly<Record<Sex, string>> = { male: '男', female: '女' };
const MOBILE = /^1[3-9]\d{9}$/;
const onCard = { moduleId: 'basic', field: 'idNumber' } as const;

export const IDENTITY_RULES: readonly Rule<FilingFacts>[] = [
  {
    id: 'identity.number',
    severity: 'blocking',
    source: '五(二)1',
    audience: 'applicant',
    find(facts) {
      const { applicant, basic } = facts;
      const { idNumber } = applicant;
      const checked = identityOf(facts);
      if (checked.ok) return NO_FAULTS;
      const place = { ...onCard, recordId: basic?.id };
      if (/^[A-Z]/.test(tidyCode(idNumber))) {
        // passports and permits of people from elsewhere, who may file as well (Q2)
        const fact = `证件号码${quote(idNumber)}不是居民身份证号`;
        return [{ ...place, canOverride: true, fact, advice: '请核对；持其他证件的，请上传证件原件扫描件' }];
      }
      return [{ ...place, fact: numberFault(checked.error), advice: '请照身份证改正' }];
    },
  },
  {
    id: 'identity.birthday',
    severity: 'blocking',
    source: '五(二)1',
    audience: 'applicant',
    find(facts) {
      const filed = valueOf(facts.basic, 'birthday');
      return disagreement(facts, 'birthday', '出生日期', [
        ['填', filed],
        ['账号为', facts.applicant.birthday],
      ]);
    },
  },
  {
    id: 'identity.sex',
    severity: 'blocking',
    source: '五(二)1',
    audience: 'applicant',
    find(facts) {
      const filed = valueOf(facts.basic, 'sex');
      return disagreement(facts, 'sex', '性别', [
        ['填', filed],
        ['账号为', SEX_WORDS[facts.applicant.sex]],
      ]);
    },
  },
  {
    id: 'identity.modules',
    severity: 'blocking',
    source: '五(二)1',
    audience: 'applicant',
    find: differencesFromAccount,
  },
  {
    id: 'identity.phone',
    severity: 'look',
    source: '五(二)1',
    audience: 'applicant',
    find({ applicant, basic }) {
      const wrong = [valueOf(basic, 'phone'), applicant.phone].find((phone) => phone !== '' && !isMobile(phone));
      return when(wrong !== undefined, () => ({
        moduleId: 'basic',
        recordId: basic?.id,
        field: 'phone',
        fact: `手机号码${quote(wrong ?? '')}不是11位手机号`,
        advice: '请填本人常用的手机号',
      }));
    },
  },
];

/** The first of the given values that the ID number contradicts. A number that is wrong itself proves nothing. */
function disagreement(
  facts: FilingFacts,
  field: 'birthday' | 'sex',
  label: string,
  given: readonly (readonly [how: string, value: string])[],
): readonly Fault[] {
  const identity = identityOf(facts);
  if (!identity.ok) return NO_FAULTS;
  const expected = field === 'sex' ? SEX_WORDS[identity.value.sex] : identity.value.birthday;
  const wrong = given.find(([, value]) => value !== '' && value !== expected);
  return when(wrong !== undefined, () => ({
    moduleId: 'basic',
    recordId: facts.basic?.id,
    field,
    fact: `${label}${wrong?.[0]}${wrong?.[1]}，身份证号上为${expected}`,
    advice: '请改正',
  }));
}

/** Birthday and sex are compared here only where the ID number cannot settle them. */
function differencesFromAccount(facts: FilingFacts): readonly Fault[] {
  const { applicant, basic } = facts;
  if (!basic) return NO_FAULTS;
  const isSettled = identityOf(facts).ok;
  const sex = SEX_WORDS[applicant.sex];
  const pairs: readonly (readonly [
    field: string,
    label: string,
    account: string,
    isSame: (filed: string) => boolean,
  ])[] = [
    ['name', '姓名', applicant.name, (filed) => isSameName(filed, applicant.name)],
    ['idNumber', '身份证号', applicant.idNumber, (filed) => tidyCode(filed) === tidyCode(applicant.idNumber)],
    ['phone', '手机号码', applicant.phone, (filed) => plainPhone(filed) === plainPhone(applicant.phone)],
    ['birthday', '出生日期', applicant.birthday, (filed) => isSettled || filed === applicant.birthday],
    ['sex', '性别', sex, (filed) => isSettled || filed === sex],
  ];
  return pairs.flatMap(([field, label, account, isSame]) => {
    const filed = valueOf(basic, field);
    return when(filed !== '' && filed !== account && !isSame(filed), () => ({
      subject: field,
      moduleId: 'basic',
      recordId: basic.id,
      field,
      fact: `${label}填${quote(filed)}，账号为${quote(account)}`,
      advice: '请核对改正',
    }));
  });
}

function isMobile(phone: string): boolean {
  return MOBILE.test(phone) || MOBILE.test(plainPhone(phone));
}

function plainPhone(phone: string): string {
  return tidyCode(phone)
    .replace(/^(?:\+|00)?86(?=1)/, '')
    .replaceAll('-', '');
}

function numberFault(failure: IdentityNumberFailure): string {
  switch (failure.code) {
    case 'old-number':
      return '身份证号是15位老号，应为18位';
    case 'wrong-length':
      return `身份证号有${failure.details.length}位，应为18位`;
    case 'wrong-character':
      return `身份证号第${failure.details.position}位不是数字`;
    case 'wrong-area':
      return `身份证号前6位${failure.details.area}不是行政区划`;
    case 'wrong-birthday':
      return `身份证号里的出生日期${failure.details.digits}不存在`;
    case 'birthday-in-future':
      return `身份证号里的出生日期${failure.details.birthday}晚于申报时间`;
    case 'wrong-check-character':
      return '身份证号末位与前17位对不上，有一位录错了';
  }
}
