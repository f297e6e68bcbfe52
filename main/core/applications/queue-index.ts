/**
 * The queue in memory: one entry an application, searched and sorted at the speed of typing.
 * Filled from the archive on unlocking, corrected one by one as things change, gone on locking.
 */
import type * as z from 'zod';
import type { applications as contract, QueueRowSchema, QUEUE_VIEWS } from '#contract/applications.contract.ts';
import { searchTerms } from './search-text.ts';
import type { Digest } from './digest.ts';
import type { StandingForms } from './standing.ts';

export type QueueRow = z.infer<typeof QueueRowSchema>;
export type QueueView = (typeof QUEUE_VIEWS)[number];
export type QueueQuery = z.output<typeof contract.ids.input>;
/** `forms`: opinion and publicity as they stand here, whatever has reached the city. */
export type QueueEntry = Readonly<{
  digest: Digest;
  row: QueueRow;
  forms: StandingForms;
  views: ReadonlySet<QueueView>;
}>;

export type QueueIndex = Readonly<{
  set(entry: QueueEntry): void;
  delete(id: string): void;
  get(id: string): QueueEntry | undefined;
  entries(): IterableIterator<QueueEntry>;
  size(): number;
  /** Entries of a view that match, in order. */
  find(query: QueueQuery): readonly QueueEntry[];
  counts(): Readonly<Record<QueueView, number>>;
}>;

type Sort = QueueQuery['sort'];

export function createQueueIndex(views: readonly QueueView[]): QueueIndex {
  const byId = new Map<string, QueueEntry>();
  /** by view and sort: what typing then only has to sift */
  const sorted = new Map<string, readonly QueueEntry[]>();
  let counts: Record<QueueView, number> | null = null;

  function changed(): void {
    sorted.clear();
    counts = null;
  }
  function inOrder(view: QueueView, sort: Sort): readonly QueueEntry[] {
    const key = `${view} ${sort}`;
    let order = sorted.get(key);
    if (!order) {
      order = [...byId.values()].filter((entry) => entry.views.has(view)).toSorted(COMPARE[sort]);
      sorted.set(key, order);
    }
    return order;
  }

  return {
    set(entry) {
      byId.set(entry.digest.id, entry);
      changed();
    },
    delete(id) {
      byId.delete(id);
      changed();
    },
    get: (id) => byId.get(id),
    entries: () => byId.values(),
    size: () => byId.size,
    find(query) {
      const tests = activeTests(query);
      const order = inOrder(query.view, query.sort);
      const matches = tests.length === 0 ? order : order.filter((entry) => tests.every((test) => test(entry)));
      return query.descending ? matches.toReversed() : matches;
    },
    counts() {
      if (!counts) {
        counts = Object.fromEntries(views.map((view) => [view, 0])) as Record<QueueView, number>;
        for (const entry of byId.values()) for (const view of entry.views) counts[view] += 1;
      }
      return counts;
    },
  };
}

type Test = (entry: QueueEntry) => boolean;

/** Only what was asked for: a filter without a choice lets everything through. */
function activeTests(query: QueueQuery): readonly Test[] {
  const terms = searchTerms(query.search).map(
    (term): Test =>
      ({ digest }) =>
        digest.searchText.includes(term),
  );
  const filters = [
    choice(query.committees, (digest) => digest.committee),
    choice(query.levels, (digest) => digest.level),
    choice(query.employments, (digest) => digest.employment),
    choice(query.departments, (digest) => digest.department),
  ];
  return [...filters.flat(), ...terms];
}

function choice<T>(chosen: readonly T[], value: (digest: Digest) => T): readonly Test[] {
  return chosen.length === 0 ? [] : [({ digest }) => chosen.includes(value(digest))];
}

const collator = new Intl.Collator('zh-Hans-CN');
const LAST = Number.MAX_SAFE_INTEGER;

/** Rows that need publicity by a date first, then by closing; ties by name, so that the order never jumps. */
const COMPARE: Readonly<Record<Sort, (a: QueueEntry, b: QueueEntry) => number>> = {
  'latest-start': (a, b) => startKey(a) - startKey(b) || closing(a) - closing(b) || byName(a, b),
  name: (a, b) => byName(a, b),
  closes: (a, b) => closing(a) - closing(b) || byName(a, b),
  submitted: (a, b) => a.digest.submittedAt - b.digest.submittedAt || byName(a, b),
};

function byName(a: QueueEntry, b: QueueEntry): number {
  return collator.compare(a.digest.name, b.digest.name) || (a.digest.id < b.digest.id ? -1 : 1);
}

function closing({ digest }: QueueEntry): number {
  return digest.closesAt ?? LAST;
}

function startKey({ row }: QueueEntry): number {
  return row.latestStart.kind === 'date' ? row.latestStart.daysLeft : LAST;
}
