import { connect } from 'node:net';
import { request as httpRequest, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEventBus, type EventBus } from '#core/event-bus.ts';
import { createHeldFiles, type HeldFiles } from '../../../../main/hosts/loopback/held-files.ts';
import { startLoopbackServer, type LoopbackServer } from '../../../../main/hosts/loopback/server.ts';

const TOKEN = 'k'.repeat(43);
let server: LoopbackServer;
let events: EventBus;
let files: HeldFiles;
let calls: unknown[];
let bugs: unknown[];

beforeEach(async () => {
  calls = [];
  bugs = [];
  events = createEventBus();
  files = createHeldFiles();
  server = await startLoopbackServer({
    desk: {
      dispatch: async (method, input, caller) => {
        calls.push({ method, input, caller });
        return { ok: true, value: method };
      },
      events,
      serve: async (request) =>
        new Response(new URL(request.url).pathname === '/' ? 'page' : null, {
          status: new URL(request.url).pathname === '/' ? 200 : 404,
        }),
    },
    files,
    token: TOKEN,
    port: 0,
    onBug: (error) => void bugs.push(error),
  });
});
afterEach(() => server.close());

type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: string }>;
type Sent = Readonly<{ method?: string; path?: string; headers?: OutgoingHttpHeaders; body?: string | Buffer }>;

/** Plain node:http, because fetch would set or refuse some of these headers. */
function send({ method = 'POST', path = '/rpc', headers = {}, body }: Sent): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port: server.port, method, path, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

function good(): OutgoingHttpHeaders {
  return {
    host: `127.0.0.1:${server.port}`,
    origin: `http://127.0.0.1:${server.port}`,
    authorization: `Bearer ${TOKEN}`,
    'content-type': 'application/json',
  };
}

function without(name: string): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(good()).filter(([key]) => key !== name));
}

const CALL = JSON.stringify({ method: 'sync.now', input: {} });

describe('a call', () => {
  it('reaches the desk as it was sent', async () => {
    const answer = await send({ headers: good(), body: CALL });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { ok: true, value: 'sync.now' }]);
    expect(calls).toEqual([{ method: 'sync.now', input: {}, caller: { client: 'loopback' } }]);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  const refused: readonly (readonly [string, number, string, () => Sent])[] = [
    [
      'another name in Host (DNS rebinding)',
      421,
      'wrong-host',
      () => ({ headers: { ...good(), host: `evil.example:${server.port}` } }),
    ],
    ['localhost in Host', 421, 'wrong-host', () => ({ headers: { ...good(), host: `localhost:${server.port}` } })],
    [
      '127.0.0.1 as the beginning of a name',
      421,
      'wrong-host',
      () => ({ headers: { ...good(), host: `127.0.0.1.evil.example:${server.port}` } }),
    ],
    ['another port in Host', 421, 'wrong-host', () => ({ headers: { ...good(), host: '127.0.0.1:1' } })],
    ['a foreign Origin', 403, 'foreign-origin', () => ({ headers: { ...good(), origin: 'https://evil.example' } })],
    ['an opaque Origin', 403, 'foreign-origin', () => ({ headers: { ...good(), origin: 'null' } })],
    ['another port in Origin', 403, 'foreign-origin', () => ({ headers: { ...good(), origin: 'http://127.0.0.1:1' } })],
    ['no Origin', 403, 'foreign-origin', () => ({ headers: without('origin') })],
    ['a cross-site fetch', 403, 'foreign-origin', () => ({ headers: { ...good(), 'sec-fetch-site': 'cross-site' } })],
    [
      'another port of this computer',
      403,
      'foreign-origin',
      () => ({ headers: { ...good(), 'sec-fetch-site': 'same-site' } }),
    ],
    [
      'text/plain, which needs no preflight',
      415,
      'not-json',
      () => ({ headers: { ...good(), 'content-type': 'text/plain' } }),
    ],
    [
      'a form',
      415,
      'not-json',
      () => ({ headers: { ...good(), 'content-type': 'application/x-www-form-urlencoded' } }),
    ],
    ['no content type', 415, 'not-json', () => ({ headers: without('content-type') })],
    ['no token', 401, 'unauthorized', () => ({ headers: without('authorization') })],
    [
      'a token of the same length',
      401,
      'unauthorized',
      () => ({ headers: { ...good(), authorization: `Bearer ${'x'.repeat(43)}` } }),
    ],
    [
      'a beginning of the token',
      401,
      'unauthorized',
      () => ({ headers: { ...good(), authorization: `Bearer ${TOKEN.slice(1)}` } }),
    ],
    [
      'the token in a cookie',
      401,
      'unauthorized',
      () => ({ headers: { ...without('authorization'), cookie: `k=${TOKEN}` } }),
    ],
    [
      'the token in the address',
      401,
      'unauthorized',
      () => ({ headers: without('authorization'), path: `/rpc?k=${TOKEN}` }),
    ],
    ['GET', 405, 'method-not-allowed', () => ({ method: 'GET', headers: good(), body: '' })],
    ['a preflight', 405, 'method-not-allowed', () => ({ method: 'OPTIONS', headers: good(), body: '' })],
    ['broken JSON', 400, 'malformed-json', () => ({ headers: good(), body: '{"method":' })],
    ['nothing', 400, 'malformed-json', () => ({ headers: good(), body: '' })],
    ['JSON that is no call', 400, 'malformed-json', () => ({ headers: good(), body: '[]' })],
    ['null', 400, 'malformed-json', () => ({ headers: good(), body: 'null' })],
    [
      'a body over the cap',
      413,
      'too-large',
      () => ({ headers: good(), body: JSON.stringify({ method: 'x'.repeat(1_000_000) }) }),
    ],
    [
      'a body over the cap in pieces',
      413,
      'too-large',
      () => ({ headers: { ...good(), 'transfer-encoding': 'chunked' }, body: ' '.repeat(1_000_001) }),
    ],
  ];
  it.each(refused)('with %s is refused with %i %s', async (_what, status, code, sent) => {
    const answer = await send({ body: CALL, ...sent() });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code } });
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect([calls, bugs]).toEqual([[], []]);
  });

  it('of exactly the largest size is read', async () => {
    const frame = JSON.stringify({ method: '', input: {} });
    const body = JSON.stringify({ method: 'x'.repeat(1_000_000 - frame.length), input: {} });
    expect(body.length).toBe(1_000_000);
    expect((await send({ headers: good(), body })).status).toBe(200);
  });
});

