import { useStore } from 'zustand';
import { api } from '../client/index.ts';
import { APPROVAL_TEXT, useForgettingPeople } from '../features/application/index.ts';
import { BatchScreen, type BatchKind } from '../features/batch/index.ts';
import { LibraryScreen } from '../features/library/index.ts';
import { PapersScreen } from '../features/papers/index.ts';
import { PublicityScreen } from '../features/publicity/index.ts';
import { QueueScreen } from '../features/queue/index.ts';
import { ScansScreen } from '../features/scans/index.ts';
import { SettingsScreen, type Settings } from '../features/settings/index.ts';
import { SyncScreen, type SyncStatus } from '../features/sync/index.ts';
import { UnitScreen } from '../features/unit/index.ts';
import { publicityOf } from './navigation-store.ts';
import { OpinionView } from './opinion-view.tsx';
import { ReviewView } from './review-view.tsx';
import type { ShellStores } from './shell.tsx';

type Props = Readonly<{ stores: ShellStores; sync: SyncStatus | undefined; settings: Settings | undefined }>;

export function PlaceView({ stores, sync, settings }: Props) {
  const { place, syncTab, publicity, librarySource, go, goToSync, goToPublicity, open, openBatch } = useStore(
    stores.navigation,
  );
  switch (place) {
    case 'queue':
      return <QueueView stores={stores} sync={sync} settings={settings} />;
    case 'publicity':
      return <PublicityScreen place={publicity} onPlace={goToPublicity} onOpen={open} onQueue={() => go('queue')} />;
    case 'scans':
      return <ScansScreen store={stores.scans} hasKeys={settings?.viewerKeys ?? true} onRules={() => go('settings')} />;
    case 'papers':
      return (
        <PapersScreen
          store={stores.papers}
          onPublicity={() => goToPublicity({ tab: 'over' })}
          onScans={() => go('scans')}
        />
      );
    case 'sync':
      return (
        <SyncScreen
          status={sync}
          tab={syncTab}
          onTab={goToSync}
          onOpen={open}
          onBatch={openBatch}
          onEnrol={() => go('settings')}
        />
      );
    case 'library':
      return <LibraryScreen source={librarySource ?? undefined} />;
    case 'unit':
      return <UnitScreen onEnrol={() => go('settings')} />;
    case 'settings':
      return <SettingsScreen />;
  }
}

/** The queue, or what lies over it. */
function QueueView({ stores, sync, settings }: Props) {
  const { layers, go, goToSync, goToPublicity, open, openOpinion, openBatch, close } = useStore(stores.navigation);
  useForgettingPeople();
  const top = layers.at(-1);
  if (top?.kind === 'workbench') {
    return <ReviewView applicationId={top.applicationId} stores={stores} settings={settings} />;
  }
  if (top?.kind === 'opinion') return <OpinionView layer={top} stores={stores} settings={settings} />;
  if (top?.kind === 'batch') {
    return (
      <BatchScreen
        store={stores.batch}
        batchId={top.batchId}
        onStarted={(batchId) => {
          // whoever was ticked is being done: nothing waits in secret
          stores.queue.getState().clearSelection();
          openBatch(batchId);
        }}
        onOpen={open}
        onOpinion={openOpinion}
        onClose={close}
      />
    );
  }
  const batch = (kind: BatchKind) => (ids: readonly string[]) => {
    stores.batch.getState().begin({ kind, applicationIds: ids, opinion: kind === 'approve' ? APPROVAL_TEXT : '' });
    openBatch(null);
  };
  return (
    <QueueScreen
      store={stores.queue}
      attention={sync?.attention ?? 0}
      acts={[
        { word: '批量通过', act: batch('approve') },
        { word: '批量返回修改', act: batch('return') },
        { word: '加入公示', act: (applicationIds) => goToPublicity({ tab: 'plan', applicationIds }) },
        { word: '起草基层意见', act: (ids) => ids[0] !== undefined && openOpinion(ids[0], ids) },
        { word: '批量提交意见', act: batch('opinion') },
        { word: '结束公示', act: batch('conclude') },
      ]}
      links={{ onOpinion: openOpinion, onPublicity: (id, noticeId) => goToPublicity(publicityOf(id, noticeId)) }}
      onOpen={open}
      onAttention={() => goToSync('tasks')}
      onFetch={() => (sync?.phase === 'not-enrolled' ? go('settings') : void api.sync.now({}))}
    />
  );
}
