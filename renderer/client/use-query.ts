import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import type { EventPayload } from '#contract/define.ts';
import type { AppEvents } from '#contract/events.ts';
import type { Failure, Result } from '#model/result.ts';
import type { EventName } from './desk-events.ts';
import { onDeskEvent, onMissed } from './desk.ts';
import { createQueryHolder } from './query-state.ts';

export type QueryOptions<T = unknown> = Readonly<{
  /** Events after which the answer may be another; a function says whether this one concerns it. */
  refetchOn?: { readonly [N in EventName]?: true | ((payload: EventPayload<AppEvents, N>) => boolean) };
  /** Show the last answer while another question is asked: for lists, never for one person's papers. */
  keepsPrevious?: boolean;
  /** What was answered to this very question before: shown until it is answered again, which can wait a moment. */
  known?: T | undefined;
}>;

export type Query<T, C extends string> = Readonly<{
  /** undefined until the first answer; kept while it is fetched anew */
  value: T | undefined;
  error: Failure<C> | undefined;
  isFetching: boolean;
  refetch(): void;
}>;

/** ms in which a picture is drawn; well before anything can be decided by what is shown */
const KNOWN_FOR_MS = 150;

/**
 * Asks the desk and keeps the answer current.
 * @param key names the question: another key asks anew, null asks nothing
 * @param fetch sees the values of the latest render; it need not be stable
 */
export function useQuery<T, C extends string>(
  key: string | null,
  fetch: () => Promise<Result<T, C>>,
  options: QueryOptions<T> = {},
): Query<T, C> {
  const [holder] = useState(() => createQueryHolder<T, C>());
  const state = useSyncExternalStore(holder.subscribe, holder.get);
  const run = useEffectEvent(() => {
    if (key !== null) void holder.run(key, fetch);
  });
  const concerns = useEffectEvent((name: EventName, payload: never) => {
    const test = options.refetchOn?.[name];
    return test === true || (test !== undefined && (test as (payload: never) => boolean)(payload));
  });
  const watched = Object.keys(options.refetchOn ?? {}).join(' ');

  const isKnown = options.known !== undefined;
  useEffect(() => {
    // what is known is drawn first
    const timer = isKnown ? setTimeout(() => run(), KNOWN_FOR_MS) : undefined;
    if (!isKnown) run();
    return () => {
      clearTimeout(timer);
      holder.abandon();
    };
  }, [key, holder, isKnown]);
  useEffect(() => {
    const names = watched.split(' ').filter(Boolean) as EventName[];
    const stops = names.map((name) =>
      onDeskEvent(name, (payload) => {
        if (concerns(name, payload as never)) run();
      }),
    );
    stops.push(onMissed(() => run()));
    return () => stops.forEach((stop) => stop());
  }, [watched]);

  const isAnswered = state.key === key;
  const isShown = isAnswered || (options.keepsPrevious === true && key !== null);
  return {
    value: isShown ? state.value : options.known,
    error: isAnswered ? state.error : undefined,
    isFetching: state.isFetching || (key !== null && !isAnswered),
    refetch: () => {
      if (key !== null) void holder.run(key, fetch);
    },
  };
}
