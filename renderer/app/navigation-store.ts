/** Where the person is. In memory only: no name and no id ever stands in an address or a title. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SyncTab } from '../features/sync/index.ts';
import type { PlaceId } from './places.ts';

export type Navigation = Readonly<{
  place: PlaceId;
  /** open in the workbench, which lies over the queue */
  applicationId: string | null;
  syncTab: SyncTab;
  go(place: PlaceId): void;
  goToSync(tab: SyncTab): void;
  open(applicationId: string): void;
  close(): void;
}>;

export type NavigationStore = StoreApi<Navigation>;

export function createNavigation(): NavigationStore {
  return createStore<Navigation>()((set, get) => ({
    place: 'queue',
    applicationId: null,
    syncTab: 'outbox',
    // the place one is in already means: back to its start
    go: (place) => set(get().place === place ? { applicationId: null } : { place }),
    goToSync: (syncTab) => set({ place: 'sync', syncTab }),
    open: (applicationId) => set({ place: 'queue', applicationId }),
    close: () => set({ applicationId: null }),
  }));
}
