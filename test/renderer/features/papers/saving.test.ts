import { describe, expect, it } from 'vitest';
import { saveFiles, type FolderLike, type Saving } from '../../../../renderer/features/papers/saving.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

type Fake = Readonly<{ folder: FolderLike; files: Map<string, string>; folders: Map<string, Fake> }>;

/** A folder as the browser hands it out: a file is there, empty, from the moment its handle is made. */
function createFolder(onChunk: (name: string) => void = () => undefined): Fake {
  const files = new Map<string, string>();
  const folders = new Map<string, Fake>();
  const missing = () => Promise.reject(new DOMException('no such entry', 'NotFoundError'));
  const folder: FolderLike = {
    async getDirectoryHandle(name) {
      const below = folders.get(name) ?? createFolder(onChunk);
      folders.set(name, below);
      return below.folder;
    },
    async getFileHandle(name, options) {
      if (!files.has(name) && options?.create !== true) return missing();
      if (!files.has(name)) files.set(name, '');
      return {
        async createWritable() {
          let text = '';
          return new WritableStream<Uint8Array>({
            write(chunk) {
              text += new TextDecoder().decode(chunk);
              onChunk(name);
            },
            close: () => void files.set(name, text),
          });
        },
      };
    },
    async removeEntry(name) {
      if (!files.delete(name)) await missing();
    },
  };
  return { folder, files, folders };
}

const file = (fileName: string, folder = '') => ({ folder, fileName, address: `/download/${folder}${fileName}` });
const streamOf = (...texts: readonly string[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const text of texts) controller.enqueue(bytesOf(text));
      controller.close();
    },
  });
const names = ({ saved, unsaved }: Saving) => [saved.map(({ savedAs }) => savedAs), unsaved.map((one) => one.problem)];

describe('saving many files', () => {
  const signal = new AbortController().signal;

  it('writes each whole into its folder, and tells after each', async () => {
    const { folder, files, folders } = createFolder();
    const told: number[] = [];
    const saving = await saveFiles(folder, [file('一.pdf'), file('二.pdf', '段雪梅/原件')], {
      signal,
      read: async (address) => streamOf('全', address),
      onSaved: ({ saved }) => told.push(saved.length),
    });
    expect(files.get('一.pdf')).toBe('全/download/一.pdf');
    expect(folders.get('段雪梅')?.folders.get('原件')?.files.has('二.pdf')).toBe(true);
    expect(saving.saved.map(({ sizeBytes }) => sizeBytes)).toEqual([20, 36]);
    expect(told).toEqual([1, 2]);
  });

  it('never writes over what lies there', async () => {
    const { folder, files } = createFolder();
    files.set('评审表.pdf', '盖过章的');
    files.set('评审表(2).pdf', '另一份');
    const saving = await saveFiles(folder, [file('评审表.pdf')], {
      signal,
      read: async () => streamOf('新的'),
      onSaved() {},
    });
    expect(names(saving)).toEqual([['评审表(3).pdf'], []]);
    expect(files.get('评审表.pdf')).toBe('盖过章的');
  });

  it('leaves nothing half written when it is cancelled in the middle of a file', async () => {
    const stopping = new AbortController();
    const { folder, files } = createFolder((name) => name === '二.pdf' && stopping.abort());
    const saving = await saveFiles(folder, [file('一.pdf'), file('二.pdf'), file('三.pdf')], {
      signal: stopping.signal,
      read: async () => streamOf('开头', '中间', '结尾'),
      onSaved() {},
    });
    expect(names(saving)).toEqual([['一.pdf'], []]);
    expect([...files.keys()]).toEqual(['一.pdf']);
  });

  it('takes a file away whose bytes break off, names it, and goes on with the others', async () => {
    const { folder, files } = createFolder();
    const broken = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          controller.enqueue(bytesOf('半'));
          controller.error(new TypeError('network error'));
        },
      });
    const saving = await saveFiles(folder, [file('坏.pdf'), file('好.pdf')], {
      signal,
      read: async (address) => (address.includes('坏') ? broken() : streamOf('好')),
      onSaved() {},
    });
    expect(names(saving)).toEqual([['好.pdf'], ['broken']]);
    expect([...files.keys()]).toEqual(['好.pdf']);
  });

  it.each([
    ['the desk is locked', async () => null, 'gone'],
    ['the disk is full', () => Promise.reject(new DOMException('full', 'QuotaExceededError')), 'no-room'],
    ['the folder is refused', () => Promise.reject(new DOMException('no', 'NotAllowedError')), 'refused'],
  ])('stops at once where %s', async (_what, read, problem) => {
    const { folder, files } = createFolder();
    const saving = await saveFiles(folder, [file('一.pdf'), file('二.pdf')], { signal, read, onSaved() {} });
    expect(names(saving)).toEqual([[], [problem]]);
    expect(files.size).toBe(0);
  });
});
