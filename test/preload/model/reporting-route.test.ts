import { describe, expect, it } from 'vitest';
import { countyOfficeWords, reportingRoute, routeWords, type RouteQuestion } from '#model/reporting-route.ts';

const route = (question: Partial<RouteQuestion>) =>
  reportingRoute({ unitKind: 'city-owned', employment: 'staff', county: '五华区', isProvincial: false, ...question });

describe('the reporting route (Q3)', () => {
  it.each([
    ['a', { unitKind: 'city-owned' }, '本单位 → 主管部门 → 市级评委会'],
    ['b', { unitKind: 'county-owned' }, '本单位 → 主管部门 → 五华区人社局 → 市级评委会'],
    ['c', { unitKind: 'non-public' }, '本单位 → 五华区人社局 → 市级评委会'],
    ['d', { unitKind: 'freelance-agency' }, '本单位 → 市级评委会'],
    ['a', { unitKind: 'city-owned', isProvincial: true }, '本单位 → 主管部门 → 市人社局 → 省级评委会'],
    ['b', { unitKind: 'county-owned', isProvincial: true }, '本单位 → 主管部门 → 五华区人社局 → 市人社局 → 省级评委会'],
    ['c', { unitKind: 'non-public', isProvincial: true }, '本单位 → 五华区人社局 → 市人社局 → 省级评委会'],
    ['d', { unitKind: 'freelance-agency', isProvincial: true }, '本单位 → 市人社局 → 省级评委会'],
    // Q10: dispatch staff take the non-public route, those employed off staff the one of their unit.
    ['c', { employment: 'dispatch' }, '劳务派遣公司和用人单位 → 属地县区人社局 → 市级评委会'],
    ['c', { unitKind: 'non-public', employment: 'dispatch' }, '劳务派遣公司和用人单位 → 五华区人社局 → 市级评委会'],
    ['a', { employment: 'off-staff' }, '本单位 → 主管部门 → 市级评委会'],
    ['d', { employment: 'freelancer' }, '人事代理机构或行业协会 → 市级评委会'],
  ] as const)('%s for %o', (letter, question, words) => {
    expect(route(question).letter).toBe(letter);
    expect(routeWords(route(question))).toBe(words);
  });

  it('has everybody on the way sign and seal the paper, but not the committee', () => {
    const { steps } = route({ unitKind: 'county-owned', isProvincial: true });
    expect(steps.map(({ actor, act, seals }) => [actor, act, seals])).toEqual([
      ['unit', '签署意见并推荐', ['本单位']],
      ['department', '签署意见并推荐', ['主管部门']],
      ['county', '签署意见并推荐', ['五华区人社局']],
      ['city', '审核签署意见', ['市人社局']],
      ['committee', '评审', []],
    ]);
  });

  it('has both seals for dispatch staff (Q18)', () => {
    expect(route({ employment: 'dispatch' }).steps[0]?.seals).toEqual(['劳务派遣公司', '用人单位']);
  });
});

describe('a county’s office (part 四)', () => {
  it.each([
    ['五华区', '五华区人社局'],
    ['禄劝彝族苗族自治县', '禄劝彝族苗族自治县人社局'],
    ['安宁市', '安宁市人社局'],
    ['阳宗海风景名胜区', '阳宗海风景名胜区人社局'],
    ['昆明高新技术产业开发区', '昆明高新技术产业开发区人社部门'],
    ['云南滇中新区', '云南滇中新区人社部门'],
    ['', '属地县区人社局'],
  ])('「%s」 is 「%s」', (county, words) => {
    expect(countyOfficeWords(county)).toBe(words);
  });
});
