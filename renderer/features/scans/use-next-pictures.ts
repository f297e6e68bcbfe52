/** The pages next to the one in hand are fetched and decoded ahead, so that a key shows them at once. */
import { useEffect } from 'react';
import { picturesAhead } from '../../ui/scan/ahead.ts';
import { shownFirst } from './page-facing.ts';
import type { ShownPages } from './use-pages.ts';

/** The next first, then the one after it, then back. */
const NEIGHBOURS = [1, 2, -1] as const;
/** ms: the page on screen comes first */
const AFTER_MS = 150;

export function useNextPictures(pages: ShownPages, index: number | null): void {
  const near = index === null ? [] : NEIGHBOURS.map((by) => pages.page(index + by));
  const wanted = near
    .map((page) => page && page.pictures[shownFirst(page)])
    .filter((address) => address !== null)
    .join(' ');
  useEffect(() => {
    const timer = setTimeout(() => picturesAhead.want(wanted.split(' ').filter(Boolean)), AFTER_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  // nothing of the people looked at stays in memory once the page is left or locked
  useEffect(() => () => picturesAhead.clear(), []);
}
