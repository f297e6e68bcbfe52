import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applications as contract } from '#contract/applications.contract.ts';
import { createApplicationsHandlers } from '#core/applications/applications.handlers.ts';
import { createScanDesk } from '#core/scans/scans.service.ts';
import type { Application, FiledModule } from '#model/application.ts';
import { MODULE_IDS } from '#model/modules.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { START } from '../../../support/fake-ports.ts';
import {
  aReturnOf,
  COLLEAGUE,
  makeApprovable,
  openReviewBench,
  REVIEWER,
  type ReviewBench,
} from '../../../support/review-bench.ts';
import { makeApplication, makeScan } from '../../../sync/application.ts';

const CALLER = { client: 'test' };
let bench: ReviewBench;
beforeEach(() => {
  bench = openReviewBench();
});
afterEach(() => bench.dispose());

function handlers(prioritised: string[] = [], person = REVIEWER) {
  const { temp, clock, applications } = bench;
  const vault = {
    put: () => Promise.reject(new Error('not here')),
    get: async () => ({ ok: false, error: { code: 'missing', message: '' } }) as const,
    has: async () => false,
    sweep: async () => 0,
  };
  const scans = createScanDesk(vault, () => undefined);
  return createApplicationsHandlers(() => ({
    db: temp.db,
    person,
    clock,
    applications,
    scans,
    intake: {
      thumbnailOf: (sha256) => `/scan/thumbnail-${sha256}`,
      screenOf: ({ sha256 }) => `/scan/screen-${sha256}`,
      filedTo: () => [],
    },
    sync: { prioritise: (id) => void prioritised.push(id) },
  }));
}

async function detailOf(id: string, person = REVIEWER) {
  return expectOk(await handlers([], person).get({ id, isAhead: false }, CALLER));
}

function education(school: string): FiledModule[] {
  return [{ id: 'education', records: [{ id: 'r1', fields: { school }, attachmentIds: [] }] }];
}

describe('what the city sends', () => {
  it('is kept whole and found again after a restart', () => {
    const application = makeApprovable({ modules: education('云南大学') });
    bench.arrive(application);
    bench = bench.restart();
    expect(bench.applications.read(application.id)).toEqual(application);
    expect(bench.row(application.id)).toMatchObject({ name: application.applicant.name, version: 1 });
    expect(bench.applications.count()).toBe(1);
  });

  it('replaces what was there, scans too, unless ours is newer', () => {
    const scans = [makeScan(10, 'a').attachment, makeScan(10, 'b').attachment];
    const first = makeApplication({ version: 3, attachments: scans });
    bench.arrive(first);
    const newer: Application = { ...first, version: 5, attachments: scans.slice(1), state: 'superior-review' };
    bench.arrive(newer);
    bench.arrive({ ...first, version: 4, state: 'with-applicant' });
    expect(bench.applications.read(first.id)).toEqual(newer);
    expect(bench.row(first.id)).toMatchObject({ version: 5, state: 'superior-review' });
    const held = bench.temp.db.prepare<{ id: string }>('SELECT id FROM attachment').all();
    expect(held.map(({ id }) => id)).toEqual([scans[1]?.id]);
  });

  it('of the same version may be sent again without harm', () => {
    const application = makeApplication();
    bench.arrive(application);
    bench.arrive(application);
    expect(bench.applications.find(contract.ids.input.parse({ view: 'all' }))).toHaveLength(1);
  });

  it('is told by id, and without ids when there are too many', () => {
    const applications = Array.from({ length: 201 }, () => makeApplication());
    bench.arrive(...applications.slice(0, 200));
    bench.applications.touched(applications.map(({ id }) => id));
    expect(
      bench.events.map(({ name, payload }) => [name, (payload as { ids: string[] | null }).ids?.length ?? null]),
    ).toEqual([
      ['applications.changed', 200],
      ['applications.changed', null],
    ]);
  });

  it('leaves queue, counts and archive when it is removed, with the marks on it', () => {
    const [gone, kept] = [makeApplication({ attachments: [makeScan(5, 'x').attachment] }), makeApplication()];
    bench.arrive(gone, kept);
    bench.applications.markSeen(gone.id, ['basic'], []);
    bench.temp.db.transaction(() => bench.applications.remove(gone.id));
    bench.applications.committed([gone.id]);
    expect(bench.applications.entry(gone.id)).toBeUndefined();
    expect(bench.applications.has(gone.id)).toBe(false);
    expect(bench.applications.read(gone.id)).toBeNull();
    expect(bench.applications.counts().all).toBe(1);
    for (const table of ['seen', 'attachment']) {
      expect(bench.temp.db.prepare<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n).toBe(0);
    }
  });

  it('leaves the queue also when too many changed to be named', () => {
    const [gone, kept] = [makeApplication(), makeApplication()];
    bench.arrive(gone, kept);
    bench.temp.db.transaction(() => bench.applications.remove(gone.id));
    bench.applications.committed(null);
    expect(bench.applications.has(gone.id)).toBe(false);
    expect(bench.applications.has(kept.id)).toBe(true);
  });

  it('offers what can be filtered by, the most frequent first', () => {
    const one = makeApplication();
    const other = { ...one, id: randomUUID(), applicant: { ...one.applicant, department: '信息中心' } };
    bench.arrive(one, makeApplication(), other);
    expect(bench.applications.facets()).toEqual({
      committees: [{ value: one.filing.committee, count: 3 }],
      departments: [
        { value: '高二年级', count: 2 },
        { value: '信息中心', count: 1 },
      ],
    });
  });
});

