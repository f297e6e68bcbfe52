import type { Db } from '#archive/db.ts';
import type { Handlers } from '#contract/define.ts';
import type { AppContract } from '#contract/index.ts';
import type { Application, Attachment } from '#model/application.ts';
import { fail, ok } from '#model/result.ts';
import type { Clock } from '#ports/index.ts';
import type { Person } from '../office.ts';
import { decisionsOn, wordsOf } from '../outbox/outbox.service.ts';
import type { Caller } from '../router.ts';
import type { ScanDesk, ScansBeside } from '../scans/scans.service.ts';
import { seenMarks, storedScans } from './applications.repository.ts';
import { standingOpinion, standingPublicity } from './unit-forms.ts';
import { changedModules, notActionable, seenModules, type Applications } from './applications.service.ts';

type Deps = Readonly<{
  db: Db;
  person: Person;
  clock: Clock;
  applications: Applications;
  scans: ScanDesk;
  intake: ScansBeside;
  sync: { prioritise(applicationId: string): void };
}>;

export function createApplicationsHandlers(office: () => Deps): Handlers<AppContract, Caller>['applications'] {
  return {
    list: ({ offset, limit, ...query }) => {
      const { applications } = office();
      const found = applications.find(query);
      return ok({
        total: found.length,
        rows: found.slice(offset, offset + limit).map((entry) => entry.row),
        counts: applications.counts(),
        today: applications.today(),
      });
    },
    ids: (query) =>
      ok({
        ids: office()
          .applications.find(query)
          .map((entry) => entry.digest.id),
      }),
    facets: () => ok(office().applications.facets()),
    get: ({ id, isAhead }) => {
      const deps = office();
      const application = deps.applications.read(id);
      if (!application) return fail('not-found', 'no such application');
      const here = storedScans(deps.db, id);
      if (!isAhead && application.attachments.some((a) => !here.has(a.sha256))) deps.sync.prioritise(id);
      return ok(detail(deps, application, here));
    },
    markSeen: ({ id, modules, attachments }) =>
      office().applications.markSeen(id, modules, attachments) ? ok(null) : fail('not-found', 'no such application'),
  };
}

function detail(deps: Deps, application: Application, here: ReadonlySet<string>) {
  const { db, person, clock, applications, scans, intake } = deps;
  const { id } = application;
  const entry = applications.entry(id);
  if (!entry) throw new Error('an application in the archive is missing from the queue');
  const { digest, row, findings } = entry;
  const marks = new Map(seenMarks(db, person.id, id).map((mark) => [mark.item, mark.fingerprint]));
  const addressesOf = (addressOf: (scan: Attachment) => string) =>
    Object.fromEntries(application.attachments.map((a) => [a.id, here.has(a.sha256) ? addressOf(a) : null]));
  return {
    now: clock.now(),
    application,
    row,
    notActionable: notActionable(entry),
    approvalGaps: [...applications.gapsOf(entry)],
    findings: [...findings],
    unitForms: {
      opinion: standingOpinion(db, application, digest.round, clock.now()),
      publicity: standingPublicity(db, application, digest.round),
    },
    seenModules: [...seenModules(digest, marks)],
    seenAttachments: application.attachments
      .filter((a) => marks.get(`attachment:${a.id}`) === a.sha256)
      .map((a) => a.id),
    changedModules: [...changedModules(digest, marks)],
    scans: addressesOf(scans.addressOf),
    screens: addressesOf(intake.screenOf),
    thumbnails: addressesOf(({ sha256 }) => intake.thumbnailOf(sha256)),
    filedPages: intake.filedTo(id),
    decisions: decisionsOn(db, id, clock.now()).map((d) => ({
      commandId: d.commandId,
      decision: d.act,
      opinion: wordsOf(d),
      decidedAt: d.decidedAt,
      decidedBy: d.decidedBy,
      delivery: d.delivery,
      receiptNumber: d.receiptNumber,
    })),
  };
}
