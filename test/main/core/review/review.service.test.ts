import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReviewHandlers } from '#core/review/review.handlers.ts';
import { replayReview, type DecideInput } from '#core/review/review.service.ts';
import { actsOn, markSending, settleAttention, settleEffective } from '#core/outbox/outbox.service.ts';
import { writeSettings } from '#core/settings/settings.service.ts';
import { readDraft, saveDraft } from '#core/drafts/drafts.service.ts';
import type { Application } from '#model/application.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { START } from '../../../support/fake-ports.ts';
import {
  aReturnOf,
  makeApprovable,
  openReviewBench,
  REVIEWER,
  type ReviewBench,
} from '../../../support/review-bench.ts';
import { makeApplication } from '../../../sync/application.ts';

const MINUTE = 60_000;
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

function decide(application: Application, over: Partial<DecideInput> = {}) {
  return bench.review.decide(aReturnOf(application, over));
}

function acts(): string[] {
  return bench.temp.db
    .prepare<{ act: string }>('SELECT act FROM audit ORDER BY seq')
    .all()
    .map(({ act }) => act);
}

function decisions({ id }: Application) {
  return actsOn(bench.temp.db, id, bench.clock.now());
}

function settle(commandId: string, applicationId: string, version: number): void {
  markSending(bench.temp.db, { commandId, baseVersion: version - 1 }, 1, '{}');
  const receipt = { number: '20260901-0001', commandId, applicationId, payloadHash: 'a'.repeat(64), version };
  settleEffective(bench.temp.db, { ...receipt, cursor: '1', serverTime: START, signature: 'x' }, bench.clock.now());
  bench.applications.touched([applicationId]);
}

describe('deciding', () => {
  it('is in the archive, in the journal and in the audit chain when it answers', () => {
    const application = arrived({ chancesUsed: 1 });
    const input = aReturnOf(application, { opinion: '  请补充学历证书扫描件。\n' });
    expect(expectOk(bench.review.decide(input))).toEqual({
      commandId: input.commandId,
      delivery: 'waiting',
      sendsAt: START + 10 * MINUTE,
      chancesLeft: 2,
    });
    expect(decisions(application)).toMatchObject([
      {
        commandId: input.commandId,
        act: 'return',
        payload: { opinion: '请补充学历证书扫描件。' },
        baseVersion: 1,
        decidedAt: START,
        decidedById: REVIEWER.id,
        decidedBy: REVIEWER.name,
      },
    ]);
    expect(bench.temp.archive.journal.entries()).toHaveLength(1);
    expect(acts()).toEqual(['review.return']);
    expect(bench.temp.archive.audit.firstBroken()).toBeNull();
    expect(bench.nudges()).toBe(1);
    expect(bench.events.at(-1)).toMatchObject({ name: 'applications.changed', payload: { ids: [application.id] } });
  });

  it('the same act again has the same outcome, once', () => {
    const application = arrived();
    const input = aReturnOf(application);
    const first = bench.review.decide(input);
    bench.clock.at += 5_000;
    expect(bench.review.decide(input)).toEqual(first);
    bench = bench.restart();
    expect(bench.review.decide({ ...input, opinion: '另一段话' })).toEqual(first);
    expect(decisions(application)).toHaveLength(1);
    expect(bench.temp.archive.journal.entries()).toHaveLength(1);
    expect(acts()).toEqual(['review.return']);
  });

  it('a second act while the first is on its way is refused, and allowed after the next version', () => {
    const application = arrived();
    const { commandId } = expectOk(decide(application));
    expect(decide(application)).toMatchObject({ ok: false, error: { code: 'already-decided' } });
    settle(commandId, application.id, 2);
    expect(decide(application)).toMatchObject({ ok: false, error: { code: 'already-decided' } });
    bench.arrive({ ...application, version: 3, chancesUsed: 1, submission: 2 });
    expect(decide({ ...application, version: 3 })).toMatchObject({ ok: true, value: { chancesLeft: 2 } });
  });

  it('what the city refused can be decided again', () => {
    const application = arrived();
    const { commandId } = expectOk(decide(application));
    settleAttention(bench.temp.db, commandId, 'superseded', START);
    bench.arrive({ ...application, version: 2 });
    expect(bench.row(application.id)).toMatchObject({ pending: null, delivery: 'attention', chancesLeft: 4 });
    expect(decide({ ...application, version: 2 })).toMatchObject({ ok: true });
  });

  it('is refused by the rules with nothing kept', () => {
    const application = arrived({ chancesUsed: 3 });
    expect(decide(application)).toMatchObject({ error: { code: 'last-chance-unconfirmed' } });
    expect(decide(application, { decision: 'approve' })).toMatchObject({
      error: {
        code: 'approval-not-possible',
        details: { gaps: [{ code: 'opinion-missing' }, { code: 'publicity-missing' }, { code: 'findings-blocking' }] },
      },
    });
    expect(decide(application, { version: 9 })).toMatchObject({
      error: { code: 'stale-version', details: { version: 1 } },
    });
    expect(decide({ ...application, id: randomUUID() })).toMatchObject({ error: { code: 'not-found' } });
    expect([decisions(application), acts(), bench.temp.archive.journal.entries()]).toEqual([[], [], []]);
    expect(bench.nudges()).toBe(0);
  });

  it('takes the last chance when that was confirmed, and shows none left', () => {
    const application = arrived({ chancesUsed: 3 });
    expect(decide(application, { lastChanceConfirmed: true })).toMatchObject({ ok: true, value: { chancesLeft: 0 } });
  });

  it('approves on the day after the notice ended, not on its last day', () => {
    const application = makeApprovable();
    bench.arrive(application);
    bench.clock.at = Date.parse('2026-08-27T23:59:59+08:00');
    const approval = { decision: 'approve', opinion: '同意推荐。' } as const;
    expect(decide(application, approval)).toMatchObject({
      error: {
        code: 'approval-not-possible',
        details: { gaps: [{ code: 'publicity-running', possibleFrom: '2026-08-28' }] },
      },
    });
    bench.clock.at = Date.parse('2026-08-28T00:00:00+08:00');
    expect(decide(application, approval)).toMatchObject({ ok: true, value: { chancesLeft: 4 } });
  });

  it('discards the draft it was made from, and only that', () => {
    const [application, other] = [arrived(), arrived()];
    const content = { decision: 'return', text: '请补充', lines: [] } as const;
    for (const { id } of [application, other])
      saveDraft(bench.temp.db, { kind: 'review', subject: id, content }, START);
    bench.applications.touched([application.id, other.id]);
    decide(application);
    expect([bench.row(application.id).hasDraft, bench.row(other.id).hasDraft]).toEqual([false, true]);
    expect(readDraft(bench.temp.db, 'review', application.id)).toBeNull();
  });

  it('waits as long as the setting says, and not at all in the last two hours', () => {
    writeSettings(bench.temp.db, { undoHoldMinutes: 30 });
    const rush = arrived({ window: { isProvincial: false, opensAt: null, closesAt: START + 119 * MINUTE } });
    expect(decide(arrived())).toMatchObject({ ok: true, value: { delivery: 'waiting', sendsAt: START + 30 * MINUTE } });
    expect(decide(rush)).toMatchObject({ ok: true, value: { delivery: 'due', sendsAt: START } });
  });

  it('goes through the contract’s door', async () => {
    const application = arrived();
    const handlers = createReviewHandlers(() => bench);
    const made = await handlers.decide(aReturnOf(application), { client: 'test' });
    const undone = await handlers.undo({ commandId: expectOk(made).commandId }, { client: 'test' });
    expect(undone).toMatchObject({ ok: true, value: { applicationId: application.id, chancesLeft: 4 } });
  });
});

