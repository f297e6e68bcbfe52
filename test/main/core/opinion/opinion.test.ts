import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { submittedOpinions } from '#core/opinion/opinion.service.ts';
import { replayOpinion } from '#core/opinion/submission.ts';
import { actsOn, markSending, settleAttention, settleEffective } from '#core/outbox/outbox.service.ts';
import { readDraft } from '#core/drafts/drafts.service.ts';
import type { Application } from '#model/application.ts';
import { EMPTY_OPINION, type OpinionForm } from '#model/opinion-form.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { START } from '../../../support/fake-ports.ts';
import { EVALUATION, FORM } from '../../../support/opinion-form.ts';
import {
  aReturnOf,
  makeApprovable,
  openReviewBench,
  REVIEWER,
  type ReviewBench,
} from '../../../support/review-bench.ts';
import { makeApplication } from '../../../sync/application.ts';

const MEETING: Partial<OpinionForm> = { meetingOn: '2026-08-19' };
const { evaluation: _evaluation, ownText: _ownText, ...COMMON } = { ...FORM, ...MEETING };

let bench: ReviewBench;
beforeEach(() => {
  bench = openReviewBench();
});
afterEach(() => bench.dispose());

/** At unit review with a concluded notice and no opinion yet. */
function arrived(over: Partial<Application> = {}): Application {
  const application = makeApprovable({ opinion: null, ...over });
  bench.arrive(application);
  return application;
}

function formOf({ applicant }: Application, over: Partial<OpinionForm> = {}): OpinionForm {
  return { ...FORM, ...MEETING, evaluation: EVALUATION.replace('陈志远', applicant.name), ...over };
}

function submit(application: Application, over: Partial<OpinionForm> = {}, commandId = randomUUID()) {
  const { id, version } = application;
  return bench.opinion.submit({ commandId, applicationId: id, version, form: formOf(application, over) });
}

function show({ id }: Application) {
  return expectOk(bench.opinion.get({ applicationId: id }));
}

function save({ id }: Application, form: Partial<OpinionForm>) {
  return expectOk(bench.opinion.save({ applicationId: id, form: { ...EMPTY_OPINION, ...form } }));
}

function audited(): string[] {
  return bench.temp.db
    .prepare<{ act: string }>('SELECT act FROM audit ORDER BY seq')
    .all()
    .map(({ act }) => act);
}

function settle(commandId: string, applicationId: string, version: number): void {
  markSending(bench.temp.db, { commandId, baseVersion: version - 1 }, version, '{}');
  const receipt = { number: '20260901-0001', commandId, applicationId, payloadHash: 'a'.repeat(64), version };
  settleEffective(bench.temp.db, { ...receipt, cursor: '1', serverTime: START, signature: 'x' }, bench.clock.now());
  bench.applications.touched([applicationId]);
}

