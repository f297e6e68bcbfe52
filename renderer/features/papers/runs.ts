/**
 * Work on many papers, wherever one is meanwhile: made by the desk, then saved file by file into the folder that was
 * chosen. One at a time; what became of it stays until it is put away. Apart from React.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Failure, Result } from '#model/result.ts';
import { saveFiles, type FolderLike, type Saving, type ToSave } from './saving.ts';
import type { Arrangement, Batch, Ref } from './types.ts';

export type Order =
  | Readonly<{ kind: 'make' | 'export'; refs: readonly Ref[]; arrangement: Arrangement; password: string | null }>
  | Readonly<{ kind: 'archive'; applicationIds: readonly string[]; password: string | null }>;

export type Run = Readonly<{
  id: string;
  kind: Order['kind'];
  state: 'making' | 'saving' | 'over';
  /** papers, or people of an archive copy */
  done: number;
  total: number;
  /** once it is made */
  batch: Batch | null;
  /** null: no folder was chosen */
  saving: Saving | null;
  /** files that are to be saved */
  toSave: number;
  wasCancelled: boolean;
  /** the desk was locked meanwhile; nothing of the people is kept, only how many files were saved */
  cut: Readonly<{ saved: number }> | null;
}>;

/** Of the desk and the browser, what is needed. */
export type RunsDesk = Readonly<{
  make(batchId: string, order: Order): Promise<Result<Readonly<{ total: number }>>>;
  batch(batchId: string): Promise<Result<Batch>>;
  cancel(batchId: string): Promise<Result<unknown>>;
  read(address: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array> | null>;
  newId(): string;
}>;

export type RunsState = Readonly<{
  run: Run | null;
  /** why the last one did not begin or could not be followed */
  trouble: Failure | null;
  isReportOpen: boolean;
  /** `folder` null: only made. False: another one is not over. */
  begin(order: Order, folder: FolderLike | null): Promise<boolean>;
  /** What of it is not saved yet. */
  save(folder: FolderLike): Promise<void>;
  cancel(): void;
  /** The desk told of a batch. */
  follow(told: Readonly<{ batchId: string; done: number; total: number; isOver: boolean }>): void;
  /** Something may have been missed. */
  ask(): void;
  openReport(isOpen: boolean): void;
  putAway(): void;
  /** The desk is locked. */
  forget(): void;
}>;

export type RunsStore = StoreApi<RunsState>;

type Get = RunsStore['getState'];
type Set = RunsStore['setState'];

export function createRunsStore(desk: RunsDesk): RunsStore {
  return createStore<RunsState>()((set, get) => {
    const work = createWork(desk, get, set);
    return {
      run: null,
      trouble: null,
      isReportOpen: false,
      async begin(order, folder) {
        if (isUnderWay(get().run)) return false;
        await work.begin(newRun(desk.newId(), order), order, folder);
        return true;
      },
      async save(folder) {
        const { run } = get();
        if (!run?.batch || isUnderWay(run)) return;
        const saved = new Set(run.saving?.saved.map(({ address }) => address));
        const left = run.batch.files.filter(({ address }) => !saved.has(address));
        await work.save(run.id, folder, left);
      },
      cancel() {
        const { run } = get();
        if (!run) return;
        set({ run: { ...run, wasCancelled: true } });
        work.stop();
        if (run.state === 'making') void desk.cancel(run.id).then(() => work.finish(run.id));
      },
      follow({ batchId, done, total, isOver }) {
        const { run } = get();
        if (run?.id !== batchId) return;
        set({ run: { ...run, done, total } });
        if (isOver) void work.finish(batchId);
      },
      ask() {
        const { run } = get();
        if (run?.state === 'making') void work.finish(run.id);
      },
      openReport: (isReportOpen) => set({ isReportOpen }),
      putAway: () => set({ run: null, trouble: null, isReportOpen: false }),
      forget() {
        const { run } = get();
        if (!run) return;
        const cut = { saved: run.saving?.saved.length ?? 0 };
        // what was over has nothing left to tell
        if (!isUnderWay(run)) return set({ run: null, trouble: null, isReportOpen: false });
        set({ run: { ...run, state: 'over', batch: null, saving: null, cut }, isReportOpen: false });
        work.stop();
      },
    };
  });
}

/** From the order to the last saved file. */
function createWork(desk: RunsDesk, get: Get, set: Set) {
  let folder: FolderLike | null = null;
  let stopping = new AbortController();
  const change = (id: string, to: Partial<Run>) => set(({ run }) => (run?.id === id ? { run: { ...run, ...to } } : {}));

  async function begin(run: Run, order: Order, into: FolderLike | null): Promise<void> {
    folder = into;
    set({ run, trouble: null, isReportOpen: false });
    const answer = await desk.make(run.id, order);
    if (!answer.ok) return set({ run: null, trouble: answer.error });
    change(run.id, { total: answer.value.total });
    // a small one is over before anything is told of it
    return finish(run.id);
  }
  async function finish(id: string): Promise<void> {
    const answer = await desk.batch(id);
    const { run } = get();
    if (run?.id !== id || run.state !== 'making') return;
    if (!answer.ok) return set({ run: { ...run, state: 'over' }, trouble: answer.error });
    const batch = answer.value;
    if (!batch.isOver) return change(id, { done: batch.done, total: batch.total });
    const made = { ...run, batch, done: batch.done, total: batch.total };
    if (folder && !batch.isCancelled && batch.files.length > 0) {
      set({ run: made });
      return save(id, folder, batch.files);
    }
    return set({ run: { ...made, state: 'over' }, isReportOpen: wantsReading(batch) });
  }
  async function save(id: string, into: FolderLike, files: readonly ToSave[]): Promise<void> {
    stopping = new AbortController();
    const { signal } = stopping;
    const before = get().run?.saving?.saved ?? [];
    const joined = ({ saved, unsaved }: Saving): Saving => ({ saved: [...before, ...saved], unsaved });
    const nothing = joined({ saved: [], unsaved: [] });
    change(id, { state: 'saving', saving: nothing, toSave: before.length + files.length, wasCancelled: false });
    const onSaved = (saving: Saving) => !signal.aborted && change(id, { saving: joined(saving) });
    const saving = await saveFiles(into, files, { signal, read: desk.read, onSaved });
    // locked meanwhile: nothing of it is kept
    if (get().run?.id !== id || get().run?.cut) return;
    change(id, { state: 'over', saving: joined(saving), wasCancelled: signal.aborted });
    set({ isReportOpen: true });
  }
  return { begin, finish, save, stop: () => stopping.abort() };
}

export function isUnderWay(run: Run | null): boolean {
  return run !== null && run.state !== 'over';
}

/** What went well is told in the bar; what did not has to be read. */
function wantsReading({ failed, isCancelled }: Batch): boolean {
  return failed.length > 0 && !isCancelled;
}

function newRun(id: string, order: Order): Run {
  const total = order.kind === 'archive' ? order.applicationIds.length : order.refs.length;
  const nothing = { done: 0, batch: null, saving: null, toSave: 0, wasCancelled: false, cut: null };
  return { id, kind: order.kind, state: 'making', total, ...nothing };
}
