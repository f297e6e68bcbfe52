/**
 * Writes many files into a folder that a person chose. Each is whole or not there at all: cancelled or failed, what was
 * begun is taken away again. A file that already lies there is never written over.
 */

export type SaveProblem = 'no-room' | 'refused' | 'gone' | 'broken';

export type ToSave = Readonly<{
  /** below the chosen folder, joined by '/'; '' in it */
  folder: string;
  fileName: string;
  address: string;
}>;
export type SavedFile = ToSave & Readonly<{ /** as it was called in the end */ savedAs: string; sizeBytes: number }>;
export type UnsavedFile = ToSave & Readonly<{ problem: SaveProblem }>;
export type Saving = Readonly<{ saved: readonly SavedFile[]; unsaved: readonly UnsavedFile[] }>;

/** Of the browser's handles, what is needed. */
export type FolderLike = {
  getDirectoryHandle(name: string, options?: { create?: boolean }): Promise<FolderLike>;
  getFileHandle(name: string, options?: { create?: boolean }): Promise<FileLike>;
  removeEntry(name: string): Promise<void>;
};
export type FileLike = { createWritable(): Promise<WritableStream<Uint8Array>> };

type SaveOptions = Readonly<{
  signal: AbortSignal;
  /** the bytes behind an address; null: there are none any more */
  read(address: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array> | null>;
  onSaved(saving: Saving): unknown;
}>;

/** Stops where going on makes no sense: no room, no permission, the desk locked. Never rejects. */
export async function saveFiles(
  folder: FolderLike,
  files: readonly ToSave[],
  { signal, read, onSaved }: SaveOptions,
): Promise<Saving> {
  let saving: Saving = { saved: [], unsaved: [] };
  for (const file of files) {
    if (signal.aborted) break;
    const outcome = await saveOne(folder, file, signal, read);
    if (outcome === 'cancelled') break;
    saving =
      'problem' in outcome
        ? { ...saving, unsaved: [...saving.unsaved, outcome] }
        : { ...saving, saved: [...saving.saved, outcome] };
    onSaved(saving);
    if ('problem' in outcome && outcome.problem !== 'broken') break;
  }
  return saving;
}

async function saveOne(
  root: FolderLike,
  file: ToSave,
  signal: AbortSignal,
  read: SaveOptions['read'],
): Promise<SavedFile | UnsavedFile | 'cancelled'> {
  try {
    const body = await read(file.address, signal);
    if (!body) return { ...file, problem: 'gone' };
    const folder = await folderBelow(root, file.folder);
    const savedAs = await freeName(folder, file.fileName);
    const sizeBytes = await write(folder, savedAs, body, signal);
    return { ...file, savedAs, sizeBytes };
  } catch (error) {
    return signal.aborted ? 'cancelled' : { ...file, problem: problemOf(error) };
  }
}

async function folderBelow(root: FolderLike, path: string): Promise<FolderLike> {
  let folder = root;
  for (const name of path.split('/').filter(Boolean)) folder = await folder.getDirectoryHandle(name, { create: true });
  return folder;
}

/** The next of them that nobody has: 「段雪梅-评审表(2).pdf」. */
async function freeName(folder: FolderLike, name: string): Promise<string> {
  const [, stem = name, extension = ''] = /^(.*)(\.[^.]+)$/s.exec(name) ?? [];
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? name : `${stem}(${n})${extension}`;
    if (!(await isThere(folder, free))) return free;
  }
}

async function isThere(folder: FolderLike, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (error) {
    if (nameOf(error) === 'NotFoundError') return false;
    // a folder of that name
    if (nameOf(error) === 'TypeMismatchError') return true;
    throw error;
  }
}

/** Answers the bytes written. An empty file is made first, so it is taken away where the rest fails. */
async function write(
  folder: FolderLike,
  name: string,
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): Promise<number> {
  const handle = await folder.getFileHandle(name, { create: true });
  try {
    const writable = await handle.createWritable();
    let sizeBytes = 0;
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        sizeBytes += chunk.byteLength;
        controller.enqueue(chunk);
      },
    });
    // closes at the end; aborts what was written where anything goes wrong
    await body.pipeThrough(counted, { signal }).pipeTo(writable, { signal });
    return sizeBytes;
  } catch (error) {
    await folder.removeEntry(name).catch(() => undefined);
    throw error;
  }
}

const PROBLEMS: Readonly<Record<string, SaveProblem>> = {
  QuotaExceededError: 'no-room',
  NotAllowedError: 'refused',
  NoModificationAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'refused',
  InvalidStateError: 'refused',
};

function problemOf(error: unknown): SaveProblem {
  return PROBLEMS[nameOf(error)] ?? 'broken';
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : '';
}
