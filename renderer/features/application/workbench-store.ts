/** What of an application is being looked at; view state only. One store an application on screen. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { MODULE_IDS, type ModuleId } from '#model/modules.ts';
import { inOrder, isStanding, type Found } from './finding-list.ts';
import type { Stop } from './finding-note.tsx';
import type { Fit } from '../../ui/scan/geometry.ts';

/** What lies open below the papers, from 1600 px on beside them: every finding, the decision, or neither. */
export type Layer = 'none' | 'problems' | 'decision';

export type WorkbenchState = Readonly<{
  moduleId: ModuleId;
  /** in the viewer; null: the module's first */
  sheetId: string | null;
  /** a finding's proof is looked at closely, a page from afar first */
  fit: Fit;
  /** the finding that was stopped at last */
  stop: Stop | null;
  layer: Layer;
  /** grows each time the keyboard is sent to the cards */
  cardsTurn: number;
  openModule(id: ModuleId): void;
  openSheet(id: string, moduleId: ModuleId): void;
  /** `scanId`: its proof, where it has one */
  stopAt(finding: Found, scanId: string | null): void;
  openLayer(layer: Layer): void;
  /** Opens the decision with the keyboard on its cards. */
  decide(): void;
}>;

export type WorkbenchStore = StoreApi<WorkbenchState>;

/** Where an application opens: the module, and the finding when that is why. */
export type Start = Readonly<{ moduleId: ModuleId; key: string | null }>;

export function createWorkbenchStore({ moduleId: start, key }: Start): WorkbenchStore {
  return createStore<WorkbenchState>()((set) => ({
    moduleId: start,
    sheetId: null,
    fit: 'page',
    stop: key === null ? null : { key, turn: 0 },
    layer: 'none',
    cardsTurn: 0,
    openModule: (moduleId) => set({ moduleId, sheetId: null, fit: 'page', stop: null }),
    openSheet: (sheetId, moduleId) => set({ sheetId, moduleId, fit: 'page' }),
    stopAt: (finding, scanId) =>
      set((state) => ({
        moduleId: finding.moduleId ?? state.moduleId,
        sheetId: scanId ?? (finding.moduleId === null ? state.sheetId : null),
        fit: scanId === null ? state.fit : 'width',
        stop: { key: finding.key, turn: (state.stop?.turn ?? 0) + 1 },
      })),
    openLayer: (layer) => set({ layer }),
    decide: () => set((state) => ({ layer: 'decision', cardsTurn: state.cardsTurn + 1 })),
  }));
}

/** The first 必须解决 of a module, else what was changed since it was seen, else what was not seen (ux 3.3). */
export function startOf(findings: readonly Found[], changed: readonly ModuleId[], seen: readonly ModuleId[]): Start {
  const blocking = inOrder(findings).find(
    (finding) => finding.severity === 'blocking' && finding.moduleId !== null && isStanding(finding),
  );
  if (blocking?.moduleId) return { moduleId: blocking.moduleId, key: blocking.key };
  const moduleId = changed[0] ?? MODULE_IDS.find((id) => !seen.includes(id)) ?? MODULE_IDS[0];
  return { moduleId, key: null };
}

/** The next module that was not seen, going round once; null when all are. */
export function nextUnseen(from: ModuleId, seen: ReadonlySet<ModuleId>): ModuleId | null {
  const at = MODULE_IDS.indexOf(from);
  const order = [...MODULE_IDS.slice(at + 1), ...MODULE_IDS.slice(0, at)];
  return order.find((id) => !seen.has(id)) ?? null;
}

export type BenchKeeper = Readonly<{
  storeOf(applicationId: string, make: () => WorkbenchStore): WorkbenchStore;
  forget(): void;
}>;

/** One application lies on the desk at a time: who comes back to it from the library finds it as it was left. */
export function createBenchKeeper(): BenchKeeper {
  let kept: Readonly<{ id: string; store: WorkbenchStore }> | null = null;
  return {
    storeOf(id, make) {
      kept = kept?.id === id ? kept : { id, store: make() };
      return kept.store;
    },
    forget() {
      kept = null;
    },
  };
}
