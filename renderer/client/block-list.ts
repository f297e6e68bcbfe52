/**
 * A long list fetched in blocks as they come into sight; what is known stays on screen until its news are here, so
 * that work under way never makes the list flicker. Apart from React.
 */

/** What the blocks that are here show. */
export type BlockView<List, Snapshot> = Readonly<{
  /** before the first answer */
  nothing: Snapshot;
  /** the desk gave no answer, and nothing is held */
  failed: Snapshot;
  /** `list`: the newest answer; `blocks`: rows by the number of their block */
  shown(list: List, blocks: ReadonlyMap<number, List>): Snapshot;
}>;

export type BlockList<Query, Snapshot> = Readonly<{
  subscribe(listener: () => void): () => void;
  snapshot(): Snapshot;
  /** Another query: from its first answer on, nothing of the old one is shown. */
  ask(query: Query): void;
  /** What is in sight now, first and last index. */
  see(first: number, last: number): void;
  /** Something changed: what is in sight is fetched again. */
  refresh(): void;
}>;

/** rows */
export const BLOCK = 100;

export function createBlockList<Query, List, Snapshot>(
  fetchBlock: (query: Query, offset: number, limit: number) => Promise<List | null>,
  view: BlockView<List, Snapshot>,
): BlockList<Query, Snapshot> {
  const board = createBoard(view.nothing);
  let query: Readonly<{ asked: Query }> | null = null;
  let blocks = new Map<number, List>();
  let fresh = new Set<number>();
  let sight: readonly [number, number] = [0, 0];
  let generation = 0;
  /** what is held answers another query */
  let isOutdated = false;
  let inFlight = 0;
  /** news came while an answer was on its way: it is shown all the same, and asked for once more */
  let isStale = false;

  async function load(block: number): Promise<void> {
    if (!query || fresh.has(block)) return;
    fresh.add(block);
    const asked = generation;
    inFlight += 1;
    const list = await fetchBlock(query.asked, block * BLOCK, BLOCK);
    inFlight -= 1;
    if (asked === generation) take(block, list);
    if (inFlight === 0 && isStale) refresh();
  }
  function take(block: number, list: List | null): void {
    if (!list) {
      fresh.delete(block);
      // what answers another question is not shown in its place
      if (blocks.size === 0 || isOutdated) board.publish(view.failed);
      return;
    }
    blocks = new Map(isOutdated ? [] : blocks).set(block, list);
    isOutdated = false;
    board.publish(view.shown(list, blocks));
  }
  function loadSight(): void {
    for (const block of blocksIn(sight)) void load(block);
  }
  function restart(): void {
    generation += 1;
    fresh = new Set();
    isStale = false;
    loadSight();
  }
  function refresh(): void {
    // work under way tells of each step faster than the list can be read: no answer is thrown away for it
    if (inFlight > 0) isStale = true;
    else restart();
  }
  return {
    subscribe: board.subscribe,
    snapshot: board.get,
    ask(asked) {
      [query, sight, isOutdated] = [{ asked }, [0, 0], true];
      restart();
    },
    see(first, last) {
      sight = [first, last];
      loadSight();
    },
    refresh,
  };
}

/** Numbers of those that lie between two rows. */
function blocksIn([first, last]: readonly [number, number]): readonly number[] {
  const from = Math.floor(first / BLOCK);
  return Array.from({ length: Math.floor(last / BLOCK) - from + 1 }, (_, at) => from + at);
}

/** What is on screen, and who looks at it. */
function createBoard<Snapshot>(nothing: Snapshot) {
  const listeners = new Set<() => void>();
  let snapshot = nothing;
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
