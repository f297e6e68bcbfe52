import { describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '#model/result.ts';
import { MAX_FILE_BYTES } from '#ports/index.ts';
import { filesOfEntries, type EntryLike } from '../../../../renderer/features/scans/dropped-files.ts';
import { createFeedStore, LARGEST_FILE_BYTES, type FeedDesk } from '../../../../renderer/features/scans/feed.ts';

const file = (name: string) => ({ file: new File(['x'], name), folder: '' });
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

/** A desk that answers `add` as told, and remembers what it was handed. */
function deskOf(answers: Result<unknown>[] = [], tokens: (string | null)[] = []) {
  const told: string[] = [];
  const desk: FeedDesk = {
    begin: async ({ total }) => {
      told.push(`begin ${total}`);
      return ok(null);
    },
    async add({ no }) {
      const answer = answers.shift() ?? ok(null);
      told.push(`${answer.ok ? 'add' : answer.error.code} ${no}`);
      return answer;
    },
    refuse: async ({ no, reason }) => {
      told.push(`refuse ${no} ${reason}`);
      return ok(null);
    },
    tokenForFile: async () => (tokens.length > 0 ? (tokens.shift() ?? null) : 'token'),
    newId: () => 'intake',
    wait: settle,
  };
  return { told, store: createFeedStore(desk) };
}

describe('handing in a drop', () => {
  it('goes one file after the other, and is over when the last is taken', async () => {
    const { told, store } = deskOf();
    store.getState().feed([file('1.jpg'), file('2.jpg')], null);
    await settle();
    expect(told).toEqual(['begin 2', 'add 0', 'add 1']);
    expect(store.getState().feeds).toEqual([]);
  });

  it('tells of a file that is gone, and goes on', async () => {
    const { told, store } = deskOf([], [null, 'token']);
    store.getState().feed([file('1.jpg'), file('2.jpg')], null);
    await settle();
    expect(told).toEqual(['begin 2', 'begin 2', 'refuse 0 gone', 'add 1']);
  });

  it('waits when the disk is full, and goes on with the same file when told to', async () => {
    const { told, store } = deskOf([ok(null), fail('disk-full')]);
    store.getState().feed([file('1.jpg'), file('2.jpg')], null);
    await settle();
    expect(store.getState().feeds[0]).toMatchObject({ handed: 1, trouble: { code: 'disk-full' } });
    store.getState().resume('intake');
    await settle();
    expect(told).toEqual(['begin 2', 'add 0', 'disk-full 1', 'add 1']);
  });

  it('tries again by itself after the program was locked', async () => {
    const { told, store } = deskOf([fail('locked')]);
    store.getState().feed([file('1.jpg')], null);
    await settle();
    await settle();
    await settle();
    expect(told).toEqual(['begin 1', 'locked 0', 'add 0']);
  });

  it('hands in nothing while it is paused, and nothing more once it is stopped', async () => {
    const { told, store } = deskOf();
    store.getState().feed([file('1.jpg'), file('2.jpg')], null);
    store.getState().pause('intake');
    await settle();
    store.getState().stop('intake');
    await settle();
    expect(told).toEqual(['begin 2']);
    expect(store.getState().feeds).toEqual([]);
  });

  it('knows the largest file that the desk takes', () => {
    expect(LARGEST_FILE_BYTES).toBe(MAX_FILE_BYTES);
  });
});

describe('a dropped folder', () => {
  const leaf = (name: string): EntryLike => ({
    name,
    isFile: true,
    isDirectory: false,
    file: (take) => take(new File(['x'], name)),
  });
  /** Hands out two at a time, as browsers hand out a hundred. */
  const folder = (name: string, ...children: EntryLike[]): EntryLike => ({
    name,
    isFile: false,
    isDirectory: true,
    createReader() {
      const rest = [...children];
      return { readEntries: (take) => take(rest.splice(0, 2)) };
    },
  });

  it('is read to the last file, in the order of a person, without what systems leave behind', async () => {
    const backs = folder('反面', leaf('.DS_Store'), leaf('1.jpg'));
    const files = await filesOfEntries([folder('段雪梅', leaf('10.jpg'), leaf('9.jpg'), leaf('Thumbs.db'), backs)]);
    const names = files.map((one) => `${one.folder}/${one.file.name}`);
    expect(names).toEqual(['段雪梅/9.jpg', '段雪梅/10.jpg', '段雪梅/反面/1.jpg']);
  });
});
