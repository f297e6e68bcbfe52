/** The second row: views with counts, own views, search, filters, columns. */
import { Button, Checkbox, Input, Popover, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useHotKeys } from '../../ui/use-hot-keys.ts';
import { COLUMNS } from './columns.tsx';
import { FilterButton } from './filter-panel.tsx';
import type { Counts } from './row-pages.ts';
import type { QueueFilters, QueueQuery, QueueView } from './queue-store.ts';
import type { OwnView } from './use-own-views.ts';
import { VIEW_WORDS } from './words.ts';

type Props = Readonly<{
  query: QueueQuery;
  counts: Counts | null;
  ownViews: readonly OwnView[];
  hiddenColumns: readonly string[];
  onShow(view: QueueView): void;
  onSearch(text: string): void;
  onFilter(filters: QueueFilters): void;
  onKeepView(name: string): void;
  onOwnView(view: OwnView): void;
  onForgetView(view: OwnView): void;
  onHideColumns(hidden: readonly string[]): void;
  onSearchEnter(): void;
}>;

export function ViewBar(props: Props) {
  const { query, counts, ownViews } = props;
  return (
    <div className="view-bar">
      <nav className="views" aria-label="视图">
        {VIEW_WORDS.map(({ view, label }) => (
          <button
            key={view}
            type="button"
            aria-current={query.view === view ? 'true' : undefined}
            className={query.view === view ? 'view is-current' : 'view'}
            onClick={() => props.onShow(view)}
          >
            {label} <span className="view-count">{counts?.[view] ?? ''}</span>
          </button>
        ))}
        {ownViews.map((own) => (
          <span key={own.id} className="own-view">
            <button type="button" className="view" onClick={() => props.onOwnView(own)}>
              {own.name}
            </button>
            <button
              type="button"
              className="own-view-drop"
              aria-label={`删除视图${own.name}`}
              onClick={() => props.onForgetView(own)}
            >
              ×
            </button>
          </span>
        ))}
      </nav>
      <SearchBox text={query.search} onSearch={props.onSearch} onEnter={props.onSearchEnter} />
      <FilterButton filters={query} onChange={props.onFilter} onKeep={props.onKeepView} />
      <ColumnsButton hidden={props.hiddenColumns} onChange={props.onHideColumns} />
    </div>
  );
}

type SearchProps = Readonly<{ text: string; onSearch(text: string): void; onEnter(): void }>;

/** Searches as one types; half-typed pinyin of an input method is not searched for. */
function SearchBox({ text, onSearch, onEnter }: SearchProps) {
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState(text);
  // it can be cleared from the page too
  useEffect(() => setTyped(text), [text]);
  useHotKeys({ 'mod+f': () => input.current?.focus({ cursor: 'all' }) });
  return (
    <Input
      ref={input}
      className="queue-search"
      aria-label="在申报中查找"
      placeholder="姓名、拼音、身份证后4位"
      suffix={<kbd className="key-hint">Ctrl+F</kbd>}
      allowClear
      value={typed}
      onCompositionEnd={(event) => onSearch(event.currentTarget.value)}
      onChange={(event) => {
        setTyped(event.target.value);
        const { isComposing } = event.nativeEvent as InputEvent;
        if (!isComposing) onSearch(event.target.value);
      }}
      onPressEnter={(event) => {
        if (!event.nativeEvent.isComposing) onEnter();
      }}
    />
  );
}

function ColumnsButton({
  hidden,
  onChange,
}: Readonly<{ hidden: readonly string[]; onChange(hidden: readonly string[]): void }>) {
  const movable = COLUMNS.filter((column) => !column.isFixed);
  const panel = (
    <Checkbox.Group
      className="column-choice"
      options={movable.map(({ key, title }) => ({ value: key, label: title }))}
      value={movable.map((c) => c.key).filter((key) => !hidden.includes(key))}
      onChange={(shown: string[]) => onChange(movable.map((c) => c.key).filter((key) => !shown.includes(key)))}
    />
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={panel}>
      <Button color="default" variant="text">
        列
      </Button>
    </Popover>
  );
}
