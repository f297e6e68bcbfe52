import { describe, expect, it } from 'vitest';
import {
  approvalGaps,
  latestStartOf,
  publicityStanding,
  viewsOf,
  whyNotActionable,
} from '#core/applications/standing.ts';
import type { QueueRow } from '#core/applications/queue-index.ts';
import type { PublicityRecord } from '#model/application.ts';
import { plainDate } from '#model/beijing-time.ts';
import { createWorkingCalendar } from '#model/calendar.ts';
import { shippedCalendar } from '../../../support/calendar.ts';

type Publicity = Omit<PublicityRecord, 'place'>;
const noCalendar = createWorkingCalendar([]);

/** Posted on Thursday 20 August 2026: five working days after it end on Thursday the 27th. */
const posted: Publicity = {
  postedOn: '2026-08-20',
  endsOn: '2026-08-27',
  openObjections: 0,
  concludedAt: null,
  outcome: null,
};
const concluded: Publicity = { ...posted, concludedAt: Date.parse('2026-08-28T09:00+08:00'), outcome: 'no-objection' };
const objected: Publicity = { ...posted, openObjections: 1 };

describe('where publicity stands (Q18)', () => {
  it.each([
    ['not posted', null, '2026-08-20', { kind: 'none' }],
    ['on the posting day, which does not count', posted, '2026-08-20', { kind: 'running', day: 0 }],
    ['seen before the posting day', posted, '2026-08-19', { kind: 'running', day: 0 }],
    ['on the first counted day', posted, '2026-08-21', { kind: 'running', day: 1 }],
    ['over a weekend, which does not count', posted, '2026-08-23', { kind: 'running', day: 1 }],
    ['on the last counted day', posted, '2026-08-27', { kind: 'running', day: 5 }],
    ['a day after its last', posted, '2026-08-28', { kind: 'over', endsOn: '2026-08-27' }],
    ['concluded', concluded, '2026-08-28', { kind: 'concluded', endsOn: '2026-08-27' }],
    ['with an open objection, whatever the day', objected, '2026-08-28', { kind: 'objection' }],
    [
      'with an objection raised after its conclusion',
      { ...concluded, openObjections: 1 },
      '2026-08-29',
      { kind: 'objection' },
    ],
  ] as const)('%s', (_what, publicity, today, expected) => {
    expect(publicityStanding(publicity, plainDate(today), shippedCalendar)).toMatchObject(expected);
  });

  it('never counts beyond its five days, however long the notice stays', () => {
    const long = { ...posted, endsOn: '2026-09-04' };
    expect(publicityStanding(long, plainDate('2026-09-03'), shippedCalendar)).toMatchObject({ day: 5, days: 5 });
  });

  it('of a year without a calendar still runs, without a day counted by guess', () => {
    expect(publicityStanding(posted, plainDate('2026-08-24'), noCalendar)).toEqual({
      kind: 'running',
      day: 0,
      days: 5,
      endsOn: '2026-08-27',
    });
  });
});

describe('what an approval lacks (product rule 2)', () => {
  it.each([
    [
      'nothing at all is there',
      false,
      null,
      '2026-08-28',
      [
        ['opinion-missing', null],
        ['publicity-missing', null],
      ],
    ],
    ['only the notice is missing', true, null, '2026-08-28', [['publicity-missing', null]]],
    ['the notice still stands', true, posted, '2026-08-26', [['publicity-running', '2026-08-28']]],
    ['it is the last day, until its 24:00', true, posted, '2026-08-27', [['publicity-running', '2026-08-28']]],
    ['the notice is over but not concluded', true, posted, '2026-08-28', [['publicity-unconcluded', null]]],
    [
      'it was concluded before its last day was over',
      true,
      concluded,
      '2026-08-27',
      [['publicity-running', '2026-08-28']],
    ],
    ['an objection is open', true, { ...concluded, openObjections: 2 }, '2026-08-28', [['objection-open', null]]],
    [
      'everything of the notice is',
      false,
      objected,
      '2026-08-21',
      [
        ['opinion-missing', null],
        ['objection-open', null],
        ['publicity-running', '2026-08-28'],
      ],
    ],
    ['nothing is', true, concluded, '2026-08-28', []],
  ] as const)('when %s', (_what, hasOpinion, publicity, today, expected) => {
    const gaps = approvalGaps({ hasOpinion, publicity }, 'staff', [], plainDate(today));
    expect(gaps.map(({ code, possibleFrom }) => [code, possibleFrom])).toEqual(expected);
  });
});

