import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fail } from '#model/result.ts';
import type { Vault } from '#vault/vault.ts';
import { expectOk, until } from '../../../support/desk-client.ts';
import { makeApprovable } from '../../../support/review-bench.ts';
import { openScansBench, vaultFiles, type ScansBench } from '../../../support/scans-bench.ts';

let bench: ScansBench;
beforeEach(async () => {
  bench = await openScansBench();
});
afterEach(() => bench.dispose());

const ALL = { view: 'all', applicationId: null, offset: 0, limit: 500 } as const;

function pages(view: 'all' | 'unfiled' | 'trouble' | 'removed' = 'all') {
  return expectOk(bench.scans.pages({ ...ALL, view }));
}

function intakeOf(intakeId: string) {
  const found = expectOk(bench.scans.intakes()).intakes.find(({ id }) => id === intakeId);
  if (!found) throw new Error('no such intake');
  return found;
}

async function textAt(address: string | null): Promise<string | null> {
  const opened = address === null ? null : await bench.addresses.open(address.slice('/scan/'.length));
  return opened && Buffer.from(opened.bytes).toString('utf8');
}

describe('a drop', () => {
  it('becomes pages that are ready, with their pictures, two at a time', async () => {
    bench.jobs.hold();
    const intakeId = await bench.drop([
      { text: 'diploma', name: '毕业证书.jpg', folder: '段雪梅' },
      { text: 'sheets', name: '考核表.pdf', pages: 3 },
      { text: 'video', name: '说明.mp4', unreadable: 'unknown-format' },
      { text: 'torn', name: '旧证.tif', pages: 2, unreadablePages: [2] },
      { text: '', name: '空.jpg' },
    ]);
    // however fast one of them is over
    await until(async () => bench.jobs.most() === 2 || null, 'two to be at work');
    bench.jobs.release();
    await bench.over(intakeId);
    const { intake, files } = expectOk(bench.scans.report(intakeId));
    expect(intake).toMatchObject({
      state: 'done',
      files: { total: 5, taken: 5, hadAlready: 0, refused: 0 },
      pages: { total: 8, ready: 5, unreadable: 3 },
    });
    expect(
      files.map(({ name, state, problem, pages: n, unreadablePages }) => [name, state, problem, n, unreadablePages]),
    ).toEqual([
      ['毕业证书.jpg', 'done', null, 1, 0],
      ['考核表.pdf', 'done', null, 3, 0],
      ['说明.mp4', 'unreadable', 'unknown-format', 0, 0],
      ['旧证.tif', 'done', null, 2, 1],
      ['空.jpg', 'unreadable', 'empty', 0, 0],
    ]);
    expect(intake.bytesBefore).toBeGreaterThan(0);
    const { pages: all, groups, counts } = pages();
    expect(all.map(({ fileName, pageNo, state }) => [fileName, pageNo, state])).toEqual([
      ['考核表.pdf', 1, 'ready'],
      ['考核表.pdf', 2, 'ready'],
      ['考核表.pdf', 3, 'ready'],
      ['旧证.tif', 1, 'ready'],
      ['旧证.tif', 2, 'unreadable'],
      ['毕业证书.jpg', 1, 'ready'],
    ]);
    expect(groups.map(({ group, count }) => [group, count])).toEqual([
      ['', 5],
      ['段雪梅', 1],
    ]);
    expect(counts).toEqual({ unfiled: 6, all: 6, trouble: 1, removed: 0 });
    const diploma = all.at(-1);
    expect(await textAt(diploma?.pictures.copy ?? null)).toMatch(/^copy of diploma 1 .* within 614400$/);
    expect(await textAt(diploma?.pictures.thumbnail ?? null)).toMatch(/^thumbnail of diploma/);
    expect(await textAt(diploma?.pictures.original ?? null)).toContain('"diploma"');
    expect(bench.jobs.most()).toBe(2);
  });

  it('is safe file by file: acknowledged, it is there after a crash and goes on by itself', async () => {
    bench.jobs.hold();
    const intakeId = await bench.drop([{ text: 'a' }, { text: 'b', pages: 2 }]);
    expect(vaultFiles(bench.vaultDir)).toHaveLength(2);
    bench.jobs.release();
    bench = await bench.restart();
    await bench.over(intakeId);
    expect(pages().pages.map(({ state }) => state)).toEqual(['ready', 'ready', 'ready']);
  });

  it('takes a file once, however often it is handed in under its number', async () => {
    const intakeId = randomUUID();
    expectOk(bench.scans.begin({ intakeId, applicationId: null, total: 2 }));
    expectOk(bench.scans.begin({ intakeId, applicationId: null, total: 2 }));
    const both = await Promise.all([bench.add(intakeId, 0, { text: 'a' }), bench.add(intakeId, 0, { text: 'a' })]);
    expect(both.map(expectOk)).toEqual([{ state: 'taken' }, { state: 'taken' }]);
    expect(expectOk(await bench.add(intakeId, 1, { text: 'a' }))).toEqual({ state: 'had-already' });
    await bench.over(intakeId);
    expect(intakeOf(intakeId).files).toEqual({ total: 2, taken: 1, hadAlready: 1, refused: 0 });
    expect(pages().total).toBe(1);
  });

  it('takes the same file for two people, and again once its page was removed or could not be read', async () => {
    const [one, other] = [makeApprovable(), makeApprovable()];
    bench.review.arrive(one, other);
    await bench.over(await bench.drop([{ text: 'notice' }], one.id));
    await bench.over(await bench.drop([{ text: 'notice' }], other.id));
    expect(pages().total).toBe(2);
    const ids = pages()
      .pages.filter((page) => page.forApplicationId === one.id)
      .map(({ id }) => id);
    expectOk(bench.scans.remove({ pageIds: ids }));
    await bench.over(await bench.drop([{ text: 'notice' }], one.id));
    expect(pages()).toMatchObject({ total: 2, counts: { removed: 1 } });
    expect(vaultFiles(bench.vaultDir)).toHaveLength(3);
  });

  it('on nobody that there is, or into an intake that was never begun, is refused', async () => {
    const intakeId = randomUUID();
    const begun = bench.scans.begin({ intakeId, applicationId: randomUUID(), total: 1 });
    expect(begun).toMatchObject({ error: { code: 'not-found' } });
    expect(await bench.add(intakeId, 0, { text: 'a' })).toMatchObject({ error: { code: 'not-found' } });
    expect(vaultFiles(bench.vaultDir)).toEqual([]);
  });

  it('tells of a file that is gone, which may still come', async () => {
    const intakeId = randomUUID();
    expectOk(bench.scans.begin({ intakeId, applicationId: null, total: 1 }));
    const gone = await bench.scans.add({ intakeId, no: 0, token: 'x'.repeat(43), folder: '' });
    expect(gone).toMatchObject({ error: { code: 'file-gone' } });
    const refused = { intakeId, no: 0, name: '很大.tif', folder: '', reason: 'too-large' } as const;
    expectOk(bench.scans.refuse(refused));
    expectOk(bench.scans.refuse(refused));
    await bench.over(intakeId);
    expect(expectOk(bench.scans.report(intakeId)).files).toMatchObject([{ state: 'refused', problem: 'too-large' }]);
    expectOk(await bench.add(intakeId, 0, { text: 'smaller' }));
    await bench.over(intakeId);
    expect(intakeOf(intakeId)).toMatchObject({ files: { taken: 1, refused: 0 }, pages: { ready: 1 } });
  });

  it('can be paused, gone on with and stopped, which leaves out what waits', async () => {
    const intakeId = randomUUID();
    expectOk(bench.scans.begin({ intakeId, applicationId: null, total: 3 }));
    expectOk(bench.scans.pause(intakeId));
    for (const no of [0, 1, 2]) expectOk(await bench.add(intakeId, no, { text: `page ${no}` }));
    expect(intakeOf(intakeId)).toMatchObject({ state: 'paused', files: { taken: 3 } });
    expect(bench.jobs.asked).toEqual([]);
    bench = await bench.restart();
    expect(intakeOf(intakeId).state).toBe('paused');
    bench.jobs.hold();
    expectOk(bench.scans.resume(intakeId));
    expectOk(bench.scans.stop(intakeId));
    bench.jobs.release();
    await until(async () => (bench.jobs.asked.length >= 2 ? true : null), 'what was in hand');
    bench = await bench.restart();
    expect(intakeOf(intakeId)).toMatchObject({ state: 'stopped' });
    expect(pages().pages.filter(({ state }) => state === 'waiting')).toEqual([]);
    const after = await bench.add(intakeId, 3, { text: 'late' });
    expect(after).toMatchObject({ error: { code: 'stopped' } });
  });

  it('whose window went away is over once what came is ready', async () => {
    const intakeId = randomUUID();
    expectOk(bench.scans.begin({ intakeId, applicationId: null, total: 60 }));
    expectOk(await bench.add(intakeId, 0, { text: 'a' }));
    bench = await bench.restart();
    await bench.over(intakeId);
    expect(intakeOf(intakeId)).toMatchObject({ files: { total: 60, taken: 1 }, pages: { ready: 1 } });
  });

  it('tells its progress, and its end once', async () => {
    const intakeId = await bench.drop(Array.from({ length: 30 }, (_, no) => ({ text: `page ${no}` })));
    await bench.over(intakeId);
    const told = bench.review.events.filter(({ name }) => name === 'scans.progress').map(({ payload }) => payload);
    expect(told.at(-1)).toEqual({ intakeId, done: 30, total: 30, isOver: true });
    expect(told.filter((payload) => (payload as { isOver: boolean }).isOver)).toHaveLength(1);
    expect(told.length).toBeLessThan(6);
  });
});

