/** The desk over HTTP for a browser on this computer. Development, demonstrations and tests; never shipped. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { Desk } from '#core/desk.ts';
import { fail } from '#model/result.ts';
import { createEventStreams } from './event-streams.ts';
import {
  CALL_BODY,
  checkCaller,
  checkPost,
  checkVisitor,
  FILE_BODY,
  TOO_LARGE,
  type BodyRule,
  type Refusal,
} from './guard.ts';
import type { HeldFiles } from './held-files.ts';

const LIMITS = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 2_000,
};
const MAX_CONNECTIONS = 64;

type LoopbackOptions = Readonly<{
  desk: Pick<Desk, 'dispatch' | 'events' | 'serve'>;
  files: Pick<HeldFiles, 'hold'>;
  /** 256 bits, base64url */
  token: string;
  /** 0 takes any free one */
  port: number;
  onBug: (error: unknown) => void;
}>;

export type LoopbackServer = Readonly<{
  port: number;
  /** Carries the token in its fragment, which no browser sends or logs. */
  url: string;
  close(): Promise<void>;
}>;

/** Listens on 127.0.0.1 only. Rejects with the system's error (EADDRINUSE) when the port is taken. */
export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const { desk, files, token, onBug } = options;
  const streams = createEventStreams(desk.events);
  const server = createServer(LIMITS);
  server.maxConnections = MAX_CONNECTIONS;
  try {
    await listen(server, options.port);
  } catch (error) {
    streams.close();
    throw error;
  }
  const port = portOf(server);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const visitor = checkVisitor(request.headers, port);
    if (visitor) return refuse(response, visitor);
    const path = (request.url ?? '/').split('?', 1)[0];
    if (path === '/rpc' || path === '/file') {
      if (request.method !== 'POST') return refuse(response, { status: 405, code: 'method-not-allowed' });
      const rule = path === '/rpc' ? CALL_BODY : FILE_BODY;
      const body = await readBody(request, rule, token);
      if (!body.ok) return refuse(response, body.refusal);
      if (path === '/rpc') return call(desk, body.bytes, response);
      const name = fileName(request.headers['x-file-name']);
      return sendJson(response, 200, { token: files.hold(name, body.bytes) });
    }
    if (path === '/events') {
      if (request.method !== 'GET') return refuse(response, { status: 405, code: 'method-not-allowed' });
      const refusal = checkCaller(request.headers, token);
      if (refusal) return refuse(response, refusal);
      if (!streams.open(request, response)) refuse(response, { status: 503, code: 'busy' });
      return;
    }
    return serveFile(desk, request, response, port);
  }

  server.on('request', (request, response) => {
    answer(request, response).catch((error: unknown) => {
      // a reader that went away mid-answer is no bug
      if (!response.destroyed) onBug(error);
      response.destroy();
    });
  });
  server.on('clientError', refuseUnreadable);
  return {
    port,
    url: `http://127.0.0.1:${port}/#k=${token}`,
    close() {
      streams.close();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  return address.port;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Every answer of the desk, good or bad, is a 200: what went wrong is in the Result. */
async function call(desk: Pick<Desk, 'dispatch'>, body: Buffer, response: ServerResponse): Promise<void> {
  const message = parseCall(body.toString('utf8'));
  if (!message) return refuse(response, { status: 400, code: 'malformed-json' });
  sendJson(response, 200, await desk.dispatch(message.method, message.input, { client: 'loopback' }));
}

type Body = Readonly<{ ok: true; bytes: Buffer }> | Readonly<{ ok: false; refusal: Refusal }>;

/** Nothing is read for a caller who is turned away, nor the rest of what is larger than allowed. */
async function readBody(request: IncomingMessage, rule: BodyRule, token: string): Promise<Body> {
  const refusal = checkPost(request.headers, rule) ?? checkCaller(request.headers, token);
  if (refusal) return { ok: false, refusal };
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes > rule.maxBytes) return { ok: false, refusal: TOO_LARGE };
    chunks.push(chunk);
  }
  return { ok: true, bytes: Buffer.concat(chunks) };
}

/** Percent-encoded, because a header has no other letters than ASCII. */
function fileName(header: string | string[] | undefined): string {
  try {
    return decodeURIComponent(String(header ?? ''));
  } catch {
    return '';
  }
}

function parseCall(body: string): Readonly<{ method: unknown; input: unknown }> | null {
  try {
    const message: unknown = JSON.parse(body);
    if (typeof message !== 'object' || message === null || Array.isArray(message)) return null;
    return {
      method: 'method' in message ? message.method : undefined,
      input: 'input' in message ? message.input : undefined,
    };
  } catch {
    return null;
  }
}

async function serveFile(
  desk: Pick<Desk, 'serve'>,
  request: IncomingMessage,
  response: ServerResponse,
  port: number,
): Promise<void> {
  const url = `http://127.0.0.1:${port}${request.url ?? '/'}`;
  // '//host/x' and 'http://host/x' as request targets would name another server
  if (!request.url?.startsWith('/') || request.url.startsWith('//') || !URL.canParse(url)) {
    return refuse(response, { status: 404, code: 'not-found' });
  }
  const method = request.method ?? 'GET';
  if (method !== 'GET' && method !== 'HEAD') return refuse(response, { status: 405, code: 'method-not-allowed' });
  const served = await desk.serve(new Request(url, { method }));
  if (served.status === 404) return refuse(response, { status: 404, code: 'not-found' });
  response.writeHead(served.status, Object.fromEntries(served.headers));
  if (served.body) await pipeline(served.body, response);
  else response.end();
}

function refuse(response: ServerResponse, refusal: Refusal): void {
  response.setHeader('connection', 'close');
  sendJson(response, refusal.status, errorBody(refusal.code));
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  response.end(JSON.stringify(body));
}

function errorBody(code: Refusal['code']): unknown {
  return fail(code, 'refused by the loopback host');
}

/** Not HTTP at all, headers over the limit, or too slow: answered without a request object. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable) return void socket.destroy();
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const body = JSON.stringify(errorBody('bad-request'));
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
}
