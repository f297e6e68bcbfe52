import { useMemo } from 'react';
import { api, useQuery } from '../../client/index.ts';
import type { Trouble } from '../../ui/trouble.ts';
import { troubleOf } from '../../ui/trouble.ts';
import { shelve, type Shelves } from './shelves.ts';
import type { CalendarYear, Edition, Hit } from './types.ts';
import { LIBRARY_TROUBLES } from './words.ts';

export type Library = Readonly<{
  editions: readonly Edition[];
  /** the year that is shown; null until it is known */
  edition: string | null;
  /** everything there is */
  whole: Shelves | null;
  /** what the search found, best first, and sorted onto the shelves; everything without a search */
  found: Readonly<{ hits: readonly Hit[]; shelves: Shelves }> | null;
  /** none: the tab is left out */
  calendars: readonly CalendarYear[];
  trouble: Trouble | null;
  retry(): void;
}>;

/** @param edition null: the newest that can be used */
export function useLibrary(edition: string | null, query: string): Library {
  const where = edition === null ? {} : { edition };
  const editions = useQuery('editions', () => api.reference.editions({}));
  const calendars = useQuery('calendars', () => api.reference.calendars({}), {
    refetchOn: { 'calendar.changed': true },
  });
  const whole = useQuery(`guide ${edition}`, () => api.reference.search({ ...where, query: '' }));
  const search = useQuery(
    query === '' ? null : `guide ${edition} ${query}`,
    () => api.reference.search({ ...where, query }),
    {
      keepsPrevious: true,
    },
  );
  const answer = query === '' ? whole.value : search.value;
  const failure = whole.error ?? (query === '' ? undefined : search.error);

  const wholeShelves = useMemo(() => (whole.value ? shelve(whole.value.hits) : null), [whole.value]);
  const found = useMemo(() => (answer ? { hits: answer.hits, shelves: shelve(answer.hits) } : null), [answer]);
  return {
    editions: editions.value?.editions ?? [],
    edition: whole.value?.edition ?? null,
    whole: wholeShelves,
    found,
    calendars: calendars.value?.years ?? [],
    trouble: failure ? troubleOf(failure, LIBRARY_TROUBLES) : null,
    retry: () => {
      whole.refetch();
      search.refetch();
    },
  };
}
