/**
 * Person × paper: one tab stop with a moving cell, rows drawn only where they are seen. Arrows move, Space and Shift
 * tick rows, and the paper of the cell is what the preview shows.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { isComposing } from '../../ui/ime-guard.ts';
import { StatusTag } from '../../ui/status-tag.tsx';
import { Tick } from '../../ui/tick.tsx';
import { movedCell } from './matrix-keys.ts';
import type { Cell } from './papers-store.ts';
import type { MatrixRow } from './rows.ts';
import type { Standing } from './types.ts';
import type { Column, PapersDesk } from './use-papers-desk.ts';
import { cellState, cellTitle } from './words.ts';

type Props = Readonly<{ desk: PapersDesk; rowHeight: number }>;

const HEAD_PX = 32;

export function MatrixGrid({ desk, rowHeight }: Props) {
  const { matrix, columns, view, goTo, reach } = desk;
  const { cell } = view;
  const scroller = useRef<HTMLDivElement>(null);
  const total = matrix.total ?? 0;
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const { see } = matrix;
  useEffect(() => see(first, last), [see, first, last]);

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = movedCell(event.key, view.cell, { rows: total, columns: columns.length });
    if (to) {
      virtual.scrollToIndex(to.index);
      const there = { ...to, id: matrix.row(to.index)?.id ?? '' };
      if (event.shiftKey && to.index !== cell?.index) reach(there);
      else goTo(there);
    } else if (event.key === ' ' && !event.shiftKey && view.cell) view.toggle(view.cell);
    else return;
    event.preventDefault();
  }
  function onPress(event: MouseEvent, row: MatrixRow, index: number): void {
    const to = { id: row.id, index, column: columnAt(event.target) ?? (cell?.id === row.id ? cell.column : 0) };
    if (event.shiftKey) return reach(to);
    if (event.ctrlKey || event.metaKey) view.toggle(to);
    return goTo(to);
  }
  const isCellDrawn = items.some(({ index }) => matrix.row(index)?.id === cell?.id);
  return (
    <div
      ref={scroller}
      className={`matrix is-${view.view}`}
      style={{ '--columns': columns.length } as React.CSSProperties}
      role="grid"
      tabIndex={0}
      aria-label={view.view === 'people' ? '个人材料' : '单位材料'}
      aria-rowcount={total + 1}
      aria-multiselectable="true"
      aria-activedescendant={isCellDrawn && cell ? cellId(cell.id, cell.column) : undefined}
      onKeyDown={onKeyDown}
    >
      <MatrixHead desk={desk} />
      <div role="rowgroup" className="matrix-rows" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => (
          <Row
            key={item.key}
            row={matrix.row(item.index)}
            index={item.index}
            columns={columns}
            cell={cell}
            isUnit={view.view === 'unit'}
            isTicked={view.selection.ids.has(matrix.row(item.index)?.id ?? '')}
            style={{ height: rowHeight, transform: `translateY(${item.start - HEAD_PX}px)` }}
            onPress={onPress}
            onTick={(isReaching, to) => (isReaching ? reach(to) : view.toggle(to))}
          />
        ))}
      </div>
    </div>
  );
}

function MatrixHead({ desk: { columns, matrix, view, selectAll } }: Readonly<{ desk: PapersDesk }>) {
  const count = view.selection.ids.size;
  const total = matrix.total ?? 0;
  const heads = view.view === 'people' ? ['姓名', '申报资格'] : ['材料'];
  return (
    <div role="rowgroup" className="matrix-head-group">
      <div role="row" aria-rowindex={1} className="matrix-row matrix-head">
        <div role="columnheader" className="cell-tick">
          <Tick
            label="选名单里全部"
            isTicked={count > 0 && count >= total}
            isPartly={count > 0 && count < total}
            onTick={count > 0 ? view.clearSelection : selectAll}
          />
        </div>
        {[...heads, ...columns.map(({ word }) => word), ...(view.view === 'unit' ? ['页数'] : [])].map((word) => (
          <div key={word} role="columnheader">
            {word}
          </div>
        ))}
      </div>
    </div>
  );
}

type RowProps = Readonly<{
  row: MatrixRow | null;
  index: number;
  columns: readonly Column[];
  cell: Cell | null;
  isUnit: boolean;
  isTicked: boolean;
  style: Readonly<{ height: number; transform: string }>;
  onPress(event: MouseEvent, row: MatrixRow, index: number): void;
  onTick(isReaching: boolean, cell: Cell): void;
}>;

function Row({ row, index, columns, cell, isUnit, isTicked, style, onPress, onTick }: RowProps) {
  const className = `matrix-row${isTicked ? ' is-ticked' : ''}`;
  if (!row) {
    return (
      <div role="row" aria-rowindex={index + 2} className={className} style={style}>
        <span className="matrix-outline" />
      </div>
    );
  }
  const isHere = cell?.id === row.id;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isTicked}
      className={className}
      style={style}
      onClick={(event) => onPress(event, row, index)}
    >
      <div role="gridcell" className="cell-tick">
        <Tick
          label={`选${row.name}`}
          isTicked={isTicked}
          onTick={(isReaching) => onTick(isReaching, { id: row.id, index, column: cell?.column ?? 0 })}
        />
      </div>
      <div role="gridcell" className="matrix-name" title={row.name}>
        {row.name}
      </div>
      {!isUnit && (
        <div role="gridcell" className="cut" title={`${row.title} ${row.committee}`}>
          {row.title}
        </div>
      )}
      {columns.map((column, no) => (
        <div
          key={column.key}
          id={cellId(row.id, no)}
          role="gridcell"
          data-column={no}
          className={isHere && cell.column === no ? 'matrix-cell is-here' : 'matrix-cell'}
        >
          <PaperState paper={column.paper(row)} />
        </div>
      ))}
      {isUnit && <div role="gridcell">{row.papers[0]?.pages ?? ''}</div>}
    </div>
  );
}

/** Of the cell that was pressed; null: beside the papers. */
function columnAt(target: EventTarget): number | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  return cell ? Number(cell.dataset['column']) : null;
}

function PaperState({ paper }: Readonly<{ paper: Standing | null }>) {
  if (!paper) return null;
  return (
    <span title={cellTitle(paper)}>
      <StatusTag {...cellState(paper)} />
    </span>
  );
}

function cellId(id: string, column: number): string {
  return `paper-${id.replaceAll(' ', '-')}-${column}`;
}
