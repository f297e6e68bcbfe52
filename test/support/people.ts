/** Invented people for fixtures: names, ID numbers (GB 11643), credit codes (GB 32100), telephone numbers. */

/** A number in [0, 1); the same seed gives the same sequence. */
export type Random = () => number;

export type Person = Readonly<{
  name: string;
  sex: 'male' | 'female';
  nation: string;
  /** 'YYYY-MM-DD' */
  birthday: string;
  idNumber: string;
  phone: string;
}>;

/** Kunming's districts and counties by GB 2260, as they begin an ID number. */
export const KUNMING_AREAS: readonly string[] = [
  '530102',
  '530103',
  '530111',
  '530112',
  '530113',
  '530114',
  '530115',
  '530124',
  '530125',
  '530126',
  '530127',
  '530128',
  '530129',
  '530181',
];

/** FNV-1a, then sfc32: good enough for fixtures, the same on every machine. */
export function createRandom(seed: string): Random {
  let hash = 0x811c9dc5;
  const state = [0, 1, 2, 3].map((lane) => {
    for (const character of `${lane}${seed}`) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    return hash | 0;
  });
  let [a, b, c, d] = state as [number, number, number, number];
  function next(): number {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 0x1_0000_0000;
  }
  for (let warmUp = 0; warmUp < 12; warmUp += 1) next();
  return next;
}

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

/** Whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The 18th character of an ID number (GB 11643) for its first 17. */
export function idCheckCharacter(first17: string): string {
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return '10X98765432'[sum % 11] as string;
}

/** `order` 0–499 within area and day; the last digit before the check is odd for men. */
export function makeIdNumber(area: string, birthday: string, sex: Person['sex'], order: number): string {
  const serial = (order % 500) * 2 + (sex === 'male' ? 1 : 0);
  const first17 = `${area}${birthday.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return first17 + idCheckCharacter(first17);
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A unified social credit code (GB 32100): its 18th character for the first 17. */
export function makeCreditCode(first17: string): string {
  const sum = CREDIT_WEIGHTS.reduce(
    (total, weight, index) => total + weight * CREDIT_ALPHABET.indexOf(first17[index] ?? ''),
    0,
  );
  return first17 + (CREDIT_ALPHABET[(31 - (sum % 31)) % 31] as string);
}

export function makePhone(random: Random): string {
  const head = pick(random, [
    '138',
    '139',
    '135',
    '136',
    '137',
    '158',
    '159',
    '187',
    '188',
    '133',
    '153',
    '180',
    '189',
    '130',
    '186',
  ]);
  return head + String(Math.floor(random() * 1e8)).padStart(8, '0');
}

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严普和木自字茶者';
const GIVEN = {
  male: [
    '伟',
    '建国',
    '志远',
    '文辉',
    '正东',
    '永昌',
    '国强',
    '立新',
    '俊',
    '海波',
    '云鹏',
    '绍华',
    '家明',
    '晓峰',
    '思源',
    '景行',
    '云龙',
    '泽民',
    '开源',
    '明德',
  ],
  female: [
    '雪梅',
    '丽华',
    '文静',
    '晓燕',
    '春燕',
    '秀英',
    '慧',
    '红',
    '芳',
    '玉兰',
    '思颖',
    '雨欣',
    '佳琪',
    '海燕',
    '琼仙',
    '丽萍',
    '云霞',
    '静怡',
    '梦瑶',
    '桂英',
  ],
};
const MINORITY: readonly Readonly<{ name: string; sex: Person['sex']; nation: string }>[] = [
  { name: '和·阿丽', sex: 'female', nation: '纳西族' },
  { name: '阿卜杜勒·艾合买提', sex: 'male', nation: '维吾尔族' },
  { name: '吉克·阿依莫', sex: 'female', nation: '彝族' },
  { name: '扎西·顿珠', sex: 'male', nation: '藏族' },
  { name: '刀·依香', sex: 'female', nation: '傣族' },
];

/** A likely age for a teacher or engineer who files for a title. */
export type AgeRange = Readonly<{ from: number; to: number; year: number }>;

/** `order` makes the ID number unique; every 40th person has a name with 「·」. */
export function inventPerson(random: Random, order: number, age: AgeRange): Person {
  const minority = order % 40 === 39 ? pick(random, MINORITY) : null;
  const sex = minority?.sex ?? (random() < 0.42 ? 'male' : 'female');
  const name = minority?.name ?? pick(random, [...SURNAMES]) + pick(random, GIVEN[sex]);
  const nation =
    minority?.nation ?? (random() < 0.82 ? '汉族' : pick(random, ['彝族', '白族', '回族', '纳西族', '哈尼族']));
  return completePerson(random, { name, sex, nation }, order, age);
}

/** Gives a name its birthday, ID number and telephone. */
export function completePerson(
  random: Random,
  known: Pick<Person, 'name' | 'sex' | 'nation'>,
  order: number,
  age: AgeRange,
): Person {
  const year = age.year - between(random, age.from, age.to);
  const month = String(between(random, 1, 12)).padStart(2, '0');
  const birthday = `${year}-${month}-${String(between(random, 1, 28)).padStart(2, '0')}`;
  const idNumber = makeIdNumber(pick(random, KUNMING_AREAS), birthday, known.sex, order);
  return { ...known, birthday, idNumber, phone: makePhone(random) };
}
