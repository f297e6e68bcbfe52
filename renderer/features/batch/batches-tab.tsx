/** Past batches, newest first, kept for good; each opens its report. */
import { api, useQuery } from '../../client/index.ts';
import { EmptyBlock, LoadingBlock, TroubleBlock } from '../../ui/blocks.tsx';
import { formatDateTime } from '#model/beijing-time.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import type { BatchSummary } from './types.ts';
import { batchTrouble, KIND_WORDS, STATE_WORDS } from './words.ts';

export function BatchesTab({ onBatch }: Readonly<{ onBatch(batchId: string): void }>) {
  const { value, error, refetch } = useQuery('batches', () => api.batch.list({}), {
    refetchOn: { 'batch.progress': true },
  });
  if (error && !value) return <TroubleBlock trouble={batchTrouble(error)} onRetry={refetch} />;
  if (!value) return <LoadingBlock />;
  if (value.batches.length === 0) {
    return (
      <EmptyBlock text="还没有批量办理过。" second="在申报审核里选几件，就能批量通过、返回修改、提交意见、结束公示。" />
    );
  }
  return (
    <table className="sync-table batches-table">
      <thead>
        <tr>
          <th scope="col">时间 ↓</th>
          <th scope="col">办了什么</th>
          <th scope="col">经办</th>
          <th scope="col">结果</th>
          <th scope="col">状态</th>
        </tr>
      </thead>
      <tbody>
        {value.batches.map((batch) => (
          <tr key={batch.id}>
            <td>{formatDateTime(batch.createdAt)}</td>
            <td>
              <button type="button" className="row-name" onClick={() => onBatch(batch.id)}>
                {KIND_WORDS[batch.kind].title}
              </button>
            </td>
            <td className="second">{batch.createdBy}</td>
            <td>{countWords(batch)}</td>
            <td>
              <StateTag state={batch.state} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function countWords({ total, done, failed }: BatchSummary): string {
  return `共${total}件，已办理${done}件${failed > 0 ? `，未办理${failed}件` : ''}`;
}

function StateTag({ state }: Pick<BatchSummary, 'state'>) {
  const text = STATE_WORDS[state];
  if (state === 'done') return <StatusTag glyph="tick" tone="good" text={text} />;
  if (state === 'stopped') return <StatusTag glyph="box" tone="quiet" text={text} />;
  return <StatusTag glyph="clock" tone="warn" text={text} />;
}
