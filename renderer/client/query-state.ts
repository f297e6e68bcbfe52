/** What a screen knows of one question to the desk, apart from React. */
import type { Failure, Result } from '#model/result.ts';

export type QueryState<T, C extends string> = Readonly<{
  /** which question `value` and `error` answer */
  key: string | null;
  value: T | undefined;
  error: Failure<C> | undefined;
  isFetching: boolean;
}>;
export type QueryHolder<T, C extends string> = Readonly<{
  get(): QueryState<T, C>;
  subscribe(listener: () => void): () => void;
  /** The last question asked wins, whatever the order in which answers arrive. */
  run(key: string, fetch: () => Promise<Result<T, C>>): Promise<void>;
  /** An answer still on its way is ignored from now on. */
  abandon(): void;
}>;

/** A failed refetch keeps the value that was there and adds the error. */
export function createQueryHolder<T, C extends string>(): QueryHolder<T, C> {
  let state: QueryState<T, C> = { key: null, value: undefined, error: undefined, isFetching: false };
  let ticket = 0;
  const listeners = new Set<() => void>();

  function set(next: QueryState<T, C>): void {
    state = next;
    for (const listener of listeners) listener();
  }
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async run(key, fetch) {
      ticket += 1;
      const mine = ticket;
      set({ ...state, isFetching: true });
      const result = await fetch();
      if (mine !== ticket) return;
      const kept = state.key === key ? state.value : undefined;
      set({
        key,
        value: result.ok ? result.value : kept,
        error: result.ok ? undefined : result.error,
        isFetching: false,
      });
    },
    abandon() {
      ticket += 1;
      if (state.isFetching) set({ ...state, isFetching: false });
    },
  };
}
