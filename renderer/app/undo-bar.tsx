/** After an act, until the next one (ux 2.1): taken back while it is here, then what became of it. Not a toast. */
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { DeliveryState } from '#model/application.ts';
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
  const delivery = useDelivery(store);
  const canUndo = answer === null && (delivery === null || delivery === 'waiting' || delivery === 'due');

  async function undo(): Promise<void> {
    if (!act) return;
    const result = await api.review.undo({ commandId: act.commandId });
    if (result.ok) undone(act);
    else say(troubleText(troubleOf(result.error, UNDO_TROUBLES)));
  }
  useHotKeys({ 'mod+z': () => (act && canUndo ? void undo() : false) }, { isOff: act === null });
  if (!act) return <div role="status" />;
  return (
    <div className="undo-bar">
      <span role="status">{answer ?? <ActWords act={act} delivery={delivery} />}</span>
      <div className="undo-acts">
        {canUndo && (
          <button type="button" aria-keyshortcuts="Control+Z" onClick={() => void undo()}>
            撤回
            <KeyHint keys="Ctrl+Z" />
          </button>
        )}
        <button type="button" onClick={() => onOpen(act.applicationId)}>
          看这件
        </button>
        {!canUndo && (
          <button type="button" onClick={() => clear()}>
            知道了
          </button>
        )}
      </div>
    </div>
  );
}

function ActWords({ act, delivery }: Readonly<{ act: UndoableAct; delivery: DeliveryState | null }>) {
  const now = useNow();
  const when = act.sendsAt > now ? `${formatTime(act.sendsAt)}起可发送` : '联网后自动发送';
  return (
    <>
      {`${DONE_WORDS[act.decision]}：`}
      <strong>{act.name}</strong>
      {`（${(delivery && LEFT_WORDS[delivery]) ?? `仅在本机，${when}`}）`}
    </>
  );
}

/** Once it has left this computer: never more than the city has confirmed. */
const LEFT_WORDS: Partial<Record<DeliveryState, string>> = {
  sending: '正在发送',
  effective: '已生效',
  attention: '未生效，需处理',
};

/** among the newest acts of the outbox */
const LOOKED_AT = 50;

/** How far the act has come, as the core knows it; one taken back elsewhere, in 收发, ends the bar. */
function useDelivery(store: UndoStore): DeliveryState | null {
  const { act, undone } = useStore(store);
  const { value } = useQuery(act && `undo ${act.commandId}`, () => api.sync.outbox({ limit: LOOKED_AT }), {
    refetchOn: { 'sync.changed': true, 'applications.changed': true },
  });
  const delivery = (act && value?.items.find(({ commandId }) => commandId === act.commandId)?.delivery) ?? null;
  useEffect(() => {
    if (act && delivery === 'undone') undone(act);
  }, [act, delivery, undone]);
  return delivery;
}
