/** The workbench in the order of the list it was opened from. */
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { api } from '../client/index.ts';
import { Workbench } from '../features/application/index.ts';
import type { Settings } from '../features/settings/index.ts';
import { publicityOf } from './navigation-store.ts';
import { neighbourOf, nextToDecide, positionOf } from './review-order.ts';
import type { ShellStores } from './shell.tsx';
import type { UndoableAct } from './undo-store.ts';

type Props = Readonly<{ applicationId: string; stores: ShellStores; settings: Settings | undefined }>;

export function ReviewView({ applicationId, stores, settings }: Props) {
  const { open, openOpinion, goToPublicity, goToLibrary, close } = useStore(stores.navigation);
  const { query } = useStore(stores.queue);
  const ids = useOrder(query);

  function show(id: string | null): void {
    if (id !== null) open(id);
  }
  function onDecided(act: UndoableAct): void {
    stores.undo.getState().post(act);
    const { decided } = stores.undo.getState();
    const next = settings?.opensNext === false ? null : nextToDecide(ids, act.applicationId, decided);
    if (next !== null) open(next);
    else close();
  }
  return (
    <Workbench
      id={applicationId}
      place={{
        position: positionOf(ids, applicationId),
        total: ids.length,
        nextId: neighbourOf(ids, applicationId, 1),
        previousId: neighbourOf(ids, applicationId, -1),
        onPrevious: () => show(neighbourOf(ids, applicationId, -1)),
        onNext: () => show(neighbourOf(ids, applicationId, 1)),
        onClose: close,
      }}
      links={{
        onOpinion: openOpinion,
        onPublicity: (id, noticeId) => goToPublicity(publicityOf(id, noticeId)),
        onSource: goToLibrary,
      }}
      viewerKeys={settings?.viewerKeys ?? true}
      onDecided={onDecided}
    />
  );
}

/** As it stood when the workbench was opened: what is decided meanwhile does not move the others. */
function useOrder(query: Parameters<typeof api.applications.ids>[0]): readonly string[] {
  const [ids, setIds] = useState<readonly string[]>([]);
  const asked = JSON.stringify(query);
  useEffect(() => {
    let isGone = false;
    void api.applications.ids(JSON.parse(asked) as typeof query).then((answer) => {
      if (answer.ok && !isGone) setIds(answer.value.ids);
    });
    return () => {
      isGone = true;
    };
  }, [asked]);
  return ids;
}
