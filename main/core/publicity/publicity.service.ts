/** 公示 (Q18), as other domains see it. */
import type { Db } from '#archive/db.ts';
import type { PublicityRecord } from '#model/application.ts';
import { selectHeld } from './publicity.repository.ts';
import { recordOf } from './publicity.rules.ts';

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
