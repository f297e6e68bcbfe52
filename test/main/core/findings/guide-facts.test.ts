import { describe, expect, it } from 'vitest';
import { follows } from '#core/findings/guide-facts.ts';
import { shippedGuide } from '../../../support/checks.ts';
import { guide2022 } from './rule-tests.ts';

describe('committees by their names', () => {
  it('finds each planned one in the directory, under whichever name (Q5, 三)', () => {
    const planned = shippedGuide.planning.map(({ committee }) => committee);
    expect(planned.filter((name) => !guide2022.committee(name).isListed)).toEqual([]);
    const unplanned = shippedGuide.committees.filter(({ name }) => guide2022.committee(name).sitsInMonth === null);
    expect(unplanned.map(({ name }) => name)).toEqual(['云南师范大学附属小学中小学教师一级教师职称评审委员会']);
  });

  it('knows the series of each', () => {
    const names = shippedGuide.committees.map(({ name }) => name);
    expect(names.filter((name) => !guide2022.committee(name).series?.every((s) => guide2022.hasSeries(s)))).toEqual([]);
  });

  it.each([
    ['昆明市工艺美术专业中级职称评审委员会', ['工艺美术专业人员']],
    ['昆明市艺术专业二级职称评审委员会', ['艺术专业人员']],
    ['昆明市社会科学研究中级职称评审委员会', ['哲学社会科学研究人员']],
    ['昆明市园林专业中级职称评审委员会', ['工程技术人员']],
    ['昆明市林业工程中级职称评审委员会', ['工程技术人员']],
    ['昆明市药学(药品)专业主管药师评审委员会', ['卫生技术人员']],
    ['寻甸县中小教师中级职称评审委员会', ['中小学教师']],
    ['昆明市一级教练审核组', ['体育专业人员']],
  ])('%s', (name, series) => {
    expect(guide2022.committee(name).series).toEqual(series);
  });
});

describe('titles', () => {
  const position = (title: string, series: string) =>
    guide2022.positionsOf(title).find((one) => one.series === series) ?? expect.fail(`${title} is not in ${series}`);

  it('stand where Q1 has them, in every series', () => {
    expect(guide2022.positionsOf('讲师').map(({ series }) => series)).toEqual([
      '高等学校教师',
      '技工院校教师',
      '中等职业学校教师',
    ]);
    expect(guide2022.positionsOf('主管医师')).toHaveLength(1);
    expect(guide2022.positionsOf('高级教师（中教）')).toHaveLength(1);
    expect(guide2022.positionsOf('')).toEqual([]);
  });

  it.each([
    ['主治医师', '副主任医师', '卫生技术人员', true],
    ['主治医师', '副主任护师', '卫生技术人员', false],
    ['高级农艺师', '农业技术推广研究员', '农业技术人员', true],
    ['农艺师', '农业技术推广研究员', '农业技术人员', false],
    ['律师助理', '四级律师', '律师', true],
  ])('%s then %s: %s %s', (present, next, series, isNext) => {
    expect(follows(position(present, series), position(next, series))).toBe(isNext);
  });
});
