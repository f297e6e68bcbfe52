import { Button } from 'antd';
import { useState } from 'react';
import { api, useQuery } from '../../client/index.ts';
import { EmptyBlock, LoadingBlock, TroubleBlock } from '../../ui/blocks.tsx';
import { DeliveryTag } from '../../ui/delivery-tag.tsx';
import { formatMoment } from '../../ui/format.ts';
import { troubleOf, troubleText } from '../../ui/trouble.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';
import type { OutboxItem } from './types.ts';
import { useNow } from './use-sync-status.ts';
import { ACT_WORDS } from '../../ui/decision-words.ts';
import { nameWords, noteOf, UNDO_TROUBLES } from './words.ts';

const PAGE = 100;
/** the contract's own limit of a page */
const MOST = 500;

type Props = Readonly<{ onOpen(applicationId: string): void; onTasks(): void }>;

/** One row an act, newest first, for good. */
export function OutboxTab({ onOpen, onTasks }: Props) {
  const [limit, setLimit] = useState(PAGE);
  const [receiptOf, setReceiptOf] = useState<OutboxItem | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const now = useNow();
  const outbox = useQuery(`outbox ${limit}`, () => api.sync.outbox({ limit }), {
    refetchOn: { 'sync.changed': true, 'applications.changed': true },
    keepsPrevious: true,
  });
  const { value } = outbox;

  async function undo({ commandId }: OutboxItem): Promise<void> {
    const answer = await api.review.undo({ commandId });
    setRefusal(answer.ok ? null : troubleText(troubleOf(answer.error, UNDO_TROUBLES)));
    outbox.refetch();
  }
  if (outbox.error && !value) return <TroubleBlock trouble={troubleOf(outbox.error)} onRetry={outbox.refetch} />;
  if (!value) return <LoadingBlock />;
  if (value.items.length === 0) {
    return <EmptyBlock text="还没有办过。" second="办理申报以后，每一个决定送到了哪里，都能在这里看到。" />;
  }
  return (
    <>
      {refusal !== null && (
        <div className="line-warning">
          <WarningLine level="warn" isAnswer>
            {refusal}
          </WarningLine>
        </div>
      )}
      <table className="sync-table outbox-table">
        <thead>
          <tr>
            <th scope="col">决定时间 ↓</th>
            <th scope="col">谁</th>
            <th scope="col">办了什么</th>
            <th scope="col">经办</th>
            <th scope="col">到哪了</th>
            <th scope="col">说明</th>
            <th scope="col">
              <span className="sr-only">可以做什么</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {value.items.map((item) => (
            <OutboxRow
              key={item.commandId}
              item={item}
              now={now}
              onOpen={onOpen}
              onUndo={() => void undo(item)}
              onReceipt={() => setReceiptOf(item)}
              onTasks={onTasks}
            />
          ))}
        </tbody>
      </table>
      {value.total > value.items.length && limit < MOST && (
        <div className="sync-more">
          <Button onClick={() => setLimit(Math.min(MOST, limit + PAGE))}>{`再看100条（共${value.total}条）`}</Button>
        </div>
      )}
      {receiptOf && <ReceiptDialog item={receiptOf} onClose={() => setReceiptOf(null)} />}
    </>
  );
}

type RowProps = Readonly<{
  item: OutboxItem;
  now: number;
  onOpen(applicationId: string): void;
  onUndo(): void;
  onReceipt(): void;
  onTasks(): void;
}>;

function OutboxRow({ item, now, onOpen, onUndo, onReceipt, onTasks }: RowProps) {
  const name = nameWords(item.name);
  return (
    <tr>
      <td>{formatMoment(item.decidedAt)}</td>
      <td>
        {item.name === '' || item.applicationId === null ? (
          item.act === 'unit' ? (
            '本单位'
          ) : (
            name
          )
        ) : (
          <button
            type="button"
            className="row-name"
            onClick={() => item.applicationId !== null && onOpen(item.applicationId)}
          >
            {name}
          </button>
        )}
      </td>
      <td>{ACT_WORDS[item.act]}</td>
      <td className="second">{item.decidedBy}</td>
      <td>
        <DeliveryTag delivery={item.delivery} />
      </td>
      <td className="second">{noteOf(item, now)}</td>
      <td className="row-act">
        {item.canUndo && <RowAct word="撤回" of={name} onClick={onUndo} />}
        {item.delivery === 'attention' && <RowAct word="去处理" of={name} onClick={onTasks} />}
        {item.receiptNumber !== null && <RowAct word="看回执" of={name} onClick={onReceipt} />}
      </td>
    </tr>
  );
}

function RowAct({ word, of, onClick }: Readonly<{ word: string; of: string; onClick(): void }>) {
  return (
    <button type="button" className="text-act" aria-label={`${word}：${of}`} onClick={onClick}>
      {word}
    </button>
  );
}
