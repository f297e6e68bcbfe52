import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadEdition } from '#core/reference/reference.repository.ts';
import { findPassage, ladderOf, nextTitles, PHONE_PATTERN, type ReferenceEdition } from '#model/reference.ts';

const DIRECTORY = join(import.meta.dirname, '../../../../resources/reference');
let guide: ReferenceEdition;
beforeAll(async () => {
  const loaded = await loadEdition(DIRECTORY, '2022');
  if (!loaded.ok) throw new Error(`${loaded.error.file} ${loaded.error.path}: ${loaded.error.message}`);
  guide = loaded.value;
});

const titlesOf = (number: number) =>
  guide.titles.find((series) => series.number === number)?.ladders.map((ladder) => Object.values(ladder)) ?? [];
const committee = (level: 'high' | 'middle', number: number) =>
  guide.committees.find((row) => row.level === level && row.number === number);
const office = (number: number) => guide.offices.find((row) => row.number === number);

describe('the 2022 guide is complete', () => {
  it('has as many rows as the printed tables', () => {
    const count = (rows: readonly Readonly<{ level: string }>[], level: string) =>
      rows.filter((row) => row.level === level).length;
    expect({
      series: guide.titles.length,
      ladders: guide.titles.flatMap((series) => series.ladders).length,
      cells: guide.titles.flatMap((series) => series.ladders).flatMap((ladder) => Object.values(ladder)).length,
      planningHigh: count(guide.planning, 'high'),
      planningMiddle: count(guide.planning, 'middle'),
      committeesHigh: count(guide.committees, 'high'),
      committeesMiddle: count(guide.committees, 'middle'),
      offices: guide.offices.length,
      disciplines: guide.disciplines.length,
      questions: guide.questions.length,
      sections: guide.sections.length,
      contacts: guide.contacts.length,
    }).toEqual({
      series: 26,
      ladders: 55,
      cells: 231,
      planningHigh: 11,
      planningMiddle: 46,
      committeesHigh: 11,
      committeesMiddle: 47,
      offices: 22,
      disciplines: 40,
      questions: 19,
      sections: 30,
      contacts: 5,
    });
  });

  it('has no empty text anywhere', () => {
    const empty: string[] = [];
    JSON.stringify(guide, (key, value: unknown) => {
      if (value === null || (typeof value === 'string' && value.trim() === '')) empty.push(key);
      return value;
    });
    expect(empty).toEqual([]);
  });

  it('has one spelling for telephone numbers', () => {
    const phones = [...guide.committees, ...guide.offices].flatMap((row) => row.phones);
    expect(phones).toHaveLength(58 + 22 + 2);
    expect(phones.filter((phone) => !PHONE_PATTERN.test(phone))).toEqual([]);
  });

  it('has no title twice in a series', () => {
    for (const series of guide.titles) {
      const titles = series.ladders.flatMap((ladder) => Object.values(ladder));
      expect(new Set(titles).size, series.name).toBe(titles.length);
    }
  });
});

describe('ladders as printed (Q1)', () => {
  it('keeps the four rows of 卫生', () => {
    expect(titlesOf(4)).toEqual([
      ['主任医师', '副主任医师', '主治(主管)医师', '医师', '医士'],
      ['主任药师', '副主任药师', '主管药师', '药师', '药士'],
      ['主任护师', '副主任护师', '主管护师', '护师', '护士'],
      ['主任技师', '副主任技师', '主管技师', '技师', '技士'],
    ]);
  });

  it.each([
    [7, 2],
    [13, 2],
    [14, 2],
    [19, 3],
    [21, 2],
    [23, 16],
    [24, 3],
    [26, 1],
  ])('series %i has %i rows', (number, rows) => {
    expect(titlesOf(number)).toHaveLength(rows);
  });

  it('puts lone and bottom cells at their level', () => {
    const series = (number: number) => guide.titles[number - 1] ?? expect.fail(`no series ${number}`);
    expect(ladderOf(series(6), '农业技术推广研究员')).toEqual({
      ladder: { senior: '农业技术推广研究员' },
      level: 'senior',
    });
    expect(ladderOf(series(26), '律师助理')?.level).toBe('junior');
    expect(ladderOf(series(22), '三级教师')?.level).toBe('junior');
    expect(ladderOf(series(23), '四级摄像师')?.level).toBe('assistant');
    expect(ladderOf(series(14), '国家级教练')?.level).toBe('senior');
  });

  it('answers what follows across series', () => {
    expect(nextTitles(guide.titles, '讲师').map(({ series, title }) => `${series} ${title}`)).toEqual([
      '高等学校教师 副教授',
      '技工院校教师 高级讲师',
      '中等职业学校教师 高级讲师',
    ]);
  });
});

