import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createHeldFiles, type HeldFiles } from '../../../../main/hosts/loopback/held-files.ts';

const MB = 1024 * 1024;
let files: HeldFiles;
beforeEach(() => {
  vi.useFakeTimers();
  files = createHeldFiles();
});
afterEach(() => vi.useRealTimers());

async function isHeld(token: string): Promise<boolean> {
  return (await files.take(token)) !== null;
}

it('a file waits for ten minutes', async () => {
  const [first, second] = [files.hold('a', new Uint8Array(1)), files.hold('b', new Uint8Array(1))];
  vi.advanceTimersByTime(10 * 60_000 - 1);
  expect(await isHeld(first)).toBe(true);
  vi.advanceTimersByTime(1);
  expect(await isHeld(second)).toBe(false);
});

it('locking forgets all', async () => {
  const tokens = [files.hold('a', new Uint8Array(1)), files.hold('b', new Uint8Array(1))];
  files.clear();
  expect(await Promise.all(tokens.map(isHeld))).toEqual([false, false]);
  expect(vi.getTimerCount()).toBe(0);
});

it('no more than 64 MB wait: the oldest make room, and what was taken or forgotten counts no more', async () => {
  const [first, second] = [files.hold('a', new Uint8Array(32 * MB)), files.hold('b', new Uint8Array(32 * MB))];
  expect(await isHeld(first)).toBe(true);
  const third = files.hold('c', new Uint8Array(32 * MB));
  const fourth = files.hold('d', new Uint8Array(1));
  expect(await isHeld(second)).toBe(false);
  expect(await isHeld(fourth)).toBe(true);
  vi.advanceTimersByTime(10 * 60_000);
  const fifth = files.hold('e', new Uint8Array(32 * MB));
  const sixth = files.hold('f', new Uint8Array(32 * MB));
  expect(await Promise.all([third, fifth, sixth].map(isHeld))).toEqual([false, true, true]);
});
