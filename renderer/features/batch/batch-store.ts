/** What is to be done for many, before it is begun: view state that outlives a look at one of them, and the lock. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BatchKind } from './types.ts';

export type Plan = Readonly<{
  kind: BatchKind;
  applicationIds: readonly string[];
  /** those that are not to be done after all */
  unticked: ReadonlySet<string>;
  /** of an approval: the opinion for all */
  opinion: string;
}>;

export type BatchState = Readonly<{
  plan: Plan | null;
  begin(plan: Omit<Plan, 'unticked'>): void;
  tick(ids: readonly string[], isTicked: boolean): void;
  write(opinion: string): void;
  /** It was started, or given up. */
  end(): void;
}>;

export type BatchStore = StoreApi<BatchState>;

export function createBatchStore(): BatchStore {
  return createStore<BatchState>()((set) => ({
    plan: null,
    begin: (plan) => set({ plan: { ...plan, unticked: new Set() } }),
    tick: (ids, isTicked) =>
      set(({ plan }) => {
        if (!plan) return {};
        const unticked = new Set(plan.unticked);
        for (const id of ids) {
          if (isTicked) unticked.delete(id);
          else unticked.add(id);
        }
        return { plan: { ...plan, unticked } };
      }),
    write: (opinion) => set(({ plan }) => ({ plan: plan && { ...plan, opinion } })),
    end: () => set({ plan: null }),
  }));
}