describe('handing an opinion in', () => {
  it('locks a version: in the archive, the journal, the outbox and the audit chain, its draft gone', () => {
    const application = arrived();
    save(application, { evaluation: '起草中' });
    const commandId = randomUUID();
    expect(expectOk(submit(application, {}, commandId))).toEqual({ number: 1, delivery: 'due' });
    const text = show(application).versions[0]?.text ?? '';
    expect(text).toContain(`${application.applicant.name}同志2016年取得一级教师资格以来`);
    expect(text).toContain('2026年8月20日至8月27日在公告栏公示5个工作日，无异议。同意推荐申报高级教师。');
    expect(actsOn(bench.temp.db, application.id, START)).toMatchObject([
      {
        commandId,
        act: 'opinion',
        payload: { text, number: 1 },
        baseVersion: 1,
        decidedBy: REVIEWER.name,
        sendsAt: START,
      },
    ]);
    expect(bench.row(application.id)).toMatchObject({ opinion: 'submitted', delivery: null, pending: null });
    expect(readDraft(bench.temp.db, 'opinion', application.id)).toBeNull();
    expect(bench.temp.archive.journal.entries()).toHaveLength(1);
    expect(audited()).toEqual(['opinion.submit']);
    expect(bench.nudges()).toBe(1);
    expect(bench.events.at(-1)).toMatchObject({ name: 'applications.changed', payload: { ids: [application.id] } });
  });

  it('the same act again has the same outcome, once', () => {
    const application = arrived();
    const commandId = randomUUID();
    const first = submit(application, {}, commandId);
    expect(submit(application, { way: '同行评议' }, commandId)).toEqual(first);
    bench = bench.restart();
    expect(submit(application, {}, commandId)).toEqual(first);
    expect(show(application).versions).toHaveLength(1);
    expect(audited()).toEqual(['opinion.submit']);
  });

  it('a change makes the next version, also after the city took the first', () => {
    const application = arrived();
    const commandId = randomUUID();
    submit(application, {}, commandId);
    bench.clock.at += 1000;
    expect(expectOk(submit(application, { head: '杨立新' })).number).toBe(2);
    settle(commandId, application.id, 2);
    bench.arrive({ ...application, version: 2, opinion: { text: '一', submittedAt: START, submittedBy: '李敏' } });
    expect(expectOk(submit({ ...application, version: 2 })).number).toBe(3);
    const { form, versions, isDraft } = show(application);
    expect(versions.map(({ number, delivery }) => [number, delivery])).toEqual([
      [3, 'due'],
      [2, 'due'],
      [1, 'effective'],
    ]);
    expect([form, isDraft]).toEqual([formOf(application), false]);
  });

  it('until an approval stands; taking that back opens it again', () => {
    const application = arrived();
    submit(application);
    const approval = aReturnOf(application, { decision: 'approve', opinion: '同意推荐。' });
    expectOk(bench.review.decide(approval));
    expect(submit(application)).toMatchObject({ ok: false, error: { code: 'decided' } });
    expect(show(application).notNow).toBe('decided');
    expectOk(bench.review.undo(approval.commandId));
    expect(submit(application)).toMatchObject({ ok: true, value: { number: 2 } });
  });

  it('what the city refused does not count as submitted, and its number is not used again', () => {
    const application = arrived();
    const commandId = randomUUID();
    submit(application, {}, commandId);
    settleAttention(bench.temp.db, commandId, 'superseded', START);
    bench.arrive({ ...application, version: 2 });
    expect(bench.row(application.id).opinion).toBe('none');
    expect(submit({ ...application, version: 2 })).toMatchObject({ ok: true, value: { number: 2 } });
    expect(submittedOpinions(bench.temp.db).get(application.id)).toMatchObject({ number: 2 });
  });

  it('is refused with what is missing, and for an application that is not the unit’s to act on', () => {
    const application = arrived();
    expect(submit(application, { head: '', inFavour: 22, evaluation: '〔待填：主要业绩〕' })).toMatchObject({
      error: {
        code: 'opinion-incomplete',
        details: { checks: ['open-point:evaluation', 'missing:head', 'votes-differ:inFavour'] },
      },
    });
    expect(submit(arrived({ publicity: null }))).toMatchObject({
      error: { code: 'opinion-incomplete', details: { checks: ['publicity-missing:publicity'] } },
    });
    expect(submit({ ...application, version: 3 })).toMatchObject({
      error: { code: 'stale-version', details: { version: 1 } },
    });
    expect(submit(arrived({ state: 'superior-review' }))).toMatchObject({ error: { code: 'not-at-unit-review' } });
    expect(submit(arrived({ strikes: 3 }))).toMatchObject({ error: { code: 'closed-for-year' } });
    expect(submit({ ...application, id: randomUUID() })).toMatchObject({ error: { code: 'not-found' } });
    expect([bench.temp.archive.journal.entries(), audited(), bench.nudges()]).toEqual([[], [], 0]);
  });
});

describe('after a crash', () => {
  it('the journal brings every version back, once, and its draft is gone', () => {
    const application = arrived();
    save(application, { evaluation: '起草中' });
    const { database } = bench.temp.files;
    bench.temp.archive.checkpoint();
    const older = readFileSync(database);
    submit(application);
    submit(application, { head: '杨立新' });
    const before = [show(application), actsOn(bench.temp.db, application.id, START)];
    bench = bench.restart({
      whileClosed() {
        writeFileSync(database, older);
        for (const log of [`${database}-wal`, `${database}-shm`]) rmSync(log, { force: true });
      },
    });
    expect([show(application), actsOn(bench.temp.db, application.id, START)]).toEqual(before);
    expect(bench.row(application.id).opinion).toBe('submitted');
    expect(readDraft(bench.temp.db, 'opinion', application.id)).toBeNull();
    expect(audited()).toEqual(['opinion.submit', 'opinion.submit', 'archive.rolled-back']);
    for (const entry of bench.temp.archive.journal.entries()) replayOpinion(bench.temp.archive, entry);
    expect([show(application), actsOn(bench.temp.db, application.id, START)]).toEqual(before);
    expect(bench.temp.archive.audit.firstBroken()).toBeNull();
  });
});

