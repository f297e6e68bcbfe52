import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventEnvelope } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import { createEventBus, type EventBus } from '#core/event-bus.ts';
import { createHeldFiles, type HeldFiles } from '../../../main/hosts/loopback/held-files.ts';
import { startLoopbackServer, type LoopbackServer } from '../../../main/hosts/loopback/server.ts';
import { createBridgeTransport } from '../../../renderer/client/bridge-transport.ts';
import { chooseTransport, type WindowLike } from '../../../renderer/client/choose-transport.ts';
import { createClient } from '../../../renderer/client/client.ts';
import { createDeskEvents } from '../../../renderer/client/desk-events.ts';
import { createHttpTransport } from '../../../renderer/client/http-transport.ts';

const TOKEN = 'k'.repeat(43);
let server: LoopbackServer;
let events: EventBus;
let files: HeldFiles;

async function start(port = 0): Promise<LoopbackServer> {
  return startLoopbackServer({
    desk: {
      dispatch: async (method, input) => ({ ok: true, value: { method, input } }),
      events,
      serve: async () => new Response(),
    },
    files,
    token: TOKEN,
    port,
    onBug: (error) => {
      throw error;
    },
  });
}
beforeEach(async () => {
  events = createEventBus();
  files = createHeldFiles();
  server = await start();
});
afterEach(() => server.close());

/** fetch as a browser does it: with the page's Origin on every POST. */
function browserFetch(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const origin = init?.method === 'POST' ? { origin: `http://127.0.0.1:${server.port}` } : {};
  return fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), ...origin } });
}

function http(token = TOKEN) {
  return createHttpTransport(`http://127.0.0.1:${server.port}`, token, browserFetch);
}

