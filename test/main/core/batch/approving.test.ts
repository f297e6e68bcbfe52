/** 批量通过 on a real archive: who is taken, who is left out and why, and what is on disk afterwards (ux 2.1, 3.2). */
import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decisionsOn } from '#core/outbox/outbox.service.ts';
import type { Application } from '#model/application.ts';
import {
  ended,
  fates,
  look,
  openBatchBench,
  OPINION,
  previewed,
  shown,
  started,
  type BatchBench,
} from '../../../support/batch-bench.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { START } from '../../../support/fake-ports.ts';
import { aReturnOf, makeApprovable } from '../../../support/review-bench.ts';
import { wholeBody } from '../../../support/whole-body.ts';

let desk: BatchBench;
beforeEach(() => {
  desk = openBatchBench();
});
afterEach(() => desk.dispose());

const posted = makeApprovable().publicity;
if (!posted) throw new Error('an approvable application has a notice');

function arrived(count: number, over: Partial<Application> = {}): readonly Application[] {
  const applications = Array.from({ length: count }, () => makeApprovable(over));
  desk.bench.arrive(...applications);
  look(desk.bench, ...applications);
  return applications;
}
const one = (over: Partial<Application> = {}): Application => arrived(1, over)[0] as Application;
const idsOf = (applications: readonly Application[]): string[] => applications.map(({ id }) => id);

function decisionsAbout({ id }: Application) {
  return decisionsOn(desk.bench.temp.db, id, desk.bench.clock.now());
}

/** Resubmitted, or moved on: what the city has now. */
function comesAgain(application: Application, over: Partial<Application>): Application {
  const next = { ...application, version: application.version + 1, ...over };
  desk.bench.arrive(next);
  return next;
}

describe('the preview', () => {
  it('says of each what will happen, nobody twice and nobody missing', async () => {
    const [will, alsoWill] = arrived(2);
    const unseen = makeApprovable();
    desk.bench.arrive(unseen);
    const withoutOpinion = one({ opinion: null });
    const withoutNotice = one({ publicity: null });
    const running = one({ publicity: { ...posted, endsOn: '2026-09-08', concludedAt: null, outcome: null } });
    const unconcluded = one({ publicity: { ...posted, concludedAt: null, outcome: null } });
    const objected = one({ publicity: { ...posted, openObjections: 1 } });
    const away = one({ state: 'with-applicant' });
    const closed = one({ strikes: 3 });
    const decided = one();
    expectOk(desk.bench.review.decide(aReturnOf(decided)));
    const unknown = randomUUID();
    const all = [will, alsoWill, unseen, withoutOpinion, withoutNotice, running, unconcluded, objected, away, closed];
    const ids = [...idsOf([...all, decided] as Application[]), unknown, will?.id ?? ''];

    const preview = await previewed(desk, { ids });
    expect(preview.will.map(({ id, text }) => [id, text])).toEqual([
      [will?.id, OPINION],
      [alsoWill?.id, OPINION],
    ]);
    expect(preview.cannot.map(({ id, code, detail }) => [id, code, detail])).toEqual([
      [unseen.id, 'not-fully-seen', '14'],
      [withoutOpinion.id, 'not-possible-yet', 'opinion-missing'],
      [withoutNotice.id, 'no-notice', ''],
      [running.id, 'too-early', '2026-09-09'],
      [unconcluded.id, 'not-possible-yet', 'publicity-unconcluded'],
      [objected.id, 'objection-open', ''],
      [away.id, 'not-at-unit-review', ''],
      [closed.id, 'closed-for-year', ''],
      [decided.id, 'decided', ''],
      [unknown, 'not-found', ''],
    ]);
    expect(preview.single).toEqual([]);
    expect(preview.will.length + preview.cannot.length + preview.single.length).toBe(new Set(ids).size);
  });

  it('changes nothing', async () => {
    const applications = arrived(2);
    await previewed(desk, { ids: idsOf(applications) });
    expect(applications.flatMap(decisionsAbout)).toEqual([]);
    expect(expectOk(desk.batches.list()).batches).toEqual([]);
  });
});

