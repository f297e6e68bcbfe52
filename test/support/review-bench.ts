/** Applications and review on a real encrypted archive, with a clock that obeys and without a network. */
import { randomUUID } from 'node:crypto';
import { createApplications, type Applications } from '#core/applications/applications.service.ts';
import type { QueueRow } from '#core/applications/queue-index.ts';
import { createEventBus, type Publish } from '#core/event-bus.ts';
import type { Person } from '#core/office.ts';
import { replayPublicity } from '#core/publicity/notice-acts.ts';
import { createOpinion, type Opinion } from '#core/opinion/opinion.ts';
import { replayOpinion } from '#core/opinion/submission.ts';
import { createPublicity, type Publicity } from '#core/publicity/publicity.ts';
import { installedYears } from '#core/reference/calendar.repository.ts';
import { createInstalledCalendars, type InstalledCalendars } from '#core/reference/installed-calendars.ts';
import { createLiveCalendar } from '#core/reference/live-calendar.ts';
import { createReview, replayReview, type DecideInput, type Review } from '#core/review/review.service.ts';
import type { EventEnvelope } from '#contract/define.ts';
import type { Application } from '#model/application.ts';
import { createScanDesk, type ScanDesk } from '#core/scans/scans.service.ts';
import { fail, ok } from '#model/result.ts';
import type { Vault } from '#vault/vault.ts';
import { createHeldFiles, type HeldFiles } from '../../main/hosts/loopback/held-files.ts';
import { makeApplication } from '../sync/application.ts';
import { shippedYears } from './calendar.ts';
import { shippedChecks, strictLog } from './checks.ts';
import { fillCompletely } from './complete-application.ts';
import { START } from './fake-ports.ts';
import { openTempArchive, type TempArchive } from './temp-archive.ts';

export const REVIEWER: Person = { id: '0191f3a0-0000-7000-8000-000000000001', name: '李敏', role: 'reviewer' };
export const COLLEAGUE: Person = { id: '0191f3a0-0000-7000-8000-000000000002', name: '杨立新', role: 'head' };

const ENROLMENT = { year: 2026, unit: { name: '昆明市第三十中学', head: '周正华' } };

export type TestClock = { now(): number; monotonic(): number; at: number };

export type ReviewBench = Readonly<{
  temp: TempArchive;
  clock: TestClock;
  person: Person;
  applications: Applications;
  review: Review;
  opinion: Opinion;
  publicity: Publicity;
  calendars: InstalledCalendars;
  scans: ScanDesk;
  /** `hold` hands one in */
  files: HeldFiles;
  /** everything published, oldest first */
  events: EventEnvelope[];
  publish: Publish;
  /** how often sync was told that there is something to do */
  nudges(): number;
  /** As a page of the city: one transaction, then told. */
  arrive(...applications: readonly Application[]): void;
  /** The queue's row; throws when there is none. */
  row(id: string): QueueRow;
  /** Ends and starts again on the same files, as unlocking does. */
  restart(changes?: Readonly<{ person?: Person; whileClosed?: () => void }>): ReviewBench;
  dispose(): void;
}>;

export function openReviewBench(): ReviewBench {
  const clock: TestClock = { at: START, now: () => clock.at, monotonic: () => clock.at };
  return assemble(openTempArchive(clock.now), clock, REVIEWER, {
    vault: createMemoryVault(),
    files: createHeldFiles(),
  });
}

type Keeping = Readonly<{ vault: Vault; files: HeldFiles }>;

function assemble(temp: TempArchive, clock: TestClock, person: Person, keeping: Keeping): ReviewBench {
  const { archive } = temp;
  const bus = createEventBus();
  const events: EventEnvelope[] = [];
  bus.subscribe((event) => void events.push(event));
  let nudges = 0;
  if (archive.needsReplay) {
    archive.replay((entry) => {
      replayReview(archive, entry);
      replayOpinion(archive, entry);
      replayPublicity(archive, entry);
    });
  }
  const live = createLiveCalendar(shippedYears);
  live.setInstalled(installedYears(archive.db));
  const { calendar } = live;
  const { publish } = bus;
  const applications = createApplications({
    archive,
    person,
    clock,
    calendar,
    publish,
    checks: shippedChecks(archive.db),
    log: strictLog,
  });
  const sync = { nudge: () => void (nudges += 1) };
  const unit = { enrolment: () => ENROLMENT };
  const opinion = createOpinion({ archive, person, clock, calendar, applications, sync, unit });
  const { vault, files } = keeping;
  const scans = createScanDesk(vault, () => {});
  const publicity = createPublicity({
    archive,
    vault,
    person,
    ports: { clock, files },
    calendar,
    publish,
    applications,
    sync,
    scans,
    unit,
  });
  const review = createReview({ archive, person, clock, applications, publicity, sync });
  return {
    temp,
    clock,
    person,
    applications,
    review,
    opinion,
    publicity,
    calendars: createInstalledCalendars({ archive, person, clock, live, applications, publish }),
    scans,
    files,
    events,
    publish,
    nudges: () => nudges,
    arrive(...arriving) {
      temp.db.transaction(() => arriving.forEach((application) => applications.receive(application)));
      applications.committed(arriving.map(({ id }) => id));
    },
    row(id) {
      const entry = applications.entry(id);
      if (!entry) throw new Error('not in the queue');
      return entry.row;
    },
    restart: (changes = {}) => assemble(temp.reopen(changes.whileClosed), clock, changes.person ?? person, keeping),
    dispose: () => temp.dispose(),
  };
}

/** What outlives a restart beside the archive. */
function createMemoryVault(): Vault {
  const held = new Map<string, Uint8Array>();
  return {
    async put(sha256, bytes) {
      held.set(sha256, bytes);
      return ok(null);
    },
    async get(sha256) {
      const bytes = held.get(sha256);
      return bytes ? ok(bytes) : fail('missing');
    },
    has: async (sha256) => held.has(sha256),
    sweep: async () => 0,
  };
}

/** With everything an approval needs: nothing found, opinion, a notice that ended before `START` (Q18), its conclusion. */
export function makeApprovable(over: Partial<Application> = {}): Application {
  const application = makeApplication({
    opinion: { text: '同意推荐。', submittedAt: START - 5 * 86_400_000, submittedBy: '杨立新' },
    publicity: {
      postedOn: '2026-08-20',
      endsOn: '2026-08-27',
      place: '公告栏',
      openObjections: 0,
      concludedAt: START - 4 * 86_400_000,
      outcome: 'no-objection',
    },
    ...over,
  });
  return over.modules ? application : fillCompletely(application);
}

/** A return of it, as the screen would send it. */
export function aReturnOf(application: Application, over: Partial<DecideInput> = {}): DecideInput {
  return {
    commandId: randomUUID(),
    applicationId: application.id,
    version: application.version,
    decision: 'return',
    opinion: '请补充学历证书扫描件。',
    lastChanceConfirmed: false,
    ...over,
  };
}
