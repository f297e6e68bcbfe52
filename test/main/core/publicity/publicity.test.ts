/** 公示 on a real archive: what is posted, told to the city and concluded (Q18). */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDraft, saveDraft } from '#core/drafts/drafts.service.ts';
import { actsOn } from '#core/outbox/outbox.service.ts';
import type { Application } from '#model/application.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { START } from '../../../support/fake-ports.ts';
import { closingOn, morningOf, NOTICE_FACTS, posted, toldRecords } from '../../../support/notices.ts';
import { aReturnOf, openReviewBench, type ReviewBench } from '../../../support/review-bench.ts';
import { makeApplication } from '../../../sync/application.ts';

let bench: ReviewBench;
beforeEach(() => {
  bench = openReviewBench();
});
afterEach(() => bench.dispose());

function arrived(over: Partial<Application> = {}): Application {
  const application = makeApplication(over);
  bench.arrive(application);
  return application;
}

function acts(): string[] {
  const rows = bench.temp.db.prepare<{ act: string }>('SELECT act FROM audit ORDER BY seq').all();
  return rows.map(({ act }) => act);
}

describe('posting', () => {
  it('is one act for the notice and a record for each of its people, in the journal and in the audit chain', () => {
    const people = [arrived(), arrived()];
    saveDraft(
      bench.temp.db,
      { kind: 'notice', subject: 'new', content: { applicationIds: [], postedOn: '', facts: NOTICE_FACTS } },
      START,
    );
    const noticeId = posted(bench, people, '2026-09-01');
    const record = {
      postedOn: '2026-09-01',
      endsOn: '2026-09-08',
      place: '行政楼一楼公告栏',
      openObjections: 0,
      concludedAt: null,
      outcome: null,
      dispatch: null,
    };
    expect(people.map((person) => toldRecords(bench, person))).toEqual([[record], [record]]);
    expect(actsOn(bench.temp.db, people[0]!.id, START)).toMatchObject([
      { act: 'publicity', baseVersion: 1, decidedBy: '李敏', delivery: 'due', sendsAt: START },
    ]);
    expect(bench.temp.archive.journal.entries()).toHaveLength(1);
    expect(acts()).toEqual(['publicity.posted']);
    expect(bench.temp.archive.audit.firstBroken()).toBeNull();
    expect(readDraft(bench.temp.db, 'notice', 'new')).toBeNull();
    expect(bench.nudges()).toBe(1);
    expect(bench.events.slice(-2).map(({ name }) => name)).toEqual(['applications.changed', 'publicity.changed']);
    expect(bench.row(people[0]!.id)).toMatchObject({
      publicity: { kind: 'running', day: 0, days: 5, endsOn: '2026-09-08' },
      latestStart: { kind: 'not-needed' },
    });
    expect(expectOk(bench.publicity.board())).toMatchObject({
      today: '2026-09-01',
      waiting: [],
      notices: [{ id: noticeId, people: 2, state: 'running', concluded: 0, place: '行政楼一楼公告栏' }],
    });
  });

  it('names who is left out and why', () => {
    const on = arrived();
    posted(bench, [on], '2026-09-01');
    const elsewhere = arrived({
      publicity: {
        postedOn: '2026-08-20',
        endsOn: '2026-08-27',
        place: '公告栏',
        openObjections: 0,
        concludedAt: null,
        outcome: null,
      },
    });
    const late = arrived(closingOn('2026-09-08'));
    const decided = arrived();
    expectOk(bench.review.decide(aReturnOf(decided)));
    const away = arrived({ state: 'with-applicant' });
    const fine = arrived({ window: { isProvincial: true, opensAt: null, closesAt: null } });
    const unknown = randomUUID();
    const applicationIds = [on, elsewhere, late, decided, away, fine].map(({ id }) => id);
    const { posted: count, leftOut } = expectOk(
      bench.publicity.post({
        noticeId: randomUUID(),
        applicationIds: [...applicationIds, unknown, fine.id],
        postedOn: '2026-09-01',
        facts: NOTICE_FACTS,
      }),
    );
    expect(count).toBe(1);
    expect(leftOut.map(({ id, reason }) => [id, reason])).toEqual([
      [on.id, 'already-posted'],
      [elsewhere.id, 'already-posted'],
      [late.id, 'too-late'],
      [decided.id, 'decided'],
      [away.id, 'not-at-unit-review'],
      [unknown, 'not-found'],
    ]);
    expect(leftOut[0]?.name).toBe(on.applicant.name);
  });

  it('fits when the working day after its end is the last open day, and not a day later', () => {
    const people = [arrived(closingOn('2026-09-30'))];
    const [{ id }] = people as [Application];
    const at = (postedOn: string) =>
      bench.publicity.post({ noticeId: randomUUID(), applicationIds: [id], postedOn, facts: NOTICE_FACTS });
    expect(at('2026-09-22')).toMatchObject({
      error: { code: 'nobody', details: { leftOut: [{ reason: 'too-late' }] } },
    });
    expect(at('2026-09-21')).toMatchObject({ ok: true, value: { posted: 1 } });
  });

  it('is refused without its facts, for nobody, and beyond the calendars that are there', () => {
    const { id } = arrived();
    const input = { noticeId: randomUUID(), applicationIds: [id], postedOn: '2026-09-01', facts: NOTICE_FACTS };
    expect(bench.publicity.post({ ...input, facts: { ...NOTICE_FACTS, place: ' ', phone: '' } })).toMatchObject({
      error: { code: 'notice-incomplete', details: { missing: ['place', 'phone'] } },
    });
    expect(bench.publicity.post({ ...input, applicationIds: [randomUUID()] })).toMatchObject({
      error: { code: 'nobody' },
    });
    expect(bench.publicity.post({ ...input, postedOn: '2026-12-28' })).toMatchObject({
      error: { code: 'calendar-missing', details: { year: 2027 } },
    });
    expect(bench.temp.archive.journal.entries()).toEqual([]);
  });

  it('does not guess whether a signing in a year without a calendar is in time', () => {
    const { id } = arrived(closingOn('2027-01-08'));
    const input = { noticeId: randomUUID(), applicationIds: [id], postedOn: '2026-12-24', facts: NOTICE_FACTS };
    expect(bench.publicity.post(input)).toMatchObject({ error: { code: 'calendar-missing', details: { year: 2027 } } });
  });

  it('the same notice again has the same outcome, once', () => {
    const { id } = arrived();
    const input = { noticeId: randomUUID(), applicationIds: [id], postedOn: '2026-09-01', facts: NOTICE_FACTS };
    const first = bench.publicity.post(input);
    expect(bench.publicity.post(input)).toEqual(first);
    bench = bench.restart();
    expect(bench.publicity.post(input)).toEqual(first);
    expect(bench.temp.archive.journal.entries()).toHaveLength(1);
  });

  it('counts no more after a reset: the next round needs a notice of its own', () => {
    const person = arrived();
    const noticeId = posted(bench, [person], '2026-09-01');
    const reset = { id: randomUUID(), at: START, level: 'unit', actor: '李敏', action: 'reset', opinion: '' } as const;
    bench.arrive({ ...person, version: 5, submission: 2, chancesUsed: 1, history: [reset] });
    expect(bench.row(person.id).publicity).toEqual({ kind: 'none' });
    expect(expectOk(bench.publicity.notice({ id: noticeId })).people).toMatchObject([{ hasLeft: true }]);
    expect(expectOk(bench.publicity.board()).waiting).toMatchObject([{ id: person.id }]);
    posted(bench, [person], '2026-09-02');
    expect(bench.row(person.id).publicity).toMatchObject({ kind: 'running', endsOn: '2026-09-09' });
  });
});

