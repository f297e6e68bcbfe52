import { describe, expect, it } from 'vitest';
import { checkOpinion, isBlocking, OPINION_LIMIT, type CheckedAgainst } from '#model/opinion-checks.ts';
import { EMPTY_OPINION, type OpinionForm } from '#model/opinion-form.ts';
import { opinionText, type OpinionFacts, type OpinionPublicity } from '#model/opinion-text.ts';
import { CONCLUDED, FACTS, FORM } from '../../support/opinion-form.ts';

const AROUND: CheckedAgainst = { today: '2026-09-20', otherNames: [], similarTo: null };

function check(form: Partial<OpinionForm>, facts: Partial<OpinionFacts> = {}, around: Partial<CheckedAgainst> = {}) {
  return checkOpinion({ ...FORM, ...form }, { ...FACTS, ...facts }, { ...AROUND, ...around });
}

function brief(...given: Parameters<typeof check>): string[] {
  return check(...given).map(({ code, severity, field, text }) => `${severity} ${code} ${field} ${text}`);
}

describe('checks of 基层单位意见 (五(三)5)', () => {
  it('find nothing in a whole form', () => {
    expect(check({})).toEqual([]);
  });

  it('name every missing part by its field, and nothing else of an empty form but the notice and the length', () => {
    const checks = checkOpinion(EMPTY_OPINION, { ...FACTS, publicity: null }, AROUND);
    expect(checks.filter(isBlocking).map(({ code, field }) => `${code} ${field}`)).toEqual([
      'missing evaluation',
      'missing way',
      'missing scope',
      'missing meetingOn',
      'missing recommendation',
      'missing head',
      'publicity-missing publicity',
    ]);
    expect(checks.filter((one) => !isBlocking(one)).map(({ code }) => code)).toEqual(['short']);
  });

  it.each<[string, Partial<OpinionForm>, string[]]>([
    [
      'votes that do not add up',
      { inFavour: 22 },
      ['blocking votes-differ inFavour 同意22+不同意1+弃权0=23，与实到24不一致。'],
    ],
    ['more people than invited', { invited: 20 }, ['blocking too-many-attended attended 实到24人，多于应到20人。']],
    [
      'half of the votes',
      { inFavour: 12, against: 12 },
      ['look no-majority inFavour 同意12票，没有超过实到24人的一半，推荐意见却是同意推荐。'],
    ],
    ['half of the votes, not recommended', { inFavour: 12, against: 12, recommendation: '不同意推荐' }, []],
    ['a vote left open', { against: null }, ['blocking missing against 提交前须填写不同意票数。']],
    [
      'an open point',
      { evaluation: `${FORM.evaluation}〔待填：主要业绩〕` },
      ['blocking open-point evaluation 提交前须写本人的业绩，每人不同。'],
    ],
    ['a meeting to come', { meetingOn: '2026-09-21' }, ['look meeting-future meetingOn 会议日期2026-09-21还没有到。']],
    [
      'a meeting after the posting day',
      { meetingOn: '2026-09-10' },
      ['look meeting-after-posting meetingOn 会议日期2026-09-10晚于公示发布日2026-09-09，推荐意见应在公示前形成。'],
    ],
    [
      'a meeting that recommends without numbers',
      { way: '领导班子会议研究', invited: null, attended: null, inFavour: null, against: null, abstained: null },
      ['look attendance-missing attended 没有写参加推荐的人数，指南要求写明（五（三）5）。'],
    ],
    [
      'a meeting that recommends without votes',
      { way: '领导班子会议研究', inFavour: null, against: null, abstained: null },
      [],
    ],
    [
      'a text too long for the wire',
      { evaluation: `2024年${'长'.repeat(OPINION_LIMIT)}` },
      ['blocking long evaluation 成文共10110字，最多10000字。'],
    ],
    [
      'another title',
      { recommendation: '同意推荐申报一级教师' },
      ['look title-differs recommendation 申报的是“高级教师”，推荐意见里没有写这个名称。'],
    ],
  ])('find %s', (_, form, expected) => {
    expect(brief(form)).toEqual(expected);
  });

  it.each<[string, Partial<OpinionPublicity> | null, string[]]>([
    [
      'is missing',
      null,
      ['blocking publicity-missing publicity 还没有公示。公示不少于5个工作日，无异议方可推荐（指南第18问）。'],
    ],
    [
      'is not concluded',
      { isConcluded: false, outcome: null },
      ['blocking publicity-unconcluded publicity 公示到09-16期满，结束后才能提交。'],
    ],
    ['has an open objection', { openObjections: 2 }, ['blocking objection-open publicity 公示收到的异议还没有核实。']],
    [
      'has an objection upheld',
      { outcome: 'objection-upheld' },
      ['blocking objection-upheld recommendation 公示收到的异议经核实属实，不能写同意推荐（指南第18问）。'],
    ],
    ['has its objections settled', { outcome: 'objection-settled' }, []],
  ])('when the notice %s (Q18)', (_, change, expected) => {
    expect(brief({}, { publicity: change && { ...CONCLUDED, ...change } })).toEqual(expected);
  });

  it('an objection upheld does not stop a refusal', () => {
    const publicity = { ...CONCLUDED, outcome: 'objection-upheld' as const };
    expect(brief({ recommendation: '不同意推荐申报高级教师' }, { publicity })).toEqual([]);
  });

  it('an evaluation with another applicant in it, without facts, or too short', () => {
    const otherNames = ['王五', '陈志', '志远', '陈志远'];
    const evaluation = '王五同志工作认真，爱岗敬业，团结同事，深受学生和家长喜爱，是一名好教师。';
    expect(brief({ evaluation }, {}, { otherNames })).toEqual([
      'look other-name evaluation 评价里写到了“王五”，请核对是否写错了人。',
      'look no-facts evaluation 评价里没有数字，也没有成果名称，请写具体的业绩。',
      'look short evaluation 成文共141字，一般不少于150字。',
    ]);
    expect(brief({}, {}, { otherNames })).toEqual([]);
  });

  it('an evaluation that resembles another', () => {
    const similarTo = { name: '王五', percent: 92 };
    expect(brief({}, {}, { similarTo })).toEqual(['look similar evaluation 与王五的评价有92%相同，请写本人的业绩。']);
  });
});

