/**
 * Rows of one query, fetched by the page as they come into sight. 20,000 rows cost what is looked
 * at; a change at the core drops the pages and fetches what is in sight again, old rows staying on
 * screen until the new ones are here.
 */
import type { AppContract } from '#contract/index.ts';
import type * as z from 'zod';
import type { QueueQuery } from './queue-store.ts';

export type QueueList = z.output<AppContract['applications']['list']['output']>;
export type QueueRow = QueueList['rows'][number];
export type Counts = QueueList['counts'];

export const PAGE_SIZE = 100;

type FetchPage = (query: QueueQuery, offset: number, limit: number) => Promise<QueueList | null>;

export type Snapshot = Readonly<{
  /** null until the first answer */
  total: number | null;
  counts: Counts | null;
  today: string | null;
  /** null while it is still on its way */
  row(index: number): QueueRow | null;
}>;

export type RowPages = Readonly<{
  subscribe(listener: () => void): () => void;
  snapshot(): Snapshot;
  /** Another query: from its first answer on, nothing of the old one is shown. */
  ask(query: QueueQuery): void;
  /** What is in sight now, first and last index. */
  see(first: number, last: number): void;
  /** Something changed: what is in sight is fetched again. */
  refresh(): void;
}>;

export function createRowPages(fetchPage: FetchPage): RowPages {
  const listeners = new Set<() => void>();
  let query: QueueQuery | null = null;
  /** what is held answers the query before this one; it stays on screen until the first answer, and no longer */
  let isOutdated = false;
  let pages = new Map<number, readonly QueueRow[]>();
  let fresh = new Set<number>();
  let inFlight = new Set<number>();
  let sight: readonly [number, number] = [0, 0];
  let generation = 0;
  let snapshot: Snapshot = { total: null, counts: null, today: null, row: () => null };

  function publish(head: Pick<Snapshot, 'total' | 'counts' | 'today'>): void {
    const held = pages;
    snapshot = { ...head, row: (index) => held.get(Math.floor(index / PAGE_SIZE))?.[index % PAGE_SIZE] ?? null };
    for (const listener of listeners) listener();
  }

  async function load(page: number): Promise<void> {
    if (!query || fresh.has(page) || inFlight.has(page)) return;
    const asked = generation;
    inFlight.add(page);
    const list = await fetchPage(query, page * PAGE_SIZE, PAGE_SIZE);
    if (asked !== generation) return; // an answer to a question that nobody asks any more
    inFlight.delete(page);
    if (!list) return;
    fresh.add(page);
    pages = new Map(isOutdated ? [] : pages).set(page, list.rows);
    isOutdated = false;
    publish({ total: list.total, counts: list.counts, today: list.today });
  }

  function loadSight(): void {
    const last = Math.floor(sight[1] / PAGE_SIZE);
    for (let page = Math.floor(sight[0] / PAGE_SIZE); page <= last; page += 1) void load(page);
  }

  function restart(): void {
    generation += 1;
    fresh = new Set();
    inFlight = new Set();
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => snapshot,
    ask(next) {
      query = next;
      sight = [0, 0];
      restart();
      isOutdated = true;
      loadSight();
    },
    see(first, last) {
      sight = [first, last];
      loadSight();
    },
    refresh() {
      restart();
      loadSight();
    },
  };
}
