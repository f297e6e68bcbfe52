/** The applications of the unit: kept, found, looked at. The one way in for what the city sends. */
import type { Archive } from '#archive/archive.ts';
import { QUEUE_VIEWS } from '#contract/applications.contract.ts';
import type { Application } from '#model/application.ts';
import { beijingDateOf, type PlainDate } from '#model/beijing-time.ts';
import type { WorkingCalendar } from '#model/calendar.ts';
import { CHANCES } from '#model/chances.ts';
import { MODULES, type ModuleId } from '#model/modules.ts';
import type { Clock } from '#ports/index.ts';
import type { Publish } from '../event-bus.ts';
import type { Person } from '../office.ts';
import type { DecisionView } from '../outbox/outbox.service.ts';
import {
  allDigests,
  attachmentHashes,
  deleteApplication,
  findApplication,
  findDigest,
  putApplication,
  putSeenMark,
  versionOf,
} from './applications.repository.ts';
import { makeDigest, type Digest } from './digest.ts';
import { allMarks, marksOf, type Marks } from './marks.ts';
import {
  createQueueIndex,
  type QueueEntry,
  type QueueIndex,
  type QueueQuery,
  type QueueRow,
  type QueueView,
} from './queue-index.ts';
import {
  approvalGaps,
  latestStartOf,
  publicityStanding,
  standingForms,
  viewsOf,
  whyNotActionable,
  type ApprovalGap,
} from './standing.ts';

export { latestStartOf, publicityStanding } from './standing.ts';
export { standingPublicity } from './unit-forms.ts';

type Deps = Readonly<{
  archive: Archive;
  person: Person;
  clock: Clock;
  calendar: WorkingCalendar;
  publish: Publish;
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
  /** Everybody in a view, who needs a notice soonest first. */
  inView(view: QueueView): readonly QueueEntry[];
  counts(): ReturnType<QueueIndex['counts']>;
  entry(id: string): QueueEntry | undefined;
  read(id: string): Application | null;
  today(): PlainDate;
  /** What an approval of it lacks today. */
  gapsOf(entry: QueueEntry): readonly ApprovalGap[];
  facets(): Readonly<{ committees: Facet[]; departments: Facet[] }>;
  /** False when there is no such application. */
  markSeen(id: string, modules: readonly ModuleId[], attachments: readonly string[]): boolean;
}>;

type Facet = { value: string; count: number };

export function createApplications(deps: Deps): Applications {
  const { archive, person, clock, calendar, publish } = deps;
  const { db } = archive;
  const index = createQueueIndex(QUEUE_VIEWS);
  let today = beijingDateOf(clock.now());

  function toEntry(digest: Digest, marks: Marks): QueueEntry {
    const { decision } = marks;
    const pending = decision && isPending(decision, digest.version) ? decision : null;
    const forms = standingForms(digest, marks);
    const gaps = approvalGaps(forms, digest.employment, today);
    const row = {
      id: digest.id,
      version: digest.version,
      name: digest.name,
      department: digest.department,
      title: digest.title,
      committee: digest.committee,
      state: digest.state,
      closesAt: digest.closesAt,
      latestStart: latestStartOf({ ...digest, publicity: forms.publicity }, today, calendar),
      opinion: opinionStanding(forms.hasOpinion, marks.hasOpinionDraft),
      publicity: publicityStanding(forms.publicity, today, calendar),
      chancesLeft: Math.max(0, CHANCES - digest.chancesUsed - (pending && pending.act !== 'approve' ? 1 : 0)),
      strikes: digest.strikes,
      submission: digest.submission,
      seen: { done: seenModules(digest, marks.seen).length, total: MODULES.length },
      hasDraft: marks.hasDraft,
      pending: pending && { decision: pending.act, delivery: pending.delivery, commandId: pending.commandId },
      delivery: decision?.delivery ?? null,
    };
    return { digest, row, forms, views: viewsOf(row, gaps.length === 0) };
  }

  function loadAll(): void {
    const marksOfEach = allMarks(db, person.id, clock.now());
    for (const { digest } of index.entries()) index.delete(digest.id);
    for (const digest of allDigests(db)) index.set(toEntry(digest, marksOfEach(digest.id)));
  }

  function reload(id: string): void {
    const digest = findDigest(db, id);
    if (digest) index.set(toEntry(digest, marksOf(db, id, person.id, clock.now())));
    else index.delete(id);
  }

  function refresh(ids: readonly string[] | null): void {
    if (ids) ids.forEach(reload);
    else loadAll();
  }

  function tell(ids: readonly string[] | null): void {
    publish('applications.changed', { ids: ids && ids.length <= MAX_NAMED ? [...ids] : null });
  }

  /** Brings memory up to the archive and tells everybody; null: too many to name. */
  function changed(ids: readonly string[] | null): void {
    refresh(ids);
    tell(ids);
  }

  /** Days left and publicity days turn at midnight in Beijing, without anything arriving. */
  function turnDay(): void {
    const now = beijingDateOf(clock.now());
    if (now === today) return;
    today = now;
    loadAll();
  }

  loadAll();
  return {
    receive(application) {
      const held = versionOf(db, application.id);
      if (held !== null && held > application.version) return;
      putApplication(db, application, makeDigest(application));
    },
    remove: (id) => deleteApplication(db, id),
    committed: changed,
    touched: changed,
    refresh,
    tell,
    has: (id) => index.get(id) !== undefined,
    count: () => index.size(),
    nameOf: (id) => index.get(id)?.digest.name ?? null,
    find(query) {
      turnDay();
      return index.find(query);
    },
    inView(view) {
      turnDay();
      return index.find({ ...EVERYTHING, view });
    },
    counts() {
      turnDay();
      return index.counts();
    },
    entry(id) {
      turnDay();
      return index.get(id);
    },
    read: (id) => findApplication(db, id),
    today: () => beijingDateOf(clock.now()),
    gapsOf: ({ digest, forms }) => approvalGaps(forms, digest.employment, beijingDateOf(clock.now())),
    facets: () => ({
      committees: countBy(index, (digest) => digest.committee),
      departments: countBy(index, (digest) => digest.department),
    }),
    markSeen(id, modules, attachments) {
      const digest = findDigest(db, id);
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

function opinionStanding(isSubmitted: boolean, isDrafted: boolean): QueueRow['opinion'] {
  if (isSubmitted) return 'submitted';
  return isDrafted ? 'draft' : 'none';
}

/** A query that asks for nothing in particular. */
const EVERYTHING: Omit<QueueQuery, 'view'> = {
  search: '',
  committees: [],
  levels: [],
  employments: [],
  departments: [],
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

/** Modules looked at as they stand now. */
export function seenModules(digest: Digest, marks: ReadonlyMap<string, string>): readonly ModuleId[] {
  return MODULES.map((m) => m.id).filter((id) => marks.get(`module:${id}`) === digest.fingerprints[id]);
}

/** Modules looked at once and changed since: what a corrected application is opened on. */
export function changedModules(digest: Digest, marks: ReadonlyMap<string, string>): readonly ModuleId[] {
  return MODULES.map((m) => m.id).filter((id) => {
    const seen = marks.get(`module:${id}`);
    return seen !== undefined && seen !== digest.fingerprints[id];
  });
}

/** The city has not answered, or has and its new state has not come down yet. */
export function isPending(decision: DecisionView, version: number): boolean {
  if (decision.delivery === 'waiting' || decision.delivery === 'due' || decision.delivery === 'sending') return true;
  return decision.delivery === 'effective' && version <= decision.baseVersion;
}
