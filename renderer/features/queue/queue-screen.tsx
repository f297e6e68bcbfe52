/** 「申报审核」: know in five seconds what burns, and start (ux 3.2). */
import { Button } from 'antd';
import { useCallback, useEffect } from 'react';
import { useStore } from 'zustand';
import { formatDate } from '#model/beijing-time.ts';
import { useWindowWidth } from '../../ui/use-window-width.ts';
import { EmptyBlock } from '../../ui/blocks.tsx';
import { gridTemplate, visibleColumns } from './columns.tsx';
import { QueueGrid } from './queue-grid.tsx';
import { QueuePreview, type PreviewLinks } from './queue-preview.tsx';
import {
  filterCount,
  NO_FILTERS,
  type ActiveRow,
  type QueueFilters,
  type QueueQuery,
  type QueueStore,
  type QueueView,
} from './queue-store.ts';
import { SelectionBar, type SelectionAct } from './selection-bar.tsx';
import { TodayStrip } from './today-strip.tsx';
import { useOwnViews } from './use-own-views.ts';
import { useRows, type Rows } from './use-rows.ts';
import { useSelection } from './use-selection.ts';
import { ViewBar } from './view-bar.tsx';
import './queue.css';
import './queue-grid.css';
import './queue-preview.css';
import '../../ui/selection.css';

type Props = Readonly<{
  store: QueueStore;
  attention: number;
  /** what can be done with several at once */
  acts: readonly SelectionAct[];
  links: PreviewLinks;
  onOpen(id: string): void;
  /** to 收发, where cases wait for a person */
  onAttention(): void;
  onFetch(): void;
}>;

const PREVIEW_FROM = 1600;

export function QueueScreen({ store, attention, acts, links, onOpen, onAttention, onFetch }: Props) {
  const { query, active, selection, show, search, filter, sortBy, activate } = useStore(store);
  const rows = useRows(query);
  const selecting = useSelection(store, rows);
  const own = useOwnViews();
  const width = useWindowWidth();
  const columns = visibleColumns(width, own.hiddenColumns);
  const hasPreview = width >= PREVIEW_FROM;
  useActivateFirst(rows, active, activate);
  const openActive = useCallback(() => active && onOpen(active.id), [active, onOpen]);

  return (
    <main className={hasPreview ? 'queue has-preview' : 'queue'} aria-label="申报审核">
      <TodayStrip
        counts={rows.counts}
        attention={attention}
        todayText={rows.today ? formatDate(rows.today) : ''}
        onShow={show}
        onAttention={onAttention}
      />
      <ViewBar
        query={query}
        counts={rows.counts}
        ownViews={own.views}
        hiddenColumns={own.hiddenColumns}
        onShow={show}
        onSearch={search}
        onFilter={filter}
        onKeepView={(name) => {
          const { committees, levels, employments, departments, problems, view } = query;
          own.keepView({ name, view, filters: { committees, levels, employments, departments, problems } });
        }}
        onOwnView={(kept) => {
          show(kept.view);
          // a view kept by an earlier version lacks the filters that came later
          filter({ ...NO_FILTERS, ...kept.filters });
        }}
        onForgetView={own.forgetView}
        onHideColumns={own.hideColumns}
        onSearchEnter={openActive}
      />
      {rows.total === null && <Outlines template={gridTemplate(columns, width)} />}
      {rows.total === 0 && (
        <NothingHere rows={rows} query={query} onShow={show} onSearch={search} onFilter={filter} onFetch={onFetch} />
      )}
      {(rows.total ?? 0) > 0 && (
        <QueueGrid
          rows={rows}
          columns={columns}
          template={gridTemplate(columns, width)}
          rowHeight={hasPreview ? 40 : 36}
          sort={query.sort}
          descending={query.descending}
          active={active}
          selecting={selecting}
          onActivate={activate}
          onOpen={onOpen}
          onSort={sortBy}
        />
      )}
      {hasPreview && active && <QueuePreview id={active.id} links={links} onOpen={onOpen} />}
      <SelectionBar
        ids={selecting.ids}
        total={rows.total ?? 0}
        dropped={selection.dropped}
        acts={acts}
        onAll={selecting.selectAll}
        onNone={selecting.clear}
      />
    </main>
  );
}

/** So that Enter works at once: the first row is active until another one is chosen. */
function useActivateFirst(rows: Rows, active: ActiveRow | null, activate: (active: ActiveRow) => void): void {
  const first = rows.row(0);
  const isHeld = active !== null && rows.row(active.index)?.id === active.id;
  const isOutOfSight = active !== null && active.index < (rows.total ?? 0) && rows.row(active.index) === null;
  useEffect(() => {
    if (first && !isHeld && !isOutOfSight) activate({ id: first.id, index: 0 });
  }, [first, isHeld, isOutOfSight, activate]);
}

type NothingProps = Readonly<{
  rows: Rows;
  query: QueueQuery;
  onShow(view: QueueView): void;
  onSearch(text: string): void;
  onFilter(filters: QueueFilters): void;
  onFetch(): void;
}>;

/** Why nothing is here, and the next step (ux 3.2). */
function NothingHere({ rows, query, onShow, onSearch, onFilter, onFetch }: NothingProps) {
  const all = rows.counts?.all ?? 0;
  if (all === 0) {
    return (
      <EmptyBlock
        text="还没有申报。"
        action={
          <Button type="primary" onClick={onFetch}>
            联网取回
          </Button>
        }
      />
    );
  }
  if (query.search !== '') {
    return (
      <EmptyBlock
        text={`没有找到“${query.search}”。可以换个写法，或用拼音首字母、身份证后4位查。`}
        action={
          query.view === 'all' ? (
            <Button onClick={() => onSearch('')}>清除查找</Button>
          ) : (
            <Button onClick={() => onShow('all')}>{`在全部${all}件里找`}</Button>
          )
        }
      />
    );
  }
  if (filterCount(query) > 0) {
    return (
      <EmptyBlock
        text="按现在的筛选，这个视图没有申报。"
        action={<Button onClick={() => onFilter(NO_FILTERS)}>清除筛选</Button>}
      />
    );
  }
  return (
    <EmptyBlock text="这个视图没有申报。" action={<Button onClick={() => onShow('all')}>{`看全部${all}件`}</Button>} />
  );
}

function Outlines({ template }: Readonly<{ template: string }>) {
  return (
    <div className="queue-outlines" aria-hidden="true">
      {Array.from({ length: 8 }, (_, i) => (
        <div key={i} className="queue-row is-outline" style={{ gridTemplateColumns: template }}>
          <span className="cell-outline" />
          <span className="cell-outline" />
          <span className="cell-outline" />
        </div>
      ))}
    </div>
  );
}