describe('a file handed in', () => {
  const BYTES = Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x0a, 0x80]);
  function file(over: OutgoingHttpHeaders = {}, name = '公示照片 1.jpg'): OutgoingHttpHeaders {
    const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) };
    return { ...good(), ...headers, ...over };
  }
  function handIn(sent: Sent): Promise<Answer> {
    return send({ path: '/file', body: BYTES, ...sent });
  }
  function tokenOf(answer: Answer): string {
    return (JSON.parse(answer.body) as { token: string }).token;
  }

  it('is known by a random word, byte for byte, once', async () => {
    const [first, second] = [await handIn({ headers: file() }), await handIn({ headers: file() })];
    expect(tokenOf(first)).toMatch(/^[\w-]{43}$/);
    expect(tokenOf(second)).not.toBe(tokenOf(first));
    expect(await files.take(tokenOf(first))).toEqual({ name: '公示照片 1.jpg', bytes: BYTES });
    expect(await files.take(tokenOf(first))).toBeNull();
    expect(await files.take('x'.repeat(43))).toBeNull();
  });

  const refused: readonly (readonly [string, number, string, () => Sent])[] = [
    ['without the token', 401, 'unauthorized', () => ({ headers: file({ authorization: '' }) })],
    [
      'with another name in Host',
      421,
      'wrong-host',
      () => ({ headers: file({ host: `evil.example:${server.port}` }) }),
    ],
    ['with a foreign Origin', 403, 'foreign-origin', () => ({ headers: file({ origin: 'https://evil.example' }) })],
    ['from another site', 403, 'foreign-origin', () => ({ headers: file({ 'sec-fetch-site': 'cross-site' }) })],
    ['as a form', 415, 'not-bytes', () => ({ headers: file({ 'content-type': 'multipart/form-data; boundary=x' }) })],
    ['as text', 415, 'not-bytes', () => ({ headers: file({ 'content-type': 'text/plain' }) })],
    ['by GET', 405, 'method-not-allowed', () => ({ method: 'GET', headers: file(), body: '' })],
  ];
  it.each(refused)('%s is refused with %i %s', async (_how, status, code, sent) => {
    const answer = await handIn(sent());
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([status, { error: { code } }]);
  });

  it('of 32 MB is taken, and of one byte more is not', async () => {
    const whole = Buffer.alloc(32 * 1024 * 1024 + 1, 7);
    const taken = await handIn({ headers: file(), body: whole.subarray(1) });
    expect((await files.take(tokenOf(taken)))?.bytes.length).toBe(32 * 1024 * 1024);
    expect((await handIn({ headers: file({ 'transfer-encoding': 'chunked' }), body: whole })).status).toBe(413);
  });

  it('has no name rather than a broken one', async () => {
    const answer = await handIn({ headers: file({ 'x-file-name': '%E5%85' }) });
    expect((await files.take(tokenOf(answer)))?.name).toBe('');
  });
});

