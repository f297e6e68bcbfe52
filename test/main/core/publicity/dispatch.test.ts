/** Dispatch staff (Q18): two notices, two reviews, two seals. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Application } from '#model/application.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { dispatched, morningOf, posted, toldRecords } from '../../../support/notices.ts';
import { aReturnOf, openReviewBench, type ReviewBench } from '../../../support/review-bench.ts';
import { completeApplication } from '../../../support/complete-application.ts';

type Recorded = Parameters<ReviewBench['publicity']['recordDispatch']>[0];

let bench: ReviewBench;
let person: Application;
let noticeId: string;
beforeEach(() => {
  bench = openReviewBench();
  person = dispatched();
  bench.arrive(person);
  noticeId = posted(bench, [person], '2026-09-01');
});
afterEach(() => bench.dispose());

function record(over: Partial<Recorded> = {}) {
  return bench.publicity.recordDispatch({
    noticeId,
    applicationId: person.id,
    ownSide: 'host-unit',
    otherUnit: '昆明云聘劳务派遣有限公司',
    otherNotice: { postedOn: '2026-09-04', place: '公司公告栏' },
    reviewed: [],
    sealed: [],
    ...over,
  });
}

const conclude = () => bench.publicity.conclude({ noticeId, applicationIds: [person.id] });

it('the other notice has five working days of its own, and both have to be over', () => {
  bench.clock.at = morningOf('2026-09-09');
  expect(conclude()).toMatchObject({
    error: { code: 'nobody', details: { leftOut: [{ reason: 'dispatch-incomplete' }] } },
  });
  expectOk(record());
  expect(toldRecords(bench, person).at(-1)).toMatchObject({
    dispatch: { otherNotice: { postedOn: '2026-09-04', endsOn: '2026-09-11', place: '公司公告栏' } },
  });
  expect(conclude()).toMatchObject({ error: { code: 'too-early', details: { possibleFrom: '2026-09-12' } } });
  bench.clock.at = morningOf('2026-09-12');
  expect(expectOk(conclude())).toMatchObject({ concluded: 1 });
});

it('an approval waits for both reviews and both seals', () => {
  expectOk(record());
  bench.clock.at = morningOf('2026-09-14');
  expectOk(conclude());
  const approve = () => bench.review.decide(aReturnOf(person, { decision: 'approve' }));
  expect(approve()).toMatchObject({ error: { details: { gaps: [{ code: 'dispatch-incomplete' }] } } });
  expectOk(record({ reviewed: ['host-unit', 'dispatch-company'], sealed: ['host-unit'] }));
  expect(approve()).toMatchObject({ error: { details: { gaps: [{ code: 'dispatch-incomplete' }] } } });
  expectOk(record({ reviewed: ['host-unit', 'dispatch-company'], sealed: ['host-unit', 'dispatch-company'] }));
  expectOk(approve());
  expect(record()).toMatchObject({ error: { code: 'already-approved' } });
});

it('a conclusion falls when the other notice turns out not to have ended before it', () => {
  expectOk(record());
  bench.clock.at = morningOf('2026-09-14');
  expectOk(conclude());
  expectOk(record({ otherNotice: { postedOn: '2026-09-04', place: '公司网站' } }));
  expect(toldRecords(bench, person).at(-1)?.concludedAt).toBe(bench.clock.at);
  expectOk(record({ otherNotice: { postedOn: '2026-09-08', place: '公司网站' } }));
  expect(toldRecords(bench, person).at(-1)).toMatchObject({ concludedAt: null, outcome: null });
});

it('is for dispatch staff, and refused where its days cannot be counted', () => {
  expect(record({ otherNotice: { postedOn: '2026-12-30', place: '公司公告栏' } })).toMatchObject({
    error: { code: 'calendar-missing', details: { year: 2027 } },
  });
  const staff = completeApplication();
  bench.arrive(staff);
  const another = posted(bench, [staff], '2026-09-01');
  expect(record({ noticeId: another, applicationId: staff.id })).toMatchObject({ error: { code: 'not-found' } });
});
