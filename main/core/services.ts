/** What exists from unlock to lock, wired in the order in which it depends on each other. */
import type { Archive, JournalEntry } from '#archive/archive.ts';
import type { Db } from '#archive/db.ts';
import type { ReferenceEdition } from '#model/reference.ts';
import type { Clock } from '#ports/index.ts';
import type { Access } from './access/access.service.ts';
import { createApplications, type Applications } from './applications/applications.service.ts';
import { createBatchKinds } from './batch/all-kinds.ts';
import { createBatches, type Batches } from './batch/batch.service.ts';
import { createChecks } from './findings/findings.service.ts';
import { createDownloads, type Downloads } from './downloads/downloads.service.ts';
import type { Publish } from './event-bus.ts';
import type { Office } from './office.ts';
import { createOpinion, type Opinion } from './opinion/opinion.ts';
import { replayOpinion } from './opinion/submission.ts';
import { pendingActs } from './outbox/outbox.service.ts';
import { replayPublicity } from './publicity/notice-acts.ts';
import { createPublicity, type Publicity } from './publicity/publicity.ts';
import { installedYears } from './reference/calendar.repository.ts';
import { createInstalledCalendars, type InstalledCalendars } from './reference/installed-calendars.ts';
import type { LiveCalendar } from './reference/live-calendar.ts';
import { createPapers, type Papers } from './papers/papers.ts';
import { createReview, replayReview, type Review } from './review/review.service.ts';
import { createScans, type Scans } from './scans/scans.ts';
import { createScanDesk, type ScanDesk } from './scans/scans.service.ts';
import { readSettings } from './settings/settings.service.ts';
import { createSync, type Sync } from './sync/sync.service.ts';
import { createUnitFacts, replayUnit, type UnitFactsDesk } from './unit/unit-update.ts';
import { createUnit, type Unit } from './unit/unit.service.ts';

/** Every use case of the desk. */
type Domains = Office &
  Readonly<{
    db: Db;
    clock: Clock;
    applications: Applications;
    review: Review;
    opinion: Opinion;
    publicity: Publicity;
    calendars: InstalledCalendars;
    batches: Batches;
    scans: ScanDesk;
    intake: Scans;
    papers: Papers;
    downloads: Downloads;
    sync: Sync;
    unit: Unit;
    unitFacts: UnitFactsDesk;
  }>;

export type Services = Domains &
  Readonly<{
    /** What the locked screen shows of all this. */
    remember(): Promise<void>;
    /** Resolves when nothing runs any more. */
    stop(): Promise<void>;
  }>;

type Options = Office &
  Readonly<{
    live: LiveCalendar;
    /** what checks go by; null when no edition can be read */
    guide: ReferenceEdition | null;
    rememberSummary: Access['rememberSummary'];
  }>;

export function startServices(options: Options): Services {
  const { archive, rememberSummary } = options;
  if (archive.needsReplay) archive.replay((entry) => replay(archive, entry));
  const domains = createDomains(options);
  const { db, applications, batches, intake, papers, sync, unit } = domains;

  async function remember(): Promise<void> {
    const enrolment = unit.enrolment();
    await rememberSummary({
      unitName: enrolment?.unit.name ?? null,
      year: enrolment?.year ?? null,
      undelivered: pendingActs(db).count,
      idleLockMinutes: readSettings(db).idleLockMinutes,
    });
  }

  applications.recheck();
  sync.start();
  intake.start();
  return {
    ...domains,
    remember,
    async stop() {
      await batches.close();
      await papers.close();
      await intake.close();
      unit.stop();
      await applications.stop();
      await sync.stop();
      await remember();
    },
  };
}

/** Brings the archive up to one entry of its journal: each domain knows its own. */
function replay(archive: Archive, entry: JournalEntry): void {
  replayReview(archive, entry);
  replayOpinion(archive, entry);
  replayPublicity(archive, entry);
  replayUnit(archive, entry);
}

function createDomains(options: Options): Domains {
  const { archive, vault, person, ports, live, guide } = options;
  const { db } = archive;
  const { clock, log } = ports;
  /** What is found in an application rests on the unit's record as well. */
  const publish: Publish = (name, payload) => {
    if (name === 'unit.changed') applications.recheck();
    options.publish(name, payload);
  };
  const office: Office = { archive, vault, person, ports, publish };

  live.setInstalled(installedYears(db));
  const { calendar } = live;
  const checks = createChecks({ db, guide, log });
  const applications = createApplications({ archive, person, clock, calendar, publish, checks, log });
  const sync = createSync({ ...office, applications });
  const unit = createUnit({ ...office, onEnrolled: sync.enrolled });
  const unitFacts = createUnitFacts({ archive, person, clock, publish, sync });
  const scans = createScanDesk(vault, (sha256) => intake.lost(sha256));
  const downloads = createDownloads();
  const opinion = createOpinion({ archive, person, clock, calendar, applications, sync, unit });
  const publicity = createPublicity({ ...office, calendar, applications, sync, scans, unit });
  const review = createReview({ archive, person, clock, applications, publicity, sync });
  const intake = createScans({ ...office, applications, checks, addresses: scans, downloads, sync });
  const papers = createPapers({ ...office, calendar, guide, applications, intake, addresses: scans, downloads, unit });
  const kinds = createBatchKinds({ db, applications, review, opinion, publicity, publish });
  return {
    ...office,
    db,
    clock,
    applications,
    review,
    opinion,
    publicity,
    calendars: createInstalledCalendars({ archive, person, clock, live, applications, publish }),
    batches: createBatches({ ...office, applications, sync, downloads, kinds }),
    scans,
    intake,
    papers,
    downloads,
    sync,
    unit,
    unitFacts,
  };
}
