/** The city in a few lines, without a socket: answers by the protocol until a test says otherwise. */
import type * as z from 'zod';
import type { Application } from '#model/application.ts';
import type { Net } from '#ports/index.ts';
import type { Change, Command, CommandResult, CommandsRequest, Receipt } from '#protocol/protocol.ts';
import { signCanonical } from '#protocol/signing.ts';
import { START } from '../support/fake-ports.ts';
import { makeKeys, type KeyPair } from './office.ts';
import type { Scan } from './application.ts';

type Call = Readonly<{ method: string; path: string; url: URL; init: RequestInit; body: unknown; raw: string }>;
/** Undefined: answer as usual. */
export type Twist = (call: Call) => Response | Promise<Response> | undefined;

export type ScriptedCity = Readonly<{
  net: Net;
  keys: KeyPair;
  calls: Call[];
  /** commands that took effect, in order */
  effects: Command[];
  twist(twist: Twist | null): void;
  put(...applications: Application[]): void;
  remove(...ids: string[]): void;
  hold(...scans: Scan[]): void;
  judge(judge: ((command: Command) => CommandResult | undefined) | null): void;
  /** how the city's clock differs from START */
  setTime(now: () => number): void;
  bump(): void;
  requests(path: string): Call[];
}>;

export function createScriptedCity(): ScriptedCity {
  const keys = makeKeys();
  const calls: Call[] = [];
  const effects: Command[] = [];
  const receipts = new Map<string, Receipt>();
  const log: Change[] = [];
  const scans = new Map<string, Scan>();
  let twist: Twist | null = null;
  let judge: ((command: Command) => CommandResult | undefined) | null = null;
  let time = () => START;
  let epoch = 1;

  function append(change: Omit<Change, 'cursor'>): string {
    const cursor = String(log.length + 1);
    log.push({ ...change, cursor } as Change);
    return cursor;
  }

  function run(command: Command): CommandResult {
    const judged = judge?.(command);
    if (judged) return judged;
    const known = receipts.get(command.id);
    if (known) return { commandId: command.id, result: 'duplicate', receipt: known };
    effects.push(command);
    const receipt = makeReceipt(command, keys, effects.length, time());
    receipts.set(command.id, receipt);
    return { commandId: command.id, result: 'applied', receipt };
  }

  function changes(url: URL): Response {
    const since = Number(url.searchParams.get('since'));
    const limit = Number(url.searchParams.get('limit'));
    const page = log.slice(since, since + limit);
    const next = since + page.length;
    return json({
      changes: page,
      next: String(next),
      more: next < log.length,
      remaining: log.length - next,
      serverTime: time(),
    });
  }

  function usual({ path, url, body, init }: Call): Response {
    if (path === '/v1/session/challenge') return json({ nonce: 'bm9uY2U' });
    if (path === '/v1/session') {
      return json({ token: `t${calls.length}`, expiresAt: time() + 43_200_000, epoch, serverTime: time() });
    }
    if (path === '/v1/changes') return changes(url);
    if (path === '/v1/commands') {
      const { commands } = body as z.infer<typeof CommandsRequest>;
      return json({ results: commands.map(run), serverTime: time() });
    }
    const scan = scans.get(path.replace('/v1/blobs/', ''));
    return scan ? blob(scan, new Headers(init.headers).get('range')) : refuse(404, 'not-found');
  }

  return {
    keys,
    calls,
    effects,
    net: {
      async fetch(address, init = {}) {
        init.signal?.throwIfAborted();
        const url = new URL(address);
        const raw = typeof init.body === 'string' ? init.body : '';
        const body: unknown = raw === '' ? null : JSON.parse(raw);
        const call = { method: init.method ?? 'GET', path: url.pathname, url, init, body, raw };
        calls.push(call);
        return (await twist?.(call)) ?? usual(call);
      },
    },
    twist(next) {
      twist = next;
    },
    put(...applications) {
      for (const application of applications) append({ kind: 'application', application } as Omit<Change, 'cursor'>);
    },
    remove(...ids) {
      for (const applicationId of ids) append({ kind: 'removed', applicationId } as Omit<Change, 'cursor'>);
    },
    hold(...held) {
      for (const scan of held) scans.set(scan.attachment.sha256, scan);
    },
    judge(next) {
      judge = next;
    },
    setTime(next) {
      time = next;
    },
    bump() {
      epoch += 1;
    },
    requests: (path) => calls.filter((call) => call.path === path),
  };
}

export function makeReceipt(
  command: Command,
  keys: KeyPair,
  n: number,
  serverTime: number,
  over: Partial<Receipt> = {},
): Receipt {
  const body = {
    number: `20260901-${String(n).padStart(4, '0')}`,
    commandId: command.id,
    applicationId: command.applicationId,
    payloadHash: command.payloadHash,
    version: 'baseVersion' in command ? command.baseVersion + 1 : null,
    cursor: '1',
    serverTime,
    ...over,
  };
  return signCanonical(body, keys.privateKey);
}

export function json(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'x-sync-proto': '1', 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}

export function refuse(status: number, code: string, headers: Readonly<Record<string, string>> = {}): Response {
  return json({ error: { code, message: code } }, status, headers);
}

export function portal(): Response {
  return new Response('<html><title>上网认证</title></html>', { headers: { 'content-type': 'text/html' } });
}

function blob({ bytes, attachment }: Scan, range: string | null): Response {
  const start = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
  const headers = { 'x-sync-proto': '1', 'content-type': attachment.mime, etag: `"${attachment.sha256}"` };
  const part = bytes.slice(start);
  if (start === 0) return new Response(part, { headers });
  return new Response(part, {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}` },
  });
}

/** Sends `first` bytes, then breaks the line. */
export function cutResponse(bytes: Uint8Array, first: number, init: ResponseInit): Response {
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      controller.enqueue(bytes.slice(0, first));
      await new Promise((resolve) => setTimeout(resolve, 5));
      controller.error(new TypeError('terminated'));
    },
  });
  return new Response(body, init);
}
