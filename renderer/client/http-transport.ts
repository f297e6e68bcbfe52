import type { EventEnvelope } from '#contract/define.ts';
import { fail } from '#model/result.ts';
import { readEventStream, type Frame } from './event-stream.ts';
import { UNREACHABLE, type Answer, type EventSink, type Transport } from './transport.ts';

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 10_000;
/** The host says something every 15 s; after three silences the connection is dead. */
const SILENCE_MS = 45_000;

/** @param origin of the loopback host, without a slash at the end */
export function createHttpTransport(origin: string, token: string, fetchLike: typeof fetch = fetch): Transport {
  const authorization = `Bearer ${token}`;
  return {
    async send(method, input) {
      try {
        const response = await fetchLike(`${origin}/rpc`, {
          method: 'POST',
          headers: { authorization, 'content-type': 'application/json' },
          body: JSON.stringify({ method, input }),
          credentials: 'omit',
        });
        if (!response.ok) return answerFor(response.status);
        const answer: Answer = await response.json();
        return answer;
      } catch {
        return UNREACHABLE;
      }
    },
    listen(sink) {
      const stop = new AbortController();
      void listenUntil(stop.signal, sink, connector(`${origin}/events`, authorization, fetchLike));
      return () => stop.abort();
    },
    async tokenForFile(file) {
      try {
        const response = await fetchLike(`${origin}/file`, {
          method: 'POST',
          headers: {
            authorization,
            'content-type': 'application/octet-stream',
            'x-file-name': encodeURIComponent(file.name),
          },
          body: file,
          credentials: 'omit',
        });
        if (!response.ok) return null;
        const answer: Readonly<{ token: string }> = await response.json();
        return answer.token;
      } catch {
        return null;
      }
    },
  };
}

/** Refusals of the host itself. 401: the desk was started anew and this page belongs to the one before. */
function answerFor(status: number): Answer {
  if (status === 413 || status === 400) return fail('invalid-input', `refused: ${status}`);
  if (status === 401 || status === 503) return UNREACHABLE;
  return fail('internal', `refused: ${status}`);
}

async function listenUntil(stopped: AbortSignal, sink: EventSink, connect: Connect): Promise<void> {
  let lastId: string | null = null;
  let retryMs = FIRST_RETRY_MS;
  while (!stopped.aborted) {
    try {
      const outcome: 'refused' | 'closed' = await connect(stopped, lastId, (frame) => {
        retryMs = FIRST_RETRY_MS;
        lastId = frame.id ?? lastId;
        const told: EventEnvelope = JSON.parse(frame.data);
        if (frame.event === 'hello') sink.hello(told.seq);
        else sink.event(told);
      });
      if (outcome === 'refused') return;
    } catch {
      // cut off: come back below with the last id
    }
    await pause(retryMs, stopped);
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
  }
}

type Connect = (
  stopped: AbortSignal,
  lastId: string | null,
  take: (frame: Frame) => void,
) => Promise<'refused' | 'closed'>;

/** One connection, until it ends; rejects when it is cut off or falls silent. */
function connector(url: string, authorization: string, fetchLike: typeof fetch): Connect {
  return async (stopped, lastId, take) => {
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), SILENCE_MS);
    const heard = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
    };
    try {
      const response = await fetchLike(url, {
        headers: { authorization, ...(lastId === null ? {} : { 'last-event-id': lastId }) },
        signal: AbortSignal.any([stopped, silence.signal]),
        credentials: 'omit',
        cache: 'no-store',
      });
      // 401: another desk runs there now; this page has to be opened anew
      if (response.status === 401) return 'refused';
      if (!response.ok || !response.body) return 'closed';
      for await (const frame of readEventStream(response.body, heard)) take(frame);
      return 'closed';
    } finally {
      clearTimeout(timer);
    }
  };
}

function pause(ms: number, stopped: AbortSignal): Promise<void> {
  if (stopped.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stopped.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