describe('a batch', () => {
  it('approves each by itself, with its own journal entry, command and audit entry, and tells so', async () => {
    const applications = arrived(60);
    const batchId = await started(desk, { ids: idsOf(applications) });
    expect(shown(desk, batchId).summary).toMatchObject({ state: 'running', total: 60, done: 0, createdBy: '李敏' });
    const result = await ended(desk, batchId);
    expect(result.summary).toMatchObject({ state: 'done', done: 60, failed: 0, finishedAt: START });
    for (const application of applications) {
      expect(decisionsAbout(application).map(({ act, payload }) => [act, payload])).toEqual([
        ['approve', { opinion: OPINION }],
      ]);
      expect(desk.bench.row(application.id)).toMatchObject({ pending: { decision: 'approve' } });
    }
    const commands = desk.bench.temp.archive.journal
      .entries()
      .map(({ payload }) => (payload as { commandId: string }).commandId);
    expect(new Set(commands).size).toBe(60);
    expect(desk.bench.temp.archive.audit.firstBroken()).toBeNull();
    const told = desk.bench.events.filter(({ name }) => name === 'batch.progress').map(({ payload }) => payload);
    expect(told.at(-1)).toEqual({ batchId, done: 60, total: 60, isOver: true });
  });

  it('does what was asked for once, however often it was asked', async () => {
    const ids = idsOf(arrived(3));
    const input = {
      batchId: randomUUID(),
      kind: 'approve',
      applicationIds: ids,
      params: { opinion: OPINION },
    } as const;
    expectOk(desk.batches.start({ ...input, applicationIds: [...ids, ...ids] }));
    expect(expectOk(desk.batches.start({ ...input, applicationIds: ids })).id).toBe(input.batchId);
    expect(fates(await ended(desk, input.batchId))).toEqual(['done', 'done', 'done']);
    expect(expectOk(desk.batches.start({ ...input, applicationIds: ids })).state).toBe('done');
  });

  it('is refused while another runs, and when nobody can be done', async () => {
    const ids = idsOf(arrived(20));
    const away = one({ state: 'with-applicant' });
    const first = await started(desk, { ids });
    const input = {
      batchId: randomUUID(),
      kind: 'approve',
      applicationIds: ids,
      params: { opinion: OPINION },
    } as const;
    expect(desk.batches.start({ ...input, applicationIds: ids })).toMatchObject({ error: { code: 'another-runs' } });
    await ended(desk, first);
    expect(desk.batches.start({ ...input, applicationIds: [away.id] })).toMatchObject({ error: { code: 'nobody' } });
    const fresh = idsOf(arrived(1));
    expect(desk.batches.start({ ...input, applicationIds: fresh, params: { opinion: ' ' } })).toMatchObject({
      error: { code: 'nobody' },
    });
  });

  it('leaves out who changed since the preview, and says why of everybody left out', async () => {
    const [same, resubmitted, movedOn, decided, counted, late] = arrived(6) as [
      Application,
      Application,
      Application,
      Application,
      Application,
      Application,
    ];
    const unseen = makeApprovable();
    desk.bench.arrive(unseen);
    const ids = idsOf([same, resubmitted, movedOn, decided, counted, late, unseen]);
    await previewed(desk, { ids });
    look(desk.bench, comesAgain(resubmitted, { submission: resubmitted.submission + 1 }));
    comesAgain(movedOn, { state: 'superior-review' });
    expectOk(desk.bench.review.decide(aReturnOf(decided)));
    // the city counts a version for each of the unit's own forms: nothing that was looked at has changed
    comesAgain(counted, {});
    comesAgain(late, { publicity: { ...posted, openObjections: 1 } });
    look(desk.bench, unseen);
    const batchId = randomUUID();
    expectOk(desk.batches.start({ batchId, kind: 'approve', applicationIds: ids, params: { opinion: OPINION } }));
    expect(fates(await ended(desk, batchId))).toEqual([
      'done',
      'changed-meanwhile',
      'changed-meanwhile',
      'decided',
      'done',
      'objection-open',
      'changed-meanwhile',
    ]);
    expect(shown(desk, batchId).summary).toMatchObject({ state: 'done', done: 2, failed: 5, total: 7 });
    expect(decisionsAbout(counted)[0]).toMatchObject({ baseVersion: counted.version + 1 });
  });

  it('goes on over the act in which it meets a bug, which is undone and logged', async () => {
    const applications = arrived(5);
    let acts = 0;
    desk.hooks.beforeCommit = () => {
      acts += 1;
      if (acts === 2) throw new Error('a bug');
    };
    const batchId = await started(desk, { ids: idsOf(applications) });
    expect(fates(await ended(desk, batchId))).toEqual(['done', 'failed', 'done', 'done', 'done']);
    expect(applications.map((application) => decisionsAbout(application).length)).toEqual([1, 0, 1, 1, 1]);
    expect(desk.bugs).toEqual([new Error('a bug')]);
  });
});

