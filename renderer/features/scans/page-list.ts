/**
 * The pages of one view, fetched in blocks as they come into sight; what is known stays on screen until its news
 * are here, so that a batch under way never makes the grid flicker.
 */
import type { PageGroup, PageList, ScanPage, ScanView } from './types.ts';

export type PageQuery = Readonly<{ view: ScanView; applicationId: string | null }>;
type Fetch = (query: PageQuery, offset: number, limit: number) => Promise<PageList | null>;

export type Snapshot = Readonly<{
  /** null until the first answer */
  total: number | null;
  counts: PageList['counts'] | null;
  groups: readonly PageGroup[];
  /** the desk gave no answer, and nothing is held */
  isFailed: boolean;
  /** null while it is still on its way */
  page(index: number): ScanPage | null;
  /** of those that are here; -1: not among them */
  indexOf(id: string): number;
}>;

export type Pages = Readonly<{
  subscribe(listener: () => void): () => void;
  snapshot(): Snapshot;
  ask(query: PageQuery): void;
  see(first: number, last: number): void;
  refresh(): void;
}>;

export const BLOCK = 100;

const NOTHING: Snapshot = {
  total: null,
  counts: null,
  groups: [],
  isFailed: false,
  page: () => null,
  indexOf: () => -1,
};

export function createPages(fetchBlock: Fetch): Pages {
  const listeners = new Set<() => void>();
  let query: PageQuery | null = null;
  let blocks = new Map<number, readonly ScanPage[]>();
  let fresh = new Set<number>();
  let sight: readonly [number, number] = [0, 0];
  let generation = 0;
  let isOutdated = false;
  let snapshot = NOTHING;

  function publish(next: Snapshot): void {
    snapshot = next;
    for (const listener of listeners) listener();
  }
  async function load(block: number): Promise<void> {
    if (!query || fresh.has(block)) return;
    fresh.add(block);
    const asked = generation;
    const list = await fetchBlock(query, block * BLOCK, BLOCK);
    if (asked !== generation) return;
    if (!list) {
      fresh.delete(block);
      if (snapshot.total === null) publish({ ...NOTHING, isFailed: true });
      return;
    }
    blocks = new Map(isOutdated ? [] : blocks).set(block, list.pages);
    isOutdated = false;
    publish(snapshotOf(list, blocks));
  }
  function loadSight(): void {
    const last = Math.floor(sight[1] / BLOCK);
    for (let block = Math.floor(sight[0] / BLOCK); block <= last; block += 1) void load(block);
  }
  function restart(): void {
    generation += 1;
    fresh = new Set();
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
      isOutdated = true;
      restart();
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

function snapshotOf(list: PageList, blocks: ReadonlyMap<number, readonly ScanPage[]>): Snapshot {
  const { total, counts, groups } = list;
  const places = new Map(
    [...blocks].flatMap(([block, pages]) => pages.map(({ id }, at) => [id, block * BLOCK + at] as const)),
  );
  return {
    total,
    counts,
    groups,
    isFailed: false,
    page: (index) => (index < total ? (blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK] ?? null) : null),
    indexOf: (id) => places.get(id) ?? -1,
  };
}