describe('committees and plans as printed', () => {
  it.each([
    [44, '中共昆明经济技术开发区工作委员会党群工作部', '0871-68163083'],
    [45, '昆明市市场监督管理局', '0871-64637382'],
    [46, '昆明市工业和信息化局', '0871-63135910'],
    [47, '昆明市市场监督管理局', '0871-64637382'],
  ])('middle committee %i has the telephone of the next line', (number, body, phone) => {
    expect(committee('middle', number)).toMatchObject({ body, phones: [phone] });
  });

  it('keeps brackets, extensions and long scopes, and drops the blanks of line breaks', () => {
    expect(committee('middle', 44)?.name).toBe('中国(云南)自由贸易试验区昆明片区建筑工程中级职称评审委员会');
    expect(committee('middle', 13)?.phones).toEqual(['63644999转1转627005']);
    expect(committee('middle', 43)?.name).toBe('昆明阳宗海风景名胜区中小学教师中级职称评审委员会');
    expect(committee('middle', 2)?.body).toBe('云南师范大学附属小学');
    expect(committee('high', 4)?.body).toBe('昆明市工业和信息化局');
    expect(committee('high', 6)?.name).toBe('昆明市交通工程高级工程师评审委员会');
    expect(committee('high', 7)?.scope).toBe('在本市所属企事业单位从事农业技术相关专业工作');
    expect(committee('high', 11)).toEqual({
      level: 'high',
      number: 11,
      name: '昆明市中等专业学校高级讲师评审委员会',
      scope: '在本市各普通中等专业学校和成人中等专业学校从事教育教学工作的在职专任教师(含实验技术人员)',
      body: '昆明市教育体育局',
      phones: ['0871-65165786'],
    });
  });

  it('keeps the plan as printed, slips included', () => {
    const plan = (level: string, number: number) =>
      guide.planning.find((row) => row.level === level && row.number === number);
    expect(plan('high', 11)).toEqual({
      level: 'high',
      number: 11,
      committee: '昆明市高级经济师评审委员会',
      body: '昆明市工业和信息化局',
      month: 11,
      due: '11月底前',
    });
    expect(plan('middle', 33)?.committee).toBe('寻甸县中小教师中级职称评审委员会');
    expect(plan('middle', 41)?.body).toBe('中共中国(云南)自由贸易区昆明片区工作委员会党群工作部');
    expect(plan('middle', 11)).toMatchObject({ body: '昆明市城市管理局', month: 8 });
  });
});

describe('offices as printed', () => {
  it('keeps both offices of 西山区 apart', () => {
    expect(office(2)).toMatchObject({ name: '西山区人力资源和社会保障局', phones: ['0871-68046909'] });
    expect(office(2)?.service).toContain('事业单位(在职在编)');
    expect(office(3)).toMatchObject({
      name: '西山区人力资源和社会保障局',
      address: '五华区茭菱路668号3楼区人才服务中心',
      phones: ['0871-68367604', '0871-68158354'],
    });
    expect(office(3)?.service).toContain('非公企业(非在职在编)');
  });

  it.each([
    [4, ['0871-65615187', '0871-65629523']],
    [9, ['0871-68699750']],
    [10, ['0871-68811142']],
    [21, ['0871-67397050']],
  ])('office %i answers at %j', (number, phones) => {
    expect(office(number)?.phones).toEqual(phones);
  });

  it('ends with the metro company', () => {
    expect(office(22)).toEqual({
      number: 22,
      name: '昆明地铁运营有限公司',
      service: '在本市所属企事业单位从事轨道交通工程相关专业工作的在职专业技术人员。',
      address: '北京路915号2704室',
      phones: ['63644999转1转627005'],
    });
  });
});

describe('questions and sections as printed', () => {
  it('ends the list of 工程技术 with 快递 and 地震, as Q19 prints it', () => {
    const names = guide.disciplines.map((discipline) => discipline.name);
    expect(JSON.stringify(guide.questions[18]?.blocks)).toContain(`申报${names.join('、')}专业的`);
  });

  it.each([
    ['Q2', null, '直接从事专业技术工作的在职在岗专业技术人才'],
    ['Q5(4)', 7, '评委会截止收审材料前3日24:00'],
    ['Q11(1)', 0, '现岗位工作满1年以上'],
    ['Q18', null, '公示期不少于5个工作日'],
    ['五(二)3(1)', null, '返回修改和重置流程的机会总共为4次'],
    ['五(三) 注意', 1, '申报系统中3次提出审核意见'],
    ['五(三)4', null, '“返回修改”或“重置流程”'],
    ['五(四)', null, '0871-63108336'],
    ['一(一)2', null, '暂停该单位下一年度职称申报推荐工作'],
  ])('%s can be opened', (source, block, words) => {
    const place = findPassage(guide, source);
    expect(place?.block).toBe(block);
    const passage = [...guide.questions, ...guide.sections].find(({ id }) => id === place?.id);
    expect(JSON.stringify(block === null ? passage?.blocks : passage?.blocks[block])).toContain(words);
  });

  it('names every place that its contacts come from', () => {
    expect(guide.contacts.map((contact) => [contact.value, findPassage(guide, contact.source) !== null])).toEqual([
      ['0871-63108336', true],
      ['12333', true],
      ['http://rsj.km.gov.cn', true],
      ['https://credit.km.gov.cn', true],
      ['hrmosmo@163.com', true],
    ]);
  });
});
