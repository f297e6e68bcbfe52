/** Tables: who fits, when it ends, what comes out of it, and who is at risk (Q18, product rules 4–5). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  concludableFrom,
  fitOf,
  isApproved,
  noticeState,
  outcomeOf,
  riskOf,
  stageOf,
  whyNotConcluded,
  whyNotPosted,
} from '#core/publicity/publicity.rules.ts';
import type { DispatchRecord } from '#model/application.ts';
import { addDays, endOfDay, plainDate, startOfDay } from '#model/beijing-time.ts';
import { isWorkingDay } from '#model/calendar.ts';
import { latestStart, planPublicity } from '#model/publicity-dates.ts';
import { shippedCalendar } from '../../../support/calendar.ts';
import { expectOk } from '../../../support/desk-client.ts';

function fit(postedOn: string, closesOn: string | null, now = startOfDay(plainDate(postedOn))) {
  const plan = expectOk(planPublicity(shippedCalendar, plainDate(postedOn)));
  return fitOf(plan, closesOn === null ? null : endOfDay(plainDate(closesOn)), now);
}

describe('fitting before a closing', () => {
  it.each([
    // vectors of the working-day rule, counted back: D=09-30, 10-10, 10-16
    ['2026-09-21', '2026-09-30', 'in-time'],
    ['2026-09-22', '2026-09-30', 'too-late'],
    ['2026-09-24', '2026-10-10', 'in-time'],
    ['2026-09-28', '2026-10-10', 'too-late'],
    ['2026-10-09', '2026-10-16', 'in-time'],
    ['2026-10-12', '2026-10-16', 'too-late'],
    // put up on a day off it ends as if it had been on the working day before
    ['2026-09-27', '2026-10-10', 'in-time'],
    ['2026-09-18', null, 'no-window'],
    ['2026-12-24', '2027-01-08', { missingYear: 2027 }],
    // over before the year that is not there begins
    ['2026-12-24', '2026-12-31', 'too-late'],
  ])('posted on %s, closing on %s: %j', (postedOn, closesOn, verdict) => {
    expect(fit(postedOn, closesOn)).toEqual(verdict);
  });

  it('does not once the channel is closed, whenever it hung', () => {
    expect(fit('2026-09-01', '2026-09-30', startOfDay(plainDate('2026-10-01')))).toBe('too-late');
  });

  it('is the inverse of the latest start: that day fits, the next working day does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 340 }), (offset) => {
        const closesOn = addDays(plainDate('2026-01-01'), offset);
        const last = expectOk(latestStart(shippedCalendar, closesOn));
        expect(fit(last, closesOn)).toBe('in-time');
        let next = addDays(last, 1);
        while (!expectOk(isWorkingDay(shippedCalendar, next))) next = addDays(next, 1);
        expect(fit(next, closesOn)).toBe('too-late');
      }),
    );
  });
});

it.each([
  ['decided', true, 'too-late', 'decided'],
  ['not-at-unit-review', false, 'in-time', 'not-at-unit-review'],
  ['closed-for-year', false, 'in-time', 'not-at-unit-review'],
  [null, true, 'too-late', 'already-posted'],
  [null, false, 'too-late', 'too-late'],
  [null, false, { missingYear: 2027 }, null],
  [null, false, 'no-window', null],
  [null, false, 'in-time', null],
] as const)('posting: blocked %s, posted %s, %j → %s', (blocked, isPosted, verdict, reason) => {
  expect(whyNotPosted(blocked, isPosted, verdict)).toBe(reason);
});

function dispatch(endsOn: string | null): DispatchRecord {
  const otherNotice = endsOn === null ? null : { postedOn: '2026-09-01', endsOn, place: '公司公告栏' };
  return { ownSide: 'host-unit', otherUnit: '云聘', otherNotice, reviewed: [], sealed: [] };
}

it.each([
  [null, '2026-09-09'],
  [dispatch(null), '2026-09-09'],
  [dispatch('2026-09-04'), '2026-09-09'],
  [dispatch('2026-09-11'), '2026-09-12'],
])('%j: concludable from %s', (other, from) => {
  expect(concludableFrom(plainDate('2026-09-08'), other)).toBe(from);
});

describe('concluding', () => {
  const member = { openObjections: 0, concludedAt: null, endsOn: plainDate('2026-09-08'), dispatch: null };
  const today = plainDate('2026-09-09');
  it.each([
    ['staff', {}, null, null],
    ['staff', { concludedAt: 1 }, null, 'already-concluded'],
    ['staff', { openObjections: 1 }, null, 'objection-open'],
    ['staff', {}, 'decided', 'decided'],
    ['staff', {}, 'not-at-unit-review', 'not-at-unit-review'],
    ['staff', {}, 'closed-for-year', 'not-at-unit-review'],
    ['dispatch', {}, null, 'dispatch-incomplete'],
    ['dispatch', { dispatch: dispatch(null) }, null, 'dispatch-incomplete'],
    ['dispatch', { dispatch: dispatch('2026-09-09') }, null, 'dispatch-incomplete'],
    ['dispatch', { dispatch: dispatch('2026-09-08') }, null, null],
    ['off-staff', { dispatch: null }, null, null],
  ] as const)('%s %j %s → %s', (employment, over, blocked, reason) => {
    expect(whyNotConcluded({ ...member, ...over }, { blocked, employment, today })).toBe(reason);
  });

  it.each([
    [[], 'no-objection'],
    [['unfounded'], 'objection-settled'],
    [['unfounded', 'upheld'], 'objection-upheld'],
  ] as const)('%j → %s', (verdicts, outcome) => {
    expect(outcomeOf(verdicts)).toBe(outcome);
  });
});

it.each([
  ['unit-review', null, false],
  ['unit-review', { decision: 'return' }, false],
  ['unit-review', { decision: 'approve' }, true],
  ['superior-review', null, true],
  ['city-review', null, true],
  ['accepted', null, true],
  ['with-applicant', null, false],
  ['withdrawn', null, false],
] as const)('%s, pending %j: an approval stands %s', (state, pending, stands) => {
  expect(isApproved(state, pending)).toBe(stands);
});

it.each([
  [false, 3, 0, '2026-09-08', 'running'],
  [false, 3, 2, '2026-09-09', 'over'],
  [false, 3, 3, '2026-09-09', 'done'],
  [false, 0, 0, '2026-09-02', 'cancelled'],
  [true, 3, 0, '2026-09-02', 'cancelled'],
] as const)('called off %s, %i people, %i concluded, on %s: %s', (isCancelled, count, concluded, today, state) => {
  const notice = { endsOn: '2026-09-08', isCancelled };
  expect(noticeState(notice, { count, concluded }, plainDate(today))).toBe(state);
});

describe('deadlines', () => {
  const open = { isPosted: false, standing: 'none', isReady: false } as const;
  it.each([
    ['unit-review', null, open, 'unposted'],
    ['unit-review', null, { ...open, isPosted: true, standing: 'running' }, 'posted'],
    ['unit-review', null, { ...open, isPosted: true, standing: 'objection' }, 'posted'],
    ['unit-review', null, { ...open, isPosted: true, standing: 'over' }, 'ended'],
    ['unit-review', null, { ...open, isPosted: true, standing: 'concluded' }, 'ended'],
    ['unit-review', null, { isPosted: true, standing: 'concluded', isReady: true }, 'ready'],
    ['unit-review', { decision: 'approve' }, open, 'decided'],
    ['unit-review', { decision: 'reset' }, open, 'withApplicant'],
    ['with-applicant', null, open, 'withApplicant'],
    ['superior-review', null, open, null],
    ['closed', null, open, null],
  ] as const)('%s, pending %j, %j: %s', (state, pending, notice, stage) => {
    expect(stageOf(state, pending, notice)).toBe(stage);
  });

  const calm = {
    stage: 'unposted',
    standing: { kind: 'none' },
    startDaysLeft: 10,
    closesOn: '2026-09-30',
    closesInDays: 22,
    isBlocked: false,
  } as const;
  const running = {
    stage: 'posted',
    standing: { kind: 'running', endsOn: '2026-09-14' },
    startDaysLeft: null,
  } as const;
  it.each([
    ['time enough', {}, null],
    ['three days to the latest start', { startDaysLeft: 3 }, 'soon'],
    ['the same, and blocked', { startDaysLeft: 3, isBlocked: true }, 'blocking'],
    ['blocked with time enough', { isBlocked: true }, null],
    ['past it', { startDaysLeft: -1, isBlocked: true }, 'late'],
    ['on a notice', running, null],
    ['on a notice that ends on the closing day', { ...running, closesOn: '2026-09-14', closesInDays: 6 }, 'late'],
    ['an open objection', { ...running, standing: { kind: 'objection' } }, 'objection'],
    ['ended, closing in three days', { ...running, closesInDays: 3 }, 'soon'],
    ['closed', { ...running, closesInDays: -1 }, 'late'],
    ['decided on the last day', { stage: 'decided', startDaysLeft: -9, closesInDays: 0 }, null],
    ['with the applicant, time enough', { stage: 'withApplicant' }, null],
    ['with the applicant, two days left', { stage: 'withApplicant', startDaysLeft: 2 }, 'with-applicant'],
    ['with the applicant, too late', { stage: 'withApplicant', startDaysLeft: -2 }, 'late'],
  ] as const)('%s', (_, over, risk) => {
    expect(riskOf({ ...calm, ...over })).toBe(risk);
  });
});
