/** What lies beside a filing on this desk: the decision, drafts, the unit's forms, what this person has seen. */
import type { Db } from '#archive/db.ts';
import { applicationsWithDraft, hasDraft } from '../drafts/drafts.service.ts';
import { allAnswers, answersOf, type Answers } from '../findings/findings.service.ts';
import { submittedOpinions, type SubmittedOpinion } from '../opinion/opinion.service.ts';
import { decisionsOn, latestDecisions, type DecisionView } from '../outbox/outbox.service.ts';
import { heldRecords, type HeldRecord } from '../publicity/publicity.service.ts';
import { seenMarks, type SeenMark } from './applications.repository.ts';

export type Marks = Readonly<{
  decision: DecisionView | null;
  /** seen items → fingerprint of what was seen */
  seen: ReadonlyMap<string, string>;
  hasDraft: boolean;
  hasOpinionDraft: boolean;
  opinion: SubmittedOpinion | null;
  notice: HeldRecord | null;
  answers: Answers;
}>;

export function marksOf(db: Db, id: string, personId: string, now: number): Marks {
  return {
    decision: decisionsOn(db, id, now).find((d) => d.delivery !== 'undone') ?? null,
    seen: byItem(seenMarks(db, personId, id)),
    hasDraft: hasDraft(db, 'review', id),
    hasOpinionDraft: hasDraft(db, 'opinion', id),
    opinion: submittedOpinions(db, id).get(id) ?? null,
    notice: heldRecords(db, id).get(id) ?? null,
    answers: answersOf(db, id),
  };
}

/** The same for all, read once. */
export function allMarks(db: Db, personId: string, now: number): (id: string) => Marks {
  const decisions = latestDecisions(db, now);
  const seen = Map.groupBy(seenMarks(db, personId), (mark) => mark.applicationId);
  const drafts = new Set(applicationsWithDraft(db, 'review'));
  const opinionDrafts = new Set(applicationsWithDraft(db, 'opinion'));
  const opinions = submittedOpinions(db);
  const notices = heldRecords(db);
  const answers = allAnswers(db);
  return (id) => ({
    decision: decisions.get(id) ?? null,
    seen: byItem(seen.get(id) ?? []),
    hasDraft: drafts.has(id),
    hasOpinionDraft: opinionDrafts.has(id),
    opinion: opinions.get(id) ?? null,
    notice: notices.get(id) ?? null,
    answers: answers(id),
  });
}

function byItem(marks: readonly SeenMark[]): ReadonlyMap<string, string> {
  return new Map(marks.map((mark) => [mark.item, mark.fingerprint]));
}
