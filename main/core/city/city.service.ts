/**
 * One call to the city system. Nothing is believed before the answer has the protocol's header, the
 * right content type and the right shape: a portal's login page is no answer at all.
 */
import type * as z from 'zod';
import { ErrorResponse, PROTOCOL_HEADER, PROTOCOL_VERSION } from '#protocol/protocol.ts';
import type { Clock, Net } from '#ports/index.ts';
import { isCertificateError, retryAfterMs } from './city.rules.ts';

export { isSecureAddress, plainAddress } from './city.rules.ts';

export type CityFailure =
  | Readonly<{ kind: 'offline' | 'certificate' | 'not-the-city' | 'stopped' }>
  | Readonly<{
      kind: 'refused';
      status: number;
      code: z.infer<typeof ErrorResponse>['error']['code'];
      attemptsLeft: number | null;
      retryAfterMs: number | null;
    }>;
export type CityAnswer<T> =
  | Readonly<{ ok: true; value: T; roundTripMs: number }>
  | Readonly<{ ok: false; failure: CityFailure }>;

/** `stallMs`: how long the line may be silent, however long the whole takes. */
export type CityLine = Readonly<{ net: Net; clock: Clock; url: string; stallMs?: number }>;
export type CityCall = Readonly<{
  method: 'GET' | 'POST';
  /** without a leading slash */
  path: string;
  /** JSON text, sent as it is */
  body?: string;
  token?: string;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}>;

const STALL_MS = 45_000;
/** A page of 500 applications with long texts stays below. */
const MAX_JSON_BYTES = 64 * 1024 * 1024;

/** Asks for JSON and checks it against `schema`. Never rejects. */
export async function askCity<T>(line: CityLine, call: CityCall, schema: z.ZodType<T>): Promise<CityAnswer<T>> {
  const startedAt = line.clock.monotonic();
  return exchange<T>(line, call, async (response, beat) => {
    if (!isCityJson(response)) return failed('not-the-city');
    const text = await readText(response, beat);
    const roundTripMs = line.clock.monotonic() - startedAt;
    if (!response.ok) return refusal(response, text, line.clock.now());
    const parsed = schema.safeParse(parseJson(text));
    return parsed.success ? { ok: true, value: parsed.data, roundTripMs } : failed('not-the-city');
  });
}

/**
 * Asks for bytes; `take` gets the checked 200 or 206 and may read it chunk by chunk. What `take`
 * throws while reading counts as a broken line, so everything taken so far stays taken.
 */
export async function streamCity<T>(
  line: CityLine,
  call: CityCall,
  take: (response: Response, chunks: AsyncIterable<Uint8Array>) => Promise<T>,
): Promise<CityAnswer<T>> {
  const startedAt = line.clock.monotonic();
  return exchange<T>(line, call, async (response, beat) => {
    if (response.headers.get(PROTOCOL_HEADER) !== PROTOCOL_VERSION) return failed('not-the-city');
    if (!response.ok) {
      if (!isCityJson(response)) return failed('not-the-city');
      return refusal(response, await readText(response, beat), line.clock.now());
    }
    const value = await take(response, chunksOf(response, beat));
    return { ok: true, value, roundTripMs: line.clock.monotonic() - startedAt };
  });
}

type Work<T> = (response: Response, beat: () => void) => Promise<CityAnswer<T>>;

async function exchange<T>(line: CityLine, call: CityCall, work: Work<T>): Promise<CityAnswer<T>> {
  const stalled = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const beat = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stalled.abort(), line.stallMs ?? STALL_MS);
  };
  beat();
  const signal = call.signal ? AbortSignal.any([call.signal, stalled.signal]) : stalled.signal;
  try {
    const response = await line.net.fetch(addressOf(line.url, call.path), {
      method: call.method,
      headers: headersOf(call),
      ...(call.body === undefined ? {} : { body: call.body }),
      signal,
      // a portal answers with a redirect: it must not be followed with our token
      redirect: 'manual',
      cache: 'no-store',
      credentials: 'omit',
    });
    beat();
    const answer = await work(response, beat);
    if (!answer.ok) await response.body?.cancel().catch(() => undefined);
    return answer;
  } catch (error) {
    if (call.signal?.aborted) return failed('stopped');
    return failed(isCertificateError(error) ? 'certificate' : 'offline');
  } finally {
    clearTimeout(timer);
  }
}

function headersOf(call: CityCall): Record<string, string> {
  return {
    accept: 'application/json',
    [PROTOCOL_HEADER]: PROTOCOL_VERSION,
    ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
    ...call.headers,
  };
}

function addressOf(base: string, path: string): string {
  return new URL(path, base.endsWith('/') ? base : `${base}/`).href;
}

function isCityJson(response: Response): boolean {
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  return response.headers.get(PROTOCOL_HEADER) === PROTOCOL_VERSION && type === 'application/json';
}

function refusal(response: Response, text: string, now: number): CityAnswer<never> {
  const parsed = ErrorResponse.safeParse(parseJson(text));
  if (!parsed.success) return failed('not-the-city');
  const { code, attemptsLeft } = parsed.data.error;
  return {
    ok: false,
    failure: {
      kind: 'refused',
      status: response.status,
      code,
      attemptsLeft: attemptsLeft ?? null,
      retryAfterMs: retryAfterMs(response.headers.get('retry-after'), response.headers.get('date'), now),
    },
  };
}

function failed(kind: 'offline' | 'certificate' | 'not-the-city' | 'stopped'): CityAnswer<never> {
  return { ok: false, failure: { kind } };
}

async function* chunksOf(response: Response, beat: () => void): AsyncIterable<Uint8Array> {
  if (!response.body) return;
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      beat();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined); // already closed, or the line is gone
  }
}

async function readText(response: Response, beat: () => void): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of chunksOf(response, beat)) {
    size += chunk.byteLength;
    if (size > MAX_JSON_BYTES) return '';
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Undefined, which no schema accepts, for what is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
