/** Which page there is at all: no desk, first run, locked, or the desk itself. */
import { useEffect, useEffectEvent, useState } from 'react';
import { api, deskState, useQuery } from '../client/index.ts';
import { FirstRun, UnlockScreen } from '../features/access/index.ts';
import { createBatchStore } from '../features/batch/index.ts';
import { createPapersStore } from '../features/papers/index.ts';
import { createQueueStore } from '../features/queue/index.ts';
import { createScansStore } from '../features/scans/index.ts';
import { ErrorBlock, LoadingBlock, TroubleBlock } from '../ui/blocks.tsx';
import { defect, troubleOf } from '../ui/trouble.ts';
import { createNavigation } from './navigation-store.ts';
import { Shell, type ShellStores } from './shell.tsx';
import { createUndoStore } from './undo-store.ts';
import { keepPlace } from './keep-place.ts';

/** Outlive the lock, so that one comes back to where one was. */
const stores: ShellStores = {
  navigation: createNavigation(),
  queue: createQueueStore(),
  batch: createBatchStore(),
  scans: createScansStore(),
  papers: createPapersStore(),
  undo: createUndoStore(),
};
keepPlace(stores.navigation);

export function App() {
  if (deskState === 'no-desk') return <NoDesk />;
  return <Desk />;
}

function NoDesk() {
  return (
    <main className="whole-page">
      <ErrorBlock
        text="这一页没有连着职称审核台。"
        second="地址不完整，或程序已经关上。本机的工作都已保存。请重新打开职称审核台，用它给出的地址。"
      />
    </main>
  );
}

function Desk() {
  const access = useQuery('access', () => api.access.status({}), { refetchOn: { 'access.changed': true } });
  const [wasIdle, setIdle] = useState(false);
  const [firstRun, setFirstRun] = useState<'none' | 'running' | 'over'>('none');
  const status = access.value;
  useEffect(() => {
    if (status?.state === 'unlocked') setIdle(false);
  }, [status?.state]);

  if (!status) {
    return access.error ? (
      <Unreachable code={access.error.code} incident={access.error.incident} onRetry={access.refetch} />
    ) : (
      <LoadingBlock />
    );
  }
  if (firstRun === 'running' || (status.state === 'first-run' && firstRun === 'none')) {
    return <FirstRun onBegin={() => setFirstRun('running')} onFinish={() => setFirstRun('over')} />;
  }
  if (status.state === 'unlocked' && status.person) {
    return <Shell person={status.person} stores={stores} onIdle={() => setIdle(true)} />;
  }
  return <UnlockScreen status={status} wasIdle={wasIdle} onAnswer={access.refetch} />;
}

type UnreachableProps = Readonly<{ code: string; incident: string | undefined; onRetry(): void }>;

const RETRY_MS = 3000;

/** The program behind the page does not answer; it comes back by itself as soon as it does. */
function Unreachable({ code, incident, onRetry }: UnreachableProps) {
  const retry = useEffectEvent(onRetry);
  useEffect(() => {
    const timer = setInterval(() => retry(), RETRY_MS);
    return () => clearInterval(timer);
  }, []);
  const trouble = code === 'unreachable' ? troubleOf({ code, message: code }) : defect(incident);
  return (
    <main className="whole-page">
      <TroubleBlock trouble={trouble} onRetry={onRetry} />
    </main>
  );
}
