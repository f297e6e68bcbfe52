/** What the screen shows: who waits for a notice, the notices, and one notice whole. */
import type { PlainDate } from '#model/beijing-time.ts';
import { listWorkingDays, type WorkingCalendar } from '#model/calendar.ts';
import { noticeText } from '#model/notice-text.ts';
import { PUBLICITY_DAYS } from '#model/publicity-dates.ts';
import { fail, ok } from '#model/result.ts';
import { publicityStanding } from '../applications/applications.service.ts';
import type { OpenNotice } from './notice-book.ts';
import {
  hasApproval,
  isStillOn,
  peopleOn,
  type Answer,
  type Entry,
  type Input,
  type NoticeDesk,
  type Output,
} from './notice-desk.ts';
import { selectObjections } from './objections.repository.ts';
import { selectPhotos } from './photos.repository.ts';
import { selectChanges, type Member } from './publicity.repository.ts';
import { noticeState } from './publicity.rules.ts';

type Board = Output<'board'>;
type Summary = Board['notices'][number];
type Whole = Output<'notice'>;
type Happening = Whole['changes'][number];

const SHOWN_NAMES = 8;
/** the contract's own limits */
const MAX_NOTICES = 2000;
const MAX_CHANGES = 1000;
const MAX_OBJECTIONS = 1000;
const MAX_PHOTOS = 200;
/** Two rows of a batch are never so far apart. */
const RUN_MS = 60_000;

export function showBoard(desk: NoticeDesk): Answer<'board'> {
  // what is to be reviewed is the unit's to act on
  const waiting = desk.applications.inView('to-review').filter((entry) => entry.forms.publicity === null);
  return ok({
    today: desk.today(),
    waiting: waiting.map(toWaiting),
    notices: desk.book
      .all()
      .slice(0, MAX_NOTICES)
      .map((notice) => summaryOf(desk, notice)),
  });
}

function toWaiting({ digest, row }: Entry): Board['waiting'][number] {
  const { id, name, department, title, committee, employment, closesAt } = digest;
  return { id, name, department, title, committee, employment, closesAt, latestStart: row.latestStart };
}

function summaryOf(desk: NoticeDesk, notice: OpenNotice): Summary {
  const { id, postedOn, endsOn, facts, cancelledAt } = notice;
  const people = peopleOn(desk, notice).map(({ member }) => member);
  const concluded = people.filter(({ concludedAt }) => concludedAt !== null).length;
  const openObjections = people.reduce((sum, member) => sum + member.openObjections, 0);
  const today = desk.today();
  const isDone = people.length > 0 && concluded === people.length;
  const concludedAt = isDone ? (people[0]?.concludedAt ?? null) : null;
  return {
    id,
    postedOn,
    endsOn,
    place: facts.place,
    people: people.length,
    names: people.slice(0, SHOWN_NAMES).map(({ name }) => name),
    openObjections,
    concluded,
    state: noticeState({ endsOn, isCancelled: cancelledAt !== null }, { count: people.length, concluded }, today),
    standing: publicityStanding({ postedOn, endsOn, openObjections, concludedAt, outcome: null }, today, desk.calendar),
  };
}

export function showNotice(desk: NoticeDesk, { id }: Input<'notice'>): Answer<'notice'> {
  const notice = desk.book.find(id);
  if (!notice) return fail('not-found', 'no such notice');
  const { db } = desk.archive;
  const { facts, postedOn, createdAt, createdBy } = notice;
  return ok({
    summary: summaryOf(desk, notice),
    facts,
    text: textOf(desk, notice),
    countedDays: countedDays(desk.calendar, postedOn),
    people: notice.members.map((member) => toPerson(member, desk.applications.entry(member.applicationId))),
    objections: objectionsOf(desk, notice),
    photos: selectPhotos(db, id)
      .slice(0, MAX_PHOTOS)
      .map(({ sha256, mime, ...photo }) => ({ ...photo, address: desk.scans.addressOf({ sha256, mime }) })),
    changes: inRuns(
      selectChanges(db, id).map(({ at, person, kind, detail }) => ({
        at,
        person,
        kind: kind as Happening['kind'],
        detail: JSON.parse(detail) as Record<string, string>,
      })),
    ).slice(0, MAX_CHANGES),
    createdAt,
    createdBy,
  });
}

/** A batch concludes one person after the other: what somebody concluded in one go reads as one. */
function inRuns(changes: readonly Happening[]): Happening[] {
  const runs: Happening[] = [];
  for (const change of changes) {
    const later = runs.at(-1);
    const isSameRun =
      change.kind === 'concluded' &&
      later?.kind === 'concluded' &&
      later.person === change.person &&
      later.at - change.at < RUN_MS;
    if (!isSameRun) runs.push(change);
    else runs[runs.length - 1] = { ...change, detail: { people: String(peopleOf(later) + peopleOf(change)) } };
  }
  return runs;
}

function peopleOf({ detail }: Happening): number {
  return Number(detail['people'] ?? 0);
}

function textOf(desk: NoticeDesk, notice: OpenNotice): string {
  const { postedOn, endsOn, facts } = notice;
  const enrolment = desk.unit.enrolment();
  return noticeText({
    unitName: enrolment?.unit.name ?? '',
    year: enrolment?.year ?? Number(postedOn.slice(0, 4)),
    postedOn,
    endsOn,
    people: peopleOn(desk, notice).map(({ member }) => member),
    facts,
  });
}

/** None where the year's calendar is not there any more. */
function countedDays(calendar: WorkingCalendar, postedOn: PlainDate): PlainDate[] {
  const days = listWorkingDays(calendar, postedOn, PUBLICITY_DAYS);
  return days.ok ? [...days.value] : [];
}

function toPerson(member: Member, entry: Entry | undefined): Whole['people'][number] {
  const { applicationId, name, department, title, employment, concludedAt, outcome, openObjections, dispatch } = member;
  return {
    id: applicationId,
    name,
    department,
    title,
    employment,
    concludedAt,
    outcome,
    openObjections,
    dispatch,
    hasLeft: !isStillOn(member, entry),
    isApproved: hasApproval(entry),
  };
}

function objectionsOf({ archive }: NoticeDesk, notice: OpenNotice): Whole['objections'] {
  const names = new Map(notice.members.map((member) => [member.applicationId, member.name]));
  return selectObjections(archive.db, notice.id)
    .slice(0, MAX_OBJECTIONS)
    .map(({ noticeId: _noticeId, ...objection }) => ({
      ...objection,
      name: names.get(objection.applicationId) ?? '',
    }));
}
