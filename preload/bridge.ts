/** The letter slot: all that the window can reach of the program around it. */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';

const bridge = {
  /** Answers with a Result. */
  invoke: (method: string, input: unknown): Promise<unknown> => ipcRenderer.invoke('app:invoke', method, input),
  /** Returns how to stop listening. */
  onEvent(listener: (event: unknown) => void): () => void {
    const forward = (_event: IpcRendererEvent, event: unknown): void => listener(event);
    ipcRenderer.on('app:event', forward);
    return () => void ipcRenderer.off('app:event', forward);
  },
  /** A dropped or chosen file → a token of this session, or null; its path goes to the program, not to the page. */
  tokenForFile: (file: File): Promise<string | null> => ipcRenderer.invoke('app:file-token', webUtils.getPathForFile(file)),
};
export type DeskBridge = typeof bridge;

contextBridge.exposeInMainWorld('desk', bridge);
