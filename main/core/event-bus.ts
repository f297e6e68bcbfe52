/** Tells every listener what happened, in one numbered order per session of the desk. */
import type { EventEnvelope } from '#contract/define.ts';
import type { AppEvents } from '#contract/events.ts';
import type * as z from 'zod';

export type Publish = <N extends keyof AppEvents & string>(name: N, payload: z.input<AppEvents[N]>) => void;
export type Listener = (event: EventEnvelope) => void;
export type EventBus = Readonly<{
  publish: Publish;
  /** Returns how to stop listening. */
  subscribe(listener: Listener): () => void;
}>;

export function createEventBus(): EventBus {
  const listeners = new Set<Listener>();
  let seq = 0;
  return {
    publish(name, payload) {
      seq += 1;
      for (const listener of listeners) listener({ seq, name, payload });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
