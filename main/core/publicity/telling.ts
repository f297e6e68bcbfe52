/** What an approval rests on has to be at the city before it. */
import { actsOn } from '../outbox/outbox.service.ts';
import { findOn, type NoticeDesk } from './notice-desk.ts';
import { recordOf } from './publicity.rules.ts';

/**
 * Hands the record of one person to the city once more where it did not take the last one, or could not be told
 * because the application was with the applicant. False without room on the disk.
 */
export function tellAgain(desk: NoticeDesk, applicationId: string): boolean {
  const noticeId = desk.applications.entry(applicationId)?.forms.noticeId ?? null;
  const found = noticeId === null ? null : findOn(desk, noticeId, applicationId);
  if (noticeId === null || !found) return true;
  const acts = actsOn(desk.archive.db, applicationId, desk.ports.clock.now());
  const last = acts.find(({ act, delivery }) => act === 'publicity' && delivery !== 'attention');
  const lastRecord = last && 'record' in last.payload ? last.payload.record : null;
  if (JSON.stringify(lastRecord) === JSON.stringify(recordOf(found.member))) return true;
  return desk.perform(noticeId, {
    change: { kind: 'sent-again' },
    detail: { name: found.member.name },
    told: [applicationId],
  });
}
