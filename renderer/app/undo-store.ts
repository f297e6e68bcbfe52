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
  /** A new act takes the place of the one before. */
  post(act: UndoableAct): void;
  say(answer: string): void;
  /** `commandId`: only if it is still the one shown */
  clear(commandId?: string): void;
}>;

export type UndoStore = StoreApi<Undo>;

export function createUndoStore(): UndoStore {
  return createStore<Undo>()((set, get) => ({
    act: null,
    answer: null,
    post: (act) => set({ act, answer: null }),
    say: (answer) => set({ answer }),
    clear(commandId) {
      if (commandId === undefined || get().act?.commandId === commandId) set({ act: null, answer: null });
    },
  }));
}
