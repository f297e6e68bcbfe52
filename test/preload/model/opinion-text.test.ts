import { describe, expect, it } from 'vitest';
import { EMPTY_OPINION, type OpinionForm } from '#model/opinion-form.ts';
import {
  countCharacters,
  openPoints,
  opinionText,
  recommendationFor,
  writeOpinion,
  type OpinionPublicity,
} from '#model/opinion-text.ts';
import { CONCLUDED, EVALUATION, FACTS, FORM } from '../../support/opinion-form.ts';

const PUBLICITY = '2026年9月9日至9月16日在校园公告栏、校内办公网公示5个工作日，无异议。';

function second(form: Partial<OpinionForm>, publicity: OpinionPublicity | null = CONCLUDED): string {
  return (
    opinionText({ ...FORM, ...form }, { ...FACTS, publicity })
      .split('\n')
      .at(-1) ?? ''
  );
}

describe('the text of 基层单位意见 (五(三)5; mock 05)', () => {
  it('is two paragraphs: the evaluation, and how the recommendation came about', () => {
    expect(opinionText(FORM, FACTS)).toBe(
      `${EVALUATION}\n` +
        '经校学术委员会2026年9月8日会议评议并投票推荐，应到24人，实到24人，同意23票，不同意1票，弃权0票。' +
        `${PUBLICITY}同意推荐申报高级教师。`,
    );
  });

  it('marks what is to be filled in and votes that contradict', () => {
    const evaluation = '指导青年教师三名。〔待填：主要业绩〕';
    const paragraphs = writeOpinion({ ...FORM, evaluation, inFavour: 22 }, FACTS);
    expect(paragraphs[0]).toEqual([
      { text: '指导青年教师三名。', mark: null, field: 'evaluation' },
      { text: '〔待填：主要业绩〕', mark: 'missing', field: 'evaluation' },
    ]);
    expect(paragraphs[1]?.filter(({ mark }) => mark === 'contradiction')).toEqual([
      { text: '同意22票', mark: 'contradiction', field: 'inFavour' },
      { text: '不同意1票', mark: 'contradiction', field: 'against' },
      { text: '弃权0票', mark: 'contradiction', field: 'abstained' },
    ]);
    const crowded = writeOpinion({ ...FORM, invited: 20 }, FACTS).flat();
    expect(crowded.filter(({ mark }) => mark).map(({ field }) => field)).toEqual(['invited', 'attended']);
  });

  it('of an empty form says every part that is missing', () => {
    expect(opinionText(EMPTY_OPINION, { ...FACTS, publicity: null })).toBe(
      '〔待填：对专业技术工作的评价〕\n' +
        '〔待填：会议日期〕以“〔待填：推荐方式〕”的方式推荐，参加推荐的范围为〔待填：参加推荐的范围〕。' +
        '〔待填：公示情况〕。〔待填：推荐意见〕。',
    );
  });

  it.each([
    ['民主推荐', { scope: '全体教师', meeting: '教职工大会' }, '经全体教师2026年9月8日教职工大会民主推荐，应到24人，'],
    ['推荐小组评议', { scope: '职称推荐小组' }, '经职称推荐小组2026年9月8日会议评议推荐，应到24人，'],
    ['同行评议', { scope: '数学组', meeting: '数学组评议会' }, '经2026年9月8日数学组评议会同行评议推荐，应到24人，'],
    ['职工代表大会推荐', { scope: '职工代表' }, '经职工代表大会2026年9月8日推荐，参加推荐的范围为职工代表，应到24人，'],
    [
      '党委（党组）会议研究',
      { scope: '党委委员', meeting: '院党委会' },
      '经院党委会2026年9月8日研究推荐，参加推荐的范围为党委委员，',
    ],
    ['专家函评', { scope: '三所学校的同行' }, '2026年9月8日以“专家函评”的方式推荐，参加推荐的范围为三所学校的同行，'],
    [
      '专家函评',
      { scope: '同行', meeting: '评议会' },
      '经评议会2026年9月8日以“专家函评”的方式推荐，参加推荐的范围为同行，',
    ],
  ])('%s reads as it is done', (way, form, opening) => {
    expect(second({ way, ...form })).toContain(opening);
  });

  it.each([
    ['领导班子会议研究', '经领导班子会议2026年9月8日研究推荐，参加推荐的范围为校领导。'],
    ['推荐小组评议', '经校领导2026年9月8日会议评议推荐。'],
    [
      '民主推荐',
      '民主推荐，〔待填：应到人数〕，〔待填：实到人数〕，〔待填：同意票数〕，〔待填：不同意票数〕，〔待填：弃权票数〕。',
    ],
    ['通讯投票', '，〔待填：应到人数〕，'],
  ])('without numbers, %s says so only where votes are meant', (way, expected) => {
    const none = { invited: null, attended: null, inFavour: null, against: null, abstained: null };
    expect(second({ way, scope: '校领导', ...none })).toContain(expected);
  });

  it('one vote asks for the others', () => {
    const partly = { way: '领导班子会议研究', invited: null, against: null, abstained: null };
    expect(second(partly)).toContain('实到24人，同意23票，〔待填：不同意票数〕，〔待填：弃权票数〕。');
  });

  it.each<[string, Partial<OpinionPublicity>, string]>([
    ['settled objections', { outcome: 'objection-settled' }, '公示5个工作日，收到的异议经核实不影响推荐。'],
    ['an upheld objection', { outcome: 'objection-upheld' }, '公示5个工作日，收到的异议经核实属实。'],
    [
      'an open objection',
      { openObjections: 1 },
      '2026年9月9日起在校园公告栏、校内办公网公示，〔待填：公示异议的核实结果〕。',
    ],
    [
      'a running notice',
      { isConcluded: false, outcome: null },
      '2026年9月9日起在校园公告栏、校内办公网公示，〔待填：公示结果〕。',
    ],
    ['a year without a calendar', { workingDays: null }, '至9月16日在校园公告栏、校内办公网公示，无异议。'],
    ['the turn of the year', { postedOn: '2026-12-28', endsOn: '2027-01-05' }, '2026年12月28日至2027年1月5日在'],
    [
      'a second notice (Q18)',
      {
        other: { unit: '昆明云聘劳务派遣有限公司', postedOn: '2026-09-08', endsOn: '2026-09-15', place: '公司公告栏' },
      },
      '公示5个工作日；昆明云聘劳务派遣有限公司2026年9月8日至9月15日在公司公告栏公示，无异议。',
    ],
  ])('publicity with %s', (_, change, expected) => {
    expect(second({}, { ...CONCLUDED, ...change })).toContain(expected);
  });

  it('an upheld objection contradicts a recommendation, not its refusal', () => {
    const facts = { ...FACTS, publicity: { ...CONCLUDED, outcome: 'objection-upheld' as const } };
    const marks = (form: OpinionForm) =>
      writeOpinion(form, facts)
        .flat()
        .filter(({ mark }) => mark === 'contradiction');
    expect(marks(FORM)).toHaveLength(1);
    expect(marks({ ...FORM, recommendation: '不同意推荐申报高级教师' })).toEqual([]);
  });

  it('changed by hand counts as it stands, with its open points marked', () => {
    const form = { ...FORM, ownText: '经评议，〔待填：结果〕。\n\n 同意推荐。 ' };
    expect(opinionText(form, FACTS)).toBe('经评议，〔待填：结果〕。\n同意推荐。');
    expect(writeOpinion(form, FACTS).map((paragraph) => paragraph.map(({ mark }) => mark))).toEqual([
      [null, 'missing', null],
      [null],
    ]);
  });
});

describe('small things of the text', () => {
  it.each([
    ['同意推荐申报高级教师', '一级教师', '同意推荐申报一级教师'],
    ['不同意推荐申报高级教师。', '一级教师', '不同意推荐申报一级教师'],
    ['同意上报', '一级教师', '同意上报'],
    ['', '一级教师', ''],
  ])('%s of somebody who files for %s', (recommendation, title, expected) => {
    expect(recommendationFor(recommendation, title)).toBe(expected);
  });

  it('counts characters without blanks, rare ones once', () => {
    expect(countCharacters('𠮷 祥\n二〇')).toBe(4);
    expect(openPoints('〔待填：主要业绩〕与〔待填:年度〕，〔待填：主要业绩〕〔待填〕')).toEqual([
      '主要业绩',
      '年度',
      '',
    ]);
  });
});
