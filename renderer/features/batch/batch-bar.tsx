/** A batch that is not over, wherever one is: how far it has come, or that it waits for somebody (ux 2.1). */
import { useState } from 'react';
import { api, onDeskEvent } from '../../client/index.ts';
import { useEffect } from 'react';
import { useOpenBatches } from './use-batch.ts';
import { batchTroubleText, KIND_WORDS, progressWords } from './words.ts';

type Props = Readonly<{
  /** the one on the page: it speaks for itself there */
  shownId: string | null;
  onShow(batchId: string): void;
}>;

export function BatchBar({ shownId, onShow }: Props) {
  const batch = useOpenBatches().find(({ id }) => id !== shownId);
  const [refusal, setRefusal] = useState('');
  useEffect(() => onDeskEvent('batch.progress', () => setRefusal('')), []);
  if (!batch) return <div role="status" />;
  const { id, kind, state } = batch;

  async function act(what: 'resume' | 'stop'): Promise<void> {
    const answer = await api.batch[what]({ batchId: id });
    setRefusal(answer.ok ? '' : batchTroubleText(answer.error));
  }
  return (
    <div className="undo-bar">
      <span role="status">
        {refusal === '' ? (
          <>
            <strong>{KIND_WORDS[kind].title}</strong>
            {`：${progressWords(batch)}`}
          </>
        ) : (
          refusal
        )}
      </span>
      <div className="undo-acts">
        {state !== 'running' && (
          <button type="button" onClick={() => void act('resume')}>
            接着办
          </button>
        )}
        {state !== 'running' && (
          <button type="button" onClick={() => void act('stop')}>
            到此为止
          </button>
        )}
        <button type="button" onClick={() => onShow(id)}>
          {state === 'running' ? '看进度' : '看这一批'}
        </button>
      </div>
    </div>
  );
}
