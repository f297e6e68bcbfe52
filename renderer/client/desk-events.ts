/** Hands the desk's events to whoever asked for them and notices when some were missed. */
import type { EventPayload } from '#contract/define.ts';
import type { AppEvents } from '#contract/events.ts';
import type { EventSink, Transport } from './transport.ts';

export type EventName = keyof AppEvents;
export type DeskEvents = Readonly<{
  /** Returns how to stop listening. */
  onDeskEvent<N extends EventName>(name: N, listener: (payload: EventPayload<AppEvents, N>) => void): () => void;
  /** Something happened that was not told: whatever is on screen has to be fetched anew. */
  onMissed(listener: () => void): () => void;
  close(): void;
}>;

export function createDeskEvents(transport: Transport): DeskEvents {
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const missed = new Set<() => void>();
  let lastSeq: number | null = null;

  function follow(seq: number, expected: number): void {
    const isGap = lastSeq !== null && seq !== expected;
    lastSeq = seq;
    if (isGap) for (const listener of missed) listener();
  }
  const sink: EventSink = {
    hello: (seq) => follow(seq, lastSeq ?? seq),
    event({ seq, name, payload }) {
      follow(seq, (lastSeq ?? seq - 1) + 1);
      for (const listener of listeners.get(name) ?? []) listener(payload as never);
    },
  };
  const close = transport.listen(sink);
  return {
    onDeskEvent(name, listener) {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => known.delete(listener);
    },
    onMissed(listener) {
      missed.add(listener);
      return () => missed.delete(listener);
    },
    close,
  };
}
