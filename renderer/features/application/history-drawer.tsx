/** 「审核记录」: everything that happened, newest first, ours with how far each got. */
import { Drawer } from 'antd';
import { formatDateTime } from '#model/beijing-time.ts';
import { DeliveryTag } from '../../ui/delivery-tag.tsx';
import { historyLines } from './history-lines.ts';
import type { Detail } from './words.ts';

export function HistoryDrawer({
  detail,
  isOpen,
  onClose,
}: Readonly<{ detail: Detail; isOpen: boolean; onClose(): void }>) {
  return (
    <Drawer title="审核记录" size={480} open={isOpen} onClose={onClose}>
      <ol className="history">
        {historyLines(detail).map((line) => (
          <li key={line.id}>
            <p className="history-head">
              <strong>{line.what}</strong> <span>{line.who}</span>
              <time className="second">{formatDateTime(line.at)}</time>
            </p>
            {line.opinion !== '' && <p className="history-opinion">{line.opinion}</p>}
            {line.delivery && (
              <p className="history-delivery">
                <DeliveryTag delivery={line.delivery} />
                {line.receipt && <span className="second">{`回执 ${line.receipt}`}</span>}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Drawer>
  );
}