async function eventually(check: () => boolean): Promise<void> {
  for (let i = 0; i < 300 && !check(); i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(check()).toBe(true);
}

describe('the client', () => {
  it('sends the method’s name and input', async () => {
    const api = createClient<AppContract>(http().send);
    expect(await api.sync.now({})).toEqual({ ok: true, value: { method: 'sync.now', input: {} } });
  });

  it('can be awaited by mistake without calling anything', async () => {
    const asked: string[] = [];
    const api = createClient<AppContract>(async (method) => {
      asked.push(method);
      return { ok: true, value: null };
    });
    await (api as unknown as Promise<unknown>);
    await (api.sync as unknown as Promise<unknown>);
    expect(asked).toEqual([]);
  });
});

describe('over HTTP', () => {
  it('a desk that is gone is unreachable', async () => {
    await server.close();
    expect(await http().send('sync.now', {})).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  });

  it('a desk that was started anew does not know this page: unreachable', async () => {
    expect(await http('x'.repeat(43)).send('sync.now', {})).toMatchObject({
      ok: false,
      error: { code: 'unreachable' },
    });
  });

  it('an input that is too large is invalid', async () => {
    expect(await http().send('x', 'a'.repeat(1_000_001))).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
  });

  it('a file arrives as it is, under a token; what the desk does not take has none', async () => {
    const token = await http().tokenForFile(new File([new Uint8Array([0, 255, 10])], '公示照片.jpg'));
    expect(await files.take(token ?? '')).toEqual({ name: '公示照片.jpg', bytes: Buffer.from([0, 255, 10]) });
    const tooLarge = new File([new Uint8Array(32 * 1024 * 1024 + 1)], 'a.jpg');
    expect(await http().tokenForFile(tooLarge)).toBeNull();
    await server.close();
    expect(await http().tokenForFile(new File(['x'], 'a.jpg'))).toBeNull();
  });

  it('events arrive, and after an interruption only what was missed is said to be missed', async () => {
    const heard: unknown[] = [];
    let missed = 0;
    const deskEvents = createDeskEvents(http());
    deskEvents.onDeskEvent('access.changed', (payload) => heard.push(payload.state));
    deskEvents.onMissed(() => (missed += 1));
    const tell = setInterval(() => events.publish('access.changed', { state: 'locked' }), 20);
    await eventually(() => heard.length > 0);
    clearInterval(tell);
    const { port } = server;
    await server.close();
    server = await start(port);
    events.publish('access.changed', { state: 'unlocked' });
    await eventually(() => heard.includes('unlocked'));
    expect(missed).toBe(0);
    deskEvents.close();
  });

  it('a gap over an interruption is noticed', async () => {
    let heard = 0;
    let missed = 0;
    const deskEvents = createDeskEvents(http());
    deskEvents.onDeskEvent('sync.changed', () => (heard += 1));
    deskEvents.onMissed(() => (missed += 1));
    const tell = setInterval(() => events.publish('sync.changed', {}), 20);
    await eventually(() => heard > 0);
    clearInterval(tell);
    const { port } = server;
    await server.close();
    events.publish('sync.changed', {});
    server = await start(port);
    // the new stream has not kept the event from in between
    events.publish('sync.changed', {});
    await eventually(() => missed > 0);
    expect(missed).toBe(1);
    deskEvents.close();
  });
});

describe('through the letter slot', () => {
  it('a call and its events pass', async () => {
    let forward: (event: EventEnvelope) => void = () => undefined;
    const transport = createBridgeTransport({
      invoke: async (method, input) => ({ ok: true, value: [method, input] }),
      onEvent: (listener) => {
        forward = listener;
        return () => (forward = () => undefined);
      },
      tokenForFile: async (file) => `token of ${file.name}`,
    });
    expect(await transport.send('sync.now', {})).toEqual({ ok: true, value: ['sync.now', {}] });
    expect(await transport.tokenForFile(new File([], 'a.jpg'))).toBe('token of a.jpg');
    const seen: number[] = [];
    const stop = transport.listen({ event: ({ seq }) => seen.push(seq), hello: () => undefined });
    forward({ seq: 1, name: 'sync.changed', payload: {} });
    stop();
    forward({ seq: 2, name: 'sync.changed', payload: {} });
    expect(seen).toEqual([1]);
  });

  it('a refusal of the program is unreachable, never a rejection', async () => {
    const transport = createBridgeTransport({
      invoke: () => Promise.reject(new Error('untrusted sender')),
      onEvent: () => () => undefined,
      tokenForFile: () => Promise.reject(new Error('untrusted sender')),
    });
    expect(await transport.send('sync.now', {})).toMatchObject({ ok: false, error: { code: 'unreachable' } });
    expect(await transport.tokenForFile(new File([], 'a.jpg'))).toBeNull();
  });
});

describe('events in order', () => {
  function play(...steps: readonly (number | `hello ${number}`)[]): Promise<number> {
    let missed = 0;
    const deskEvents = createDeskEvents({
      send: () => Promise.reject(new Error('not asked')),
      listen: (sink) => {
        queueMicrotask(() => {
          for (const step of steps) {
            if (typeof step === 'number') sink.event({ seq: step, name: 'sync.changed', payload: {} });
            else sink.hello(Number(step.slice(6)));
          }
        });
        return () => undefined;
      },
      tokenForFile: () => Promise.resolve(null),
    });
    deskEvents.onMissed(() => (missed += 1));
    return new Promise((resolve) => setTimeout(() => resolve(missed), 1));
  }
  it.each([
    ['nothing before the first is missed', [5, 6, 7], 0],
    ['a gap is one miss', [5, 7, 8], 1],
    ['two gaps are two', [5, 7, 9], 2],
    ['a hello with the same number is none', ['hello 5', 6, 'hello 6', 7], 0],
    ['a hello with another number is one', ['hello 5', 6, 'hello 9', 10], 1],
    ['a desk that counts from the beginning again is one', [5, 1, 2], 1],
  ] as const)('%s', async (_name, steps, expected) => {
    expect(await play(...steps)).toBe(expected);
  });
});

describe('how the window finds its desk', () => {
  function page(hash: string, kept: string | null = null): WindowLike & { kept: string | null; shown: string | null } {
    const state = { kept, shown: null as string | null };
    return {
      location: { hash, origin: 'http://127.0.0.1:1', pathname: '/', search: '?a=1' },
      history: { replaceState: (_data, _unused, url) => void (state.shown = url) },
      sessionStorage: { getItem: () => state.kept, setItem: (_key, value) => void (state.kept = value) },
      get kept() {
        return state.kept;
      },
      get shown() {
        return state.shown;
      },
    };
  }
  it('takes the token out of the address at once', () => {
    const window = page(`#k=${TOKEN}`);
    expect(chooseTransport(window)).not.toBeNull();
    expect([window.kept, window.shown]).toEqual([TOKEN, '/?a=1']);
  });

  it('remembers the token over a reload', () => {
    expect(chooseTransport(page('', TOKEN))).not.toBeNull();
  });

  it.each(['', '#k=', '#k=short', '#queue', `#k=${TOKEN}x`])('has none with %j in the address', (hash) => {
    const window = page(hash);
    expect(chooseTransport(window)).toBeNull();
    expect(window.kept).toBeNull();
  });
});