describe('a row', () => {
  it('shows a decision at once, with the chance it costs, and the draft that is open', () => {
    const application = makeApplication({ chancesUsed: 1 });
    bench.arrive(application);
    const { commandId } = expectOk(bench.review.decide(aReturnOf(application)));
    expect(bench.row(application.id)).toMatchObject({
      chancesLeft: 2,
      pending: { decision: 'return', delivery: 'waiting', commandId },
      delivery: 'waiting',
    });
    const before = bench.row(application.id);
    bench = bench.restart();
    expect(bench.row(application.id)).toEqual(before);
  });

  it('never shows fewer than no chances, even when the city counted past four', () => {
    const application = makeApplication({ chancesUsed: 6 });
    bench.arrive(application);
    expect(bench.row(application.id).chancesLeft).toBe(0);
  });

  it('turns its days at midnight in Beijing, without anything arriving', () => {
    const application = makeApprovable({
      publicity: {
        postedOn: '2026-08-25',
        endsOn: '2026-09-01',
        place: '公告栏',
        openObjections: 0,
        concludedAt: START,
        outcome: 'no-objection',
      },
    });
    const open = makeApplication();
    bench.arrive(application, open);
    const ready = contract.ids.input.parse({ view: 'ready' });
    const daysLeft = () => {
      const { latestStart } = bench.row(open.id);
      return latestStart.kind === 'date' ? latestStart.daysLeft : null;
    };
    const before = daysLeft();
    bench.clock.at = Date.parse('2026-09-01T23:59:59.999+08:00');
    expect(bench.applications.find(ready)).toEqual([]);
    expect([bench.applications.counts().ready, daysLeft(), bench.applications.today()]).toEqual([
      0,
      before,
      '2026-09-01',
    ]);
    bench.clock.at += 1;
    expect(bench.applications.counts().ready).toBe(1);
    expect(bench.applications.find(ready).map(({ digest }) => digest.id)).toEqual([application.id]);
    expect([daysLeft(), bench.applications.today()]).toEqual([(before ?? 0) - 1, '2026-09-02']);
  });
});

