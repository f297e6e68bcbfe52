import { describe, expect, it } from 'vitest';
import { createAhead } from '../../../../renderer/ui/scan/ahead.ts';

/** A shelf that hands out each picture when told to. */
function shelf(mostKept: number) {
  const begun: string[] = [];
  const waiting: { address: string; resolve(): void; reject(): void }[] = [];
  const ahead = createAhead(
    (address) =>
      new Promise((resolve, reject) => {
        begun.push(address);
        waiting.push({ address, resolve: () => resolve(address), reject: () => reject(new Error('broken')) });
      }),
    mostKept,
  );
  async function finish(how: 'resolve' | 'reject' = 'resolve') {
    waiting.shift()?.[how]();
    await new Promise((done) => setTimeout(done));
  }
  return { ahead, begun, finish };
}

describe('scans made ready ahead', () => {
  it('are begun one at a time, the nearest first', async () => {
    const { ahead, begun, finish } = shelf(6);
    ahead.want(['a', 'b', 'c']);
    expect(begun).toEqual(['a']);
    expect(ahead.ready('a')).toBeNull();
    await finish();
    expect(begun).toEqual(['a', 'b']);
    expect(ahead.ready('a')).toBe('a');
  });

  it('are not begun when nobody wants them any more', async () => {
    const { ahead, begun, finish } = shelf(6);
    ahead.want(['a', 'b', 'c']);
    ahead.want(['x']);
    await finish();
    await finish();
    expect(begun).toEqual(['a', 'x']);
  });

  it('go on after one that is broken, which is not asked for again', async () => {
    const { ahead, begun, finish } = shelf(6);
    ahead.want(['a', 'b']);
    await finish('reject');
    await finish();
    ahead.want(['a', 'b']);
    expect(begun).toEqual(['a', 'b']);
  });

  it('are given up, the oldest first, when there is no room', async () => {
    const { ahead, finish } = shelf(2);
    ahead.want(['a', 'b']);
    await finish();
    await finish();
    ahead.want(['c']);
    await finish();
    expect(['a', 'b', 'c'].filter((address) => ahead.has(address))).toEqual(['b', 'c']);
  });

  it('leave nothing behind when the desk is locked, not even one that was still on its way', async () => {
    const { ahead, begun, finish } = shelf(6);
    ahead.want(['a', 'b']);
    ahead.clear();
    await finish();
    expect(begun).toEqual(['a']);
    expect(ahead.has('a')).toBe(false);
  });
});
