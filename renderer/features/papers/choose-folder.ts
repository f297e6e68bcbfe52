/** The folder that a person chooses; only right after a press of theirs does the browser ask. */
import type { FolderLike } from './saving.ts';

type Picker = (options: Readonly<{ id: string; mode: 'readwrite' }>) => Promise<FolderLike>;

declare global {
  interface Window {
    /** of Chromium alone */
    showDirectoryPicker?: Picker;
  }
}

export function hasFolderPicker(): boolean {
  return window.showDirectoryPicker !== undefined;
}

/** Null: they thought better of it. */
export async function chooseFolder(): Promise<FolderLike | null> {
  try {
    return (await window.showDirectoryPicker?.({ id: 'papers', mode: 'readwrite' })) ?? null;
  } catch {
    // closed without a choice, or a folder that the system keeps to itself: the browser has said so
    return null;
  }
}
