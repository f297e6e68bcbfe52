import { describe, expect, it } from 'vitest';
import { createEventBus } from '#core/event-bus.ts';
import { bindIpc, forwardEvents } from '../../../../main/hosts/electron/ipc.ts';
import { bindProtocol } from '../../../../main/hosts/electron/protocol.ts';

type Invoke = (event: unknown, ...args: unknown[]) => Promise<unknown>;

function bound() {
  const handlers = new Map<string, Invoke>();
  const calls: unknown[] = [];
  bindIpc(
    { handle: (channel, listener) => void handlers.set(channel, listener as Invoke) },
    {
      dispatch: async (method, input, caller) => {
        calls.push([method, input, caller]);
        return { ok: true, value: null };
      },
      windows: () => [{ webContents: { id: 7, send: () => undefined, isDestroyed: () => false } }],
      tokenForPath: async (path) => `token of ${path}`,
      tokenForBytes: (name, bytes) => `token of ${name}, ${bytes.length} bytes`,
    },
  );
  return {
    calls,
    channels: [...handlers.keys()],
    invoke: (channel: string, ...args: [unknown, ...unknown[]]) => handlers.get(channel)?.(...args),
  };
}
const OURS = { senderFrame: { url: 'app://main/index.html', parent: null }, sender: { id: 7 } };

describe('the letter slot', () => {
  it('has three channels that answer', () => {
    expect(bound().channels).toEqual(['app:invoke', 'app:file-token', 'app:bytes-token']);
  });

  it('hands a call of our window to the desk', async () => {
    const { invoke, calls } = bound();
    expect(await invoke('app:invoke', OURS, 'sync.now', {})).toEqual({ ok: true, value: null });
    expect(calls).toEqual([['sync.now', {}, { client: 'window-7' }]]);
  });

  it.each([
    ['a frame that is gone', { ...OURS, senderFrame: null }],
    ['a frame within the page', { ...OURS, senderFrame: { url: 'app://main/', parent: {} } }],
    ['another host', { ...OURS, senderFrame: { url: 'app://evil/', parent: null } }],
    ['a web page', { ...OURS, senderFrame: { url: 'https://main/', parent: null } }],
    ['a file', { ...OURS, senderFrame: { url: 'file:///app/main/index.html', parent: null } }],
    ['an empty page', { ...OURS, senderFrame: { url: '', parent: null } }],
    ['a window that the program did not open', { ...OURS, sender: { id: 8 } }],
  ])('does not hear %s', async (_who, event) => {
    const { invoke, calls } = bound();
    await expect(invoke('app:invoke', event, 'sync.now', {})).rejects.toThrow('untrusted sender');
    await expect(invoke('app:file-token', event, '/a')).rejects.toThrow('untrusted sender');
    await expect(invoke('app:bytes-token', event, 'a.png', new Uint8Array(1))).rejects.toThrow('untrusted sender');
    expect(calls).toEqual([]);
  });

  it('gives tokens for paths only', async () => {
    const { invoke } = bound();
    expect(await invoke('app:file-token', OURS, '/a/b.jpg')).toBe('token of /a/b.jpg');
    expect(await invoke('app:file-token', OURS, { path: '/a' })).toBeNull();
  });

  it('gives tokens for pasted bytes with a name, and for nothing else', async () => {
    const { invoke } = bound();
    expect(await invoke('app:bytes-token', OURS, 'image.png', new Uint8Array(3))).toBe('token of image.png, 3 bytes');
    expect(await invoke('app:bytes-token', OURS, null, new Uint8Array(3))).toBeNull();
    expect(await invoke('app:bytes-token', OURS, 'image.png', '/etc/passwd')).toBeNull();
  });
});

describe('events', () => {
  it('go to every window that is still there, until stopped', () => {
    const events = createEventBus();
    const sent: unknown[] = [];
    const window = (id: number, isGone: boolean) => ({
      webContents: {
        id,
        send: (channel: string, event: unknown) => sent.push([id, channel, event]),
        isDestroyed: () => isGone,
      },
    });
    const stop = forwardEvents(events, () => [window(1, false), window(2, true)]);
    events.publish('sync.changed', {});
    stop();
    events.publish('sync.changed', {});
    expect(sent).toEqual([[1, 'app:event', { seq: 1, name: 'sync.changed', payload: {} }]]);
  });
});

describe('the program’s own scheme', () => {
  it('serves its own host and no other', async () => {
    let handler: ((request: Request) => Promise<Response>) | undefined;
    bindProtocol({ handle: (_scheme, given) => void (handler = given) }, async () => new Response('page'));
    expect(await (await handler?.(new Request('app://main/')))?.text()).toBe('page');
    expect((await handler?.(new Request('app://evil/')))?.status).toBe(404);
  });
});
