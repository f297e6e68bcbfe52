import { Select } from 'antd';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { isComposing } from '../../ui/ime-guard.ts';
import { KeyHint } from '../../ui/key-hint.tsx';
import { useHotKeys } from '../../ui/use-hot-keys.ts';
import type { Edition } from './types.ts';
import { NOTICE } from './words.ts';

type Props = Readonly<{
  query: string;
  onSearch(query: string): void;
  /** True when the key was for the list. */
  onKey(event: KeyboardEvent): boolean;
  editions: readonly Edition[];
  edition: string | null;
  onEdition(edition: string): void;
  /** what was copied, said once */
  said: string;
}>;

export function LibraryBar({ query, onSearch, onKey, editions, edition, onEdition, said }: Props) {
  return (
    <header className="library-bar">
      <h1 className="page-title">资料库</h1>
      <SearchBox query={query} onSearch={onSearch} onKey={onKey} />
      <span className="library-said" role="status">
        {said}
      </span>
      <span className="library-edition">
        <EditionChoice editions={editions} edition={edition} onEdition={onEdition} />
        <span className="second">{NOTICE}</span>
      </span>
    </header>
  );
}

function EditionChoice({ editions, edition, onEdition }: Pick<Props, 'editions' | 'edition' | 'onEdition'>) {
  if (edition === null) return null;
  if (editions.length < 2) return <b>{`${edition}版`}</b>;
  return (
    <Select
      aria-label="哪一年的指南"
      value={edition}
      onChange={onEdition}
      options={editions.map(({ edition: year, damagedFile }) => ({
        value: year,
        label: damagedFile === null ? `${year}版` : `${year}版（坏了，读不出来）`,
        disabled: damagedFile !== null,
      }))}
    />
  );
}

/** Searches as one types; half-typed pinyin of an input method is not searched for. */
function SearchBox({ query, onSearch, onKey }: Pick<Props, 'query' | 'onSearch' | 'onKey'>) {
  const input = useRef<HTMLInputElement>(null);
  useHotKeys({ 'mod+f': () => input.current?.select() });
  // one comes here to look something up: typing can begin at once
  useEffect(() => input.current?.focus(), []);
  // cleared from elsewhere; what is being typed is never written over
  useEffect(() => {
    if (query === '' && input.current) input.current.value = '';
  }, [query]);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (isComposing(event)) return;
    const isCaretKey = event.key === 'Home' || event.key === 'End';
    if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      onSearch('');
    } else if (!isCaretKey) onKey(event);
  }
  return (
    <div className="search-box library-search">
      <input
        ref={input}
        type="text"
        aria-label="在资料库中查找"
        aria-keyshortcuts="Control+F"
        placeholder="名称、拼音、电话"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        defaultValue={query}
        onChange={(event) => {
          if (!(event.nativeEvent as InputEvent).isComposing) onSearch(event.target.value.trim());
        }}
        onCompositionEnd={(event) => onSearch(event.currentTarget.value.trim())}
        onKeyDown={onKeyDown}
      />
      {query !== '' && (
        <button type="button" className="library-clear" aria-label="清空查找" onClick={() => onSearch('')}>
          ×
        </button>
      )}
      <KeyHint keys="Ctrl+F" />
    </div>
  );
}
