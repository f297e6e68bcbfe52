/** Handing an opinion in: a version is locked, told to the city, and its draft is gone, all at once. */
import type { Archive, JournalEntry } from '#archive/archive.ts';
import type { OpinionForm } from '#model/opinion-form.ts';
import { discardDraft } from '../drafts/drafts.service.ts';
import { enqueue, type NewAct } from '../outbox/outbox.service.ts';
import { insertOpinion, selectByCommand } from './opinion.repository.ts';

const SUBMITTED = 'opinion';

type OpinionAct = NewAct & Readonly<{ applicationId: string; payload: Readonly<{ text: string; number: number }> }>;
export type Submission = Readonly<{ act: OpinionAct; form: OpinionForm; round: number }>;

/** What goes into the journal. */
export function journalOf(submission: Submission): Readonly<{ kind: string; payload: Submission }> {
  return { kind: SUBMITTED, payload: submission };
}

/** Brings the archive up to one entry of its journal. Harmless twice. */
export function replayOpinion({ db, audit }: Archive, { kind, payload }: JournalEntry): void {
  if (kind !== SUBMITTED) return;
  const { act, form, round } = payload as Submission;
  const { commandId, applicationId, decidedAt, decidedById, decidedBy } = act;
  if (selectByCommand(db, commandId)) return;
  db.transaction(() => {
    insertOpinion(db, {
      applicationId,
      number: act.payload.number,
      round,
      form: JSON.stringify(form),
      text: act.payload.text,
      commandId,
      submittedAt: decidedAt,
      submittedById: decidedById,
      submittedBy: decidedBy,
    });
    enqueue(db, act);
    discardDraft(db, { kind: 'opinion', subject: applicationId });
    const detail = { commandId, number: act.payload.number };
    audit.record({ personId: decidedById, act: 'opinion.submit', subject: applicationId, detail });
  });
}
