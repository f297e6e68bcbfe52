import { useStore } from 'zustand';
import { api } from '../client/index.ts';
import { LibraryScreen } from '../features/library/index.ts';
import { QueueScreen } from '../features/queue/index.ts';
import { SettingsScreen, type Settings } from '../features/settings/index.ts';
import { SyncScreen, type SyncStatus } from '../features/sync/index.ts';
import { ReviewView } from './review-view.tsx';
import type { ShellStores } from './shell.tsx';

type Props = Readonly<{ stores: ShellStores; sync: SyncStatus | undefined; settings: Settings | undefined }>;

export function PlaceView({ stores, sync, settings }: Props) {
  const { place, applicationId, syncTab, go, goToSync, open } = useStore(stores.navigation);
  switch (place) {
    case 'queue':
      if (applicationId !== null)
        return <ReviewView applicationId={applicationId} stores={stores} settings={settings} />;
      return (
        <QueueScreen
          store={stores.queue}
          attention={sync?.attention ?? 0}
          onOpen={open}
          acts={[]}
          onAttention={() => goToSync('tasks')}
          onFetch={() => (sync?.phase === 'not-enrolled' ? go('settings') : void api.sync.now({}))}
        />
      );
    case 'sync':
      return <SyncScreen status={sync} tab={syncTab} onTab={goToSync} onOpen={open} onEnrol={() => go('settings')} />;
    case 'library':
      return <LibraryScreen />;
    case 'settings':
      return <SettingsScreen />;
  }
}
