/** 「资料库」: the guide of the year as tables and texts, one search over all of it (ux 3.14). Works without a network. */
import { useEffect, useEffectEvent, useState, type KeyboardEvent } from 'react';
import { api } from '../../client/index.ts';
import { LoadingBlock, TroubleBlock } from '../../ui/blocks.tsx';
import { isComposing } from '../../ui/ime-guard.ts';
import { isMacPlatform } from '../../ui/keys.ts';
import { troubleOf, troubleText } from '../../ui/trouble.ts';
import { WarningLine } from '../../ui/warning-line.tsx';
import { LibraryBar } from './library-bar.tsx';
import { LibraryBody } from './library-body.tsx';
import { LibraryTabs } from './library-tabs.tsx';
import type { Moves } from './row-table.tsx';
import { copyablesOf, rowAfter, shelfOf, type LibraryTab, type Shelf } from './shelves.ts';
import type { Hit } from './types.ts';
import { useCopy } from './use-copy.ts';
import { useLibrary } from './use-library.ts';
import { LIBRARY_TROUBLES } from './words.ts';
import './library.css';

/** Where one is: a place outlives a change of the search, a search starts on its first find. */
type Place = Readonly<{ tab: LibraryTab; activeId: string | null; block: number | null }>;

type Props = Readonly<{
  /** a place of the guide to open at, as a finding names it: 'Q18' */
  source?: string | undefined;
}>;

export function LibraryScreen({ source }: Props) {
  const [chosenEdition, setEdition] = useState<string | null>(null);
  const [query, setQuery] = useState('');
  const [lastShelf, setLastShelf] = useState<Shelf | 'calendar'>('titles');
  const [place, setPlace] = useState<Place>({ tab: 'titles', activeId: null, block: null });
  const [refusal, setRefusal] = useState<string | null>(null);
  const library = useLibrary(chosenEdition, query);
  const copying = useCopy();
  const { tab } = place;
  const rows = rowsOf(library.found, tab);
  const active = rows.find(({ id }) => id === place.activeId) ?? rows[0];

  function show(next: LibraryTab, activeId: string | null = null, block: number | null = null): void {
    if (next !== 'all') setLastShelf(next);
    setPlace({ tab: next, activeId, block });
    setRefusal(null);
  }
  function search(next: string): void {
    if (next !== '') show('all');
    else if (tab === 'all') show(lastShelf);
    setQuery(next);
  }
  async function land(wanted: string): Promise<void> {
    const answer = await api.reference.passage({
      source: wanted,
      ...(chosenEdition === null ? {} : { edition: chosenEdition }),
    });
    if (!answer.ok) return setRefusal(troubleText(troubleOf(answer.error, LIBRARY_TROUBLES)));
    setQuery('');
    show(answer.value.kind === 'question' ? 'questions' : 'sections', answer.value.id, answer.value.block);
  }
  const landAtFirst = useEffectEvent(land);
  useEffect(() => {
    if (source !== undefined) void landAtFirst(source);
  }, [source]);

  const moves: Moves = {
    activeId: active?.id ?? null,
    onActivate: (id) => setPlace({ tab, activeId: id, block: null }),
    onOpen: (hit) => {
      if (tab === 'all') show(shelfOf(hit), hit.id);
      else copyFirst(hit);
    },
    onKey,
  };
  function copyFirst(hit: Hit): boolean {
    const [text] = copyablesOf(hit);
    if (text !== undefined) copying.copy(text);
    return text !== undefined;
  }
  function onKey(event: KeyboardEvent): boolean {
    if (isComposing(event) || event.altKey || event.shiftKey || !active) return false;
    const isTaken = event[isMacPlatform() ? 'metaKey' : 'ctrlKey']
      ? isCopyKey(event) && copyFirst(active)
      : act(event.key, active);
    if (isTaken) event.preventDefault();
    return isTaken;
  }
  function act(key: string, hit: Hit): boolean {
    if (key === 'Enter') {
      moves.onOpen(hit);
      return true;
    }
    const target = rowAfter(key, rows.indexOf(hit), rows.length);
    if (target === undefined) return false;
    moves.onActivate(rows[target]?.id ?? hit.id);
    return true;
  }

  return (
    <main className="library" aria-label="资料库">
      <LibraryBar
        query={query}
        onSearch={search}
        onKey={onKey}
        editions={library.editions}
        edition={library.edition}
        onEdition={setEdition}
        said={copying.words}
      />
      <LibraryTabs library={library} tab={tab} isSearch={query !== ''} onTab={show} />
      {refusal !== null && (
        <WarningLine level="warn" isAnswer>
          {refusal}
        </WarningLine>
      )}
      {library.trouble ? (
        <TroubleBlock trouble={library.trouble} onRetry={library.retry} />
      ) : !library.found || !library.whole ? (
        <LoadingBlock rows={12} />
      ) : (
        <LibraryBody
          tab={tab}
          query={query}
          rows={rows}
          whole={library.whole}
          foundCount={library.found.hits.length}
          calendars={library.calendars}
          moves={moves}
          copying={copying}
          block={place.block}
          onSource={(wanted) => void land(wanted)}
          onTab={show}
          onClear={() => {
            setQuery('');
            show('titles');
          }}
        />
      )}
    </main>
  );
}

function rowsOf(found: ReturnType<typeof useLibrary>['found'], tab: LibraryTab): readonly Hit[] {
  if (!found || tab === 'calendar') return [];
  return tab === 'all' ? found.hits : found.shelves[tab];
}

/** Ctrl+C takes the row's number only where no text is chosen to be copied. */
function isCopyKey(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() !== 'c') return false;
  const { target } = event;
  if (target instanceof HTMLInputElement) return target.selectionStart === target.selectionEnd;
  return window.getSelection()?.isCollapsed ?? true;
}
