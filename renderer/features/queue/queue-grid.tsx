/**
 * The list itself: one tab stop with a moving row, rows drawn only where they are seen.
 * Enter or a double click opens; the arrows, Home, End and the page keys move.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { Column } from './columns.tsx';
import type { ActiveRow, QueueSort } from './queue-store.ts';
import type { Rows } from './use-rows.ts';

type Props = Readonly<{
  rows: Rows;
  columns: readonly Column[];
  /** the columns' widths, for a grid */
  template: string;
  rowHeight: number;
  sort: QueueSort;
  descending: boolean;
  active: ActiveRow | null;
  onActivate(active: ActiveRow): void;
  onOpen(id: string): void;
  onSort(sort: QueueSort): void;
}>;

const HEAD_HEIGHT = 32;

export function QueueGrid({ rows, columns, rowHeight, template: widths, active, onActivate, onOpen, ...head }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const total = rows.total ?? 0;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { see } = rows;
  useEffect(() => see(first, last), [see, first, last]);

  const moves = useMoves({ rows, total, active, virtual, onActivate, onOpen });
  const isActiveShown = items.some((item) => rows.row(item.index)?.id === active?.id);
  useReturnToRow(active, total, virtual);
  const template = { gridTemplateColumns: widths };

  return (
    <div
      ref={scroller}
      className="queue-grid"
      role="grid"
      tabIndex={0}
      aria-label="申报"
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-activedescendant={isActiveShown && active ? `row-${active.id}` : undefined}
      onKeyDown={moves.onKeyDown}
    >
      <QueueHead columns={columns} template={template} {...head} />
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const row = rows.row(item.index);
          const isActive = row !== null && row.id === active?.id;
          return (
            <div
              key={item.key}
              id={row ? `row-${row.id}` : undefined}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={isActive}
              className={isActive ? 'queue-row is-active' : 'queue-row'}
              style={{ ...template, height: rowHeight, transform: `translateY(${item.start - HEAD_HEIGHT}px)` }}
              onClick={() => row && onActivate({ id: row.id, index: item.index })}
              onDoubleClick={() => row && onOpen(row.id)}
            >
              {columns.map((column) => (
                <div key={column.key} role="gridcell" className={`queue-cell cell-${column.key}`}>
                  {row ? column.cell(row) : <span className="cell-outline" />}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

type HeadProps = Readonly<{
  columns: readonly Column[];
  template: Readonly<{ gridTemplateColumns: string }>;
  sort: QueueSort;
  descending: boolean;
  onSort(sort: QueueSort): void;
}>;

function QueueHead({ columns, template, sort, descending, onSort }: HeadProps) {
  return (
    <div role="rowgroup" className="queue-head-group">
      <div role="row" aria-rowindex={1} className="queue-head" style={template}>
        {columns.map((column) => {
          const isSorted = column.sort === sort;
          const direction = descending ? 'descending' : 'ascending';
          return (
            <div
              key={column.key}
              role="columnheader"
              aria-sort={isSorted ? direction : undefined}
              className={`cell-${column.key}`}
            >
              <HeadLabel column={column} mark={isSorted ? (descending ? ' ↓' : ' ↑') : ''} onSort={onSort} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function HeadLabel({
  column,
  mark,
  onSort,
}: Readonly<{ column: Column; mark: string; onSort(sort: QueueSort): void }>) {
  const { sort, title } = column;
  if (!sort) return <>{title}</>;
  return (
    <button type="button" className="head-sort" tabIndex={-1} onClick={() => onSort(sort)}>
      {title}
      {mark}
    </button>
  );
}

type Scroller = Readonly<{ scrollToIndex(index: number): void }>;

type MoveOptions = Readonly<{
  rows: Rows;
  total: number;
  active: ActiveRow | null;
  virtual: Scroller;
  onActivate(active: ActiveRow): void;
  onOpen(id: string): void;
}>;

const PAGE_ROWS = 12;

/** The row the keyboard is on is kept by index while its page is still on the way. */
function useMoves({ rows, total, active, virtual, onActivate, onOpen }: MoveOptions) {
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    const index = wanted.current;
    const row = index === null ? null : rows.row(index);
    if (index === null || !row) return;
    wanted.current = null;
    onActivate({ id: row.id, index });
  }, [rows, onActivate]);

  function moveTo(index: number): void {
    const target = Math.max(0, Math.min(total - 1, index));
    virtual.scrollToIndex(target);
    const row = rows.row(target);
    if (row) onActivate({ id: row.id, index: target });
    else wanted.current = target;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = MOVES[event.key]?.(active?.index ?? -1, total);
    if (target !== undefined) {
      event.preventDefault();
      moveTo(target);
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      onOpen(active.id);
    }
  }
  return { onKeyDown };
}

/** Coming back from an application lands on the row that was left. */
function useReturnToRow(active: ActiveRow | null, total: number, virtual: Scroller): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (isDone.current || total === 0) return;
    isDone.current = true;
    if (active) virtual.scrollToIndex(Math.min(active.index, total - 1));
  }, [active, total, virtual]);
}

const MOVES: Readonly<Record<string, (index: number, total: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + PAGE_ROWS,
  PageUp: (index) => index - PAGE_ROWS,
  Home: () => 0,
  End: (_, total) => total - 1,
};
