/** 基层单位意见 (五(三)5), as other domains see it. */
import type { Db } from '#archive/db.ts';
import { selectStandingOpinions, type OpinionRow } from './opinion.repository.ts';

export type SubmittedOpinion = Omit<OpinionRow, 'form'>;

/** By application: the version that stands. */
export function submittedOpinions(db: Db, applicationId?: string): ReadonlyMap<string, SubmittedOpinion> {
  return new Map(selectStandingOpinions(db, applicationId).map((row) => [row.applicationId, row]));
}
