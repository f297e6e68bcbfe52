/** The desk's frame: header, rail, page, undo bar, status strip. */
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useStore } from 'zustand';
import { api, useQuery } from '../client/index.ts';
import type { AccessStatus } from '../features/access/index.ts';
import { BatchBar, type BatchStore } from '../features/batch/index.ts';
import { PapersBar, type PapersStore } from '../features/papers/index.ts';
import type { QueueStore } from '../features/queue/index.ts';
import { IntakeBar, type ScansStore } from '../features/scans/index.ts';
import { useSettings } from '../features/settings/index.ts';
import { useSyncStatus } from '../features/sync/index.ts';
import { applyTextSize } from '../ui/text-scale.ts';
import { useHotKeys } from '../ui/use-hot-keys.ts';
import { flushAll } from '../client/before-lock.ts';
import { Header } from './header.tsx';
import { watchIdle } from './idle-lock.ts';
import { KeySheet } from './key-sheet.tsx';
import type { Layer, NavigationStore } from './navigation-store.ts';
import { PlaceView } from './place-view.tsx';
import type { PlaceId } from './places.ts';
import { Rail } from './rail.tsx';
import { StatusStrip } from './status-strip.tsx';
import { UndoBar } from './undo-bar.tsx';
import type { UndoStore } from './undo-store.ts';

export type ShellStores = Readonly<{
  navigation: NavigationStore;
  queue: QueueStore;
  batch: BatchStore;
  scans: ScansStore;
  papers: PapersStore;
  undo: UndoStore;
}>;

type Props = Readonly<{
  person: NonNullable<AccessStatus['person']>;
  stores: ShellStores;
  onIdle(): void;
}>;

export function Shell({ person, stores, onIdle }: Props) {
  const { place, layers, go, goToSync, goToPublicity, open, openBatch } = useStore(stores.navigation);
  const sync = useSyncStatus();
  const settings = useSettings();
  const unit = useQuery('unit', () => api.unit.get({}), { refetchOn: { 'unit.changed': true } }).value;
  const [hasKeySheet, setKeySheet] = useState(false);
  const lock = useLock(stores.undo);
  useTextSize(settings?.textSize);
  useIdleLock(settings?.idleLockMinutes, lock, onIdle);
  useHotKeys({ 'mod+l': lock, f1: () => setKeySheet(true) });

  return (
    <div className="shell">
      <Header
        unitName={unit?.unit?.name ?? null}
        year={unit?.year ?? null}
        person={person}
        onLock={lock}
        onClosing={() => goToPublicity({ tab: 'deadlines' })}
        onOpen={open}
        onGo={go}
      />
      <Rail place={place} attention={sync?.attention ?? 0} onGo={go} />
      <div className="shell-page">
        <PlaceView stores={stores} sync={sync} settings={settings} />
      </div>
      <div className="shell-bars">
        <IntakeBar
          isOnPage={place === 'scans'}
          onShow={({ id, applicationId }) => {
            const scans = stores.scans.getState();
            if (place === 'scans') return scans.openReport(id);
            if (applicationId !== null) scans.showPerson(applicationId);
            return go('scans');
          }}
        />
        <BatchBar shownId={shownBatch(place, layers)} onShow={openBatch} />
        <PapersBar />
        <UndoBar store={stores.undo} onOpen={open} />
      </div>
      <StatusStrip
        status={sync}
        onOutbox={() => goToSync('outbox')}
        onTasks={() => goToSync('tasks')}
        onHelp={() => setKeySheet(true)}
      />
      {hasKeySheet && (
        <KeySheet
          screen={(place === 'queue' ? layers.at(-1)?.kind : undefined) ?? place}
          onClose={() => setKeySheet(false)}
        />
      )}
    </div>
  );
}

function shownBatch(place: PlaceId, layers: readonly Layer[]): string | null {
  const top = place === 'queue' ? layers.at(-1) : undefined;
  return top?.kind === 'batch' ? top.batchId : null;
}

/** What was typed is written down first; what could be undone is not offered to the next person. */
function useLock(undo: UndoStore): () => void {
  return useCallback(() => {
    void flushAll().then(() => {
      undo.getState().clear();
      return api.access.lock({});
    });
  }, [undo]);
}

function useTextSize(size: Parameters<typeof applyTextSize>[0] | undefined): void {
  useEffect(() => {
    if (size) applyTextSize(size);
  }, [size]);
}

const MINUTE_MS = 60_000;

function useIdleLock(minutes: number | undefined, lock: () => void, onIdle: () => void): void {
  const lockIdle = useEffectEvent(() => {
    onIdle();
    lock();
  });
  useEffect(() => {
    if (minutes === undefined) return undefined;
    return watchIdle({ afterMs: minutes * MINUTE_MS, target: window, onIdle: () => lockIdle() });
  }, [minutes]);
}
