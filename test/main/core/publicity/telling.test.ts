/** What an approval rests on goes to the city before it, also when the city did not take it the first time. */
import { beforeEach, afterEach, expect, it } from 'vitest';
import { actsOn, settleAttention } from '#core/outbox/outbox.service.ts';
import type { Application } from '#model/application.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { concluded, toldRecords } from '../../../support/notices.ts';
import { aReturnOf, makeApprovable, openReviewBench, type ReviewBench } from '../../../support/review-bench.ts';

let bench: ReviewBench;
let person: Application;
beforeEach(() => {
  bench = openReviewBench();
  person = makeApprovable({ publicity: null });
  bench.arrive(person);
});
afterEach(() => bench.dispose());

const acts = () =>
  actsOn(bench.temp.db, person.id, bench.clock.now())
    .toReversed()
    .map(({ act }) => act);
const approve = (application: Application) =>
  expectOk(bench.review.decide(aReturnOf(application, { decision: 'approve' })));

it('the record is not sent twice when the city has it, or is going to', () => {
  concluded(bench, [person], '2026-09-01', '2026-09-09');
  approve(person);
  expect(acts()).toEqual(['publicity', 'publicity', 'approve']);
});

it('a conclusion that the city refused is sent again on the version of today, ahead of the approval', () => {
  concluded(bench, [person], '2026-09-01', '2026-09-09');
  const [conclusion] = actsOn(bench.temp.db, person.id, bench.clock.now());
  settleAttention(bench.temp.db, conclusion!.commandId, 'superseded', bench.clock.now());
  const changed = { ...person, version: 7 };
  bench.arrive(changed);
  approve(changed);
  expect(acts()).toEqual(['publicity', 'publicity', 'publicity', 'approve']);
  const [approval, again] = actsOn(bench.temp.db, person.id, bench.clock.now());
  expect([approval?.baseVersion, again?.baseVersion]).toEqual([7, 7]);
  expect(
    toldRecords(bench, person)
      .slice(1)
      .map((record) => record?.outcome),
  ).toEqual(['no-objection', 'no-objection']);
});

it('a notice of the city is nothing to tell it of', () => {
  const approvable = makeApprovable();
  bench.arrive(approvable);
  approve(approvable);
  expect(toldRecords(bench, approvable)).toEqual([]);
});
