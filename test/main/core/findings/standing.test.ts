import { describe, expect, it } from 'vitest';
import { STANDING_RULES, standingFindings } from '#core/findings/standing/index.ts';
import type { StandingFacts } from '#core/findings/standing/facts.ts';
import { endOfDay, plainDate, startOfDay } from '#model/beijing-time.ts';
import { findPassage } from '#model/reference.ts';
import { shippedGuide } from '../../../support/checks.ts';

const at = (time: string): number => Date.parse(`${time}+08:00`);
const TODAY = plainDate('2026-09-18');
const posted = {
  postedOn: '2026-09-10',
  endsOn: '2026-09-17',
  openObjections: 0,
  concludedAt: null,
  outcome: null,
} as const;

/** At unit review, nothing urgent, nothing filed anew: no rule has anything to say. */
const QUIET: StandingFacts = {
  state: 'unit-review',
  kind: 'review',
  employment: 'staff',
  isActionable: true,
  submission: 1,
  submittedAt: at('2026-09-01T09:00'),
  closesAt: endOfDay(plainDate('2026-10-30')),
  degreeRecords: [],
  chancesLeft: 4,
  strikes: 0,
  opinionAt: null,
  publicity: null,
  latestStart: { date: '2026-10-22', daysLeft: 34 },
  now: startOfDay(TODAY) + 9 * 3_600_000,
  today: TODAY,
};
const found = (over: Partial<StandingFacts>) =>
  standingFindings({ ...QUIET, ...over }, (rule, error) => {
    throw new Error(`${rule} broke`, { cause: error });
  });

const closes = (day: string): Partial<StandingFacts> => ({ closesAt: endOfDay(plainDate(day)) });
const complete = {
  ownSide: 'host-unit',
  otherUnit: '昆明云聘劳务派遣有限公司',
  otherNotice: { postedOn: '2026-09-10', endsOn: '2026-09-17', place: '公司公告栏' },
  reviewed: ['dispatch-company', 'host-unit'],
  sealed: ['dispatch-company', 'host-unit'],
} as const;

