/** 公示 (Q18), as other domains see it. */
import type { Db } from '#archive/db.ts';
import type { PublicityRecord } from '#model/application.ts';
import { selectObjections, type Objection } from './objections.repository.ts';
import { selectPhotos } from './photos.repository.ts';
import {
  selectHeld,
  selectMembers,
  selectNotice,
  selectNotices,
  type Member,
  type Notice,
} from './publicity.repository.ts';
import { recordOf } from './publicity.rules.ts';

export type { Member } from './publicity.repository.ts';
export { isApproved } from './publicity.rules.ts';

/** `record` is null once the person was taken off or the notice called off: that counts too, whatever the city still has. */
export type HeldRecord = Readonly<{ noticeId: string; round: number; record: PublicityRecord | null }>;

/** By application: what this computer's own newest notice says of it. */
export function heldRecords(db: Db, applicationId?: string): ReadonlyMap<string, HeldRecord> {
  return new Map(
    selectHeld(db, applicationId).map((row) => [
      row.applicationId,
      { noticeId: row.noticeId, round: row.round, record: recordOf(row) },
    ]),
  );
}

/** A notice that was not called off, with everybody who ever was on it. */
export type PostedNotice = Notice &
  Readonly<{
    members: readonly Member[];
    /** in the order in which they were registered */
    objections: readonly Objection[];
    photos: number;
  }>;

/** newest first */
export function postedNotices(db: Db): readonly PostedNotice[] {
  const members = Map.groupBy(selectHeld(db), ({ noticeId }) => noticeId);
  return selectNotices(db)
    .filter(({ cancelledAt }) => cancelledAt === null)
    .map((notice) => withCircumstances(db, notice, members.get(notice.id) ?? []));
}

/** Null when there is none, or it was called off. */
export function postedNotice(db: Db, id: string): PostedNotice | null {
  const notice = selectNotice(db, id);
  return notice?.cancelledAt === null ? withCircumstances(db, notice, selectMembers(db, id)) : null;
}

function withCircumstances(db: Db, notice: Notice, members: readonly Member[]): PostedNotice {
  const photos = selectPhotos(db, notice.id).length;
  return { ...notice, members, objections: selectObjections(db, notice.id), photos };
}
