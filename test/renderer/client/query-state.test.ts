import { describe, expect, it } from 'vitest';
import type { Result } from '#model/result.ts';
import { createQueryHolder } from '../../../renderer/client/query-state.ts';

function later<T>(): Readonly<{
  promise: Promise<Result<T, 'not-found'>>;
  answer: (result: Result<T, 'not-found'>) => void;
}> {
  const { promise, resolve } = Promise.withResolvers<Result<T, 'not-found'>>();
  return { promise, answer: resolve };
}
const gone = { ok: false, error: { code: 'not-found', message: 'gone' } } as const;

describe('a question to the desk', () => {
  it('keeps the value while it is asked again', async () => {
    const query = createQueryHolder<number, 'not-found'>();
    await query.run('a', async () => ({ ok: true, value: 1 }));
    const second = later<number>();
    const running = query.run('a', () => second.promise);
    expect(query.get()).toMatchObject({ value: 1, isFetching: true });
    second.answer({ ok: true, value: 2 });
    await running;
    expect(query.get()).toMatchObject({ value: 2, isFetching: false });
  });

  it('ignores an answer that a later one has overtaken', async () => {
    const query = createQueryHolder<number, 'not-found'>();
    const slow = later<number>();
    const first = query.run('a', () => slow.promise);
    await query.run('b', async () => ({ ok: true, value: 2 }));
    slow.answer({ ok: true, value: 1 });
    await first;
    expect(query.get()).toEqual({ key: 'b', value: 2, error: undefined, isFetching: false });
  });

  it('keeps the value beside the error when asking again fails', async () => {
    const query = createQueryHolder<number, 'not-found'>();
    await query.run('a', async () => ({ ok: true, value: 1 }));
    await query.run('a', async () => gone);
    expect(query.get()).toMatchObject({ value: 1, error: { code: 'not-found' } });
    await query.run('a', async () => ({ ok: true, value: 3 }));
    expect(query.get()).toMatchObject({ value: 3, error: undefined });
  });

  it('never shows one question’s value as another’s', async () => {
    const query = createQueryHolder<number, 'not-found'>();
    await query.run('a', async () => ({ ok: true, value: 1 }));
    await query.run('b', async () => gone);
    expect(query.get()).toMatchObject({ key: 'b', value: undefined, error: { code: 'not-found' } });
  });

  it('forgets an answer that nobody waits for any more', async () => {
    const query = createQueryHolder<number, 'not-found'>();
    const slow = later<number>();
    const running = query.run('a', () => slow.promise);
    query.abandon();
    slow.answer({ ok: true, value: 1 });
    await running;
    expect(query.get()).toEqual({ key: null, value: undefined, error: undefined, isFetching: false });
  });

  it('tells its listeners until they leave', async () => {
    const query = createQueryHolder<number, 'not-found'>();
    let told = 0;
    const leave = query.subscribe(() => (told += 1));
    await query.run('a', async () => ({ ok: true, value: 1 }));
    expect(told).toBe(2);
    leave();
    await query.run('a', async () => ({ ok: true, value: 1 }));
    expect(told).toBe(2);
  });
});
