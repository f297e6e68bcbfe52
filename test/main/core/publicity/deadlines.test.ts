/** What closes when, how far its people are, and who is at risk. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Application } from '#model/application.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { closingOn, morningOf, posted } from '../../../support/notices.ts';
import { aReturnOf, makeApprovable, openReviewBench, type ReviewBench } from '../../../support/review-bench.ts';
import { makeApplication } from '../../../sync/application.ts';

let bench: ReviewBench;
beforeEach(() => {
  bench = openReviewBench();
  bench.clock.at = morningOf('2026-09-18');
});
afterEach(() => bench.dispose());

function at(committee: string, application: Application): Application {
  return { ...application, filing: { ...application.filing, committee } };
}

it('one row a committee, the nearest closing first, everybody in one stage', () => {
  const near = closingOn('2026-09-30');
  const [running, approvable, decided] = [makeApplication(near), makeApprovable(near), makeApprovable(near)];
  const people = [
    makeApprovable({ ...near, publicity: null }),
    makeApplication(near),
    running,
    approvable,
    decided,
    makeApplication({ ...near, state: 'with-applicant' }),
  ];
  const far = makeApplication(closingOn('2026-10-16'));
  const none = makeApplication({ window: { isProvincial: true, opensAt: null, closesAt: null } });
  bench.arrive(
    ...people.map((person) => at('市教师', person)),
    at('市工程', far),
    at('省工程', none),
    at('市教师', makeApplication({ ...near, state: 'superior-review' })),
  );
  posted(bench, [running], '2026-09-18');
  expectOk(bench.review.decide(aReturnOf(decided, { decision: 'approve' })));
  const { rows, today } = expectOk(bench.publicity.deadlines());
  expect(today).toBe('2026-09-18');
  expect(rows.map(({ committee, people: count, latestStart }) => [committee, count, latestStart])).toEqual([
    ['市教师', 6, { kind: 'date', date: '2026-09-21', daysLeft: 3 }],
    ['市工程', 1, { kind: 'date', date: '2026-10-09', daysLeft: 21 }],
    ['省工程', 1, { kind: 'no-window' }],
  ]);
  expect(rows[0]).toMatchObject({ unposted: 2, posted: 1, ended: 0, ready: 1, decided: 1, withApplicant: 1 });
  expect(rows[0]?.atRisk.map(({ why }) => why)).toEqual(['soon', 'blocking', 'with-applicant']);
  expect(rows[1]?.atRisk).toEqual([]);
});

it('whom a notice cannot help any more is named as late', () => {
  const person = makeApplication(closingOn('2026-09-25'));
  bench.arrive(person);
  const { rows } = expectOk(bench.publicity.deadlines());
  expect(rows).toMatchObject([{ atRisk: [{ id: person.id, name: person.applicant.name, why: 'late' }] }]);
});
