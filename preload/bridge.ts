/** The letter slot: all that the window can reach of the program around it. */
import type { EventEnvelope } from '#contract/define.ts';
import type { Result } from '#model/result.ts';
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';

const bridge = {
  invoke: (method: string, input: unknown): Promise<Result<unknown>> => ipcRenderer.invoke('app:invoke', method, input),
  /** Returns how to stop listening. */
  onEvent(listener: (event: EventEnvelope) => void): () => void {
    const forward = (_event: IpcRendererEvent, event: EventEnvelope): void => listener(event);
    ipcRenderer.on('app:event', forward);
    return () => void ipcRenderer.off('app:event', forward);
  },
  /** A dropped or chosen file → a token of this session, or null; its path goes to the program, not to the page. */
  tokenForFile: (file: File): Promise<string | null> =>
    ipcRenderer.invoke('app:file-token', webUtils.getPathForFile(file)),
};
export type DeskBridge = typeof bridge;

contextBridge.exposeInMainWorld('desk', bridge);
