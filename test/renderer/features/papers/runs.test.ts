import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '#model/result.ts';
import { createRunsStore, type Order, type RunsDesk } from '../../../../renderer/features/papers/runs.ts';
import { runWords } from '../../../../renderer/features/papers/papers-bar-words.ts';
import type { FolderLike } from '../../../../renderer/features/papers/saving.ts';
import type { Batch, Failed } from '../../../../renderer/features/papers/types.ts';

const REF = { kind: 'bag-cover', subjectId: '0f1f2f3f-0000-4000-8000-000000000001' } as const;
const ORDER: Order = { kind: 'export', refs: [REF, REF], arrangement: 'each', password: null };
const FAILED: Failed = { ref: REF, who: '段雪梅', problem: 'scan-damaged', detail: '学历.jpg' };
const made = (no: number): Batch['files'][number] => ({
  folder: '',
  fileName: `${no}.pdf`,
  address: `/download/${no}`,
  sizeBytes: 3,
  pages: 1,
  refs: [REF],
});
const batchOf = (some: Partial<Batch>): Batch => ({
  done: 2,
  total: 2,
  isOver: true,
  isCancelled: false,
  tookMs: 1200,
  files: [made(1), made(2)],
  failed: [],
  notes: [],
  ...some,
});

const oneChunk = () => new Blob([new Uint8Array(3)]).stream();

function setUp(batch: () => Batch, read: RunsDesk['read'] = async () => oneChunk()) {
  const cancel = vi.fn(async () => ok(null));
  const desk: RunsDesk = {
    make: async () => ok({ total: 2 }),
    batch: async () => ok(batch()),
    cancel,
    read,
    newId: () => 'batch-1',
  };
  return { store: createRunsStore(desk), cancel, desk };
}

function createFolder() {
  const files = new Set<string>();
  const folder: FolderLike = {
    getDirectoryHandle: async () => folder,
    async getFileHandle(name, options) {
      if (!files.has(name) && options?.create !== true) throw new DOMException('none', 'NotFoundError');
      files.add(name);
      return { createWritable: async () => new WritableStream() };
    },
    removeEntry: async (name) => void files.delete(name),
  };
  return { folder, files };
}

describe('a run of papers', () => {
  it('saves what was made into the chosen folder, and opens the report', async () => {
    const { store } = setUp(() => batchOf({}));
    const { folder, files } = createFolder();
    expect(await store.getState().begin(ORDER, folder)).toBe(true);
    expect([...files]).toEqual(['1.pdf', '2.pdf']);
    expect(store.getState()).toMatchObject({ isReportOpen: true, run: { state: 'over', toSave: 2 } });
  });

  it('follows what the desk tells, and refuses a second one meanwhile', async () => {
    let batch = batchOf({ isOver: false, done: 0, files: [] });
    const { store } = setUp(() => batch);
    await store.getState().begin({ ...ORDER, kind: 'make' }, null);
    store.getState().follow({ batchId: 'batch-1', done: 1, total: 2, isOver: false });
    expect(store.getState().run).toMatchObject({ state: 'making', done: 1 });
    expect(await store.getState().begin(ORDER, null)).toBe(false);
    batch = batchOf({});
    store.getState().follow({ batchId: 'batch-1', done: 2, total: 2, isOver: true });
    await vi.waitFor(() => expect(store.getState().run?.state).toBe('over'));
    // all went well: the bar says so, nothing opens over the work
    expect(store.getState().isReportOpen).toBe(false);
  });

  it('names whoever could not be made, and saves the others', async () => {
    const { store } = setUp(() => batchOf({ files: [made(2)], failed: [FAILED] }));
    const { folder, files } = createFolder();
    await store.getState().begin(ORDER, folder);
    expect([...files]).toEqual(['2.pdf']);
    expect(store.getState().run?.batch?.failed).toEqual([FAILED]);
  });

  it('saves nothing of what was stopped while it was made', async () => {
    let batch = batchOf({ isOver: false, files: [] });
    const { store, cancel } = setUp(() => batch);
    const { folder, files } = createFolder();
    await store.getState().begin(ORDER, folder);
    store.getState().cancel();
    batch = batchOf({ isCancelled: true, files: [made(1)] });
    await vi.waitFor(() => expect(store.getState().run?.state).toBe('over'));
    expect(cancel).toHaveBeenCalledWith('batch-1');
    expect(files.size).toBe(0);
  });

  it('keeps nothing of the people when the desk is locked midway, but says how many files are whole', async () => {
    const stuck: RunsDesk['read'] = (address, signal) =>
      address.endsWith('1')
        ? Promise.resolve(oneChunk())
        : new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    const { store } = setUp(() => batchOf({}), stuck);
    const { folder, files } = createFolder();
    const begun = store.getState().begin(ORDER, folder);
    await vi.waitFor(() => expect(store.getState().run?.saving?.saved).toHaveLength(1));
    store.getState().forget();
    await begun;
    const { run } = store.getState();
    expect(run).toMatchObject({ state: 'over', batch: null, saving: null, cut: { saved: 1 } });
    expect(run && runWords(run)).toContain('已存好1个文件，没有留下半份');
    expect([...files]).toEqual(['1.pdf']);
  });

  it('says why one could not begin', async () => {
    const { desk } = setUp(() => batchOf({}));
    const store = createRunsStore({ ...desk, make: async () => fail('disk-full') });
    await store.getState().begin(ORDER, null);
    expect(store.getState()).toMatchObject({ run: null, trouble: { code: 'disk-full' } });
  });
});
