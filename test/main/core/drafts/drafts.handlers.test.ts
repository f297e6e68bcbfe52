import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drafts as contract } from '#contract/drafts.contract.ts';
import { createDraftsHandlers } from '#core/drafts/drafts.handlers.ts';
import { applicationsWithDraft, discardDraft, hasDraft } from '#core/drafts/drafts.service.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { START } from '../../../support/fake-ports.ts';
import { openReviewBench, type ReviewBench } from '../../../support/review-bench.ts';
import { makeApplication } from '../../../sync/application.ts';

const CALLER = { client: 'test' };
const application = makeApplication();
const key = { kind: 'review', subject: application.id } as const;

let bench: ReviewBench;
beforeEach(() => {
  bench = openReviewBench();
  bench.arrive(application);
  bench.events.length = 0;
});
afterEach(() => bench.dispose());

function handlers() {
  const { temp, clock, applications } = bench;
  return createDraftsHandlers(() => ({ db: temp.db, clock, applications }));
}

async function save(text: string, decision: 'return' | null = 'return') {
  return handlers().save(contract.save.input.parse({ ...key, content: { text, decision, lines: [] } }), CALLER);
}

async function held() {
  return contract.get.output.parse(expectOk(await handlers().get(key, CALLER)));
}

describe('what was typed and not handed in', () => {
  it('is there again after a restart, as it was last saved', async () => {
    expect(await held()).toBeNull();
    await save('请补');
    bench.clock.at += 2_000;
    expect(await save('请补充学历证书')).toEqual({ ok: true, value: { savedAt: START + 2_000 } });
    bench = bench.restart();
    expect(await held()).toEqual({
      draft: { ...key, content: { text: '请补充学历证书', decision: 'return', lines: [] } },
      savedAt: START + 2_000,
    });
    expect(bench.row(application.id).hasDraft).toBe(true);
  });

  it('keeps that no decision was chosen yet', async () => {
    await save('请补', null);
    expect(await held()).toMatchObject({ draft: { content: { decision: null } } });
  });

  it('shows in the queue from its first letter on, and is not told at every letter after', async () => {
    await save('请');
    await save('请补');
    await save('请补充');
    expect(bench.events).toMatchObject([{ name: 'applications.changed', payload: { ids: [application.id] } }]);
    expect(bench.row(application.id).hasDraft).toBe(true);
  });

  it('is gone when it is discarded, once or twice', async () => {
    await save('请补');
    for (const _ of [1, 2]) expect(await handlers().discard(key, CALLER)).toEqual({ ok: true, value: null });
    expect(await held()).toBeNull();
    expect(bench.row(application.id).hasDraft).toBe(false);
  });

  it('is not taken for an application that is not here', async () => {
    const input = contract.save.input.parse({
      ...key,
      subject: randomUUID(),
      content: { text: '请补', decision: null, lines: [] },
    });
    expect(await handlers().save(input, CALLER)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(applicationsWithDraft(bench.temp.db, 'review')).toEqual([]);
  });

  it('is answered by a code when the disk is full, with what was saved before kept', async () => {
    await save('请补');
    const pages = bench.temp.db.prepare<{ page_count: number }>('PRAGMA page_count').get()?.page_count ?? 0;
    bench.temp.db.exec(`PRAGMA max_page_count = ${pages}`);
    expect(await save('请补充。'.repeat(1_200))).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    expect(await held()).toMatchObject({ draft: { content: { text: '请补' } } });
  });

  it('outlives the application’s leaving, for it may come back', async () => {
    await save('请补');
    bench.temp.db.transaction(() => bench.applications.remove(application.id));
    bench.applications.committed([application.id]);
    bench.arrive(application);
    expect(bench.row(application.id).hasDraft).toBe(true);
  });

  it('is discarded for one application only', async () => {
    const other = makeApplication();
    bench.arrive(other);
    await save('请补');
    await handlers().save(
      contract.save.input.parse({ ...key, subject: other.id, content: { text: '请改', decision: null, lines: [] } }),
      CALLER,
    );
    discardDraft(bench.temp.db, key);
    expect(hasDraft(bench.temp.db, 'review', application.id)).toBe(false);
    expect(applicationsWithDraft(bench.temp.db, 'review')).toEqual([other.id]);
  });

  it('of the unit itself is about no application, and may be half filled in', async () => {
    const facts = { name: '', kind: 'city-owned', county: '五华区', address: '', phone: '', renamedOn: '' };
    const draft = contract.save.input.parse({ kind: 'unit', subject: 'unit', content: facts });
    expectOk(await handlers().save(draft, CALLER));
    bench = bench.restart();
    const own = contract.get.output.parse(expectOk(await handlers().get({ kind: 'unit', subject: 'unit' }, CALLER)));
    expect(own).toMatchObject({ draft: { kind: 'unit', content: { name: '', county: '五华区' } } });
    expectOk(await handlers().discard({ kind: 'unit', subject: 'unit' }, CALLER));
    expect(hasDraft(bench.temp.db, 'unit', 'unit')).toBe(false);
    expect(bench.events).toEqual([]);
  });
});
