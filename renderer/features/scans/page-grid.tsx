/**
 * The pages by group: one tab stop with a moving page, drawn only where it is seen. Arrows move, Space ticks,
 * Enter says yes to the proposal, digits file to the numbered material; a page can also be dragged.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, useRef, type DragEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { useElementSize } from '../../ui/use-element-size.ts';
import { isComposing } from '../../ui/ime-guard.ts';
import { columnsIn, gridRows, movedTo, rowOfPage, type GridRow } from './grid-layout.ts';
import { GroupHead } from './group-head.tsx';
import { DRAGGED_PAGES, PageTile, tileId } from './page-tile.tsx';
import type { ActivePage } from './scans-store.ts';
import type { PageGroup } from './types.ts';
import type { ShownPages } from './use-pages.ts';

export type GridActs = Readonly<{
  activate(page: ActivePage): void;
  toggle(page: ActivePage): void;
  /** Everything from where Shift began to this page. */
  reach(page: ActivePage): void;
  /** A key that is none of moving and ticking; true when it was taken. */
  press(event: KeyboardEvent): boolean;
  /** 「这一组都是」 */
  fileGroup(group: PageGroup): void;
  /** 「逐页看」 */
  openGroup(from: number): void;
  selectGroup(group: PageGroup): void;
  /** dragged pages let go before this one */
  place(ids: readonly string[], before: ActivePage): void;
}>;

type Props = Readonly<{
  pages: ShownPages;
  active: ActivePage | null;
  ticked: ReadonlySet<string>;
  acts: GridActs;
}>;

const TILE_PX = 138;
const GAP_PX = 12;
const TILE_ROW_PX = 166;
const HEAD_PX = 44;

export function PageGrid({ pages, active, ticked, acts }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [measure, size] = useElementSize();
  const columns = columnsIn(size.width, TILE_PX, GAP_PX);
  const rows = useMemo(
    () =>
      gridRows(
        pages.groups.map(({ count }) => count),
        columns,
      ),
    [pages.groups, columns],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (rows[at]?.kind === 'head' ? HEAD_PX : TILE_ROW_PX),
    overscan: 2,
  });
  useEffect(() => virtual.measure(), [virtual, rows]);
  const items = virtual.getVirtualItems();
  useSight(
    pages,
    items.map(({ index }) => rows[index]),
  );
  const scrollToActive = useEffectEvent(() => {
    const row = active ? rowOfPage(rows, active.index) : -1;
    if (row !== -1) virtual.scrollToIndex(row);
  });
  useEffect(() => scrollToActive(), [active?.index]);

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event) || event.target !== event.currentTarget) return;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const to = isPlain ? movedTo(event.key, active?.index ?? -1, rows, pages.total ?? 0) : undefined;
    const page = to === undefined ? null : pages.page(to);
    if (to !== undefined && page) (event.shiftKey ? acts.reach : acts.activate)({ id: page.id, index: to });
    else if (isPlain && event.key === ' ' && !event.shiftKey && active) acts.toggle(active);
    else if (!acts.press(event)) return;
    event.preventDefault();
  }
  const isActiveDrawn = items.some(({ index }) => active !== null && holds(rows[index], active.index));
  return (
    <div
      ref={scroller}
      className="page-grid"
      role="grid"
      tabIndex={0}
      aria-label="扫描件"
      aria-multiselectable="true"
      aria-activedescendant={isActiveDrawn && active ? tileId(active.id) : undefined}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        // a page that is pressed is the one that keys fall on: they are the grid's
        if (event.target instanceof Element && event.target.closest('.tile')) {
          scroller.current?.focus({ preventScroll: true });
        }
      }}
    >
      <div ref={measure} role="rowgroup" className="page-rows" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index];
          return (
            row && (
              <div
                key={item.key}
                role="row"
                className={`page-row is-${row.kind}`}
                style={{ transform: `translateY(${item.start}px)`, gridTemplateColumns: `repeat(${columns}, 1fr)` }}
              >
                <RowCells row={row} rows={rows} pages={pages} active={active} ticked={ticked} acts={acts} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

function holds(row: GridRow | undefined, index: number): boolean {
  return row?.kind === 'tiles' && index >= row.from && index < row.to;
}

/** Tells which pages are looked at, so that they are fetched. */
function useSight(pages: ShownPages, shown: readonly (GridRow | undefined)[]): void {
  const tiles = shown.filter((row) => row?.kind === 'tiles');
  const first = tiles[0]?.from ?? 0;
  const last = Math.max(first, (tiles.at(-1)?.to ?? 1) - 1);
  const { see } = pages;
  useEffect(() => see(first, last), [see, first, last]);
}

type CellsProps = Props & Readonly<{ row: GridRow; rows: readonly GridRow[] }>;

function RowCells({ row, rows, pages, active, ticked, acts }: CellsProps) {
  const group = pages.groups[row.group];
  if (!group) return null;
  const first = firstOfGroup(rows, row.group);
  if (row.kind === 'head') {
    return (
      <GroupHead
        group={group}
        onFile={() => acts.fileGroup(group)}
        onOpen={() => acts.openGroup(first)}
        onSelect={() => acts.selectGroup(group)}
      />
    );
  }
  return Array.from({ length: row.to - row.from }, (_, at) => {
    const index = row.from + at;
    const page = pages.page(index);
    const here = page && { id: page.id, index };
    return (
      <PageTile
        key={page?.id ?? index}
        page={page}
        no={index - first + 1}
        isActive={page !== null && page.id === active?.id}
        isTicked={page !== null && ticked.has(page.id)}
        onPress={(event) => here && press(event, here, acts)}
        onTick={(isReaching) => here && (isReaching ? acts.reach : acts.toggle)(here)}
        onDrag={(event) => page && drag(event, page.id, ticked)}
        onDropPages={(event) => here && drop(event, here, acts)}
      />
    );
  });
}

export function firstOfGroup(rows: readonly GridRow[], group: number): number {
  const row = rows.find((other) => other.kind === 'tiles' && other.group === group);
  return row?.kind === 'tiles' ? row.from : 0;
}

function press(event: MouseEvent, page: ActivePage, acts: GridActs): void {
  if (event.shiftKey) acts.reach(page);
  else if (event.ctrlKey || event.metaKey) acts.toggle(page);
  else acts.activate(page);
}

/** A ticked page takes the other ticked ones along. */
function drag(event: DragEvent, id: string, ticked: ReadonlySet<string>): void {
  event.dataTransfer.setData(DRAGGED_PAGES, (ticked.has(id) ? [...ticked] : [id]).join(' '));
  event.dataTransfer.effectAllowed = 'move';
}

function drop(event: DragEvent, before: ActivePage, acts: GridActs): void {
  const ids = event.dataTransfer.getData(DRAGGED_PAGES).split(' ').filter(Boolean);
  if (ids.length === 0) return;
  event.preventDefault();
  event.stopPropagation();
  acts.place(ids, before);
}
