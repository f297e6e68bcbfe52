/** Putting a notice up, moving and correcting it, taking people off it, calling it off (Q18). */
import { noRoom } from '#archive/db.ts';
import { plainDate } from '#model/beijing-time.ts';
import { missingNoticeFacts, type NoticeFacts } from '#model/notice-text.ts';
import { planPublicity, type PublicityPlan } from '#model/publicity-dates.ts';
import { fail, failWith, ok } from '#model/result.ts';
import { notActionable } from '../applications/applications.service.ts';
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
import type { NewMember } from './publicity.repository.ts';
import { fitOf, whyNotPosted } from './publicity.rules.ts';

type LeftOut = Output<'post'>['leftOut'][number];

/** Those who can be on it, those who cannot, and a year that would have to be known to say. */
type Sorted = Readonly<{ people: readonly Entry[]; leftOut: LeftOut[]; missingYear: number | null }>;

/** One notice for many people. The same notice again changes nothing. */
export function postNotice(desk: NoticeDesk, input: Input<'post'>): Answer<'post'> {
  const { noticeId, facts } = input;
  const missing = missingNoticeFacts(facts);
  if (missing.length > 0) return fail('notice-incomplete', 'facts are missing', { missing });
  const postedOn = plainDate(input.postedOn);
  const plan = planPublicity(desk.calendar, postedOn);
  if (!plan.ok) return plan;
  const ids = [...new Set(input.applicationIds)];
  const earlier = desk.book.find(noticeId);
  if (earlier) {
    const on = new Set(earlier.members.map((member) => member.applicationId));
    const { leftOut } = sortOut(
      desk,
      ids.filter((id) => !on.has(id)),
      plan.value,
    );
    return ok({ noticeId, posted: on.size, leftOut });
  }
  const { people, leftOut, missingYear } = sortOut(desk, ids, plan.value);
  if (missingYear !== null) return failWith('calendar-missing', { year: missingYear });
  if (people.length === 0) return fail('nobody', 'nobody can be on it', { leftOut });
  const { endsOn } = plan.value;
  const isKept = desk.perform(noticeId, {
    change: { kind: 'posted', notice: { postedOn, endsOn, facts: trimmed(facts) }, people: people.map(toMember) },
    detail: { postedOn, endsOn, people: String(people.length) },
    told: people.map(({ digest }) => digest.id),
  });
  return isKept ? ok({ noticeId, posted: people.length, leftOut }) : noRoom();
}

function sortOut({ applications, ports }: NoticeDesk, ids: readonly string[], plan: PublicityPlan): Sorted {
  const people: Entry[] = [];
  const leftOut: LeftOut[] = [];
  let missingYear: number | null = null;
  for (const id of ids) {
    const entry = applications.entry(id);
    const fit = fitOf(plan, entry?.digest.closesAt ?? null, ports.clock.now());
    const reason = entry
      ? whyNotPosted(notActionable(entry), entry.forms.publicity !== null, fit)
      : ('not-found' as const);
    if (!entry || reason) leftOut.push({ id, name: entry?.digest.name ?? '', reason: reason ?? 'not-found' });
    else if (typeof fit === 'object') missingYear = fit.missingYear;
    else people.push(entry);
  }
  return { people: people.toSorted(byName), leftOut, missingYear };
}

const collator = new Intl.Collator('zh-Hans-CN');

/** As the list on the notice goes. */
function byName(a: Entry, b: Entry): number {
  return collator.compare(a.digest.name, b.digest.name) || (a.digest.id < b.digest.id ? -1 : 1);
}

function toMember({ digest }: Entry): NewMember {
  const { id, round, name, department, title, employment } = digest;
  return { applicationId: id, round, name, department, title, employment };
}

function trimmed(facts: NoticeFacts): NoticeFacts {
  const { place, shown, contact, phone, materialsAt } = facts;
  return {
    place: place.trim(),
    shown: shown.trim(),
    contact: contact.trim(),
    phone: phone.trim(),
    materialsAt: materialsAt.trim(),
  };
}

/** What was planned and what happened differ; nobody's period may have been concluded on the old one. */
export function movePosting(
  desk: NoticeDesk,
  { noticeId, postedOn, reason }: Input<'movePosting'>,
): Answer<'movePosting'> {
  const notice = desk.book.running(noticeId);
  if (!notice) return fail('not-found', 'no such notice');
  const people = peopleOn(desk, notice);
  if (people.some(({ member }) => member.concludedAt !== null)) return fail('already-concluded');
  const plan = planPublicity(desk.calendar, plainDate(postedOn));
  if (!plan.ok) return plan;
  if (notice.postedOn === postedOn) return ok(null);
  const { endsOn } = plan.value;
  const isKept = desk.perform(noticeId, {
    change: { kind: 'moved', postedOn, endsOn },
    detail: { from: notice.postedOn, to: postedOn, endsOn, reason },
    told: people.map(({ member }) => member.applicationId),
  });
  return isKept ? ok(null) : noRoom();
}

/** Only the place is part of what the city is told. */
export function amendNotice(desk: NoticeDesk, { noticeId, facts }: Input<'amend'>): Answer<'amend'> {
  const notice = desk.book.running(noticeId);
  if (!notice) return fail('not-found', 'no such notice');
  const missing = missingNoticeFacts(facts);
  if (missing.length > 0) return fail('notice-incomplete', 'facts are missing', { missing });
  const after = trimmed(facts);
  const before = Object.entries(notice.facts).filter(([key, text]) => after[key as keyof NoticeFacts] !== text);
  if (before.length === 0) return ok(null);
  const isPlaceNew = after.place !== notice.facts.place;
  const isKept = desk.perform(noticeId, {
    change: { kind: 'amended', facts: after },
    detail: Object.fromEntries(before),
    told: isPlaceNew ? peopleOn(desk, notice).map(({ member }) => member.applicationId) : [],
  });
  return isKept ? ok(null) : noRoom();
}

export function cancelNotice(desk: NoticeDesk, { noticeId, reason }: Input<'cancel'>): Answer<'cancel'> {
  const notice = desk.book.find(noticeId);
  if (!notice) return fail('not-found', 'no such notice');
  if (notice.cancelledAt !== null) return ok(null);
  const people = peopleOn(desk, notice);
  if (people.some(({ entry }) => hasApproval(entry))) return fail('already-approved');
  const isKept = desk.perform(noticeId, {
    change: { kind: 'cancelled' },
    detail: { reason },
    told: people.map(({ member }) => member.applicationId),
  });
  return isKept ? ok(null) : noRoom();
}

export function takeOff(desk: NoticeDesk, { noticeId, applicationId, reason }: Input<'takeOff'>): Answer<'takeOff'> {
  const member = desk.book.find(noticeId)?.members.find((one) => one.applicationId === applicationId);
  if (!member) return fail('not-found', 'not on this notice');
  const entry = desk.applications.entry(applicationId);
  if (!isStillOn(member, entry)) return ok(null);
  if (hasApproval(entry)) return fail('already-approved');
  const isKept = desk.perform(noticeId, {
    change: { kind: 'taken-off', applicationId },
    detail: { name: member.name, reason },
    told: [applicationId],
  });
  return isKept ? ok(null) : noRoom();
}
