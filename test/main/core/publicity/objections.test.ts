/** Objections (Q18): while one is open nothing goes on, and what it turns out to be is the outcome. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Application } from '#model/application.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { concluded, morningOf, posted, toldRecords } from '../../../support/notices.ts';
import { aReturnOf, makeApprovable, openReviewBench, type ReviewBench } from '../../../support/review-bench.ts';
import { makeApplication } from '../../../sync/application.ts';

let bench: ReviewBench;
let person: Application;
let other: Application;
let noticeId: string;
beforeEach(() => {
  bench = openReviewBench();
  person = makeApprovable({ publicity: null });
  other = makeApprovable({ publicity: null });
  bench.arrive(person, other);
  noticeId = posted(bench, [person, other], '2026-09-01');
  bench.clock.at = morningOf('2026-09-03');
});
afterEach(() => bench.dispose());

function raise(over: Partial<{ objectionId: string; receivedOn: string; noticeId: string }> = {}) {
  return bench.publicity.raiseObjection({
    objectionId: randomUUID(),
    noticeId,
    applicationId: person.id,
    receivedOn: '2026-09-03',
    from: '数学组教师一名',
    way: '书面',
    content: '论文第一作者不是本人。',
    ...over,
  });
}

function raised(): string {
  const objectionId = randomUUID();
  expectOk(raise({ objectionId }));
  return objectionId;
}

function settle(objectionId: string, verdict: 'unfounded' | 'upheld', settledOn = '2026-09-10') {
  return bench.publicity.settleObjection({
    objectionId,
    investigation: '调阅期刊原件，署名与申报一致。',
    verdict,
    settledOn,
  });
}

it('an open one stops the conclusion of that person only', () => {
  raised();
  expect(toldRecords(bench, person).at(-1)).toMatchObject({ openObjections: 1 });
  expect(bench.row(person.id).publicity).toEqual({ kind: 'objection' });
  bench.clock.at = morningOf('2026-09-09');
  expect(expectOk(bench.publicity.conclude({ noticeId, applicationIds: null }))).toMatchObject({
    concluded: 1,
    leftOut: [{ id: person.id, reason: 'objection-open' }],
  });
  expect(bench.row(other.id).publicity.kind).toBe('concluded');
  expect(bench.review.decide(aReturnOf(person, { decision: 'approve' }))).toMatchObject({
    error: {
      code: 'approval-not-possible',
      details: { gaps: expect.arrayContaining([expect.objectContaining({ code: 'objection-open' })]) },
    },
  });
});

it.each([
  ['unfounded', 'objection-settled', true],
  ['upheld', 'objection-upheld', false],
] as const)('%s: the notice ends as %s, approvable: %s', (verdict, outcome, isApprovable) => {
  const objectionId = raised();
  bench.clock.at = morningOf('2026-09-10');
  expectOk(settle(objectionId, verdict));
  expectOk(bench.publicity.conclude({ noticeId, applicationIds: [person.id] }));
  expect(toldRecords(bench, person).at(-1)).toMatchObject({ openObjections: 0, outcome });
  expect(bench.review.decide(aReturnOf(person, { decision: 'approve' })).ok).toBe(isApprovable);
  expect(expectOk(bench.publicity.notice({ id: noticeId })).objections).toMatchObject([
    { id: objectionId, name: person.applicant.name, verdict, settledOn: '2026-09-10', from: '数学组教师一名' },
  ]);
});

it('one that comes after the conclusion takes it back', () => {
  noticeId = concluded(bench, [arrived()], '2026-09-03', '2026-09-11');
  expectOk(raise({ receivedOn: '2026-09-11' }));
  expect(toldRecords(bench, person).at(-1)).toMatchObject({ openObjections: 1, concludedAt: null, outcome: null });

  function arrived(): Application {
    person = makeApplication();
    bench.arrive(person);
    return person;
  }
});

it('is of a day on which the notice hung, and registered once', () => {
  const objectionId = randomUUID();
  expect(raise({ receivedOn: '2026-08-31' })).toMatchObject({ error: { code: 'outside-notice' } });
  expect(raise({ receivedOn: '2026-09-04' })).toMatchObject({ error: { code: 'outside-notice' } });
  expect(raise({ noticeId: randomUUID() })).toMatchObject({ error: { code: 'not-found' } });
  expectOk(raise({ objectionId, receivedOn: '2026-09-01' }));
  expectOk(raise({ objectionId, receivedOn: '2026-09-01' }));
  expect(expectOk(bench.publicity.notice({ id: noticeId })).summary.openObjections).toBe(1);
});

it('is settled once, between its coming in and today', () => {
  const objectionId = raised();
  expect(settle(objectionId, 'upheld', '2026-09-02')).toMatchObject({ error: { code: 'outside-notice' } });
  expect(settle(objectionId, 'upheld', '2026-09-04')).toMatchObject({ error: { code: 'outside-notice' } });
  expectOk(settle(objectionId, 'unfounded', '2026-09-03'));
  expectOk(settle(objectionId, 'unfounded', '2026-09-03'));
  expect(settle(objectionId, 'upheld', '2026-09-03')).toMatchObject({ error: { code: 'already-settled' } });
  expect(settle(randomUUID(), 'upheld')).toMatchObject({ error: { code: 'not-found' } });
});

it('of somebody who was taken off is still settled, without a word to the city', () => {
  const objectionId = raised();
  expectOk(bench.publicity.takeOff({ noticeId, applicationId: person.id, reason: '本人放弃。' }));
  const before = toldRecords(bench, person).length;
  expectOk(settle(objectionId, 'upheld', '2026-09-03'));
  expect(toldRecords(bench, person)).toHaveLength(before);
});