describe('a text changed by hand', () => {
  const text = opinionText(FORM, FACTS);

  it('that says every fact of the form has nothing against it', () => {
    expect(check({ ownText: text })).toEqual([]);
    expect(check({ ownText: text.replace('2026年9月9日至9月16日', '9月9日至16日'), evaluation: '' })).toEqual([]);
  });

  it.each([
    ['陈志远同志', '该同志', '申报人“陈志远”'],
    ['校学术委员会', '学委会', '参加推荐的范围“校学术委员会”'],
    ['9月8日', '9月7日', '会议日期2026-09-08'],
    ['同意23票', '同意22票', '同意23票'],
    ['9月16日', '11月16日', '公示期满日2026-09-16'],
    ['高级教师', '一级教师', '申报的资格“高级教师”'],
  ])('that says not %s but %s', (said, instead, what) => {
    expect(brief({ ownText: text.replaceAll(said, instead) })).toContainEqual(
      expect.stringMatching(new RegExp(`^look not-said \\w+ 成文里没有写${what}。$`, 'u')),
    );
  });

  it('is stopped by its own open points, not by those of the evaluation it replaced', () => {
    const evaluation = '〔待填：主要业绩〕';
    expect(check({ evaluation, ownText: text })).toEqual([]);
    expect(brief({ ownText: `${text}〔待填：年度考核〕` })).toEqual([
      'blocking open-point ownText 成文里还有〔待填〕，提交前须写好。',
    ]);
    expect(brief({ ownText: ' ' })[0]).toBe('blocking missing ownText 提交前须填写成文。');
  });
});
