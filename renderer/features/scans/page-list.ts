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
  const board = createBoard();
  let query: PageQuery | null = null;
  let blocks = new Map<number, readonly ScanPage[]>();
  let fresh = new Set<number>();
  let sight: readonly [number, number] = [0, 0];
  let generation = 0;
  let isOutdated = false;
  let inFlight = 0;
  /** news came while an answer was on its way: it is shown all the same, and asked for once more */
  let isStale = false;

  async function load(block: number): Promise<void> {
    if (!query || fresh.has(block)) return;
    fresh.add(block);
    const asked = generation;
    inFlight += 1;
    const list = await fetchBlock(query, block * BLOCK, BLOCK);
    inFlight -= 1;
    if (asked === generation) take(block, list);
    if (inFlight === 0 && isStale) refresh();
  }
  function take(block: number, list: PageList | null): void {
    if (!list) {
      fresh.delete(block);
      // what answers another question is not shown in its place
      if (board.get().total === null || isOutdated) board.publish({ ...NOTHING, isFailed: true });
      return;
    }
    blocks = new Map(isOutdated ? [] : blocks).set(block, list.pages);
    isOutdated = false;
    board.publish(snapshotOf(list, blocks));
  }
  function loadSight(): void {
    const last = Math.floor(sight[1] / BLOCK);
    for (let block = Math.floor(sight[0] / BLOCK); block <= last; block += 1) void load(block);
  }
  function restart(): void {
    generation += 1;
    fresh = new Set();
    isStale = false;
    loadSight();
  }
  /** A batch tells of each page faster than the list can be read: no answer is thrown away for it. */
  function refresh(): void {
    if (inFlight > 0) isStale = true;
    else restart();
  }
  return {
    subscribe: board.subscribe,
    snapshot: board.get,
    ask(next) {
      query = next;
      sight = [0, 0];
      isOutdated = true;
      restart();
    },
    see(first, last) {
      sight = [first, last];
      loadSight();
    },
    refresh,
  };
}

/** What is on screen, and who looks at it. */
function createBoard() {
  const listeners = new Set<() => void>();
  let snapshot = NOTHING;
  return {
    get: () => snapshot,
    publish(next: Snapshot): void {
      snapshot = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
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
