/** What was dropped, chosen or pasted, as files with their folders, in the order a person would read them. */

export type DroppedFile = Readonly<{ file: File; /** names of folders joined by '/'; '' beside all */ folder: string }>;

/** Of the browser's FileSystemEntry, what is needed. */
export type EntryLike = Readonly<{
  name: string;
  isFile: boolean;
  isDirectory: boolean;
  file?(take: (file: File) => void, fail: (error: unknown) => void): void;
  createReader?(): Readonly<{
    readEntries(take: (entries: readonly EntryLike[]) => void, fail: (error: unknown) => void): void;
  }>;
}>;

/** Folders nested deeper than anybody sorts papers. */
const MOST_DEEP = 12;
/** One drop, as the contract bounds it. */
export const MOST_FILES = 5000;
/** What systems leave in every folder. */
const LITTER = /^(?:\..*|thumbs\.db|desktop\.ini|__macosx)$/i;
const collator = new Intl.Collator('zh-CN', { numeric: true, sensitivity: 'base' });

/** Entries have to be taken from the event before anything is awaited: hand them in at once. */
export async function filesOfEntries(entries: readonly EntryLike[]): Promise<readonly DroppedFile[]> {
  return (await Promise.all(inOrder(entries).map((entry) => filesBelow(entry, '', 0)))).flat();
}

async function filesBelow(entry: EntryLike, folder: string, depth: number): Promise<readonly DroppedFile[]> {
  if (LITTER.test(entry.name) || depth > MOST_DEEP) return [];
  if (entry.isFile) {
    const file = await fileOf(entry);
    return file ? [{ file, folder }] : [];
  }
  const below: DroppedFile[] = [];
  for (const child of inOrder(await childrenOf(entry))) {
    below.push(...(await filesBelow(child, folder === '' ? entry.name : `${folder}/${entry.name}`, depth + 1)));
  }
  return below;
}

function fileOf(entry: EntryLike): Promise<File | null> {
  return new Promise((resolve) => {
    if (entry.file) entry.file(resolve, () => resolve(null));
    else resolve(null);
  });
}

/** The browser hands out a hundred at a time, and an empty list at the end. */
async function childrenOf(entry: EntryLike): Promise<readonly EntryLike[]> {
  const reader = entry.createReader?.();
  if (!reader) return [];
  const all: EntryLike[] = [];
  for (;;) {
    const some = await new Promise<readonly EntryLike[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function inOrder(entries: readonly EntryLike[]): readonly EntryLike[] {
  return entries.toSorted((a, b) => collator.compare(a.name, b.name));
}

/** Files chosen in a dialog; of a chosen folder each knows its way. */
export function filesOfList(files: Iterable<File>): readonly DroppedFile[] {
  return [...files]
    .filter(({ name }) => !LITTER.test(name))
    .map((file) => ({ file, folder: file.webkitRelativePath.split('/').slice(0, -1).join('/') }))
    .toSorted((a, b) => collator.compare(`${a.folder}/${a.file.name}`, `${b.folder}/${b.file.name}`));
}

type TransferLike = Readonly<{
  items: Iterable<Readonly<{ kind: string; webkitGetAsEntry?(): EntryLike | null }>>;
  files: Iterable<File>;
}>;

/** Call it inside the event: afterwards the browser has forgotten what was dropped. */
export function filesOfTransfer({ items, files }: TransferLike): Promise<readonly DroppedFile[]> {
  const dropped = [...items].filter(({ kind }) => kind === 'file');
  const entries = dropped.map((item) => item.webkitGetAsEntry?.() ?? null);
  // a picture out of another program is a file without an entry
  if (entries.length === 0 || entries.includes(null)) return Promise.resolve(filesOfList(files));
  return filesOfEntries(entries.filter((entry) => entry !== null));
}
