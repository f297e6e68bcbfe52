/**
 * What will be looked at next is fetched and decoded ahead: this module's pages, the other modules'
 * first, and what the next people open with.
 */
import { useEffect, useState } from 'react';
import { picturesAhead } from '../../ui/scan/ahead.ts';
import { AFTER_MS, useWanted } from '../../ui/scan/use-wanted.ts';
import { comingPages, openingOf, type Coming } from './coming-pages.ts';
import { detailsAhead } from './use-detail.ts';

/** Small pictures too are made ready of so many; of the others the first page only. */
const NEAREST = 3;

type Options = Coming & Readonly<{ nextId: string | null; previousId: string | null }>;

export function useAhead({ nextId, previousId, ...coming }: Options): void {
  const neighbours = [nextId, previousId].filter((id) => id !== null);
  const openings = useOpenings(neighbours);
  const { soon, later } = comingPages(coming);
  useWanted([...soon, ...openings, ...later]);
}

/** For a list: whoever may be opened from it, the likeliest first. */
export function useOpeningsAhead(ids: readonly string[]): void {
  useWanted(useOpenings(ids));
}

/** Nothing of the people looked at stays in memory once the list and whatever lay over it is left, or the desk is locked. */
export function useForgettingPeople(): void {
  useEffect(
    () => () => {
      picturesAhead.clear();
      detailsAhead.drop(null);
    },
    [],
  );
}

/** Addresses of what these applications will open with, as far as they are known yet. */
function useOpenings(ids: readonly string[]): readonly string[] {
  const [openings, setOpenings] = useState<readonly string[]>([]);
  const asked = ids.join(' ');
  useEffect(() => {
    let turn = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function ask(): Promise<void> {
      turn += 1;
      const mine = turn;
      const found: string[] = [];
      // one after the other: what is asked for on screen must not wait for long
      for (const [at, id] of asked.split(' ').filter(Boolean).entries()) {
        const answer = await detailsAhead.want(id);
        if (mine !== turn) return;
        if (answer.ok) found.push(...openingOf(answer.value).slice(0, at < NEAREST ? undefined : 1));
        if (at === NEAREST - 1) setOpenings([...found]);
      }
      setOpenings(found);
    }
    function askSoon(): void {
      turn += 1;
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), AFTER_MS);
    }
    askSoon();
    const leave = detailsAhead.subscribe(askSoon);
    return () => {
      turn += 1;
      clearTimeout(timer);
      leave();
    };
  }, [asked]);
  return openings;
}
