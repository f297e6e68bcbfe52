/**
 * The list itself: one tab stop with a moving row, rows drawn only where they are seen.
 * Enter or a double click opens; the arrows, Home, End and the page keys move; Space and Shift tick.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { isComposing } from '../../ui/ime-guard.ts';
import { Tick } from '../../ui/tick.tsx';
import { useOpeningsAhead } from '../application/index.ts';
import { idsAhead } from './ids-ahead.ts';
import type { Column } from './columns.tsx';
import type { ActiveRow, QueueSort } from './queue-store.ts';
import type { Rows } from './use-rows.ts';
import type { Selecting } from './use-selection.ts';

type Props = Readonly<{
  rows: Rows;
  columns: readonly Column[];
  /** the columns' widths, for a grid */
  template: string;
  rowHeight: number;
  sort: QueueSort;
  descending: boolean;
  active: ActiveRow | null;
  selecting: Selecting;
  onActivate(active: ActiveRow): void;
  onOpen(id: string): void;
  onSort(sort: QueueSort): void;
}>;

const HEAD_HEIGHT = 32;

export function QueueGrid(props: Props) {
  const { rows, columns, rowHeight, template: widths, active, selecting, onActivate, onOpen, ...head } = props;
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
  useOpeningsAhead(idsAhead(rows, active, [first, last]));

  const moves = useMoves({ rows, total, active, selecting, virtual, onActivate, onOpen });
  const isActiveShown = items.some((item) => rows.row(item.index)?.id === active?.id);
  useReturnToRow(active, total, virtual);
  const template = { gridTemplateColumns: widths };
  const click = (event: MouseEvent, row: ActiveRow) => {
    if (event.shiftKey) selecting.reach(row);
    else if (event.ctrlKey || event.metaKey) selecting.toggle(row);
    else onActivate(row);
  };

  return (
    <div
      ref={scroller}
      className="queue-grid"
      role="grid"
      tabIndex={0}
      aria-label="申报"
      aria-rowcount={total + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={isActiveShown && active ? `row-${active.id}` : undefined}
      onKeyDown={moves.onKeyDown}
    >
      <QueueHead columns={columns} template={template} total={total} selecting={selecting} {...head} />
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const row = rows.row(item.index);
          const isTicked = row !== null && selecting.ids.has(row.id);
          return (
            <div
              key={item.key}
              id={row ? `row-${row.id}` : undefined}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={isTicked}
              className={rowClass(isTicked, row !== null && row.id === active?.id)}
              style={{ ...template, height: rowHeight, transform: `translateY(${item.start - HEAD_HEIGHT}px)` }}
              onClick={(event) => row && click(event, { id: row.id, index: item.index })}
              onDoubleClick={() => row && onOpen(row.id)}
            >
              <div role="gridcell" className="queue-cell cell-tick">
                {row && (
                  <Tick
                    label={`选${row.name}`}
                    isTicked={isTicked}
                    onTick={(isReaching) =>
                      (isReaching ? selecting.reach : selecting.toggle)({ id: row.id, index: item.index })
                    }
                  />
                )}
              </div>
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

function rowClass(isTicked: boolean, isActive: boolean): string {
  return `queue-row${isTicked ? ' is-ticked' : ''}${isActive ? ' is-active' : ''}`;
}

type HeadProps = Readonly<{
  columns: readonly Column[];
  total: number;
  selecting: Selecting;
  template: Readonly<{ gridTemplateColumns: string }>;
  sort: QueueSort;
  descending: boolean;
  onSort(sort: QueueSort): void;
}>;

function QueueHead({ columns, total, selecting, template, sort, descending, onSort }: HeadProps) {
  const count = selecting.ids.size;
  return (
    <div role="rowgroup" className="queue-head-group">
      <div role="row" aria-rowindex={1} className="queue-head" style={template}>
        <div role="columnheader" className="cell-tick">
          <Tick
            label="选本视图全部"
            isTicked={count > 0 && count >= total}
            isPartly={count > 0 && count < total}
            onTick={count > 0 ? selecting.clear : selecting.selectAll}
          />
        </div>
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
  selecting: Selecting;
  virtual: Scroller;
  onActivate(active: ActiveRow): void;
  onOpen(id: string): void;
}>;

const PAGE_ROWS = 12;

/** The row the keyboard is on is kept by index while its page is still on the way. */
function useMoves({ rows, total, active, selecting, virtual, onActivate, onOpen }: MoveOptions) {
  const wanted = useRef<Wanted | null>(null);
  const landLate = useEffectEvent(() => {
    if (wanted.current) land(wanted.current);
  });
  useEffect(() => landLate(), [rows]);

  function land(to: Wanted): void {
    const row = rows.row(to.index);
    wanted.current = row ? null : to;
    if (row) (to.isReaching ? selecting.reach : onActivate)({ id: row.id, index: to.index });
  }
  function moveTo(index: number, isReaching: boolean): void {
    const target = Math.max(0, Math.min(total - 1, index));
    virtual.scrollToIndex(target);
    land({ index: target, isReaching });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = MOVES[event.key]?.(active?.index ?? -1, total);
    if (target !== undefined) moveTo(target, event.shiftKey);
    else if (event.key === 'Enter' && active) onOpen(active.id);
    else if (event.key === ' ' && !event.shiftKey && active) selecting.toggle(active);
    else return;
    event.preventDefault();
  }
  return { onKeyDown };
}

type Wanted = Readonly<{ index: number; isReaching: boolean }>;

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
