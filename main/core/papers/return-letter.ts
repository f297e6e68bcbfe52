/** 返回修改告知书: what was returned last, for whoever has no computer at hand. */
import { beijingDateOf, lastDayBefore } from '#model/beijing-time.ts';
import { decisionsOn, wordsOf } from '../outbox/outbox.service.ts';
import type { Draft } from './draft.ts';
import type { PapersDeps } from './office.ts';
import type { PersonFacts } from './person-facts.ts';
import { unitInput } from './template-inputs.ts';
import { templated } from './templated.ts';
import { personInput } from './templates/person-input.ts';
import type { InputOf } from './templates/inputs.ts';

type Letter = InputOf<'return-letter'>;
type Returned = Pick<Letter, 'decision' | 'opinion'> & Readonly<{ at: number }>;

/** Null: it was never returned, or the applicant has handed it in again since. */
export function returnLetter(deps: PapersDeps, facts: PersonFacts): Pick<Draft, 'fingerprint' | 'compose'> | null {
  const { application } = facts;
  const enrolment = deps.unit.enrolment();
  const returned = returnedHere(deps, application.id) ?? returnedAtCity(facts);
  if (!enrolment || !returned) return null;
  const { closesAt } = application.window;
  const input: Letter = {
    unit: unitInput(enrolment),
    person: personInput(application),
    decision: returned.decision,
    opinion: returned.opinion,
    chancesLeft: deps.applications.entry(application.id)?.row.chancesLeft ?? 0,
    closesOn: closesAt === null ? null : lastDayBefore(closesAt),
    on: beijingDateOf(returned.at),
  };
  return templated(deps, 'return-letter', { key: input, input: () => input });
}

/** Decided on this computer and not answered by a new filing. */
function returnedHere({ archive, ports }: PapersDeps, applicationId: string): Returned | null {
  const decisions = decisionsOn(archive.db, applicationId, ports.clock.now());
  const last = decisions.find(({ delivery }) => delivery !== 'undone');
  if (!last || last.act === 'approve' || last.delivery === 'effective' || last.delivery === 'attention') return null;
  return { decision: last.act, opinion: wordsOf(last), at: last.decidedAt };
}

/** By the city's history: it lies with the applicant. */
function returnedAtCity({ application }: PersonFacts): Returned | null {
  if (application.state !== 'with-applicant') return null;
  const step = application.history.findLast(
    ({ level, action }) => level === 'unit' && (action === 'return' || action === 'reset'),
  );
  return step ? { decision: step.action === 'return' ? 'return' : 'reset', opinion: step.opinion, at: step.at } : null;
}
