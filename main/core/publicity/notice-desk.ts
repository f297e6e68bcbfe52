/** What every use case of publicity works with, and the one way in which an act on a notice is done. */
import { uuidv7 } from 'uuidv7';
import type * as z from 'zod';
import type { Archive } from '#archive/archive.ts';
import { isKept } from '#archive/db.ts';
import type { publicity as contract } from '#contract/publicity.contract.ts';
import type { PlainDate } from '#model/beijing-time.ts';
import type { WorkingCalendar } from '#model/calendar.ts';
import type { Result } from '#model/result.ts';
import type { Ports } from '#ports/index.ts';
import type { Vault } from '#vault/vault.ts';
import { notActionable, type Applications } from '../applications/applications.service.ts';
import type { Publish } from '../event-bus.ts';
import type { Person } from '../office.ts';
import type { ScanDesk } from '../scans/scans.service.ts';
import type { Enrolment } from '../unit/unit.service.ts';
import { journalAct, type NoticeAct, type NoticeChange, type Told } from './notice-acts.ts';
import { createNoticeBook, type NoticeBook, type OpenNotice } from './notice-book.ts';
import type { Member } from './publicity.repository.ts';
import { isApproved } from './publicity.rules.ts';

export type Deps = Readonly<{
  archive: Archive;
  vault: Vault;
  person: Person;
  ports: Pick<Ports, 'clock' | 'files'>;
  calendar: WorkingCalendar;
  publish: Publish;
  applications: Applications;
  sync: Readonly<{ nudge(): void }>;
  scans: Pick<ScanDesk, 'addressOf'>;
  unit: Readonly<{ enrolment(): (Pick<Enrolment, 'year'> & Readonly<{ unit: Readonly<{ name: string }> }>) | null }>;
}>;

type Contract = typeof contract;
export type Input<M extends keyof Contract> = z.output<Contract[M]['input']>;
export type Output<M extends keyof Contract> = z.input<Contract[M]['output']>;
export type Answer<M extends keyof Contract> = Result<Output<M>, Contract[M]['errors'][number]>;
export type Entry = NonNullable<ReturnType<Applications['entry']>>;

/** `told`: the applications whose record changes */
type Act = Readonly<{ change: NoticeChange; detail: NoticeAct['detail']; told: readonly string[] }>;

export type NoticeDesk = Deps &
  Readonly<{
    book: NoticeBook;
    today(): PlainDate;
    /** False without room on the disk: then nothing of it is kept. */
    perform(noticeId: string, act: Act): boolean;
  }>;

export function createNoticeDesk(deps: Deps): NoticeDesk {
  const { archive, person, ports, applications, publish, sync } = deps;
  const book = createNoticeBook(archive.db);
  return {
    ...deps,
    book,
    today: () => applications.today(),
    perform(noticeId, { change, detail, told }) {
      const act: NoticeAct = {
        id: uuidv7(),
        noticeId,
        at: ports.clock.now(),
        personId: person.id,
        person: person.name,
        change,
        detail,
        told: told.flatMap((id) => toldOf(applications.entry(id))),
      };
      if (!isKept(() => journalAct(archive, act))) return false;
      book.reload(noticeId);
      if (told.length > 0) applications.touched(told);
      publish('publicity.changed', {});
      sync.nudge();
      return true;
    },
  };
}

/** The city takes nothing about an application that is not the unit's to act on; it is told when it is back. */
function toldOf(entry: Entry | undefined): readonly Told[] {
  return entry && notActionable(entry) === null ? [tellingOf(entry, uuidv7())] : [];
}

export function tellingOf({ digest }: Entry, commandId: string): Told {
  const { id, version, state, chancesUsed, strikes } = digest;
  return { applicationId: id, commandId, baseVersion: version, expect: { state, chancesUsed, strikes } };
}

/** Taken off nobody, and not before a reset that came since. */
export function isStillOn({ leftAt, round }: Member, entry: Entry | undefined): boolean {
  return leftAt === null && (entry?.digest.round ?? round) === round;
}

/** Everybody who is still on it, with where the application stands; it may be gone from this unit. */
export function peopleOn(
  { applications }: Pick<Deps, 'applications'>,
  notice: OpenNotice,
): readonly Readonly<{ member: Member; entry: Entry | undefined }>[] {
  return notice.members
    .map((member) => ({ member, entry: applications.entry(member.applicationId) }))
    .filter(({ member, entry }) => isStillOn(member, entry));
}

export function hasApproval(entry: Entry | undefined): boolean {
  return entry !== undefined && isApproved(entry.digest.state, entry.row.pending);
}

/** Somebody who is still on a notice that was not called off. */
export function findOn(
  { book, applications }: NoticeDesk,
  noticeId: string,
  applicationId: string,
): Readonly<{ notice: OpenNotice; member: Member; entry: Entry | undefined }> | null {
  const notice = book.running(noticeId);
  const member = notice?.members.find((one) => one.applicationId === applicationId);
  const entry = applications.entry(applicationId);
  return notice && member && isStillOn(member, entry) ? { notice, member, entry } : null;
}