describe('the latest start (product rule 5)', () => {
  const today = plainDate('2026-09-01');
  /** 24:00 of Wednesday 2026-09-30 in Beijing */
  const closesAt = Date.parse('2026-10-01T00:00+08:00');
  const at = (over: Partial<Parameters<typeof latestStartOf>[0]>) =>
    latestStartOf({ state: 'unit-review', publicity: null, closesAt, ...over }, today, shippedCalendar);

  it('leaves five working days and one to sign before 24:00 of the last day', () => {
    // Mid-autumn: Fri 25 – Sun 27 September off, Sun 20 worked; counted back from Wed 30 by hand:
    // signed on the 30th, counted 29, 28, 24, 23, 22, posted on the 21st
    expect(at({})).toEqual({ kind: 'date', date: '2026-09-21', daysLeft: 20 });
  });

  it.each([
    ['has passed', '2026-09-22', -1],
    ['is today', '2026-09-21', 0],
    ['is tomorrow', '2026-09-20', 1],
  ])('that %s is counted in calendar days', (_what, day, daysLeft) => {
    const start = latestStartOf({ state: 'unit-review', publicity: null, closesAt }, plainDate(day), shippedCalendar);
    expect(start).toMatchObject({ kind: 'date', daysLeft });
  });

  it('is the same whether the window closes at 24:00 or a moment before', () => {
    expect(at({ closesAt: closesAt - 1 })).toEqual(at({}));
  });

  it.each([
    ['a notice is there', { publicity: posted }, { kind: 'not-needed' }],
    ['the application is not the unit’s to act on', { state: 'superior-review' }, { kind: 'not-needed' }],
    ['no window is known', { closesAt: null }, { kind: 'no-window' }],
    [
      'the year has no calendar',
      { closesAt: Date.parse('2031-05-01T00:00+08:00') },
      { kind: 'calendar-missing', year: 2031 },
    ],
  ] as const)('is not a date when %s', (_what, over, expected) => {
    expect(at(over)).toEqual(expected);
  });
});

describe('whether the unit can act (五(二)3(2); 五(三) 注意)', () => {
  it.each([
    ['unit-review', 0, false, null],
    ['unit-review', 2, false, null],
    ['unit-review', 3, false, 'closed-for-year'],
    ['unit-review', 0, true, 'decided'],
    ['unit-review', 3, true, 'closed-for-year'],
    ['closed', 0, false, 'closed-for-year'],
    ['with-applicant', 0, false, 'not-at-unit-review'],
    ['with-applicant', 0, true, 'decided'],
    ['superior-review', 0, false, 'not-at-unit-review'],
    ['city-review', 0, false, 'not-at-unit-review'],
    ['accepted', 0, false, 'not-at-unit-review'],
    ['withdrawn', 0, false, 'not-at-unit-review'],
  ] as const)('at %s with %i strikes, decided: %s', (state, strikes, isDecided, expected) => {
    expect(whyNotActionable({ state, strikes }, isDecided)).toBe(expected);
  });
});

describe('the views of a row (ux 3.2)', () => {
  const row: QueueRow = {
    id: '0191f3a0-0000-7000-8000-00000000000a',
    version: 1,
    name: '曾文静',
    department: '高二年级',
    title: '高级教师',
    committee: '昆明市中小学高级教师评审委员会',
    state: 'unit-review',
    closesAt: null,
    latestStart: { kind: 'no-window' },
    opinion: 'none',
    publicity: { kind: 'none' },
    chancesLeft: 4,
    strikes: 0,
    findings: { blocking: 0, look: 0, hint: 0 },
    submission: 1,
    seen: { done: 0, total: 14 },
    hasDraft: false,
    pending: null,
    delivery: null,
  };
  const start = (daysLeft: number) =>
    ({ latestStart: { kind: 'date', date: plainDate('2026-09-21'), daysLeft } }) as const;
  const pending = (decision: 'approve' | 'return') => ({
    pending: { decision, delivery: 'waiting', commandId: row.id } as const,
    delivery: 'waiting' as const,
  });

  it.each<[string, Partial<QueueRow>, boolean, string[]]>([
    ['one to be looked at', {}, false, ['to-review']],
    ['one whose start is 4 days away', start(4), false, ['to-review']],
    ['one whose start is 3 days away', start(3), false, ['to-review', 'urgent']],
    ['one whose start has passed', start(-9), false, ['to-review', 'urgent']],
    ['one that lacks nothing', {}, true, ['ready', 'to-review']],
    ['one that came back', { submission: 2 }, false, ['resubmitted', 'to-review']],
    ['one returned, on its way', pending('return'), false, ['undelivered', 'with-applicant']],
    ['one approved, on its way', pending('approve'), true, ['undelivered']],
    ['one returned, arrived', { state: 'with-applicant', delivery: 'effective' }, false, ['with-applicant']],
    ['one the city refused', { delivery: 'attention' }, false, ['to-review', 'undelivered']],
    ['one at the superior', { state: 'superior-review', submission: 2 }, true, []],
    ['one that nobody may act on any more', { strikes: 3, submission: 2, ...start(1) }, true, []],
  ])('%s', (_what, over, isReady, expected) => {
    expect([...viewsOf({ ...row, ...over }, isReady)].toSorted()).toEqual(['all', ...expected].toSorted());
  });
});