describe('rules that turn with the day, the forms and the counters', () => {
  it('are silent where nothing presses', () => {
    expect(found({})).toEqual([]);
  });

  it.each<[string, string, Partial<StandingFacts>, string]>([
    [
      'window.closed',
      'the minute after 24:00 (Q5(4))',
      { ...closes('2026-09-17') },
      '申报通道已于09-17 24:00（即09-18 0时）关闭',
    ],
    ['window.unknown', 'nothing announced', { closesAt: null, latestStart: null }, '还没有公布申报截止时间'],
    [
      'deadline.closing',
      'the last day is in three',
      closes('2026-09-21'),
      '申报通道09-21 24:00（即09-22 0时）关闭，还有3天',
    ],
    [
      'deadline.closing',
      'the last day is today',
      { ...closes('2026-09-18'), publicity: posted },
      '申报通道09-18 24:00（即09-19 0时）关闭，今天',
    ],
    [
      'deadline.publicity',
      'the latest start is in three days (Q18)',
      { latestStart: { date: '2026-09-21', daysLeft: 3 } },
      '最迟公示日2026-09-21(周一)，还有3天，还没有公示',
    ],
    [
      'deadline.publicity',
      'or past',
      { latestStart: { date: '2026-09-16', daysLeft: -2 } },
      '最迟公示日2026-09-16(周三)，已过2天，还没有公示',
    ],
    [
      'opinion.outdated',
      'corrected since (五(三)5)',
      { submission: 2, submittedAt: at('2026-09-14T09:00'), opinionAt: at('2026-09-03T09:00') },
      '基层单位意见是2026-09-03(周四)提交的，申报人2026-09-14(周一)又修改提交过',
    ],
    [
      'publicity.outdated',
      'corrected since (Q18)',
      { submission: 2, submittedAt: at('2026-09-11T09:00'), publicity: posted },
      '公示是2026-09-10(周四)发布的，申报人2026-09-11(周五)又修改提交过',
    ],
    [
      'publicity.objection',
      'one is open',
      { publicity: { ...posted, openObjections: 1 } },
      '公示有1项异议还没有核实完',
    ],
    [
      'publicity.objection',
      'one was right',
      { publicity: { ...posted, outcome: 'objection-upheld' } },
      '公示异议经核实属实',
    ],
    [
      'publicity.dispatch',
      'nothing of the other unit (Q18)',
      { employment: 'dispatch', publicity: posted },
      '劳务派遣人员的双公示、双审核、双盖章还缺：另一方的公示、派遣公司审核、用工单位审核、派遣公司盖章、用工单位盖章',
    ],
    [
      'publicity.dispatch',
      'one seal',
      { employment: 'dispatch', publicity: { ...posted, dispatch: { ...complete, sealed: ['host-unit'] } } },
      '劳务派遣人员的双公示、双审核、双盖章还缺：派遣公司盖章',
    ],
    [
      'degree-record.expired',
      'yesterday (Q14)',
      { degreeRecords: [{ recordId: 'r', validUntil: '2026-09-17' }] },
      '备案表有效期至2026-09-17，已经过期',
    ],
    ['chances.last', 'one is left (五(二)3(1))', { chancesLeft: 1 }, '返回修改和重置流程的机会只剩1次'],
    ['chances.last', 'none is left', { chancesLeft: 0 }, '返回修改和重置流程的4次机会已用完'],
    ['strikes.near', 'two of three (五(三) 注意)', { strikes: 2 }, '上级已提出2次审核意见，满3次本年度不再受理'],
  ])('%s speaks: %s', (rule, _what, over, fact) => {
    expect(found(over).map((finding) => [finding.rule, finding.fact])).toEqual([[rule, fact]]);
  });

  it('are not told that the channel is closed in the last millisecond of its last day', () => {
    const over = { ...closes('2026-09-18'), now: endOfDay(TODAY) - 1, publicity: posted };
    expect(found(over).map(({ rule }) => rule)).toEqual(['deadline.closing']);
  });

  it.each<[string, Partial<StandingFacts>]>([
    ['the channel closes in four days', closes('2026-09-22')],
    ['publicity may wait four days', { latestStart: { date: '2026-09-22', daysLeft: 4 } }],
    ['publicity is posted', { latestStart: null, publicity: posted }],
    [
      'the opinion is younger than the correction',
      { submission: 2, submittedAt: at('2026-09-14T09:00'), opinionAt: at('2026-09-14T10:00') },
    ],
    ['an opinion of before the first filing is nobody’s correction', { opinionAt: at('2026-08-30T09:00') }],
    ['corrected on the posting day', { submission: 2, submittedAt: at('2026-09-10T08:00'), publicity: posted }],
    ['an objection was settled', { publicity: { ...posted, outcome: 'objection-settled', concludedAt: 1 } }],
    [
      'dispatch: both notices, both reviews, both seals',
      { employment: 'dispatch', publicity: { ...posted, dispatch: complete } },
    ],
    ['dispatch before there is a notice', { employment: 'dispatch' }],
    ['the record form is valid today', { degreeRecords: [{ recordId: 'r', validUntil: '2026-09-18' }] }],
    ['two chances', { chancesLeft: 2 }],
    ['one strike', { strikes: 1 }],
  ])('are silent: %s', (_what, over) => {
    expect(found(over)).toEqual([]);
  });

  it('an expired record form stops a recognition, and is looked at otherwise (Q14)', () => {
    const degreeRecords = [{ recordId: 'r', validUntil: '2026-09-17' }];
    expect(found({ degreeRecords })).toMatchObject([{ severity: 'look' }]);
    expect(found({ degreeRecords, kind: 'recognition' })).toMatchObject([{ severity: 'blocking' }]);
  });

  it('speak only where the unit can act, but for the closing, which those who correct must meet', () => {
    const urgent = { chancesLeft: 0, strikes: 2, ...closes('2026-09-19'), isActionable: false } as const;
    expect(found({ ...urgent, state: 'with-applicant' }).map(({ rule }) => rule)).toEqual(['deadline.closing']);
    expect(found({ ...urgent, state: 'superior-review' })).toEqual([]);
  });

  it('name a place of the guide each', () => {
    expect(STANDING_RULES.filter(({ source }) => findPassage(shippedGuide, source) === null)).toEqual([]);
  });
});
