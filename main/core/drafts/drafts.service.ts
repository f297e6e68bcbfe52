/** What was typed and not handed in. Saved as it is typed, gone when the act it belongs to is done. */
import type { Db } from '#archive/db.ts';
import { applicationsWithDraft, deleteDraft, findDraft } from './drafts.repository.ts';

const REVIEW_OPINION = 'review-opinion';

export function discardReviewDraft(db: Db, applicationId: string): void {
  deleteDraft(db, { kind: REVIEW_OPINION, applicationId });
}

export function hasReviewDraft(db: Db, applicationId: string): boolean {
  return findDraft(db, { kind: REVIEW_OPINION, applicationId }) !== null;
}

export function applicationsWithReviewDraft(db: Db): readonly string[] {
  return applicationsWithDraft(db, REVIEW_OPINION);
}