describe('files', () => {
  it('need no token, because the page that brings it must load first', async () => {
    const answer = await send({ method: 'GET', path: '/', headers: { host: `127.0.0.1:${server.port}` } });
    expect([answer.status, answer.body]).toEqual([200, 'page']);
  });

  it.each([
    ['GET', 'http://evil.example/', 404],
    ['GET', '//evil.example/', 404],
    ['GET', '/nothing', 404],
    ['PUT', '/', 405],
    ['DELETE', '/index.html', 405],
  ])('%s %s is refused', async (method, path, status) => {
    const answer = await send({ method, path, headers: { host: `127.0.0.1:${server.port}` } });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false });
  });

  it('are not given to a page of another origin', async () => {
    const headers = { host: `127.0.0.1:${server.port}`, origin: 'https://evil.example' };
    expect((await send({ method: 'GET', path: '/', headers })).status).toBe(403);
  });
});

/** What arrives within `ms` for a request written by hand. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (received += chunk));
    socket.on('close', () => resolve(received));
  });
}

describe('what is no request', () => {
  it('with headers over 16 KB is answered 431', async () => {
    const answer = await raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(answer).toContain('431 Request Header Fields Too Large');
    expect(answer).toContain('"code":"bad-request"');
  });

  it('because it is no HTTP is answered 400, and the next caller is served', async () => {
    expect(await raw('\u0016\u0003\u0001hello\r\n\r\n')).toContain('400 Bad Request');
    expect((await send({ headers: good(), body: CALL })).status).toBe(200);
  });

  it('without a Host is refused', async () => {
    expect(await raw('GET / HTTP/1.0\r\n\r\n')).toContain('421');
  });
});

describe('events', () => {
  /** Opens the stream and collects what comes until `enough` frames or comments arrived. */
  async function listen(
    headers: Readonly<Record<string, string>>,
    enough: number,
    act: () => void = () => undefined,
  ): Promise<string[]> {
    const stop = new AbortController();
    const response = await fetch(`http://127.0.0.1:${server.port}/events`, {
      headers: { authorization: `Bearer ${TOKEN}`, ...headers },
      signal: stop.signal,
    });
    if (!response.body) throw new Error('no stream');
    act();
    let text = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      if (text.split('\n\n').length > enough) break;
    }
    stop.abort();
    return text.split('\n\n').filter(Boolean);
  }

  it('start with the latest number and go on with what happens', async () => {
    events.publish('sync.changed', {});
    const frames = await listen({}, 2, () => events.publish('access.changed', { state: 'locked' }));
    expect(frames).toEqual([
      'event: hello\nid: 1\ndata: {"seq":1}',
      'id: 2\ndata: {"seq":2,"name":"access.changed","payload":{"state":"locked"}}',
    ]);
  });

  it('bring a returning reader what it missed', async () => {
    for (let i = 0; i < 5; i += 1) events.publish('sync.changed', {});
    const frames = await listen({ 'last-event-id': '3' }, 2);
    expect(frames.map((frame) => frame.split('\n')[0])).toEqual(['id: 4', 'id: 5']);
    expect(await listen({ 'last-event-id': '5' }, 1)).toEqual([': up to date']);
  });

  it.each(['9', 'x', '-1', '1e3'])('say where they stand when the reader’s number %s is not known', async (id) => {
    for (let i = 0; i < 5; i += 1) events.publish('sync.changed', {});
    expect(await listen({ 'last-event-id': id }, 1)).toEqual(['event: hello\nid: 5\ndata: {"seq":5}']);
  });

  it('say where they stand when too much was missed', async () => {
    for (let i = 0; i < 300; i += 1) events.publish('sync.changed', {});
    expect(await listen({ 'last-event-id': '50' }, 1)).toEqual(['event: hello\nid: 300\ndata: {"seq":300}']);
    expect(await listen({ 'last-event-id': '100' }, 200)).toHaveLength(200);
  });

  it('are told to nobody without the token', async () => {
    const response = await fetch(`http://127.0.0.1:${server.port}/events`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ error: { code: 'unauthorized' } });
  });

  it('have a limited number of readers', async () => {
    const stop = new AbortController();
    const open = () =>
      fetch(`http://127.0.0.1:${server.port}/events`, {
        headers: { authorization: `Bearer ${TOKEN}` },
        signal: stop.signal,
      });
    const statuses = [];
    for (let i = 0; i < 17; i += 1) statuses.push((await open()).status);
    expect(statuses).toEqual([...Array<number>(16).fill(200), 503]);
    stop.abort();
  });
});

describe('the address', () => {
  it('is 127.0.0.1 with the token in the fragment', () => {
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/#k=${TOKEN}`);
  });

  it('cannot be taken twice', async () => {
    const again = startLoopbackServer({
      desk: { dispatch: async () => ({ ok: true, value: null }), events, serve: async () => new Response() },
      files,
      token: TOKEN,
      port: server.port,
      onBug: () => undefined,
    });
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
