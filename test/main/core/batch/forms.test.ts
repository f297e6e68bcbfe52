/** 批量提交基层单位意见 and 批量结束公示 on a real archive, through the same use cases as one alone. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDraft } from '#core/drafts/drafts.service.ts';
import { actsOn } from '#core/outbox/outbox.service.ts';
import type { Application } from '#model/application.ts';
import type { OpinionForm } from '#model/opinion-form.ts';
import {
  ended,
  fates,
  openBatchBench,
  previewed,
  started,
  takeImage,
  type BatchBench,
  type Image,
} from '../../../support/batch-bench.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { dispatched, morningOf, posted, toldRecords } from '../../../support/notices.ts';
import { EVALUATION, FORM } from '../../../support/opinion-form.ts';
import { aReturnOf, makeApprovable } from '../../../support/review-bench.ts';

let desk: BatchBench;
beforeEach(() => {
  desk = openBatchBench();
});
afterEach(() => desk.dispose());

function arrived(over: Partial<Application> = {}): Application {
  const application = makeApprovable(over);
  desk.bench.arrive(application);
  return application;
}
const idsOf = (people: readonly Application[]): string[] => people.map(({ id }) => id);

/** The power goes while the second act is being committed: the journal has them all by then. */
async function crashAtSecond(batchId: string): Promise<void> {
  let acts = 0;
  let image: Image | undefined;
  desk.hooks.beforeCommit = () => {
    acts += 1;
    if (acts === 2) image = takeImage(desk.bench.temp.dir);
  };
  await ended(desk, batchId);
  desk = desk.crash(image);
}

describe('opinions', () => {
  function drafted(over: Partial<OpinionForm> = {}): Application {
    const application = arrived({ opinion: null });
    const evaluation = EVALUATION.replace('陈志远', application.applicant.name);
    const form = { ...FORM, meetingOn: '2026-08-19', evaluation, ...over };
    expectOk(desk.bench.opinion.save({ applicationId: application.id, form }));
    return application;
  }
  function told({ id }: Application) {
    const acts = actsOn(desk.bench.temp.db, id, desk.bench.clock.now());
    return acts.flatMap(({ payload }) => ('text' in payload ? [payload] : []));
  }

  it('are handed in from each one’s own draft, as they were shown', async () => {
    const people = [drafted(), drafted()];
    const undrafted = arrived({ opinion: null });
    const open = drafted({ evaluation: '' });
    const away = drafted();
    desk.bench.arrive({ ...away, version: 2, state: 'with-applicant' });
    const ids = idsOf([...people, undrafted, open, away]);
    const preview = await previewed(desk, { kind: 'opinion', ids });
    expect(preview.will.map(({ id }) => id)).toEqual(idsOf(people));
    expect(preview.will[0]?.text).toContain(`${people[0]?.applicant.name}同志2016年取得一级教师资格以来`);
    expect(preview.cannot.map(({ id, code, detail }) => [id, code, detail])).toEqual([
      [undrafted.id, 'no-opinion-draft', ''],
      [open.id, 'opinion-incomplete', '缺对专业技术工作的评价'],
      [away.id, 'not-at-unit-review', ''],
    ]);
    const batchId = await started(desk, { kind: 'opinion', ids: idsOf(people) });
    expect(fates(await ended(desk, batchId))).toEqual(['done', 'done']);
    expect(people.map(told)).toEqual(preview.will.map(({ text }) => [{ text, number: 1 }]));
    expect(people.map(({ id }) => desk.bench.row(id).opinion)).toEqual(['submitted', 'submitted']);
    expect(people.map(({ id }) => readDraft(desk.bench.temp.db, 'opinion', id))).toEqual([null, null]);
  });

  it('are not handed in when the draft was changed after it was shown', async () => {
    const [same, changed] = [drafted(), drafted()];
    await previewed(desk, { kind: 'opinion', ids: idsOf([same, changed]) });
    const { form } = expectOk(desk.bench.opinion.get({ applicationId: changed.id }));
    expectOk(desk.bench.opinion.save({ applicationId: changed.id, form: { ...form, scope: '全体教师' } }));
    const batchId = randomUUID();
    const applicationIds = idsOf([same, changed]);
    expectOk(desk.batches.start({ batchId, kind: 'opinion', applicationIds, params: { opinion: null } }));
    expect(fates(await ended(desk, batchId))).toEqual(['done', 'changed-meanwhile']);
    expect(told(changed)).toEqual([]);
  });

  it('are each there once after a crash in the middle', async () => {
    const people = [drafted(), drafted(), drafted()];
    const batchId = await started(desk, { kind: 'opinion', ids: idsOf(people) });
    await crashAtSecond(batchId);
    expectOk(desk.batches.resume(batchId));
    expect(fates(await ended(desk, batchId))).toEqual(['done', 'done', 'done']);
    expect(people.map((person) => told(person).length)).toEqual([1, 1, 1]);
  });
});

