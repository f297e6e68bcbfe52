/** The last act that can still be taken back (ux 2.1). */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Decision } from '#model/application.ts';

export type UndoableAct = Readonly<{
  commandId: string;
  applicationId: string;
  name: string;
  decision: Decision;
  /** epoch ms; from then on it goes out by itself */
  sendsAt: number;
}>;

export type Undo = Readonly<{
  act: UndoableAct | null;
  /** what became of an attempt to take it back, in words */
  answer: string | null;
  /** applications decided since the program was opened and not taken back */
  decided: ReadonlySet<string>;
  /** A new act takes the place of the one before. */
  post(act: UndoableAct): void;
  say(answer: string): void;
  /** It was taken back: the application waits for a decision again. */
  undone(act: UndoableAct): void;
  /** `commandId`: only if it is still the one shown */
  clear(commandId?: string): void;
}>;

export type UndoStore = StoreApi<Undo>;

export function createUndoStore(): UndoStore {
  return createStore<Undo>()((set, get) => ({
    act: null,
    answer: null,
    decided: new Set(),
    post: (act) => set({ act, answer: null, decided: new Set([...get().decided, act.applicationId]) }),
    say: (answer) => set({ answer }),
    undone(act) {
      set({ decided: new Set([...get().decided].filter((id) => id !== act.applicationId)) });
      get().clear(act.commandId);
    },
    clear(commandId) {
      if (commandId === undefined || get().act?.commandId === commandId) set({ act: null, answer: null });
    },
  }));
}
