/** 批量返回修改: each gets the letter that was shown, word for word (ux 3.2, 3.4). */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDraft, saveDraft } from '#core/drafts/drafts.service.ts';
import { decisionsOn } from '#core/outbox/outbox.service.ts';
import type { Application } from '#model/application.ts';
import { LETTER_TOO_LONG } from '#model/batch.ts';
import { lineText, type ReturnLine } from '#model/return-letter.ts';
import { ended, fates, openBatchBench, previewed, started, type BatchBench } from '../../../support/batch-bench.ts';
import { expectOk } from '../../../support/desk-client.ts';
import { START } from '../../../support/fake-ports.ts';
import { makeApprovable } from '../../../support/review-bench.ts';

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

/** With the sheet of one year's assessment missing. */
function faulty(over: Partial<Application> = {}): Application {
  const whole = makeApprovable(over);
  const modules = whole.modules.map((module) =>
    module.id === 'assessment' ? { ...module, records: module.records.slice(1) } : module,
  );
  const application = { ...whole, modules };
  desk.bench.arrive(application);
  return application;
}

function draft({ id }: Application, ...lines: readonly Partial<ReturnLine>[]): void {
  const content = {
    decision: 'return' as const,
    text: '',
    lines: lines.map((line, i) => ({ ...OWN_LINE, id: `own-${i}`, ...line })),
  };
  saveDraft(desk.bench.temp.db, { kind: 'review', subject: id, content }, START);
}
const OWN_LINE: ReturnLine = {
  id: 'own',
  moduleId: null,
  findingKey: null,
  text: '请按照片要求重拍证件照',
  isIncluded: true,
  isEdited: true,
};

function sentTo({ id }: Application) {
  return decisionsOn(desk.bench.temp.db, id, START).map(({ act, payload }) => [act, payload]);
}

describe('the preview', () => {
  it('shows each letter, and who has none, no chance, or one last one', async () => {
    const found = faulty();
    const written = arrived();
    draft(written, {}, { text: '不写', isIncluded: false });
    const both = faulty();
    draft(both, {});
    const clean = arrived();
    const last = faulty({ chancesUsed: 3 });
    const none = faulty({ chancesUsed: 4 });
    const long = arrived();
    draft(long, ...Array.from({ length: 12 }, () => ({ text: '长'.repeat(480) })));
    const away = faulty({ state: 'superior-review' });
    const all = [found, written, both, clean, last, none, long, away];

    const preview = await previewed(desk, { kind: 'return', ids: all.map(({ id }) => id) });
    const finding = desk.bench.applications.entry(found.id)?.findings.find(({ rule }) => rule === 'assessment.missing');
    if (!finding) throw new Error('the missing assessment was not found');
    expect(preview.will.map(({ id, text }) => [id, text])).toEqual([
      [found.id, `请修改以下1处后重新提交：\n1. 年度考核：${lineText(finding)}`],
      [written.id, '请修改以下1处后重新提交：\n1. 请按照片要求重拍证件照。'],
      [both.id, `请修改以下2处后重新提交：\n1. 请按照片要求重拍证件照。\n2. 年度考核：${lineText(finding)}`],
    ]);
    expect(preview.cannot.map(({ id, code }) => [id, code])).toEqual([
      [clean.id, 'nothing-to-return'],
      [none.id, 'no-chances-left'],
      [away.id, 'not-at-unit-review'],
    ]);
    expect(preview.single.map(({ id, code, detail }) => [id, code, detail])).toEqual([
      [last.id, 'last-chance', ''],
      [long.id, 'failed', LETTER_TOO_LONG],
    ]);
    expect(preview.will.length + preview.cannot.length + preview.single.length).toBe(all.length);
  });

  it('asks for nothing that was corrected since it was written down, unless in words of somebody’s own', async () => {
    const solved = arrived();
    draft(solved, { findingKey: 'assessment.missing:2022', isEdited: false, text: '缺2022年度考核表，请补传。' }, {});
    const preview = await previewed(desk, { kind: 'return', ids: [solved.id] });
    expect(preview.will.map(({ text }) => text)).toEqual(['请修改以下1处后重新提交：\n1. 请按照片要求重拍证件照。']);
  });
});

describe('a batch of returns', () => {
  it('sends each the letter that was shown, spends one chance each, and leaves no draft', async () => {
    const people = [faulty(), faulty(), arrived()];
    draft(people[2] as Application, {});
    const { will } = await previewed(desk, { kind: 'return', ids: people.map(({ id }) => id) });
    const batchId = await started(desk, { kind: 'return', ids: people.map(({ id }) => id) });
    expect(fates(await ended(desk, batchId))).toEqual(['done', 'done', 'done']);
    expect(people.map(sentTo)).toEqual(will.map(({ text }) => [['return', { opinion: text }]]));
    expect(people.map(({ id }) => desk.bench.row(id).chancesLeft)).toEqual([3, 3, 3]);
    expect(readDraft(desk.bench.temp.db, 'review', people[2]?.id ?? '')).toBeNull();
  });

  it('does not send what nobody saw, nor spend a last chance', async () => {
    const [same, rewritten, last] = [faulty(), faulty(), faulty({ chancesUsed: 3 })];
    const ids = [same, rewritten, last].map(({ id }) => id);
    await previewed(desk, { kind: 'return', ids });
    draft(rewritten, { text: '另有一处' });
    const batchId = randomUUID();
    expectOk(desk.batches.start({ batchId, kind: 'return', applicationIds: ids, params: { opinion: null } }));
    expect(fates(await ended(desk, batchId))).toEqual(['done', 'changed-meanwhile', 'last-chance']);
    expect([rewritten, last].flatMap(sentTo)).toEqual([]);
  });
});
