/** The pages next to the one in hand are fetched and decoded ahead, so that a key shows them at once. */
import { useForgetting, useWanted } from '../../ui/scan/use-wanted.ts';
import { shownFirst } from './page-facing.ts';
import type { ShownPages } from './use-pages.ts';

/** The next first, then the one after it, then back. */
const NEIGHBOURS = [1, 2, -1] as const;

export function useNextPictures(pages: ShownPages, index: number | null): void {
  const near = index === null ? [] : NEIGHBOURS.map((by) => pages.page(index + by));
  useWanted(near.map((page) => page && page.pictures[shownFirst(page)]).filter((address) => address !== null));
  useForgetting();
}
