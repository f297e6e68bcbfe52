/** GET /events: the desk's events as server-sent events, with what a reader missed while it was away. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EventEnvelope } from '#contract/define.ts';
import type { EventBus } from '#core/event-bus.ts';

const HEARTBEAT_MS = 15_000;
/** Enough for a page that was reloaded or a computer that slept; beyond it the reader fetches anew. */
const KEPT_EVENTS = 200;
const MAX_STREAMS = 16;
/** A reader that does not read is let go; it may come back with its last id. */
const MAX_UNSENT_BYTES = 1_000_000;

export type EventStreams = Readonly<{
  /** false: too many readers already, nothing was answered. */
  open(request: IncomingMessage, response: ServerResponse): boolean;
  close(): void;
}>;

/**
 * A reader that sends `Last-Event-ID` gets what came after it. Where that is no longer kept, and for
 * a first reader, a `hello` frame names the latest number: one that differs from what the reader
 * had means it missed something.
 */
export function createEventStreams(events: EventBus): EventStreams {
  const readers = new Set<ServerResponse>();
  const kept: EventEnvelope[] = [];
  let latest = 0;

  const stop = events.subscribe((event) => {
    latest = event.seq;
    kept.push(event);
    if (kept.length > KEPT_EVENTS) kept.shift();
    send(frame(event));
  });
  const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
  heartbeat.unref();

  function send(text: string): void {
    for (const reader of readers) {
      if (reader.writableLength > MAX_UNSENT_BYTES) reader.destroy();
      else reader.write(text);
    }
  }
  return {
    open(request, response) {
      if (readers.size >= MAX_STREAMS) return false;
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      const missed = missedSince(kept, latest, request.headers['last-event-id']);
      response.write(missed ? missed.map(frame).join('') || ': up to date\n\n' : hello(latest));
      readers.add(response);
      response.on('close', () => readers.delete(response));
      return true;
    },
    close() {
      stop();
      clearInterval(heartbeat);
      for (const reader of readers) reader.end();
    },
  };
}

/** null: not known what was missed. */
function missedSince(
  kept: readonly EventEnvelope[],
  latest: number,
  lastEventId: unknown,
): readonly EventEnvelope[] | null {
  if (typeof lastEventId !== 'string' || !/^\d{1,15}$/.test(lastEventId)) return null;
  const last = Number(lastEventId);
  const oldest = kept[0]?.seq ?? latest + 1;
  return last <= latest && last >= oldest - 1 ? kept.filter((event) => event.seq > last) : null;
}

function frame(event: EventEnvelope): string {
  return `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`;
}

function hello(latest: number): string {
  return `event: hello\nid: ${latest}\ndata: ${JSON.stringify({ seq: latest })}\n\n`;
}