describe('drafts', () => {
  it('are there at once and after a restart, and can be discarded', () => {
    const application = arrived();
    expect(show(application)).toMatchObject({ isDraft: false, savedAt: null, form: { head: '周正华', way: '' } });
    expect(save(application, { way: '同行评议' })).toEqual({ savedAt: START, similarTo: null });
    expect(bench.row(application.id).opinion).toBe('draft');
    bench = bench.restart();
    expect(show(application)).toMatchObject({ isDraft: true, savedAt: START, form: { way: '同行评议' } });
    expectOk(bench.opinion.discard({ applicationId: application.id }));
    expect(bench.row(application.id).opinion).toBe('none');
    expect(show(application).isDraft).toBe(false);
    const unknown = { applicationId: randomUUID() };
    expect(bench.opinion.save({ ...unknown, form: EMPTY_OPINION })).toMatchObject({ error: { code: 'not-found' } });
    expect(bench.opinion.discard(unknown)).toMatchObject({ error: { code: 'not-found' } });
  });

  it('begin with what the unit said last, after a reset with what was said of the person too', () => {
    const first = arrived();
    submit(first);
    expect(show(arrived({ filing: { ...first.filing, title: '一级教师' } })).form).toEqual({
      ...EMPTY_OPINION,
      way: FORM.way,
      scope: FORM.scope,
      head: FORM.head,
      recommendation: '同意推荐申报一级教师',
    });
    const reset = {
      id: randomUUID(),
      at: START,
      level: 'unit',
      actor: '李敏',
      action: 'reset',
      opinion: '请重选',
    } as const;
    bench.arrive({ ...first, version: 3, history: [reset], publicity: null });
    expect(bench.row(first.id).opinion).toBe('none');
    expect(show(first).form).toMatchObject({ evaluation: formOf(first).evaluation, meetingOn: '', inFavour: null });
  });

  it('name the person whose evaluation is nearly the same, drafted or submitted', () => {
    const [one, other, third] = [arrived(), arrived(), arrived()];
    const copied = { evaluation: EVALUATION.replace('陈志远', other.applicant.name).replace('2016', '2018') };
    submit(one);
    const { similarTo } = save(other, copied);
    expect(similarTo).toEqual({ name: one.applicant.name, percent: 100 });
    expect(show(other).similarTo).toEqual(similarTo);
    expect(save(other, { evaluation: '2019年以来主管校医室，处置聚集性疫情7起，体检4200人次。' }).similarTo).toBeNull();
    expect(show(one).similarTo).toBeNull();
    save(third, { evaluation: `${EVALUATION}获市级优秀教师称号。` });
    expect(show(one).similarTo).toMatchObject({ name: third.applicant.name });
    expectOk(bench.opinion.discard({ applicationId: third.id }));
    expect(show(one).similarTo).toBeNull();
  });

  it('for many take over the common part, never over what somebody typed, and never the evaluation', () => {
    const people = [
      arrived(),
      arrived({ filing: { ...makeApplication().filing, title: '一级教师' } }),
      arrived(),
      arrived(),
    ];
    const [empty, evaluated, typed, done] = people as [Application, Application, Application, Application];
    save(evaluated, { evaluation: '踏实。' });
    save(typed, { scope: '全体教师' });
    submit(done);
    const gone = arrived({ state: 'city-review' });
    const ids = [...people, gone].map(({ id }) => id);
    expect(bench.opinion.draftMany({ applicationIds: ids, common: COMMON })).toEqual({
      ok: true,
      value: { drafted: 2, skipped: 3 },
    });
    expect(show(empty)).toMatchObject({ isDraft: true, form: { ...COMMON, evaluation: '' } });
    expect(show(evaluated).form).toMatchObject({ evaluation: '踏实。', recommendation: '同意推荐申报一级教师' });
    expect(show(typed).form).toEqual({ ...EMPTY_OPINION, scope: '全体教师' });
    expect([done, gone].map((one) => show(one).isDraft)).toEqual([false, false]);
    expect(people.map(({ id }) => bench.row(id).opinion)).toEqual(['draft', 'draft', 'draft', 'submitted']);
  });
});

describe('who is to be written about', () => {
  it('everybody at unit review in the queue’s order, and how far each is', () => {
    const posted = arrived();
    const waiting = arrived({ publicity: null });
    arrived({ state: 'with-applicant' });
    save(waiting, { way: '同行评议' });
    submit(posted);
    expect(expectOk(bench.opinion.people()).people.map(({ id, ...rest }) => [id, rest])).toEqual([
      [waiting.id, expect.objectContaining({ standing: 'draft', isPublicityConcluded: false, title: '高级教师' })],
      [posted.id, expect.objectContaining({ standing: 'submitted', isPublicityConcluded: true })],
    ]);
  });

  it('a first evaluation from what was filed', () => {
    const { id, applicant } = arrived();
    expect(expectOk(bench.opinion.suggest({ applicationId: id })).evaluation).toContain(
      `${applicant.name}同志2017年6月取得一级教师资格以来，在高二年级`,
    );
    expect(bench.opinion.suggest({ applicationId: randomUUID() })).toMatchObject({ error: { code: 'not-found' } });
  });
});
