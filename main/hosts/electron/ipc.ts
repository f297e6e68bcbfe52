/** One channel for calls, one for events, two for tokens; nobody but our own top frame is heard (item 17). */
import type { EventBus } from '#core/event-bus.ts';
import type { Desk } from '#core/desk.ts';
import { isOurs } from './security.ts';

type FrameLike = Readonly<{ url: string; parent: unknown }>;
type InvokeEvent = Readonly<{ senderFrame: FrameLike | null; sender: Readonly<{ id: number }> }>;
type IpcMainLike = Readonly<{
  handle(channel: string, listener: (event: InvokeEvent, ...args: unknown[]) => Promise<unknown>): void;
}>;
type WindowLike = Readonly<{
  webContents: Readonly<{ id: number; send(channel: string, event: unknown): void; isDestroyed(): boolean }>;
}>;

type IpcOptions = Readonly<{
  dispatch: Desk['dispatch'];
  /** The windows that the program itself opened. */
  windows: () => readonly WindowLike[];
  tokenForPath: (path: string) => Promise<string | null>;
  /** of what was pasted and lies nowhere on the disk */
  tokenForBytes: (name: string, bytes: Uint8Array) => string | null;
}>;

/** An untrusted sender gets a rejection without a reason; all else is answered with a Result. */
export function bindIpc(ipcMain: IpcMainLike, { dispatch, windows, tokenForPath, tokenForBytes }: IpcOptions): void {
  function demandTrust({ senderFrame, sender }: InvokeEvent): void {
    const isOurTopFrame = senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url);
    const isOurWindow = windows().some((window) => window.webContents.id === sender.id);
    if (!isOurTopFrame || !isOurWindow) throw new Error('untrusted sender');
  }
  ipcMain.handle('app:invoke', async (event, method, input) => {
    demandTrust(event);
    return dispatch(method, input, { client: `window-${event.sender.id}` });
  });
  ipcMain.handle('app:file-token', async (event, path) => {
    demandTrust(event);
    return typeof path === 'string' ? tokenForPath(path) : null;
  });
  ipcMain.handle('app:bytes-token', async (event, name, bytes) => {
    demandTrust(event);
    return typeof name === 'string' && bytes instanceof Uint8Array ? tokenForBytes(name, bytes) : null;
  });
}

/** Returns how to stop. */
export function forwardEvents(events: EventBus, windows: IpcOptions['windows']): () => void {
  return events.subscribe((event) => {
    for (const { webContents } of windows()) {
      if (!webContents.isDestroyed()) webContents.send('app:event', event);
    }
  });
}
