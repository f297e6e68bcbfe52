/**
 * What will be looked at next is fetched and decoded ahead: this module's pages, the other modules'
 * first, and what the next person opens with.
 */
import { useEffect, useState } from 'react';
import { api } from '../../client/index.ts';
import { AFTER_MS, useWanted } from '../../ui/scan/use-wanted.ts';
import { comingPages, openingOf, type Coming } from './coming-pages.ts';

type Options = Coming & Readonly<{ nextId: string | null }>;

export function useAhead(options: Options): void {
  const next = useOpeningOf(options.nextId);
  const { soon, later } = comingPages(options);
  useWanted([...soon, ...next, ...later]);
}

/** Addresses of what the next application will open with. */
function useOpeningOf(nextId: string | null): readonly string[] {
  const [opening, setOpening] = useState<readonly string[]>([]);
  useEffect(() => {
    if (nextId === null) return undefined;
    let isGone = false;
    const timer = setTimeout(() => {
      void api.applications.get({ id: nextId }).then((answer) => {
        if (answer.ok && !isGone) setOpening(openingOf(answer.value));
      });
    }, AFTER_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [nextId]);
  return opening;
}
