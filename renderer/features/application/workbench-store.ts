/** What of an application is being looked at; view state only. One store an application on screen. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Decision } from '#model/application.ts';
import { MODULE_IDS, type ModuleId } from '#model/modules.ts';

export type WorkbenchState = Readonly<{
  moduleId: ModuleId;
  /** the scan in the viewer; null: the module's first */
  attachmentId: string | null;
  isPanelOpen: boolean;
  decision: Decision | null;
  openModule(id: ModuleId): void;
  openScan(id: string, moduleId: ModuleId): void;
  openPanel(isOpen: boolean): void;
  choose(decision: Decision): void;
}>;

export type WorkbenchStore = StoreApi<WorkbenchState>;

/** Opens on the first module that was changed since it was seen, else the first unseen one. */
export function createWorkbenchStore(start: ModuleId, isPanelOpen: boolean): WorkbenchStore {
  return createStore<WorkbenchState>()((set) => ({
    moduleId: start,
    attachmentId: null,
    isPanelOpen,
    decision: null,
    openModule: (moduleId) => set({ moduleId, attachmentId: null }),
    openScan: (attachmentId, moduleId) => set({ attachmentId, moduleId }),
    openPanel: (isOpen) => set({ isPanelOpen: isOpen }),
    choose: (decision) => set({ decision, isPanelOpen: true }),
  }));
}

export function startModule(changed: readonly ModuleId[], seen: readonly ModuleId[]): ModuleId {
  return changed[0] ?? MODULE_IDS.find((id) => !seen.includes(id)) ?? MODULE_IDS[0];
}

/** The next module that was not seen, going round once; null when all are. */
export function nextUnseen(from: ModuleId, seen: ReadonlySet<ModuleId>): ModuleId | null {
  const at = MODULE_IDS.indexOf(from);
  const order = [...MODULE_IDS.slice(at + 1), ...MODULE_IDS.slice(0, at)];
  return order.find((id) => !seen.has(id)) ?? null;
}
