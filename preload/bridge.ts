/** The letter slot: all that the window can reach of the program around it. */
import type { EventEnvelope } from '#contract/define.ts';
import type { Result } from '#model/result.ts';
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';

/** The program takes none larger (MAX_FILE_BYTES of its ports), so none larger is copied over to it. */
const LARGEST_PASTED_BYTES = 32 * 1024 * 1024;

const bridge = {
  invoke: (method: string, input: unknown): Promise<Result<unknown>> => ipcRenderer.invoke('app:invoke', method, input),
  /** Returns how to stop listening. */
  onEvent(listener: (event: EventEnvelope) => void): () => void {
    const forward = (_event: IpcRendererEvent, event: EventEnvelope): void => listener(event);
    ipcRenderer.on('app:event', forward);
    return () => void ipcRenderer.off('app:event', forward);
  },
  /**
   * A dropped or chosen file → a token of this session, or null; its path goes to the program, not to the page.
   * A pasted picture lies nowhere on the disk and has no path: of it the bytes go.
   */
  async tokenForFile(file: File): Promise<string | null> {
    const path = webUtils.getPathForFile(file);
    if (path !== '') return ipcRenderer.invoke('app:file-token', path);
    if (file.size > LARGEST_PASTED_BYTES) return null;
    return ipcRenderer.invoke('app:bytes-token', file.name, new Uint8Array(await file.arrayBuffer()));
  },
};
export type DeskBridge = typeof bridge;

contextBridge.exposeInMainWorld('desk', bridge);
