/** After an act, until the next one or until it has left this computer (ux 2.1). Not a toast. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { formatTime } from '#model/beijing-time.ts';
import { api, useQuery } from '../client/index.ts';
import { DONE_WORDS, UNDO_TROUBLES, useNow } from '../features/sync/index.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { troubleOf, troubleText } from '../ui/trouble.ts';
import { useHotKeys } from '../ui/use-hot-keys.ts';
import type { UndoableAct, UndoStore } from './undo-store.ts';

type Props = Readonly<{ store: UndoStore; onOpen(applicationId: string): void }>;

export function UndoBar({ store, onOpen }: Props) {
  const { act, answer, say, clear, undone } = useStore(store);
  useClearWhenOver(store);

  async function undo(): Promise<void> {
    if (!act) return;
    const result = await api.review.undo({ commandId: act.commandId });
    if (result.ok) undone(act);
    else say(troubleText(troubleOf(result.error, UNDO_TROUBLES)));
  }
  useHotKeys({ 'mod+z': () => (act && answer === null ? void undo() : false) }, { isOff: act === null });
  if (!act) return <div role="status" />;
  return (
    <div className="undo-bar">
      <span role="status">{answer ?? <ActWords act={act} />}</span>
      <div className="undo-acts">
        {answer === null && (
          <button type="button" aria-keyshortcuts="Control+Z" onClick={() => void undo()}>
            撤回
            <KeyHint keys="Ctrl+Z" />
          </button>
        )}
        <button type="button" onClick={() => onOpen(act.applicationId)}>
          看这件
        </button>
        {answer !== null && (
          <button type="button" onClick={() => clear()}>
            知道了
          </button>
        )}
      </div>
    </div>
  );
}

function ActWords({ act }: Readonly<{ act: UndoableAct }>) {
  const now = useNow();
  const when = act.sendsAt > now ? `${formatTime(act.sendsAt)}起可发送` : '联网后自动发送';
  return (
    <>
      {`${DONE_WORDS[act.decision]}：`}
      <strong>{act.name}</strong>
      {`（仅在本机，${when}）`}
    </>
  );
}

/** among the newest acts of the outbox */
const LOOKED_AT = 50;

/** The core knows whether it can still be taken back, or was, in 收发. */
function useClearWhenOver(store: UndoStore): void {
  const { act, answer, clear, undone } = useStore(store);
  const { value } = useQuery(act && `undo ${act.commandId}`, () => api.sync.outbox({ limit: LOOKED_AT }), {
    refetchOn: { 'sync.changed': true, 'applications.changed': true },
  });
  const item = act && value?.items.find(({ commandId }) => commandId === act.commandId);
  useEffect(() => {
    if (!act || !item || item.canUndo || answer !== null) return;
    if (item.delivery === 'undone') undone(act);
    else clear(item.commandId);
  }, [act, item, answer, clear, undone]);
}