describe('what was looked at', () => {
  it('is remembered for each person, over a restart', async () => {
    const scan = makeScan(10, 'seen').attachment;
    const application = makeApplication({ modules: education('云南大学'), attachments: [scan] });
    bench.arrive(application);
    expect(bench.applications.markSeen(application.id, ['education', 'work'], [scan.id])).toBe(true);
    expect(bench.row(application.id).seen).toEqual({ done: 2, total: MODULE_IDS.length });
    bench = bench.restart();
    expect(bench.row(application.id).seen.done).toBe(2);
    expect(await detailOf(application.id)).toMatchObject({
      seenModules: ['education', 'work'],
      seenAttachments: [scan.id],
      changedModules: [],
    });
    bench = bench.restart({ person: COLLEAGUE });
    expect(bench.row(application.id).seen.done).toBe(0);
    expect(await detailOf(application.id, COLLEAGUE)).toMatchObject({ seenModules: [], seenAttachments: [] });
  });

  it('no longer counts where a resubmission changed it, and is named as changed until seen again', async () => {
    const application = makeApplication({ modules: education('云南大学') });
    bench.arrive(application);
    bench.applications.markSeen(application.id, ['education', 'work'], []);
    bench.arrive({ ...application, version: 4, submission: 2, modules: education('昆明学院') });
    expect(bench.row(application.id).seen.done).toBe(1);
    expect(await detailOf(application.id)).toMatchObject({ seenModules: ['work'], changedModules: ['education'] });
    bench.applications.markSeen(application.id, ['education'], []);
    expect(await detailOf(application.id)).toMatchObject({ seenModules: ['education', 'work'], changedModules: [] });
  });

  it('no longer counts for a scan whose bytes were replaced', async () => {
    const scan = makeScan(10, 'first').attachment;
    const application = makeApplication({ attachments: [scan] });
    bench.arrive(application);
    bench.applications.markSeen(application.id, [], [scan.id]);
    const { sha256 } = makeScan(10, 'second').attachment;
    bench.arrive({ ...application, version: 2, attachments: [{ ...scan, sha256 }] });
    expect((await detailOf(application.id)).seenAttachments).toEqual([]);
  });

  it('is told, and refused for what is not there', () => {
    const application = makeApplication();
    bench.arrive(application);
    bench.events.length = 0;
    bench.applications.markSeen(application.id, ['basic'], []);
    expect(bench.events).toMatchObject([{ name: 'applications.changed', payload: { ids: [application.id] } }]);
    expect(bench.applications.markSeen(randomUUID(), ['basic'], [])).toBe(false);
  });
});

describe('asked for through the contract', () => {
  it('a page holds its rows, the total, the counts of every view and the day', async () => {
    bench.arrive(...Array.from({ length: 5 }, () => makeApplication()));
    const query = contract.list.input.parse({ view: 'all', sort: 'name', offset: 3, limit: 10 });
    const page = contract.list.output.parse(expectOk(await handlers().list(query, CALLER)));
    const { ids } = expectOk(await handlers().ids(contract.ids.input.parse({ view: 'all', sort: 'name' }), CALLER));
    expect(page).toMatchObject({ total: 5, today: '2026-09-01', counts: { all: 5, 'to-review': 5, ready: 0 } });
    expect(page.rows.map((row) => row.id)).toEqual(ids.slice(3));
  });

  it('one application says what can be done with it, and asks for its missing scans first', async () => {
    const [here, missing] = [makeScan(10, 'here').attachment, makeScan(10, 'missing').attachment];
    const application = makeApplication({ attachments: [here, missing] });
    bench.arrive(application);
    bench.temp.db
      .prepare('INSERT INTO blob (sha256, size_bytes, stored_at) VALUES (:sha256, 10, 0)')
      .run({ sha256: here.sha256 });
    const asked: string[] = [];
    const detail = contract.get.output.parse(
      expectOk(await handlers(asked).get({ id: application.id, isAhead: false }, CALLER)),
    );
    expect(detail.notActionable).toBeNull();
    expect(detail.approvalGaps.map((gap) => gap.code)).toEqual([
      'opinion-missing',
      'publicity-missing',
      'findings-blocking',
    ]);
    expect(detail.scans[missing.id]).toBeNull();
    expect(detail.scans[here.id]).toMatch(/^\/scan\/[\w-]{43}$/);
    expect(asked).toEqual([application.id]);
  });

  it('one application that may be opened next does not have its scans fetched before those of the one on screen', async () => {
    const application = makeApplication({ attachments: [makeScan(10, 'missing').attachment] });
    bench.arrive(application);
    const asked: string[] = [];
    expectOk(await handlers(asked).get({ id: application.id, isAhead: true }, CALLER));
    expect(asked).toEqual([]);
  });

  it('one application shows our decisions, newest first, those taken back too', async () => {
    const application = makeApplication();
    bench.arrive(application);
    const first = expectOk(bench.review.decide(aReturnOf(application)));
    bench.review.undo(first.commandId);
    const second = expectOk(bench.review.decide(aReturnOf(application, { decision: 'reset' })));
    const detail = contract.get.output.parse(await detailOf(application.id));
    expect(detail.decisions.map((d) => [d.commandId, d.delivery])).toEqual([
      [second.commandId, 'waiting'],
      [first.commandId, 'undone'],
    ]);
    expect(detail.notActionable).toBe('decided');
  });

  it('what is not there is not found', async () => {
    expect(await handlers().get({ id: randomUUID(), isAhead: false }, CALLER)).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    const marking = handlers().markSeen({ id: randomUUID(), modules: [], attachments: [] }, CALLER);
    expect(await marking).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
