import { countShown, LIBRARY_TABS, type LibraryTab } from './shelves.ts';
import type { Library } from './use-library.ts';
import { TAB_WORDS } from './words.ts';

type Props = Readonly<{ library: Library; tab: LibraryTab; isSearch: boolean; onTab(tab: LibraryTab): void }>;

export function LibraryTabs({ library, tab, isSearch, onTab }: Props) {
  const { found, calendars } = library;
  const tabs: readonly LibraryTab[] = [
    ...(isSearch ? (['all'] as const) : []),
    ...LIBRARY_TABS,
    ...(calendars.length > 0 ? (['calendar'] as const) : []),
  ];
  function countOf(id: LibraryTab): number | null {
    if (!found || id === 'calendar') return null;
    return id === 'all' ? found.hits.length : countShown(found.shelves, id, isSearch);
  }
  return (
    <nav className="library-tabs" aria-label="资料库的栏">
      {tabs.map((id) => {
        const count = countOf(id);
        return (
          <button
            key={id}
            type="button"
            className="library-tab"
            aria-current={id === tab ? 'page' : undefined}
            onClick={() => onTab(id)}
          >
            {TAB_WORDS[id]}
            {count !== null && <span className="library-count">{count}</span>}
          </button>
        );
      })}
    </nav>
  );
}