describe('without room on the disk', () => {
  function full(vault: Vault, isFull: () => boolean): Vault {
    return { ...vault, put: async (sha256, bytes) => (isFull() ? fail('disk-full') : vault.put(sha256, bytes)) };
  }

  it('a file is not acknowledged, and taken once there is', async () => {
    let isFull = true;
    bench = await bench.restart({ around: (vault) => full(vault, () => isFull) });
    const intakeId = randomUUID();
    expectOk(bench.scans.begin({ intakeId, applicationId: null, total: 1 }));
    expect(await bench.add(intakeId, 0, { text: 'a' })).toMatchObject({ error: { code: 'disk-full' } });
    expect(intakeOf(intakeId).files.taken).toBe(0);
    isFull = false;
    expectOk(await bench.add(intakeId, 0, { text: 'a' }));
    await bench.over(intakeId);
  });

  it('what is made of it waits, says so, and goes on', async () => {
    let isFull = false;
    bench = await bench.restart({ around: (vault) => full(vault, () => isFull) });
    bench.jobs.hold();
    const intakeId = await bench.drop([{ text: 'a' }, { text: 'b' }]);
    isFull = true;
    bench.jobs.release();
    await until(async () => (intakeOf(intakeId).isStuck ? true : null), 'it to be stuck');
    expect(pages().pages.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    isFull = false;
    expectOk(bench.scans.resume(intakeId));
    await bench.over(intakeId);
    expect(intakeOf(intakeId)).toMatchObject({ isStuck: false, pages: { ready: 2 } });
  });
});
