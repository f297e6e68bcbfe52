import { describe, expect, it } from 'vitest';
import { carriedOver, factsOf, suggestedForm, withCommonPart } from '#core/opinion/opinion.rules.ts';
import type { PublicityRecord } from '#model/application.ts';
import { EMPTY_OPINION, type OpinionForm } from '#model/opinion-form.ts';
import { shippedCalendar } from '../../../support/calendar.ts';
import { FORM } from '../../../support/opinion-form.ts';
import { makeApplication } from '../../../sync/application.ts';

const { evaluation: _evaluation, ownText: _ownText, ...COMMON } = FORM;

describe('what one form takes over from another', () => {
  it.each<[string, Partial<OpinionForm>, Partial<OpinionForm> | null]>([
    ['an empty one: everything but the evaluation', {}, COMMON],
    ['one with an evaluation: it stays', { evaluation: '踏实。' }, { ...COMMON, evaluation: '踏实。' }],
    ['one that says some of it already', { way: FORM.way, attended: 24 }, COMMON],
    ['one with other words', { scope: '全体教师' }, null],
    ['one with other numbers', { against: 0 }, null],
    ['one changed by hand', { ownText: '经研究，同意推荐。' }, null],
    ['one that says all of it', COMMON, null],
  ])('%s', (_, form, expected) => {
    const taken = withCommonPart({ ...EMPTY_OPINION, ...form }, COMMON, '高级教师');
    expect(taken).toEqual(expected && { ...EMPTY_OPINION, ...expected });
  });

  it('what was left open for all leaves what somebody typed', () => {
    const open = { ...COMMON, inFavour: null, against: null, abstained: null };
    const typed = { ...EMPTY_OPINION, inFavour: 20, against: 4, abstained: 0 };
    expect(withCommonPart(typed, open, '高级教师')).toEqual({ ...EMPTY_OPINION, ...COMMON, inFavour: 20, against: 4 });
  });

  it('the recommendation names the title that this person files for', () => {
    expect(withCommonPart(EMPTY_OPINION, COMMON, '一级教师')?.recommendation).toBe('同意推荐申报一级教师');
  });
});

describe('a form to begin with', () => {
  it('holds what the unit said last, not the meeting, the votes or the person', () => {
    expect(suggestedForm(FORM, '一级教师', '李局')).toEqual({
      ...EMPTY_OPINION,
      way: FORM.way,
      scope: FORM.scope,
      head: FORM.head,
      recommendation: '同意推荐申报一级教师',
    });
    expect(suggestedForm(null, '一级教师', '周正华')).toEqual({ ...EMPTY_OPINION, head: '周正华' });
  });

  it('after a reset keeps what was said of the person', () => {
    expect(carriedOver(EMPTY_OPINION, FORM)).toEqual({ ...EMPTY_OPINION, evaluation: FORM.evaluation });
  });
});

describe('the facts of the text', () => {
  const record: PublicityRecord = {
    postedOn: '2026-09-24',
    endsOn: '2026-10-09',
    place: '公告栏',
    openObjections: 0,
    concludedAt: 1,
    outcome: 'no-objection',
  };

  it('take the present title last obtained, and count the days of the notice across a holiday', () => {
    const titles = [
      { title: '二级教师', obtainedOn: '2010-08' },
      { title: '一级教师', obtainedOn: '2016-08' },
    ];
    const records = titles.map((fields, index) => ({ id: String(index), fields, attachmentIds: [] }));
    const application = makeApplication({ modules: [{ id: 'current-title', records }] });
    const facts = factsOf(application, '昆明市松华中学', { record, noticeId: null }, shippedCalendar);
    expect(facts).toMatchObject({
      name: application.applicant.name,
      title: '高级教师',
      presentTitle: '一级教师',
      presentSince: '2016-08',
      // 25–27 September is the Mid-Autumn holiday, 1–7 October the National Day's
      publicity: { workingDays: 5, isConcluded: true, other: null },
    });
  });

  it('have no number of days for a year without a calendar, and the second notice of dispatch staff', () => {
    const otherNotice = { postedOn: '2031-01-02', endsOn: '2031-01-10', place: '公司公告栏' };
    const dispatch = { ownSide: 'host-unit', otherUnit: '云聘公司', otherNotice, reviewed: [], sealed: [] } as const;
    const posted = { record: { ...record, postedOn: '2031-01-02', endsOn: '2031-01-10', dispatch }, noticeId: null };
    expect(factsOf(makeApplication(), '', posted, shippedCalendar).publicity).toMatchObject({
      workingDays: null,
      other: { unit: '云聘公司', ...otherNotice },
    });
  });
});
