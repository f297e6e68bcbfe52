/** Pictures made ready ahead, for as long as somebody looks. */
import { useEffect } from 'react';
import { picturesAhead } from './ahead.ts';

/** ms: the page on screen comes first */
export const AFTER_MS = 150;

/** The nearest first. */
export function useWanted(addresses: readonly string[]): void {
  const wanted = addresses.join(' ');
  useEffect(() => {
    const timer = setTimeout(() => picturesAhead.want(wanted.split(' ').filter(Boolean)), AFTER_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  // whatever is on screen then has the desk to itself
  useEffect(() => () => picturesAhead.want([]), []);
}

/** Nothing of the people looked at stays in memory once the place is left or the desk is locked. */
export function useForgetting(): void {
  useEffect(() => () => picturesAhead.clear(), []);
}
