/**
 * What will be looked at next is fetched and decoded ahead: this module's pages, the next
 * modules', the next person's first.
 */
import { useEffect, useState } from 'react';
import { api } from '../../client/index.ts';
import { picturesAhead } from '../../ui/scan/ahead.ts';
import { comingPages, firstPage, type Coming } from './coming-pages.ts';

type Options = Coming & Readonly<{ nextId: string | null }>;

/** the page on screen comes first */
const AFTER_MS = 150;

export function useAhead(options: Options): void {
  const firstOfNext = useFirstOfNext(options.nextId);
  const { soon, later } = comingPages(options);
  const wanted = [...soon, ...(firstOfNext === null ? [] : [firstOfNext]), ...later].join(' ');
  useEffect(() => {
    const timer = setTimeout(() => picturesAhead.want(wanted.split(' ').filter(Boolean)), AFTER_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
}

/** Nothing of the people looked at stays in memory once the desk is left or locked. */
export function useForgetting(): void {
  useEffect(() => () => picturesAhead.clear(), []);
}

/** Address of the page with which the next application will open. */
function useFirstOfNext(nextId: string | null): string | null {
  const [first, setFirst] = useState<string | null>(null);
  useEffect(() => {
    if (nextId === null) return undefined;
    let isGone = false;
    const timer = setTimeout(() => {
      void api.applications.get({ id: nextId }).then((answer) => {
        if (answer.ok && !isGone) setFirst(firstPage(answer.value));
      });
    }, AFTER_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [nextId]);
  return first;
}