describe('a batch between two rows', () => {
  it('can be paused, gone on with and called off', async () => {
    const applications = arrived(30);
    const batchId = await started(desk, { ids: idsOf(applications) });
    expectOk(desk.batches.pause(batchId));
    expect(await ended(desk, batchId)).toMatchObject({ summary: { state: 'paused', done: 0 } });
    expectOk(desk.batches.resume(batchId));
    while (shown(desk, batchId).summary.done === 0) await nextTurn();
    expectOk(desk.batches.pause(batchId));
    const paused = await ended(desk, batchId);
    expect(paused.summary.done).toBeGreaterThan(0);
    expect(paused.summary.done).toBeLessThan(30);
    expectOk(desk.batches.stop(batchId));
    expectOk(desk.batches.pause(batchId));
    expect(shown(desk, batchId).summary).toMatchObject({ state: 'stopped', done: paused.summary.done, failed: 0 });
    expect(desk.batches.resume(batchId)).toMatchObject({ error: { code: 'not-found' } });
    expect(applications.flatMap(decisionsAbout)).toHaveLength(paused.summary.done);
  });

  it('pausing and going on at once does not make two of it', async () => {
    const applications = arrived(40);
    const batchId = await started(desk, { ids: idsOf(applications) });
    for (let i = 0; i < 5; i += 1) {
      expectOk(desk.batches.pause(batchId));
      expectOk(desk.batches.resume(batchId));
    }
    expectOk(desk.batches.resume(batchId));
    expect((await ended(desk, batchId)).summary).toMatchObject({ done: 40, failed: 0 });
    expect(applications.flatMap(decisionsAbout)).toHaveLength(40);
  });

  it('another can begin while it is paused, and only then it has to wait', async () => {
    const [first, second] = [arrived(20), arrived(20)];
    const earlier = await started(desk, { ids: idsOf(first) });
    expectOk(desk.batches.pause(earlier));
    const later = await started(desk, { ids: idsOf(second) });
    expect(desk.batches.resume(earlier)).toMatchObject({ error: { code: 'another-runs' } });
    await ended(desk, later);
    expectOk(desk.batches.resume(earlier));
    await ended(desk, earlier);
    expect(expectOk(desk.batches.list()).batches.map(({ id, done }) => [id, done])).toEqual([
      [later, 20],
      [earlier, 20],
    ]);
  });

  it.each(['pause', 'resume', 'stop', 'get', 'report'] as const)('%s of what nobody began is not found', (method) => {
    expect(desk.batches[method](randomUUID())).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('a full disk', () => {
  function fill(): void {
    const pages = desk.bench.temp.db.prepare<{ page_count: number }>('PRAGMA page_count').get()?.page_count ?? 0;
    desk.bench.temp.db.exec(`PRAGMA max_page_count = ${pages}`);
  }
  function makeRoom(): void {
    desk.bench.temp.db.exec('PRAGMA max_page_count = 1000000');
  }

  it('pauses it at the row that found no room, and with room it goes on from there', async () => {
    const applications = arrived(60);
    const batchId = await started(desk, { ids: idsOf(applications) });
    fill();
    const stuck = await ended(desk, batchId);
    expect(stuck.summary.state).toBe('paused');
    const waiting = stuck.items.findIndex(({ state }) => state === 'waiting');
    expect(stuck.items.map(({ code }) => code).filter((code) => code !== null)).toEqual(['disk-full']);
    expect(stuck.items[waiting]).toMatchObject({ state: 'waiting', code: 'disk-full' });
    expect(applications.flatMap(decisionsAbout)).toHaveLength(stuck.summary.done);
    makeRoom();
    expectOk(desk.batches.resume(batchId));
    expect((await ended(desk, batchId)).summary).toMatchObject({ state: 'done', done: 60, failed: 0 });
    expect(applications.map((application) => decisionsAbout(application).length)).toEqual(Array(60).fill(1));
  });

  it('keeps it from beginning, with nothing kept', async () => {
    const ids = idsOf(arrived(60));
    await previewed(desk, { ids });
    fill();
    const batchId = randomUUID();
    const answer = desk.batches.start({ batchId, kind: 'approve', applicationIds: ids, params: { opinion: OPINION } });
    expect(answer).toMatchObject({ error: { code: 'disk-full' } });
    expect(desk.batches.get(batchId)).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('the report', () => {
  it('names everybody with what became of them, as a file that Excel opens', async () => {
    const [first] = arrived(1);
    const objected = one({ publicity: { ...posted, openObjections: 1 } });
    const batchId = await started(desk, { ids: idsOf([first as Application, objected]) });
    await ended(desk, batchId);
    const { address, fileName } = expectOk(desk.batches.report(batchId));
    const file = await desk.downloads.open(address.replace('/download/', ''));
    expect([fileName, file?.fileName, file?.mime]).toEqual([
      '批量通过 2026-09-01 0900.csv',
      '批量通过 2026-09-01 0900.csv',
      'text/csv; charset=utf-8',
    ]);
    expect(Buffer.from(await wholeBody(file?.bytes)).toString('utf8')).toBe(
      [
        '\uFEFF"序号","姓名","申报资格","结果","未办理的原因"',
        `"1","${first?.applicant.name}","${first?.filing.title}","已办理",""`,
        `"2","${objected.applicant.name}","${objected.filing.title}","未办理","公示有异议，还没有处理完"`,
        '',
      ].join('\r\n'),
    );
  });
});
