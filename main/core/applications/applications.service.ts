/** The applications of the unit: kept, found, looked at. The one way in for what the city sends. */
import type { Archive } from '#archive/archive.ts';
import type { Application } from '#model/application.ts';
import { beijingDateOf, type PlainDate } from '#model/beijing-time.ts';
import type { WorkingCalendar } from '#model/calendar.ts';
import type { ModuleId } from '#model/modules.ts';
import type { Clock, Log } from '#ports/index.ts';
import type { Publish } from '../event-bus.ts';
import type { Checks } from '../findings/findings.service.ts';
import type { Person } from '../office.ts';
import {
  attachmentHashes,
  deleteApplication,
  findApplication,
  findKept,
  putApplication,
  putSeenMark,
  versionOf,
} from './applications.repository.ts';
import { makeDigest, type Digest } from './digest.ts';
import type { QueueEntry, QueueIndex, QueueQuery, QueueView } from './queue-index.ts';
import { createQueueMemory } from './queue-memory.ts';
import { createRechecking } from './rechecking.ts';
import { approvalGaps, whyNotActionable, type ApprovalGap } from './standing.ts';

export { identityTail } from './search-text.ts';
export { changedModules, seenModules } from './seen.ts';
export { latestStartOf, publicityStanding } from './standing.ts';
export { standingOpinion, standingPublicity } from './unit-forms.ts';

type Deps = Readonly<{
  archive: Archive;
  person: Person;
  clock: Clock;
  calendar: WorkingCalendar;
  publish: Publish;
  checks: Checks;
  log: Log;
}>;

export type Applications = Readonly<{
  /** Inside the transaction of the page it came in. An older version than ours is ignored. */
  receive(application: Application): void;
  remove(id: string): void;
  /** After that transaction; null: too many to name. */
  committed(ids: readonly string[] | null): void;
  /** Something beside the filing changed: a decision, a draft, a seen mark. */
  touched(ids: readonly string[]): void;
  /** The two halves of `touched`, for many in quick succession: memory at once, the telling now and then. */
  refresh(ids: readonly string[]): void;
  tell(ids: readonly string[]): void;
  has(id: string): boolean;
  count(): number;
  nameOf(id: string): string | null;
  find(query: QueueQuery): readonly QueueEntry[];
  /** Everybody, in no order. */
  entries(): Iterable<QueueEntry>;
  /** Everybody in a view, who needs a notice soonest first. */
  inView(view: QueueView): readonly QueueEntry[];
  /** Whoever matches, as in the queue; by name. */
  byName(search: string): readonly QueueEntry[];
  counts(): ReturnType<QueueIndex['counts']>;
  entry(id: string): QueueEntry | undefined;
  read(id: string): Application | null;
  today(): PlainDate;
  /** What an approval of it lacks today. */
  gapsOf(entry: QueueEntry): readonly ApprovalGap[];
  /** Checks anew, in the background, whatever was found by other rules or for another record of the unit than now. */
  recheck(): void;
  /** Resolves when nothing runs any more. */
  stop(): Promise<void>;
  facets(): Readonly<{ committees: Facet[]; departments: Facet[] }>;
  /** False when there is no such application. */
  markSeen(id: string, modules: readonly ModuleId[], attachments: readonly string[]): boolean;
}>;

type Facet = { value: string; count: number };

export function createApplications(deps: Deps): Applications {
  const { archive, person, clock, calendar, publish, checks, log } = deps;
  const { db } = archive;
  const memory = createQueueMemory({ db, person, clock, calendar, checks });
  const { index, stale } = memory;

  function tell(ids: readonly string[] | null): void {
    publish('applications.changed', { ids: ids && ids.length <= MAX_NAMED ? [...ids] : null });
  }

  /** Brings memory up to the archive and tells everybody; null: too many to name. */
  function changed(ids: readonly string[] | null): void {
    memory.refresh(ids);
    tell(ids);
  }

  const rechecking = createRechecking({
    db,
    clock,
    stale,
    check: memory.check,
    onDone: () => tell(null),
    onBug: (error) => log.error('applications.recheck', error),
  });

  return {
    receive(application) {
      const held = versionOf(db, application.id);
      if (held !== null && held > application.version) return;
      const findings = checks.content(application);
      putApplication(db, application, { digest: makeDigest(application), findings, findingsKey: checks.key() });
    },
    remove: (id) => deleteApplication(db, id),
    committed: changed,
    touched: changed,
    refresh: memory.refresh,
    tell,
    has: (id) => index.get(id) !== undefined,
    count: () => index.size(),
    nameOf: (id) => index.get(id)?.digest.name ?? null,
    find(query) {
      memory.turn();
      return index.find(query);
    },
    entries() {
      memory.turn();
      return index.entries();
    },
    inView(view) {
      memory.turn();
      return index.find({ ...EVERYTHING, view });
    },
    byName(search) {
      memory.turn();
      return index.find({ ...EVERYTHING, view: 'all', search, sort: 'name' });
    },
    counts() {
      memory.turn();
      return index.counts();
    },
    entry: memory.entry,
    read: (id) => findApplication(db, id),
    today: () => beijingDateOf(clock.now()),
    gapsOf: ({ digest, forms, findings }) =>
      approvalGaps(forms, digest.employment, findings, beijingDateOf(clock.now())),
    recheck() {
      const before = checks.key();
      checks.forgetUnit();
      if (checks.key() !== before) for (const { digest } of index.entries()) stale.add(digest.id);
      rechecking.start();
    },
    stop: rechecking.stop,
    facets: () => ({
      committees: countBy(index, (digest) => digest.committee),
      departments: countBy(index, (digest) => digest.department),
    }),
    markSeen(id, modules, attachments) {
      const digest = findKept(db, id)?.digest;
      if (!digest) return false;
      const seenAt = clock.now();
      const hashes = attachmentHashes(db, id);
      const marks = [
        ...modules.map((m) => ({ item: `module:${m}`, fingerprint: digest.fingerprints[m] ?? '' })),
        ...attachments.flatMap((a) => {
          const fingerprint = hashes.get(a);
          return fingerprint === undefined ? [] : [{ item: `attachment:${a}`, fingerprint }];
        }),
      ];
      db.transaction(() => {
        for (const mark of marks) putSeenMark(db, { ...mark, applicationId: id, personId: person.id, seenAt });
      });
      changed([id]);
      return true;
    },
  };
}

/** A query that asks for nothing in particular. */
const EVERYTHING: Omit<QueueQuery, 'view'> = {
  search: '',
  committees: [],
  levels: [],
  employments: [],
  departments: [],
  problems: [],
  sort: 'latest-start',
  descending: false,
};

/** An event names at most so many. */
const MAX_NAMED = 200;

function countBy(index: QueueIndex, key: (digest: Digest) => string): Facet[] {
  const counts = new Map<string, number>();
  for (const { digest } of index.entries()) counts.set(key(digest), (counts.get(key(digest)) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count);
}

/** Why the unit cannot act on it, or null. */
export function notActionable({ digest, row }: QueueEntry): ReturnType<typeof whyNotActionable> {
  return whyNotActionable(digest, row.pending !== null);
}
