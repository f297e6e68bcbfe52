/** The units the city knows. All are invented; the sample unit is the one the demo and the tests enrol. */
import type * as z from 'zod';
import type { UnitSchema } from '#protocol/protocol.ts';
import { makeCreditCode } from '../../support/people.ts';

export type SeededUnit = z.input<typeof UnitSchema> & Readonly<{ account: string; password: string }>;

/** Under the same credit code (五(四)7). */
export const FORMER_NAME = '昆明市松华初级中学';

/** A city-owned school; account and password as the unit would have chosen them at its registration. */
export const SAMPLE_UNIT: SeededUnit = {
  id: '5301f000-0000-8000-8000-000000000001',
  name: '昆明市松华中学',
  creditCode: makeCreditCode('12530100431204817'),
  kind: 'city-owned',
  county: '五华区',
  address: '昆明市五华区松华路68号',
  phone: '0871-63640168',
  head: '周正华',
  contact: '李敏',
  supervisor: '昆明市教育体育局',
  formerNames: [{ name: FORMER_NAME, until: '2019-09-01' }],
  account: 'songhua',
  password: 'Songhua-2026',
};

export const OTHER_UNITS: readonly SeededUnit[] = [
  {
    id: '5301f000-0000-8000-8000-000000000002',
    name: '昆明市滇池湿地研究所',
    creditCode: makeCreditCode('12530100431205529'),
    kind: 'city-owned',
    county: '西山区',
    address: '昆明市西山区湖滨路12号',
    phone: '0871-64128812',
    account: 'dianchi',
    password: 'Dianchi-2026',
  },
  {
    id: '5301f000-0000-8000-8000-000000000003',
    name: '禄劝彝族苗族自治县云龙乡中心卫生院',
    creditCode: makeCreditCode('12530128431998203'),
    kind: 'county-owned',
    county: '禄劝彝族苗族自治县',
    address: '禄劝彝族苗族自治县云龙乡正街5号',
    phone: '0871-68960120',
    account: 'yunlong',
    password: 'Yunlong-2026',
  },
  {
    id: '5301f000-0000-8000-8000-000000000004',
    name: '昆明翠湖数字科技有限公司',
    creditCode: makeCreditCode('91530102MA6K3T7X2'),
    kind: 'non-public',
    county: '盘龙区',
    address: '昆明市盘龙区北京路987号',
    phone: '0871-65105533',
    account: 'cuihu',
    password: 'Cuihu-2026',
  },
];
