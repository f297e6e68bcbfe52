/** Objections to somebody on a notice: registered, investigated, concluded (Q18). */
import { noRoom } from '#archive/db.ts';
import type { PlainDate } from '#model/beijing-time.ts';
import { plainDate } from '#model/beijing-time.ts';
import { fail, ok } from '#model/result.ts';
import { findOn, hasApproval, isStillOn, type Answer, type Input, type NoticeDesk } from './notice-desk.ts';
import { selectObjection } from './objections.repository.ts';

/** An objection to somebody whose notice was concluded opens it again. The same objection again changes nothing. */
export function raiseObjection(desk: NoticeDesk, input: Input<'raiseObjection'>): Answer<'raiseObjection'> {
  const { objectionId, noticeId, applicationId, from, way, content } = input;
  if (selectObjection(desk.archive.db, objectionId)) return ok(null);
  const found = findOn(desk, noticeId, applicationId);
  if (!found) return fail('not-found', 'not on this notice');
  const { notice, member, entry } = found;
  const receivedOn = plainDate(input.receivedOn);
  if (receivedOn < notice.postedOn || receivedOn > desk.today()) return fail('outside-notice');
  if (hasApproval(entry)) return fail('already-approved');
  const isKept = desk.perform(noticeId, {
    change: {
      kind: 'objection-raised',
      objection: { id: objectionId, applicationId, receivedOn, from, way, content },
    },
    detail: { objection: objectionId, name: member.name, receivedOn },
    told: [applicationId],
  });
  return isKept ? ok(null) : noRoom();
}

/** Also of somebody who was taken off meanwhile: then nobody but this office has to know. */
export function settleObjection(desk: NoticeDesk, input: Input<'settleObjection'>): Answer<'settleObjection'> {
  const { objectionId, investigation, verdict } = input;
  const objection = selectObjection(desk.archive.db, objectionId);
  const notice = objection && desk.book.find(objection.noticeId);
  if (!objection || !notice) return fail('not-found', 'no such objection');
  if (objection.verdict !== null) {
    const isSame = objection.verdict === verdict && objection.investigation === investigation;
    return isSame ? ok(null) : fail('already-settled');
  }
  const { applicationId, noticeId, receivedOn } = objection;
  const settledOn = plainDate(input.settledOn);
  if (!isBetween(settledOn, receivedOn, desk.today())) return fail('outside-notice');
  const member = notice.members.find((one) => one.applicationId === applicationId);
  const isOn = member !== undefined && isStillOn(member, desk.applications.entry(applicationId));
  const isKept = desk.perform(noticeId, {
    change: { kind: 'objection-settled', settlement: { objectionId, investigation, verdict, settledOn } },
    detail: { objection: objectionId, name: member?.name ?? '', verdict, settledOn },
    told: isOn ? [applicationId] : [],
  });
  return isKept ? ok(null) : noRoom();
}

function isBetween(date: PlainDate, first: PlainDate, last: PlainDate): boolean {
  return first <= date && date <= last;
}
