/** The page on screen as it is printed, and the next one made ready while it is read. */
import { useEffect, useState } from 'react';
import { api, onDeskEvent, useQuery, type Query } from '../../client/index.ts';
import { useForgetting, useWanted } from '../../ui/scan/use-wanted.ts';
import type { Preview, Ref } from './types.ts';

const NEWS = {
  'papers.changed': true,
  'applications.changed': true,
  'publicity.changed': true,
  'scans.changed': true,
} as const;

export function usePreview(ref: Ref | null, page: number): Query<Preview, string> {
  const [ahead] = useState(createAhead);
  const key = ref && keyOf(ref, page);
  const preview = useQuery(key, () => askFor(key ?? ''), {
    refetchOn: NEWS,
    known: key === null ? undefined : ahead.get(key),
  });
  const hasNext = preview.value !== undefined && page < preview.value.pages;
  const nextAddress = useNext(ahead, ref && hasNext ? keyOf(ref, page + 1) : null);
  useWanted(nextAddress === null ? [] : [nextAddress]);
  useForgetting();
  return preview;
}

/** Answers that were asked for before anybody looked. */
function createAhead() {
  const known = new Map<string, Preview>();
  return {
    get: (key: string) => known.get(key),
    keep: (key: string, preview: Preview) => void known.set(key, preview),
    clear: () => known.clear(),
  };
}

/** The address of the next page's picture, once the desk has drawn it. */
function useNext(ahead: ReturnType<typeof createAhead>, key: string | null): string | null {
  const [next, setNext] = useState<Readonly<{ key: string; address: string }> | null>(null);
  useEffect(() => {
    let isOver = false;
    async function ask(wanted: string): Promise<void> {
      const answer = await askFor(wanted);
      if (isOver || !answer.ok) return;
      ahead.keep(wanted, answer.value);
      setNext({ key: wanted, address: answer.value.address });
    }
    if (key !== null) void ask(key);
    return () => {
      isOver = true;
    };
  }, [ahead, key]);
  // what was drawn before news came is not shown after them
  useEffect(() => {
    const stops = (Object.keys(NEWS) as (keyof typeof NEWS)[]).map((name) => onDeskEvent(name, ahead.clear));
    return () => {
      stops.forEach((stop) => stop());
      ahead.clear();
    };
  }, [ahead]);
  return next !== null && next.key === key ? next.address : null;
}

/** A page of a paper, as one word. */
function keyOf(ref: Ref, page: number): string {
  return JSON.stringify([ref, page]);
}

function askFor(key: string): ReturnType<typeof api.papers.preview> {
  const [ref, page] = JSON.parse(key) as [Ref, number];
  return api.papers.preview({ ref, page });
}
