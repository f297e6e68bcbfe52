/** 双公示、双审核、双盖章 of dispatch staff (Q18): the other unit's notice needs five working days of its own. */
import { noRoom } from '#archive/db.ts';
import type { DispatchRecord } from '#model/application.ts';
import { beijingDateOf, plainDate } from '#model/beijing-time.ts';
import type { CalendarAnswer, WorkingCalendar } from '#model/calendar.ts';
import { planPublicity } from '#model/publicity-dates.ts';
import { fail, ok } from '#model/result.ts';
import { findOn, hasApproval, type Answer, type Input, type NoticeDesk } from './notice-desk.ts';
import type { Member } from './publicity.repository.ts';
import { concludableFrom } from './publicity.rules.ts';

export function recordDispatch(desk: NoticeDesk, input: Input<'recordDispatch'>): Answer<'recordDispatch'> {
  const { noticeId, applicationId } = input;
  const found = findOn(desk, noticeId, applicationId);
  if (found?.entry?.digest.employment !== 'dispatch') return fail('not-found', 'no dispatch staff on this notice');
  const { member, entry } = found;
  if (hasApproval(entry)) return fail('already-approved');
  const otherNotice = otherNoticeOf(desk.calendar, input.otherNotice);
  if (!otherNotice.ok) return otherNotice;
  const { ownSide, otherUnit, reviewed, sealed } = input;
  const dispatch: DispatchRecord = {
    ownSide,
    otherUnit,
    otherNotice: otherNotice.value,
    reviewed: [...new Set(reviewed)].toSorted(),
    sealed: [...new Set(sealed)].toSorted(),
  };
  if (JSON.stringify(dispatch) === JSON.stringify(member.dispatch)) return ok(null);
  const isKept = desk.perform(noticeId, {
    change: { kind: 'dispatch', applicationId, dispatch, reopens: contradicts(member, dispatch) },
    detail: { name: member.name, reviewed: dispatch.reviewed.join(' '), sealed: dispatch.sealed.join(' ') },
    told: [applicationId],
  });
  return isKept ? ok(null) : noRoom();
}

function otherNoticeOf(
  calendar: WorkingCalendar,
  posted: Input<'recordDispatch'>['otherNotice'],
): CalendarAnswer<DispatchRecord['otherNotice']> {
  if (!posted) return ok(null);
  const plan = planPublicity(calendar, plainDate(posted.postedOn));
  return plan.ok ? ok({ ...posted, endsOn: plan.value.endsOn }) : plan;
}

/** A conclusion does not hold when it turns out that the other notice had not ended, or was none. */
function contradicts({ concludedAt, endsOn }: Member, dispatch: DispatchRecord): boolean {
  if (concludedAt === null) return false;
  return dispatch.otherNotice === null || beijingDateOf(concludedAt) < concludableFrom(endsOn, dispatch);
}