describe('conclusions', () => {
  const POSTED = '2026-09-01';
  const OVER = '2026-09-09';
  const onNotice = (count: number): readonly Application[] => {
    const people = Array.from({ length: count }, () => arrived({ publicity: null }));
    posted(desk.bench, people, POSTED);
    return people;
  };

  it('are refused before the end with the date from which they are possible', async () => {
    const people = onNotice(2);
    const preview = await previewed(desk, { kind: 'conclude', ids: idsOf(people) });
    expect(preview.cannot.map(({ code, detail }) => [code, detail])).toEqual([
      ['too-early', '2026-09-09'],
      ['too-early', '2026-09-09'],
    ]);
  });

  it('tell the city of each by itself, on whatever notice it is, with what came of objections', async () => {
    const [first, second] = [onNotice(2), onNotice(1)];
    const objected = arrived({ publicity: null });
    const noticeId = posted(desk.bench, [objected], POSTED);
    const half = dispatched();
    desk.bench.arrive(half);
    posted(desk.bench, [half], POSTED);
    const unposted = arrived({ publicity: null });
    const decided = onNotice(1)[0] as Application;
    expectOk(desk.bench.review.decide(aReturnOf(decided)));
    desk.bench.clock.at = morningOf(OVER);
    const objectionId = randomUUID();
    const objection = { from: '某教师', way: '来信', content: '论文署名有出入', receivedOn: '2026-09-03' };
    expectOk(desk.bench.publicity.raiseObjection({ objectionId, noticeId, applicationId: objected.id, ...objection }));
    const all = [...first, ...second, objected, half, unposted, decided];

    const preview = await previewed(desk, { kind: 'conclude', ids: idsOf(all) });
    expect(preview.will.map(({ text }) => text)).toEqual(
      Array(3).fill('2026年9月1日至9月8日在行政楼一楼公告栏公示，无异议。'),
    );
    expect(preview.cannot.map(({ id, code }) => [id, code])).toEqual([
      [objected.id, 'objection-open'],
      [half.id, 'dispatch-incomplete'],
      [unposted.id, 'no-notice'],
      [decided.id, 'decided'],
    ]);
    const batchId = await started(desk, { kind: 'conclude', ids: idsOf(all) });
    expect(fates(await ended(desk, batchId)).slice(0, 3)).toEqual(['done', 'done', 'done']);
    for (const person of [...first, ...second]) {
      expect(toldRecords(desk.bench, person).at(-1)).toMatchObject({
        outcome: 'no-objection',
        concludedAt: desk.bench.clock.at,
      });
      expect(desk.bench.row(person.id).publicity).toEqual({ kind: 'concluded', endsOn: '2026-09-08' });
    }
    expect(expectOk(desk.bench.publicity.board()).notices.map(({ concluded }) => concluded)).toContain(2);
    expect(desk.bench.events.map(({ name }) => name)).toContain('publicity.changed');
    const again = await previewed(desk, { kind: 'conclude', ids: idsOf(first) });
    expect(again.cannot.map(({ code }) => code)).toEqual(['already-concluded', 'already-concluded']);
  });

  it('are each there once after a crash in the middle', async () => {
    const people = onNotice(3);
    desk.bench.clock.at = morningOf(OVER);
    const batchId = await started(desk, { kind: 'conclude', ids: idsOf(people) });
    await crashAtSecond(batchId);
    expectOk(desk.batches.resume(batchId));
    expect(fates(await ended(desk, batchId))).toEqual(['done', 'done', 'done']);
    expect(people.map((person) => toldRecords(desk.bench, person).length)).toEqual([2, 2, 2]);
  });
});
