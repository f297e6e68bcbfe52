/** The two ways to one desk, each as its own host binds it. */
import type { Desk } from '#core/desk.ts';
import type { Result } from '#model/result.ts';
import { bindIpc } from '../../main/hosts/electron/ipc.ts';
import { createHeldFiles } from '../../main/hosts/loopback/held-files.ts';
import { startLoopbackServer } from '../../main/hosts/loopback/server.ts';

export type Door = Readonly<{
  call(method: unknown, input: unknown): Promise<Result<unknown>>;
  close(): Promise<void>;
}>;

const TOKEN = 'c'.repeat(43);

async function openLoopbackDoor(desk: Desk): Promise<Door> {
  const server = await startLoopbackServer({
    desk,
    files: createHeldFiles(),
    token: TOKEN,
    port: 0,
    onBug: (error) => {
      throw error;
    },
  });
  const origin = `http://127.0.0.1:${server.port}`;
  return {
    async call(method, input) {
      const response = await fetch(`${origin}/rpc`, {
        method: 'POST',
        headers: { origin, authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
        body: JSON.stringify({ method, input }),
      });
      return (await response.json()) as Result<unknown>;
    },
    close: server.close,
  };
}

async function openIpcDoor(desk: Desk): Promise<Door> {
  const handlers = new Map<string, (...args: never[]) => Promise<unknown>>();
  bindIpc(
    { handle: (channel, listener) => void handlers.set(channel, listener) },
    {
      dispatch: desk.dispatch,
      windows: () => [{ webContents: { id: 1, send: () => undefined, isDestroyed: () => false } }],
      tokenForPath: async () => null,
      tokenForBytes: () => null,
    },
  );
  const invoke = handlers.get('app:invoke') as unknown as (...args: unknown[]) => Promise<Result<unknown>>;
  const event = { senderFrame: { url: 'app://main/index.html', parent: null }, sender: { id: 1 } };
  return {
    // Electron copies what crosses, as structuredClone does
    call: async (method, input) => structuredClone(await invoke(event, ...structuredClone([method, input]))),
    close: () => Promise.resolve(),
  };
}

export const DOORS = [
  ['the loopback host', openLoopbackDoor],
  ['the desktop window', openIpcDoor],
] as const;
