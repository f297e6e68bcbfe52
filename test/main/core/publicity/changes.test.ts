/** What can still be changed about a notice after it was posted, and from when on it cannot. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settleAttention } from '#core/outbox/outbox.service.ts';
import type { Application } from '#model/application.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { START } from '../../../support/fake-ports.ts';
import { concluded, morningOf, NOTICE_FACTS, posted, toldRecords } from '../../../support/notices.ts';
import { aReturnOf, makeApprovable, openReviewBench, type ReviewBench } from '../../../support/review-bench.ts';
import { makeApplication } from '../../../sync/application.ts';

let bench: ReviewBench;
let first: Application;
let second: Application;
beforeEach(() => {
  bench = openReviewBench();
  first = makeApprovable({ publicity: null });
  second = makeApprovable({ publicity: null });
  bench.arrive(first, second);
});
afterEach(() => bench.dispose());

function approve(application: Application): string {
  return expectOk(bench.review.decide(aReturnOf(application, { decision: 'approve' }))).commandId;
}

function changes(id: string) {
  return expectOk(bench.publicity.notice({ id })).changes.map(({ kind, detail }) => ({ kind, ...detail }));
}

describe('another posting day', () => {
  it('counts anew, tells the city of everybody and keeps why', () => {
    const noticeId = posted(bench, [first, second], '2026-09-01');
    const reason = '1日停电，2日才张贴。';
    expectOk(bench.publicity.movePosting({ noticeId, postedOn: '2026-09-02', reason }));
    for (const person of [first, second]) {
      expect(toldRecords(bench, person).at(-1)).toMatchObject({ postedOn: '2026-09-02', endsOn: '2026-09-09' });
    }
    expect(bench.row(first.id).publicity).toMatchObject({ endsOn: '2026-09-09' });
    expect(changes(noticeId)[0]).toEqual({
      kind: 'moved',
      from: '2026-09-01',
      to: '2026-09-02',
      endsOn: '2026-09-09',
      reason,
    });
  });

  it('is refused once somebody was concluded on the old one, and where its days cannot be counted', () => {
    const noticeId = concluded(bench, [first, second], '2026-09-01', '2026-09-09');
    const moved = { noticeId, postedOn: '2026-09-02', reason: '更正。' };
    expect(bench.publicity.movePosting(moved)).toMatchObject({ error: { code: 'already-concluded' } });
    const another = posted(bench, [arrivedLater()], '2026-09-09');
    expect(bench.publicity.movePosting({ ...moved, noticeId: another, postedOn: '2026-12-30' })).toMatchObject({
      error: { code: 'calendar-missing', details: { year: 2027 } },
    });
  });

  function arrivedLater(): Application {
    const application = makeApplication();
    bench.arrive(application);
    return application;
  }
});

describe('an amendment', () => {
  it('keeps what was there before, and tells the city only of another place', () => {
    const noticeId = posted(bench, [first], '2026-09-01');
    expectOk(bench.publicity.amend({ noticeId, facts: { ...NOTICE_FACTS, phone: '0871-60000000' } }));
    expect(toldRecords(bench, first)).toHaveLength(1);
    expectOk(bench.publicity.amend({ noticeId, facts: { ...NOTICE_FACTS, place: '教学楼大厅' } }));
    expect(toldRecords(bench, first).at(-1)).toMatchObject({ place: '教学楼大厅' });
    expect(changes(noticeId).slice(0, 2)).toEqual([
      { kind: 'amended', place: NOTICE_FACTS.place, phone: '0871-60000000' },
      { kind: 'amended', phone: NOTICE_FACTS.phone },
    ]);
    expect(bench.publicity.amend({ noticeId, facts: { ...NOTICE_FACTS, shown: '' } })).toMatchObject({
      error: { code: 'notice-incomplete' },
    });
  });
});

describe('taking people off', () => {
  it('leaves them without a notice at once, whatever the city still has, and free for another', () => {
    const noticeId = posted(bench, [first, second], '2026-09-01');
    const [record] = toldRecords(bench, first);
    bench.arrive({ ...first, version: 2, publicity: record! });
    expectOk(bench.publicity.takeOff({ noticeId, applicationId: first.id, reason: '本人放弃。' }));
    expect(toldRecords(bench, first)).toEqual([record, null]);
    expect(bench.row(first.id)).toMatchObject({ publicity: { kind: 'none' }, latestStart: { kind: 'date' } });
    expect(bench.row(second.id).publicity.kind).toBe('running');
    expect(expectOk(bench.publicity.notice({ id: noticeId })).people.map(({ id, hasLeft }) => [id, hasLeft])).toEqual(
      expect.arrayContaining([
        [first.id, true],
        [second.id, false],
      ]),
    );
    posted(bench, [first], '2026-09-02');
    expect(bench.row(first.id).publicity).toMatchObject({ kind: 'running', endsOn: '2026-09-09' });
  });

  it('calling the notice off does so for everybody', () => {
    const noticeId = posted(bench, [first, second], '2026-09-01');
    expectOk(bench.publicity.cancel({ noticeId, reason: '名单有误。' }));
    for (const person of [first, second]) {
      expect(toldRecords(bench, person).at(-1)).toBeNull();
      expect(bench.row(person.id).publicity).toEqual({ kind: 'none' });
    }
    expect(expectOk(bench.publicity.board()).notices).toMatchObject([{ state: 'cancelled', people: 0 }]);
    expect(bench.publicity.cancel({ noticeId, reason: '名单有误。' })).toEqual({ ok: true, value: null });
    expect(bench.publicity.conclude({ noticeId, applicationIds: null })).toMatchObject({
      error: { code: 'not-found' },
    });
  });
});

describe('once an approval rests on it', () => {
  const REASON = '又收到反映。';

  function everyWayBack(noticeId: string) {
    const applicationId = first.id;
    return [
      bench.publicity.takeOff({ noticeId, applicationId, reason: REASON }),
      bench.publicity.cancel({ noticeId, reason: REASON }),
      bench.publicity.reopen({ noticeId, applicationId, reason: REASON }),
      bench.publicity.raiseObjection({
        objectionId: randomUUID(),
        noticeId,
        applicationId,
        receivedOn: '2026-09-03',
        from: '',
        way: '来电',
        content: '论文署名有异议。',
      }),
    ].map((result) => (result.ok ? 'done' : result.error.code));
  }

  it('nothing can be taken back, until the approval is', () => {
    const noticeId = concluded(bench, [first, second], '2026-09-01', '2026-09-09');
    const commandId = approve(first);
    expect(everyWayBack(noticeId)).toEqual(Array.from({ length: 4 }, () => 'already-approved'));
    expect(expectOk(bench.publicity.notice({ id: noticeId })).people.map(({ isApproved }) => isApproved)).toContain(
      true,
    );
    // of the others it can
    expectOk(bench.publicity.reopen({ noticeId, applicationId: second.id, reason: REASON }));
    expect(toldRecords(bench, second).at(-1)).toMatchObject({ concludedAt: null, outcome: null });
    expectOk(bench.review.undo(commandId));
    expectOk(bench.publicity.reopen({ noticeId, applicationId: first.id, reason: REASON }));
    expect(bench.row(first.id).publicity).toEqual({ kind: 'over', endsOn: '2026-09-08' });
  });

  it('neither when the application has gone up, but again when the city refused it', () => {
    const noticeId = concluded(bench, [first, second], '2026-09-01', '2026-09-09');
    bench.arrive({ ...first, version: 9, state: 'superior-review' });
    expect(everyWayBack(noticeId)).toEqual(Array.from({ length: 4 }, () => 'already-approved'));
    const commandId = approve(second);
    settleAttention(bench.temp.db, commandId, 'conditions-unmet', START);
    bench.applications.touched([second.id]);
    expectOk(bench.publicity.reopen({ noticeId, applicationId: second.id, reason: REASON }));
  });
});

describe('somebody who is not at unit review', () => {
  it('is changed here and not told of: the city would refuse it', () => {
    const noticeId = posted(bench, [first, second], '2026-09-01');
    bench.arrive({ ...first, version: 3, state: 'with-applicant', chancesUsed: 1 });
    bench.clock.at = morningOf('2026-09-02');
    expectOk(bench.publicity.movePosting({ noticeId, postedOn: '2026-09-02', reason: '改日张贴。' }));
    expect(toldRecords(bench, first)).toHaveLength(1);
    expect(toldRecords(bench, second)).toHaveLength(2);
    expect(bench.row(first.id).publicity).toMatchObject({ endsOn: '2026-09-09' });
  });
});
