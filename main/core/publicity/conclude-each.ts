/** 「结束公示」 one person at a time, for many in quick succession: each an act of its own (Q18). */
import { uuidv7 } from 'uuidv7';
import type { NewEntry } from '#archive/archive.ts';
import type { PublicityRecord } from '#model/application.ts';
import type { PlainDate } from '#model/beijing-time.ts';
import { fail, ok, type Result } from '#model/result.ts';
import { notActionable } from '../applications/applications.service.ts';
import { commitActs, isDone, type ActOutcome } from '../commit-acts.ts';
import { journalOf, replayPublicity, type NoticeAct, type Told } from './notice-acts.ts';
import { findOn, tellingOf, type NoticeDesk } from './notice-desk.ts';
import { selectObjections } from './objections.repository.ts';
import { concludableFrom, outcomeOf, recordOf, whyNotConcluded } from './publicity.rules.ts';
import { heldRecords } from './publicity.service.ts';

/** too-early carries {possibleFrom}: PlainDate */
export type ConcludeProblem = 'no-notice' | 'too-early' | Exclude<ReturnType<typeof whyNotConcluded>, null>;
export type Conclusion = Readonly<{ noticeId: string; record: PublicityRecord }>;
export type ConcludeInput = Readonly<{ commandId: string; applicationId: string }>;

/** What concluding the notice of somebody would tell the city now, or why it cannot be concluded. */
export function foreseeConclusion(desk: NoticeDesk, applicationId: string): Result<Conclusion, ConcludeProblem> {
  const held = heldRecords(desk.archive.db, applicationId).get(applicationId);
  const found = held && findOn(desk, held.noticeId, applicationId);
  if (!found?.entry) return fail('no-notice', 'not on a notice of this computer');
  const { member, entry, notice } = found;
  const today = desk.today();
  const { employment } = entry.digest;
  const from = concludableFrom(notice.endsOn, employment === 'dispatch' ? member.dispatch : null);
  const reason = whyNotConcluded(member, { blocked: notActionable(entry), employment, today });
  if (today < from && reason !== 'already-concluded') return tooEarly(from);
  if (reason) return fail(reason, 'it cannot be concluded');
  const verdicts = selectObjections(desk.archive.db, notice.id)
    .filter((objection) => objection.applicationId === applicationId)
    .flatMap(({ verdict }) => verdict ?? []);
  const record = recordOf({ ...member, concludedAt: desk.ports.clock.now(), outcome: outcomeOf(verdicts) });
  if (!record) return fail('no-notice', 'taken off the notice');
  return ok({ noticeId: notice.id, record });
}

function tooEarly(possibleFrom: PlainDate): Result<never, 'too-early'> {
  return fail('too-early', 'the last day is not over', { possibleFrom });
}

/**
 * No two about the same person. `alongside` runs in the transaction of each. Nobody is told: that is for the
 * caller to do.
 */
export function concludeEach(
  desk: NoticeDesk,
  inputs: readonly ConcludeInput[],
  alongside: (input: ConcludeInput) => void,
): readonly ActOutcome<ConcludeProblem>[] {
  const { archive, applications, book } = desk;
  const notices = new Set<string>();
  function prepare({ commandId, applicationId }: ConcludeInput): Result<NewEntry | null, ConcludeProblem> {
    const foreseen = foreseeConclusion(desk, applicationId);
    const entry = applications.entry(applicationId);
    if (!foreseen.ok) return foreseen;
    if (!entry) return fail('no-notice', 'no such application');
    const { noticeId, record } = foreseen.value;
    notices.add(noticeId);
    return ok(journalOf(conclusionOf(desk, noticeId, tellingOf(entry, commandId), record)));
  }
  const outcomes = commitActs(archive, inputs, prepare, (entry, input) => {
    replayPublicity(archive, entry);
    alongside(input);
  });
  for (const id of notices) book.reload(id);
  applications.refresh(inputs.filter((_, index) => isDone(outcomes[index])).map(({ applicationId }) => applicationId));
  return outcomes;
}

function conclusionOf(
  { person, ports }: NoticeDesk,
  noticeId: string,
  one: Told,
  { outcome }: PublicityRecord,
): NoticeAct {
  const people = outcome === null ? [] : [{ applicationId: one.applicationId, outcome }];
  return {
    id: uuidv7(),
    noticeId,
    at: ports.clock.now(),
    personId: person.id,
    person: person.name,
    change: { kind: 'concluded', people },
    detail: { people: '1' },
    told: [one],
  };
}
