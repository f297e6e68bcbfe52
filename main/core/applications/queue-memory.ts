/** The queue in memory, brought up to the archive: one entry an application, and what it has in common with others. */
import { isKept, type Db } from '#archive/db.ts';
import { QUEUE_VIEWS } from '#contract/applications.contract.ts';
import { beijingDateOf, endOfDay } from '#model/beijing-time.ts';
import type { WorkingCalendar } from '#model/calendar.ts';
import type { Finding } from '#model/finding.ts';
import type { Clock } from '#ports/index.ts';
import { createCrossIndex, type Checks } from '../findings/findings.service.ts';
import type { Person } from '../office.ts';
import { allKept, findApplication, findKept, NEVER, putKept, type Kept } from './applications.repository.ts';
import { makeDigest, type Digest } from './digest.ts';
import { makeEntry } from './entry.ts';
import { allMarks, marksOf, type Marks } from './marks.ts';
import { createQueueIndex, type QueueEntry, type QueueIndex } from './queue-index.ts';

type Deps = Readonly<{ db: Db; person: Person; clock: Clock; calendar: WorkingCalendar; checks: Checks }>;

export type QueueMemory = Readonly<{
  index: QueueIndex;
  /** whose findings are those of other rules, or of another record of the unit */
  stale: Set<string>;
  /** null: everything */
  refresh(ids: readonly string[] | null): void;
  /** Days left, publicity days and closings turn without anything arriving. */
  turn(): void;
  /** By the rules, the day and the minute of now. */
  entry(id: string): QueueEntry | undefined;
  /** Finds anew what its content gives, and keeps it. */
  check(id: string): void;
}>;

export function createQueueMemory({ db, person, clock, calendar, checks }: Deps): QueueMemory {
  const index = createQueueIndex(QUEUE_VIEWS);
  const cross = createCrossIndex();
  const stale = new Set<string>();
  let today = beijingDateOf(clock.now());
  let turnsAt = endOfDay(today);

  function put(kept: Kept, marks: Marks): readonly string[] {
    const { digest, findings } = kept;
    const touched = cross.set(digest);
    if (kept.findingsKey === checks.key()) stale.delete(digest.id);
    else stale.add(digest.id);
    index.set(entryOf(digest, findings, marks));
    noteClosing(digest.closesAt);
    return touched;
  }

  function entryOf(digest: Digest, content: readonly Finding[], marks: Marks): QueueEntry {
    const moment = { now: clock.now(), today, calendar, checks };
    return makeEntry({ digest, content, marks, cross: cross.findings(digest.id, checks.onBug) }, moment);
  }

  /** Those of whom something else is to be said since another one changed. */
  function renew(ids: readonly string[]): void {
    for (const id of ids) {
      const entry = index.get(id);
      if (entry) index.set(entryOf(entry.digest, entry.content, entry.marks));
    }
  }

  function loadAll(): void {
    const marksOfEach = allMarks(db, person.id, clock.now());
    for (const { digest } of index.entries()) index.delete(digest.id);
    cross.clear();
    stale.clear();
    turnsAt = endOfDay(today);
    const touched = new Set<string>();
    for (const kept of allKept(db)) put(kept, marksOfEach(kept.digest.id)).forEach((id) => touched.add(id));
    renew([...touched]);
  }

  function reload(id: string): void {
    const kept = findKept(db, id);
    if (kept) return renew(put(kept, marksOf(db, id, person.id, clock.now())));
    index.delete(id);
    stale.delete(id);
    renew(cross.delete(id));
  }

  function refresh(ids: readonly string[] | null): void {
    if (ids) ids.forEach(reload);
    else loadAll();
  }

  /** At midnight in Beijing, and when a channel closes. */
  function turn(): void {
    const now = clock.now();
    const day = beijingDateOf(now);
    if (day === today && now < turnsAt) return;
    today = day;
    turnsAt = endOfDay(today);
    const marksOfEach = allMarks(db, person.id, now);
    for (const { digest, content } of index.entries()) {
      index.set(entryOf(digest, content, marksOfEach(digest.id)));
      noteClosing(digest.closesAt);
    }
  }

  function noteClosing(closesAt: number | null): void {
    if (closesAt !== null && closesAt > clock.now()) turnsAt = Math.min(turnsAt, closesAt);
  }

  function check(id: string): void {
    const application = findApplication(db, id);
    const before = findKept(db, id);
    if (!application || !before) return reload(id);
    const digest = before.findingsKey === NEVER ? makeDigest(application) : before.digest;
    const kept = { digest, findings: checks.content(application), findingsKey: checks.key() };
    // on a full disk they are found again next time
    isKept(() => putKept(db, kept));
    renew(put(kept, index.get(id)?.marks ?? marksOf(db, id, person.id, clock.now())));
  }

  loadAll();
  return {
    index,
    stale,
    refresh,
    turn,
    entry(id) {
      turn();
      // nobody decides on what was found by rules of before
      if (stale.has(id)) check(id);
      return index.get(id);
    },
    check,
  };
}
