/** Where the person is. In memory only: no name and no id ever stands in an address or a title. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PublicityPlace } from '../features/publicity/index.ts';
import type { SyncTab } from '../features/sync/index.ts';
import type { PlaceId } from './places.ts';

/** What lies over the queue, the newest on top; each kind at most once. */
export type Layer =
  | Readonly<{ kind: 'workbench'; applicationId: string }>
  /** `among`: the people chosen in the queue; null: everybody at unit review */
  | Readonly<{ kind: 'opinion'; applicationId: string; among: readonly string[] | null }>
  /** `batchId` null: planned, not begun */
  | Readonly<{ kind: 'batch'; batchId: string | null }>;

export type PublicityTarget = Pick<PublicityPlace, 'tab'> & Partial<PublicityPlace>;

export type Navigation = Readonly<{
  place: PlaceId;
  layers: readonly Layer[];
  syncTab: SyncTab;
  publicity: PublicityPlace;
  /** the place of the guide that a finding named; null: where the library begins */
  librarySource: string | null;
  go(place: PlaceId): void;
  goToSync(tab: SyncTab): void;
  /** `noticeId`: the notice to open · `applicationIds`: people to put on the notice that is being planned */
  goToPublicity(to: PublicityTarget): void;
  goToLibrary(source: string): void;
  open(applicationId: string): void;
  openOpinion(applicationId: string, among?: readonly string[] | null): void;
  openBatch(batchId: string | null): void;
  /** Back to what lies under the top one. */
  close(): void;
}>;

export type NavigationStore = StoreApi<Navigation>;

export function createNavigation(): NavigationStore {
  return createStore<Navigation>()((set, get) => {
    const lay = (layer: Layer) => set({ place: 'queue', layers: layered(get().layers, layer) });
    return {
      place: 'queue',
      layers: [],
      syncTab: 'outbox',
      publicity: { tab: 'plan', noticeId: null, applicationIds: [] },
      librarySource: null,
      // the place one is in already means: back to its start
      go: (place) => set(get().place === place ? { layers: [] } : { place, librarySource: null }),
      goToSync: (syncTab) => set({ place: 'sync', syncTab }),
      goToPublicity: (to) => set({ place: 'publicity', publicity: { noticeId: null, applicationIds: [], ...to } }),
      goToLibrary: (librarySource) => set({ place: 'library', librarySource }),
      open: (applicationId) => lay({ kind: 'workbench', applicationId }),
      openOpinion: (applicationId, among = null) => lay({ kind: 'opinion', applicationId, among }),
      openBatch: (batchId) => lay({ kind: 'batch', batchId }),
      close: () => set({ layers: get().layers.slice(0, -1) }),
    };
  });
}

/** The next person takes the place of the one before; going back and forth between two never piles up. */
function layered(layers: readonly Layer[], layer: Layer): readonly Layer[] {
  const at = layers.findIndex(({ kind }) => kind === layer.kind);
  return [...(at === -1 ? layers : layers.slice(0, at)), layer];
}

/** Somebody's notice, or its planning. */
export function publicityOf(applicationId: string, noticeId: string | null): PublicityTarget {
  return noticeId === null ? { tab: 'plan', applicationIds: [applicationId] } : { tab: 'running', noticeId };
}