describe('taking back', () => {
  it('gives the chance back, keeps both acts, and lets the unit decide anew', () => {
    const application = arrived({ chancesUsed: 2 });
    const { commandId } = expectOk(decide(application));
    expect(bench.row(application.id).chancesLeft).toBe(1);
    expect(bench.review.undo(commandId)).toEqual({
      ok: true,
      value: { applicationId: application.id, chancesLeft: 2 },
    });
    expect(bench.row(application.id)).toMatchObject({ chancesLeft: 2, pending: null, delivery: null });
    expect(decisions(application).map((d) => d.delivery)).toEqual(['undone']);
    expect(acts()).toEqual(['review.return', 'review.undo']);
    expect(bench.temp.archive.audit.firstBroken()).toBeNull();
    expect(decide(application)).toMatchObject({ ok: true });
  });

  it('is still possible after the hold, while nothing has left', () => {
    const { commandId } = expectOk(decide(arrived()));
    bench.clock.at += 60 * MINUTE;
    expect(bench.review.undo(commandId)).toMatchObject({ ok: true });
  });

  it('twice is once, with the same outcome', () => {
    const { commandId } = expectOk(decide(arrived()));
    const first = bench.review.undo(commandId);
    expect(bench.review.undo(commandId)).toEqual(first);
    expect(acts()).toEqual(['review.return', 'review.undo']);
  });

  it('is refused once it was handed to the network, with the decision standing', () => {
    const application = arrived();
    const { commandId } = expectOk(decide(application));
    markSending(bench.temp.db, { commandId, baseVersion: 1 }, 1, '{}');
    expect(bench.review.undo(commandId)).toMatchObject({ ok: false, error: { code: 'already-sent' } });
    settle(commandId, application.id, 2);
    expect(bench.review.undo(commandId)).toMatchObject({ ok: false, error: { code: 'already-sent' } });
    expect(bench.row(application.id)).toMatchObject({ chancesLeft: 3, delivery: 'effective' });
    expect(acts()).toEqual(['review.return']);
  });

  it('of what was never decided is not found', () => {
    expect(bench.review.undo(randomUUID())).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('a full disk', () => {
  /** The file may not grow: what SQLite then says is what it says on a full disk. */
  function fill(): void {
    const pages = bench.temp.db.prepare<{ page_count: number }>('PRAGMA page_count').get()?.page_count ?? 0;
    bench.temp.db.exec(`PRAGMA max_page_count = ${pages}`);
  }

  it('is answered by its code, keeps nothing, and the same act succeeds when there is room', () => {
    const application = arrived();
    const input = aReturnOf(application, { opinion: '请补充。'.repeat(1_200) });
    fill();
    expect(bench.review.decide(input)).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect([decisions(application), acts(), bench.temp.archive.journal.entries()]).toEqual([[], [], []]);
    expect(bench.row(application.id)).toMatchObject({ pending: null, chancesLeft: 4 });
    bench = bench.restart();
    expect(decisions(application)).toEqual([]);
    expect(bench.review.decide(input)).toMatchObject({ ok: true });
    expect(decisions(application)).toHaveLength(1);
  });
});

describe('after the power failed between journal and archive', () => {
  it('the next start brings the act back, once, with its draft gone and its chance spent', () => {
    const [first, cut] = [arrived(), arrived()];
    decide(first);
    const [entry] = bench.temp.archive.journal.entries();
    const payload = { ...(entry?.payload as object), commandId: randomUUID(), applicationId: cut.id };
    const content = { decision: null, text: '请', lines: [] };
    saveDraft(bench.temp.db, { kind: 'review', subject: cut.id, content }, START);
    bench.temp.archive.journal.append('act', payload);
    expect(decisions(cut)).toEqual([]);
    for (let start = 1; start <= 2; start += 1) {
      bench = bench.restart();
      expect(decisions(cut)).toMatchObject([{ commandId: payload.commandId, delivery: 'waiting' }]);
      expect(bench.row(cut.id)).toMatchObject({ chancesLeft: 3, hasDraft: false });
      expect(acts()).toEqual(['review.return', 'review.return', 'archive.replayed']);
      expect(bench.temp.archive.audit.firstBroken()).toBeNull();
    }
  });
});

describe('after an older database was put back', () => {
  /** The database alone as it is now; its log is written into it first. */
  function snapshot(): string {
    bench.temp.archive.checkpoint();
    const copy = `${bench.temp.files.database}.older`;
    copyFileSync(bench.temp.files.database, copy);
    return copy;
  }

  /** Ends the desk, puts the copy in the database's place, and starts again. */
  function putBack(copy: string): void {
    const { database } = bench.temp.files;
    bench = bench.restart({
      whileClosed() {
        copyFileSync(copy, database);
        for (const log of [`${database}-wal`, `${database}-shm`]) rmSync(log, { force: true });
      },
    });
  }

  it('the journal brings every decision and withdrawal back, exactly once', () => {
    const [kept, undone, early] = [arrived(), arrived({ chancesUsed: 1 }), arrived()];
    decide(early);
    const older = snapshot();
    const input = aReturnOf(kept);
    bench.review.decide(input);
    const second = expectOk(decide(undone));
    bench.review.undo(second.commandId);
    const before = [kept, undone, early].map((application) => [decisions(application), bench.row(application.id)]);
    const trail = acts();

    putBack(older);

    expect([kept, undone, early].map((application) => [decisions(application), bench.row(application.id)])).toEqual(
      before,
    );
    expect(acts()).toEqual([...trail, 'archive.rolled-back']);
    expect(bench.temp.archive.audit.firstBroken()).toBeNull();
    expect(bench.review.decide(input)).toMatchObject({ ok: true, value: { commandId: input.commandId } });
    expect(decisions(kept)).toHaveLength(1);
    bench = bench.restart();
    expect(bench.temp.archive.needsReplay).toBe(false);
    expect(decisions(kept)).toHaveLength(1);
  });

  it('what is in the archive already is not applied again by any entry', () => {
    const application = arrived();
    const { commandId } = expectOk(decide(application));
    bench.review.undo(commandId);
    const again = expectOk(decide(application));
    const before = [decisions(application), acts()];
    for (const entry of bench.temp.archive.journal.entries()) replayReview(bench.temp.archive, entry);
    expect([decisions(application), acts()]).toEqual(before);
    expect(bench.row(application.id).pending?.commandId).toBe(again.commandId);
  });
});

it('the journal on disk shows nothing of an opinion to whoever reads the file', () => {
  decide(arrived(), { opinion: '金丝雀请补充学历证书' });
  const bytes = readFileSync(bench.temp.files.journal);
  expect(bytes.includes(Buffer.from('金丝雀'))).toBe(false);
});
