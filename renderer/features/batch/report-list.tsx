/** What became of each: those left out first, with their reasons; then those that were done or still wait. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { leftOutWords } from '#model/batch.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import type { BatchItem } from './types.ts';

type Props = Readonly<{ items: readonly BatchItem[]; isRunning: boolean; onOpen(applicationId: string): void }>;

const LINE_PX = 36;
const ORDER: Readonly<Record<BatchItem['state'], number>> = { 'left-out': 0, waiting: 1, done: 2 };

export function ReportList({ items, isRunning, onOpen }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const sorted = useMemo(() => items.toSorted((a, b) => ORDER[a.state] - ORDER[b.state]), [items]);
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    overscan: 12,
  });
  // while it runs the rows would be true for a moment only: the number above is
  if (isRunning) return <div className="batch-report" />;
  return (
    <div ref={scroller} className="batch-report" role="region" aria-label="逐件结果" tabIndex={0}>
      <ul style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const item = sorted[index];
          return (
            item && (
              <li key={key} className="batch-line" style={{ height: LINE_PX, transform: `translateY(${start}px)` }}>
                <span className="batch-name">{item.name === '' ? '已不在本单位的申报' : item.name}</span>
                <ItemState item={item} />
                <button
                  type="button"
                  className="text-act"
                  aria-label={`看这件：${item.name}`}
                  onClick={() => onOpen(item.id)}
                >
                  看这件
                </button>
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

function ItemState({ item: { state, code, detail } }: Readonly<{ item: BatchItem }>) {
  if (state === 'done') return <StatusTag glyph="tick" tone="good" text="已办理" />;
  const reason = code ? leftOutWords({ code, detail }) : '';
  if (state === 'waiting') return <StatusTag glyph="ring" tone="quiet" text={reason === '' ? '没有办' : reason} />;
  return <StatusTag glyph="triangle" tone="warn" text={reason} />;
}
