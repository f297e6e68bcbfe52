/** 「结束公示」, and taking a conclusion back until an approval rests on it (Q18). */
import { noRoom } from '#archive/db.ts';
import { fail, ok } from '#model/result.ts';
import { notActionable } from '../applications/applications.service.ts';
import {
  findOn,
  hasApproval,
  isStillOn,
  peopleOn,
  type Answer,
  type Input,
  type NoticeDesk,
  type Output,
} from './notice-desk.ts';
import type { OpenNotice } from './notice-book.ts';
import { selectObjections } from './objections.repository.ts';
import type { Member } from './publicity.repository.ts';
import { concludableFrom, outcomeOf, whyNotConcluded } from './publicity.rules.ts';

type LeftOut = Output<'conclude'>['leftOut'][number];

/** `applicationIds` null: everybody whom it does not concern yet. */
export function concludeNotice(desk: NoticeDesk, { noticeId, applicationIds }: Input<'conclude'>): Answer<'conclude'> {
  const notice = desk.book.running(noticeId);
  if (!notice) return fail('not-found', 'no such notice');
  const today = desk.today();
  const from = concludableFrom(notice.endsOn, null);
  if (today < from) return fail('too-early', 'the last day is not over', { possibleFrom: from });

  const members = new Map(notice.members.map((member) => [member.applicationId, member]));
  const people: Member[] = [];
  const leftOut: LeftOut[] = [];
  for (const id of new Set(applicationIds ?? unconcluded(desk, notice))) {
    const member = members.get(id);
    const reason = whyLeftOut(desk, member, id);
    if (reason === null && member) people.push(member);
    else leftOut.push({ id, name: member?.name ?? desk.applications.nameOf(id) ?? '', reason: reason ?? 'not-found' });
  }
  if (people.length === 0) return nobody(notice, leftOut);
  const objections = Map.groupBy(selectObjections(desk.archive.db, noticeId), ({ applicationId }) => applicationId);
  const concluded = people.map(({ applicationId }) => ({
    applicationId,
    outcome: outcomeOf((objections.get(applicationId) ?? []).flatMap(({ verdict }) => verdict ?? [])),
  }));
  const isKept = desk.perform(noticeId, {
    change: { kind: 'concluded', people: concluded },
    detail: { people: String(people.length) },
    told: people.map((member) => member.applicationId),
  });
  return isKept ? ok({ concluded: people.length, leftOut }) : noRoom();
}

function unconcluded(desk: NoticeDesk, notice: OpenNotice): readonly string[] {
  const waiting = peopleOn(desk, notice).filter(({ member }) => member.concludedAt === null);
  return waiting.map(({ member }) => member.applicationId);
}

function whyLeftOut(desk: NoticeDesk, member: Member | undefined, id: string): LeftOut['reason'] | null {
  const entry = desk.applications.entry(id);
  if (!member || !entry || !isStillOn(member, entry)) return 'not-found';
  const { employment } = entry.digest;
  return whyNotConcluded(member, { blocked: notActionable(entry), employment, today: desk.today() });
}

/** Where only the other unit's notice still runs, the day on which it will be possible is what matters. */
function nobody(notice: OpenNotice, leftOut: readonly LeftOut[]): Answer<'conclude'> {
  const ids = new Set(leftOut.filter(({ reason }) => reason === 'dispatch-incomplete').map(({ id }) => id));
  const waiting = notice.members.filter(
    ({ applicationId, dispatch }) => ids.has(applicationId) && dispatch?.otherNotice,
  );
  const [possibleFrom] = waiting.map(({ endsOn, dispatch }) => concludableFrom(endsOn, dispatch)).toSorted();
  if (waiting.length > 0 && waiting.length === leftOut.length) {
    return fail('too-early', 'the other notice still stands', { possibleFrom });
  }
  return fail('nobody', 'nobody can be concluded', { leftOut });
}

export function reopenConclusion(
  desk: NoticeDesk,
  { noticeId, applicationId, reason }: Input<'reopen'>,
): Answer<'reopen'> {
  const found = findOn(desk, noticeId, applicationId);
  if (!found) return fail('not-found', 'not on this notice');
  const { member, entry } = found;
  if (hasApproval(entry)) return fail('already-approved');
  if (member.concludedAt === null) return ok(null);
  const isKept = desk.perform(noticeId, {
    change: { kind: 'reopened', applicationId },
    detail: { name: member.name, reason },
    told: [applicationId],
  });
  return isKept ? ok(null) : noRoom();
}
