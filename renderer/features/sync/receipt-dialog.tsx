import { Button } from 'antd';
import { formatDateTime } from '#model/beijing-time.ts';
import { api, useQuery } from '../../client/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { StatusTag } from '../../ui/status-tag.tsx';
import { troubleOf, troubleText } from '../../ui/trouble.ts';
import type { OutboxItem } from './types.ts';
import { ACT_WORDS } from '../../ui/decision-words.ts';

/** The proof that a decision took effect: only stored after its signature was found sound. */
export function ReceiptDialog({ item, onClose }: Readonly<{ item: OutboxItem; onClose(): void }>) {
  const { commandId } = item;
  const { value: receipt, error } = useQuery(`receipt ${commandId}`, () => api.sync.receipt({ commandId }));
  return (
    <Dialog title="回执" onCancel={onClose} footer={<Button onClick={onClose}>关上</Button>}>
      {error && <p>{troubleText(troubleOf(error))}</p>}
      {receipt && (
        <dl className="fact-list">
          <dt>回执号</dt>
          <dd className="receipt-number">{receipt.number}</dd>
          <dt>办了什么</dt>
          <dd>{`${item.name} ${ACT_WORDS[item.act]}（${item.decidedBy}，${formatDateTime(item.decidedAt)}）`}</dd>
          <dt>市系统收到</dt>
          <dd>{formatDateTime(receipt.serverTime)}</dd>
          <dt>签名</dt>
          <dd>
            <StatusTag glyph="tick" tone="good" text="已核对，是市系统签发的" />
          </dd>
        </dl>
      )}
    </Dialog>
  );
}
