/**
 * The queue in memory: one entry an application, searched and sorted at the speed of typing.
 * Filled from the archive on unlocking, corrected one by one as things change, gone on locking.
 */
import type * as z from 'zod';
import type { applications as contract, QueueRowSchema, QUEUE_VIEWS } from '#contract/applications.contract.ts';
import { searchTerms } from './search-text.ts';
import type { Finding } from '#model/finding.ts';
import type { AnsweredFinding } from '../findings/findings.service.ts';
import type { Digest } from './digest.ts';
import type { Marks } from './marks.ts';
import type { StandingForms } from './standing.ts';

export type QueueRow = z.infer<typeof QueueRowSchema>;
export type QueueView = (typeof QUEUE_VIEWS)[number];
export type QueueQuery = z.output<typeof contract.ids.input>;
/**
 * `content`: findings as kept in the archive, `marks`: what lies beside the filing; everything else comes
 * of these. `forms`: opinion and publicity as they stand here, whatever has reached the city.
 */
export type QueueEntry = Readonly<{
  digest: Digest;
  content: readonly Finding[];
  marks: Marks;
  row: QueueRow;
  forms: StandingForms;
  findings: readonly AnsweredFinding[];
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

type Order = Readonly<{ view: QueueView; sort: Sort; entries: readonly QueueEntry[] }>;

/** So many changed entries are put in their place; beyond it the lists are sorted anew. */
const MOST_MENDED = 500;

export function createQueueIndex(views: readonly QueueView[]): QueueIndex {
  const byId = new Map<string, QueueEntry>();
  /** by view and sort: what typing then only has to sift */
  const sorted = new Map<string, Order>();
  /** ids whose place in `sorted` is that of before */
  const moved = new Set<string>();
  const counts = Object.fromEntries(views.map((view) => [view, 0])) as Record<QueueView, number>;

  function replace(id: string, entry: QueueEntry | null): void {
    for (const view of byId.get(id)?.views ?? []) counts[view] -= 1;
    for (const view of entry?.views ?? []) counts[view] += 1;
    if (entry) byId.set(id, entry);
    else byId.delete(id);
    if (sorted.size > 0) moved.add(id);
  }

  function settle(): void {
    if (moved.size > MOST_MENDED) sorted.clear();
    const fresh = [...moved].flatMap((id) => byId.get(id) ?? []);
    for (const [key, order] of moved.size > 0 ? sorted : []) {
      const kept = order.entries.filter(({ digest }) => !moved.has(digest.id));
      sorted.set(key, { ...order, entries: merge(kept, fresh, order) });
    }
    moved.clear();
  }

  function inOrder(view: QueueView, sort: Sort): readonly QueueEntry[] {
    settle();
    const key = `${view} ${sort}`;
    let order = sorted.get(key);
    if (!order) {
      order = { view, sort, entries: merge([], [...byId.values()], { view, sort }) };
      sorted.set(key, order);
    }
    return order.entries;
  }

  return {
    set: (entry) => replace(entry.digest.id, entry),
    delete: (id) => replace(id, null),
    get: (id) => byId.get(id),
    entries: () => byId.values(),
    size: () => byId.size,
    find(query) {
      const tests = activeTests(query);
      const order = inOrder(query.view, query.sort);
      const matches = tests.length === 0 ? order : order.filter((entry) => tests.every((test) => test(entry)));
      return query.descending ? matches.toReversed() : matches;
    },
    counts: () => ({ ...counts }),
  };
}

/** Those of `added` that are in the view, each in its place among `kept`, which are in order. */
function merge(
  kept: readonly QueueEntry[],
  added: readonly QueueEntry[],
  { view, sort }: Omit<Order, 'entries'>,
): readonly QueueEntry[] {
  const compare = COMPARE[sort];
  const fresh = added.filter((entry) => entry.views.has(view)).toSorted(compare);
  if (kept.length === 0) return fresh;
  const pieces: (readonly QueueEntry[])[] = [];
  let from = 0;
  for (const entry of fresh) {
    const at = placeOf(entry, kept, from, compare);
    pieces.push(kept.slice(from, at), [entry]);
    from = at;
  }
  return [...pieces.flat(), ...kept.slice(from)];
}

/** The first place, from `low` on, at which nothing before the entry stands. */
function placeOf(
  entry: QueueEntry,
  entries: readonly QueueEntry[],
  low: number,
  compare: (a: QueueEntry, b: QueueEntry) => number,
): number {
  let [from, to] = [low, entries.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (compare(entries[middle] as QueueEntry, entry) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
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
  return [...filters.flat(), ...problemTests(query.problems), ...terms];
}

function problemTests(chosen: QueueQuery['problems']): readonly Test[] {
  return chosen.length === 0 ? [] : [({ row }) => chosen.some((problem) => hasProblem(row.findings, problem))];
}

/** Hints are no problem. */
function hasProblem({ blocking, look }: QueueRow['findings'], problem: QueueQuery['problems'][number]): boolean {
  if (problem === 'none') return blocking + look === 0;
  return (problem === 'blocking' ? blocking : look) > 0;
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