describe('a notice', () => {
  it('reads as it was posted, with its people in order', () => {
    const people = [arrived(), arrived(), arrived()];
    const id = posted(bench, people, '2026-09-18');
    const notice = expectOk(bench.publicity.notice({ id }));
    expect(notice.text.split('\n')[0]).toBe('关于2026年度职称申报人员的公示');
    expect(notice.text).toContain('公示期为2026年9月18日至9月24日，共5个工作日。');
    expect(notice.text).toContain('昆明市第三十中学');
    expect(notice.countedDays).toEqual(['2026-09-20', '2026-09-21', '2026-09-22', '2026-09-23', '2026-09-24']);
    expect(notice.people.map(({ name }) => name)).toEqual(notice.summary.names);
    expect(notice.changes).toMatchObject([{ kind: 'posted', person: '李敏', detail: { people: '3' } }]);
  });
});

describe('concluding', () => {
  it('is refused until the last day is over, with the day on which it will be possible', () => {
    const person = arrived();
    const noticeId = posted(bench, [person], '2026-09-01');
    bench.clock.at = morningOf('2026-09-09') - 9 * 3_600_000 - 1;
    expect(bench.publicity.conclude({ noticeId, applicationIds: null })).toMatchObject({
      error: { code: 'too-early', details: { possibleFrom: '2026-09-09' } },
    });
    bench.clock.at += 1;
    expect(expectOk(bench.publicity.conclude({ noticeId, applicationIds: null }))).toEqual({
      concluded: 1,
      leftOut: [],
    });
    expect(toldRecords(bench, person).at(-1)).toMatchObject({ concludedAt: bench.clock.at, outcome: 'no-objection' });
    expect(bench.row(person.id).publicity).toEqual({ kind: 'concluded', endsOn: '2026-09-08' });
    expect(expectOk(bench.publicity.board()).notices).toMatchObject([{ state: 'done', concluded: 1 }]);
  });

  it('leaves those who are not at unit review where they are', () => {
    const [here, away, decided] = [arrived(), arrived(), arrived()];
    const noticeId = posted(bench, [here, away, decided], '2026-09-01');
    bench.arrive({ ...away, version: 3, state: 'with-applicant', chancesUsed: 1 });
    expectOk(bench.review.decide(aReturnOf(decided)));
    bench.clock.at = morningOf('2026-09-09');
    const { concluded, leftOut } = expectOk(
      bench.publicity.conclude({ noticeId, applicationIds: [here.id, away.id, decided.id, randomUUID()] }),
    );
    expect(concluded).toBe(1);
    expect(leftOut.map(({ reason }) => reason)).toEqual(['not-at-unit-review', 'decided', 'not-found']);
    expect(bench.publicity.conclude({ noticeId, applicationIds: [here.id] })).toMatchObject({
      error: { code: 'nobody', details: { leftOut: [{ reason: 'already-concluded' }] } },
    });
  });

  it('one after the other in a batch reads as one thing that happened, each told of by itself', () => {
    const people = [arrived(), arrived(), arrived()];
    const noticeId = posted(bench, people, '2026-09-01');
    bench.clock.at = morningOf('2026-09-09');
    const batch = people.map(({ id }) => ({ commandId: randomUUID(), applicationId: id }));
    bench.publicity.concludeEach(batch, () => {});
    bench.clock.at += 3_600_000;
    expectOk(bench.publicity.reopen({ noticeId, applicationId: people[0]!.id, reason: '又收到反映。' }));
    expectOk(bench.publicity.conclude({ noticeId, applicationIds: null }));
    const { changes } = expectOk(bench.publicity.notice({ id: noticeId }));
    expect(changes.map(({ kind, detail }) => [kind, detail['people']])).toEqual([
      ['concluded', '1'],
      ['reopened', undefined],
      ['concluded', '3'],
      ['posted', '3'],
    ]);
    for (const person of people) expect(toldRecords(bench, person).at(-1)?.outcome).toBe('no-objection');
  });
});
