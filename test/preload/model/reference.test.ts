import { describe, expect, it } from 'vitest';
import {
  findPassage,
  isEngineeringDiscipline,
  ladderOf,
  nextTitles,
  PHONE_PATTERN,
  titleSpellings,
  type GuideQuestion,
  type GuideSection,
  type TitleSeries,
} from '#model/reference.ts';

const health: TitleSeries = {
  number: 4,
  name: '卫生技术人员',
  ladders: [
    {
      senior: '主任医师',
      'associate-senior': '副主任医师',
      middle: '主治(主管)医师',
      assistant: '医师',
      junior: '医士',
    },
    { senior: '主任药师', 'associate-senior': '副主任药师', middle: '主管药师', assistant: '药师', junior: '药士' },
  ],
};
const farming: TitleSeries = {
  number: 6,
  name: '农业技术人员',
  ladders: [
    {
      senior: '正高级农艺师',
      'associate-senior': '高级农艺师',
      middle: '农艺师',
      assistant: '助理农艺师',
      junior: '农业技术员',
    },
    { senior: '正高级畜牧师', 'associate-senior': '高级畜牧师', middle: '畜牧师', assistant: '助理畜牧师' },
    { senior: '农业技术推广研究员' },
  ],
};
const university: TitleSeries = {
  number: 1,
  name: '高等学校教师',
  ladders: [{ senior: '教授', 'associate-senior': '副教授', middle: '讲师', assistant: '助教' }],
};
const trade: TitleSeries = {
  number: 13,
  name: '技工院校教师',
  ladders: [{ senior: '正高级讲师', 'associate-senior': '高级讲师', middle: '讲师', assistant: '助理讲师' }],
};
const TITLES = [university, health, farming, trade];

describe('ladders (Q1)', () => {
  it('finds the row and level of a title', () => {
    expect(ladderOf(health, '主管药师')).toEqual({ ladder: health.ladders[1], level: 'middle' });
    expect(ladderOf(health, '农艺师')).toBeNull();
  });

  it.each(['主治(主管)医师', '主治（主管）医师', '主治医师', ' 主管 医师'])('knows %s as one title', (written) => {
    expect(ladderOf(health, written)?.level).toBe('middle');
  });

  it.each([
    ['一级导演(编导)', ['一级导演(编导)', '一级导演', '一级编导']],
    ['一级摄影(摄像)师', ['一级摄影(摄像)师', '一级摄影师', '一级摄像师']],
    ['讲师', ['讲师']],
  ])('spells %s in every way', (title, spellings) => {
    expect(titleSpellings(title)).toEqual(spellings);
  });

  it.each([
    ['医士', ['医师']],
    ['主治医师', ['副主任医师']],
    ['主任医师', []],
    ['讲师', ['副教授', '高级讲师']],
    ['高级畜牧师', ['正高级畜牧师', '农业技术推广研究员']],
    ['农艺师', ['高级农艺师']],
    ['厨师', []],
  ])('lets %s be followed by %j', (present, following) => {
    expect(nextTitles(TITLES, present).map((next) => next.title)).toEqual(following);
  });

  it('names the series and level of what follows', () => {
    expect(nextTitles(TITLES, '助教')).toEqual([{ series: '高等学校教师', level: 'middle', title: '讲师' }]);
  });
});

describe('specialties filed as 工程技术 (Q19)', () => {
  const listed = [{ name: '机械' }, { name: '林业工程' }, { name: '石油与天然气' }];
  it.each([
    ['机械', true],
    ['机械专业', true],
    ['机械工程', true],
    ['机械工程专业', true],
    ['林业工程', true],
    ['石油与天然气工程', true],
    ['林业', false],
    ['工程', false],
    ['会计', false],
    ['', false],
  ])('%s: %s', (name, expected) => {
    expect(isEngineeringDiscipline(listed, name)).toBe(expected);
  });
});

describe('source links', () => {
  const questions: readonly GuideQuestion[] = [
    { id: 'Q1', number: 1, title: '我省可以评哪些职称?', blocks: [{ table: 'titles' }] },
    {
      id: 'Q5',
      number: 5,
      title: '条件、材料及时间?',
      blocks: [{ text: '⑴条件:' }, { table: 'planning-high' }, { text: '(4)网络申报时间:' }],
    },
    { id: 'Q18', number: 18, title: '公示有什么要求?', blocks: [{ text: '公示期不少于5个工作日。' }] },
  ];
  const sections: readonly GuideSection[] = [
    { id: '五(一)1', title: '登录网址', path: [], blocks: [{ text: '网站' }] },
    { id: '五(二)3(1)', title: '个人申报', path: [], blocks: [{ text: '机会总共为4次' }] },
    { id: '五(三)', title: '申报审核', path: [], blocks: [{ text: '认真审查' }, { text: '注意:3次' }] },
    { id: '五(三)4', title: '单位审核', path: [], blocks: [{ text: '审核' }] },
  ];
  it.each([
    ['Q18', 'Q18', null],
    ['Q5(4)', 'Q5', 2],
    ['Q5(1)', 'Q5', 0],
    ['五(三)4', '五(三)4', null],
    ['五（三）4', '五(三)4', null],
    ['五(三) 注意', '五(三)', 1],
    ['五(一)', '五(一)1', null],
    ['五(二)3', '五(二)3(1)', null],
  ])('%s lands on %s', (source, id, block) => {
    expect(findPassage({ questions, sections }, source)).toEqual({ id, block });
  });

  it.each(['Q', 'Q7', 'Q99', '七', ''])('%j lands nowhere', (source) => {
    expect(findPassage({ questions, sections }, source)).toBeNull();
  });
});

describe('telephone numbers', () => {
  it.each(['0871-65165786', '63644999转1转627005'])('takes %s', (phone) => expect(phone).toMatch(PHONE_PATTERN));
  it.each([
    '0871—68699750',
    '0871--68811142',
    '087168699750',
    '0871-6869975',
    '68699750',
    '0871-68367604 0871-68158354',
  ])('refuses %s', (phone) => expect(phone).not.toMatch(PHONE_PATTERN));
});
