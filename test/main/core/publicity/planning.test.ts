/** The sum that is shown before anything is posted: vectors of the working-day rule, and what it cannot say. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#model/application.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { closingOn, dispatched, morningOf } from '../../../support/notices.ts';
import { openReviewBench, type ReviewBench } from '../../../support/review-bench.ts';
import { makeApplication } from '../../../sync/application.ts';

let bench: ReviewBench;
beforeEach(() => {
  bench = openReviewBench();
});
afterEach(() => bench.dispose());

function plan(postedOn: string, people: readonly Application[] = []) {
  bench.arrive(...people);
  return bench.publicity.plan({ applicationIds: people.map(({ id }) => id), postedOn });
}

describe('the dates', () => {
  it.each([
    // a make-up Saturday before the Spring Festival, and one after it on which it can be signed
    ['2026-02-13', ['02-14', '02-24', '02-25', '02-26', '02-27'], '2026-02-28', '2026-02-26'],
    // Labour Day with a make-up Saturday
    ['2026-04-30', ['05-06', '05-07', '05-08', '05-09', '05-11'], '2026-05-12', '2026-05-09'],
    // a make-up Sunday, and Mid-Autumn before the signing
    ['2026-09-18', ['09-20', '09-21', '09-22', '09-23', '09-24'], '2026-09-28', '2026-09-23'],
    // across National Day
    ['2026-09-30', ['10-08', '10-09', '10-10', '10-12', '10-13'], '2026-10-14', '2026-10-12'],
    ['2026-11-23', ['11-24', '11-25', '11-26', '11-27', '11-30'], '2026-12-01', '2026-11-27'],
  ])('posted on %s counts %j', (postedOn, counted, signableOn, endsOnByRuleB) => {
    const sum = expectOk(plan(postedOn));
    expect(sum.countedDays).toEqual(counted.map((day) => `2026-${day}`));
    expect(sum).toMatchObject({ endsOn: `2026-${counted[4]}`, signableOn, endsOnByRuleB, isPostingDayOff: false });
    const shown = sum.days.filter((day) => day.counted !== null).map((day) => [day.date.slice(5), day.counted]);
    expect(shown).toEqual([[postedOn.slice(5), 0], ...counted.map((day, index) => [day, index + 1])]);
    expect(sum.sources).toMatchObject([{ year: 2026 }]);
  });

  it('the sheet is whole weeks from the Monday before the month, as far as the day of signing', () => {
    const sum = expectOk(plan('2026-09-30'));
    expect([sum.days[0]?.date, sum.days.at(-1)?.date, sum.days.length]).toEqual(['2026-08-31', '2026-10-18', 49]);
    expect(sum.days.find((day) => day.date === '2026-10-01')).toMatchObject({ kind: 'holiday', holiday: '国庆节' });
    expect(sum.days.find((day) => day.date === '2026-10-10')).toMatchObject({ kind: 'makeup-workday', counted: 3 });
    expect(expectOk(plan('2026-09-27')).isPostingDayOff).toBe(true);
  });

  it('a year that is not there is named, and its days are unknown', () => {
    expect(plan('2026-12-28')).toMatchObject({ error: { code: 'calendar-missing', details: { year: 2027 } } });
    const sum = expectOk(plan('2026-12-24'));
    expect(sum).toMatchObject({ endsOn: '2026-12-31', signableOn: null });
    expect(sum.days.find((day) => day.date === '2027-01-01')).toMatchObject({ kind: 'unknown', counted: null });
  });
});

describe('the people', () => {
  it('are counted by committee, closing and need, the nearest closing first', () => {
    bench.clock.at = morningOf('2026-09-18');
    const city = closingOn('2026-09-30');
    const early = makeApplication({ ...closingOn('2026-09-23') });
    const people = [
      makeApplication(city),
      makeApplication(city),
      dispatched(city),
      { ...early, filing: { ...early.filing, committee: '五华区中小学教师中级评委会' } },
      makeApplication({ window: { isProvincial: true, opensAt: null, closesAt: null } }),
    ];
    const { groups } = expectOk(plan('2026-09-18', people));
    expect(
      groups.map((group) => [group.people.length, group.isDispatch, group.closesOn, group.latestStart, group.verdict]),
    ).toEqual([
      [1, false, '2026-09-23', { kind: 'date', date: '2026-09-16', daysLeft: -2 }, 'too-late'],
      [2, false, '2026-09-30', { kind: 'date', date: '2026-09-21', daysLeft: 3 }, 'in-time'],
      [1, true, '2026-09-30', { kind: 'date', date: '2026-09-21', daysLeft: 3 }, 'second-notice-missing'],
      [1, false, null, { kind: 'no-window' }, 'no-window'],
    ]);
  });

  it('who closes in a year that is not there is not called in time', () => {
    const { groups } = expectOk(plan('2026-12-24', [makeApplication(closingOn('2027-01-08'))]));
    expect(groups).toMatchObject([
      { verdict: 'calendar-missing', latestStart: { kind: 'calendar-missing', year: 2027 } },
    ]);
  });
});
