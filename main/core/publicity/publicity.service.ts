/** 公示 (Q18). */
import type { Db } from '#archive/db.ts';
import type { DispatchRecord, PublicityOutcome, PublicityRecord } from '#model/application.ts';
import { selectHeld } from './publicity.repository.ts';

export type HeldRecord = Readonly<{ noticeId: string; round: number; record: PublicityRecord }>;

/** By application: the record of this computer's own notices. */
export function heldRecords(db: Db, applicationId?: string): ReadonlyMap<string, HeldRecord> {
  return new Map(
    selectHeld(db, applicationId).map((row) => [
      row.applicationId,
      {
        noticeId: row.noticeId,
        round: row.round,
        record: {
          postedOn: row.postedOn,
          endsOn: row.endsOn,
          place: row.place,
          openObjections: row.openObjections,
          concludedAt: row.concludedAt,
          outcome: row.outcome as PublicityOutcome | null,
          dispatch: row.dispatch === null ? null : (JSON.parse(row.dispatch) as DispatchRecord),
        },
      },
    ]),
  );
}
