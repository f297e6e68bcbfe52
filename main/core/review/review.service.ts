/** Deciding and taking back: journal first, then one transaction, then everybody is told. */
import type { Archive, JournalEntry, NewEntry } from '#archive/archive.ts';
import { isKept, noRoom } from '#archive/db.ts';
import type { Decision, DeliveryState } from '#model/application.ts';
import { CHANCES } from '#model/chances.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Clock } from '#ports/index.ts';
import { notActionable, type Applications } from '../applications/applications.service.ts';
import { commitActs, isDone, type ActOutcome } from '../commit-acts.ts';
import { discardDraft } from '../drafts/drafts.service.ts';
import type { Person } from '../office.ts';
import {
  actsById,
  enqueue,
  isDecisionView,
  withdraw,
  type DecisionView,
  type NewAct,
} from '../outbox/outbox.service.ts';
import { readSettings } from '../settings/settings.service.ts';
import { refuseDecision, sendTime, type DecisionRequest, type Refusal } from './review.rules.ts';

type Deps = Readonly<{
  archive: Archive;
  person: Person;
  clock: Clock;
  applications: Applications;
  publicity: { tellAgain(applicationId: string): boolean };
  sync: { nudge(): void };
}>;

export type DecideInput = DecisionRequest & Readonly<{ commandId: string; applicationId: string }>;
type Decided = { commandId: string; delivery: DeliveryState; sendsAt: number; chancesLeft: number };
type Undone = { applicationId: string; chancesLeft: number };
type Withdrawal = Readonly<{ commandId: string; applicationId: string; personId: string; at: number }>;

type DecideProblem = Refusal['code'] | 'not-found';

export type Review = Readonly<{
  decide(input: DecideInput): Result<Decided, DecideProblem | 'disk-full'>;
  /**
   * The same for many applications, no two alike, written together. `alongside` runs in the transaction of each.
   * Nobody is told: that is for the caller to do (`applications.tell`, `sync.nudge`).
   */
  decideAll(
    inputs: readonly DecideInput[],
    alongside?: (input: DecideInput) => void,
  ): readonly ActOutcome<DecideProblem>[];
  undo(commandId: string): Result<Undone, 'not-found' | 'already-sent' | 'disk-full'>;
}>;

const DECIDED = 'act';
/** what journals of the first version have for `act` */
const DECIDED_BEFORE = 'decision';
const UNDONE = 'undo';

export function createReview(deps: Deps): Review {
  const { archive, person, clock, applications, sync } = deps;
  function viewOf(commandId: string): DecisionView | undefined {
    return decisionBy(archive, commandId, clock.now());
  }

  function chancesLeft(applicationId: string): number {
    return applications.entry(applicationId)?.row.chancesLeft ?? CHANCES;
  }

  function standing({ commandId, delivery, sendsAt, applicationId }: DecisionView): Decided {
    return { commandId, delivery, sendsAt, chancesLeft: chancesLeft(applicationId) };
  }

  function decideAll(
    inputs: readonly DecideInput[],
    alongside: (input: DecideInput) => void = () => undefined,
  ): readonly ActOutcome<DecideProblem>[] {
    const outcomes = commitActs(
      archive,
      inputs,
      (input) => prepare(deps, input),
      (entry, input) => {
        replayReview(archive, entry);
        alongside(input);
      },
    );
    const made = inputs.filter((_, index) => isDone(outcomes[index]));
    applications.refresh(made.map(({ applicationId }) => applicationId));
    return outcomes;
  }

  return {
    decideAll,
    decide(input) {
      const [outcome] = decideAll([input]);
      if (!outcome || outcome instanceof Error) throw outcome ?? new Error('a decision without an outcome');
      if (!outcome.ok) return outcome;
      applications.tell([input.applicationId]);
      sync.nudge();
      const made = viewOf(input.commandId);
      if (!made) throw new Error('a decision just made is not in the archive');
      return ok(standing(made));
    },
    undo(commandId) {
      const view = viewOf(commandId);
      if (!view) return fail('not-found', 'no such decision');
      const { applicationId, delivery } = view;
      // The same act again (a lost answer, a double press) has the same outcome, once.
      if (delivery === 'undone') return ok({ applicationId, chancesLeft: chancesLeft(applicationId) });
      if (delivery !== 'waiting' && delivery !== 'due') return fail('already-sent', 'it has left this computer');
      const withdrawal: Withdrawal = { commandId, applicationId, personId: person.id, at: clock.now() };
      if (!isKept(() => journalled(archive, UNDONE, withdrawal))) return noRoom();
      applications.touched([applicationId]);
      sync.nudge();
      return ok({ applicationId, chancesLeft: chancesLeft(applicationId) });
    },
  };
}

/** null: the same act again (a lost answer, a double press) has the same outcome, once. */
function prepare(
  { archive, person, clock, applications, publicity }: Deps,
  input: DecideInput,
): Result<NewEntry | null, DecideProblem | 'disk-full'> {
  const { commandId, applicationId } = input;
  const now = clock.now();
  if (decisionBy(archive, commandId, now)) return ok(null);
  const entry = applications.entry(applicationId);
  if (!entry) return fail('not-found', 'no such application');
  const { digest } = entry;
  const refusal = refuseDecision(digest, input, { blocked: notActionable(entry), gaps: applications.gapsOf(entry) });
  if (refusal) return fail(refusal.code, 'the decision is not possible', refusal.details);
  // the record goes out ahead of what rests on it
  const isToldOf = input.decision !== 'approve' || publicity.tellAgain(applicationId);
  if (!isToldOf) return noRoom();
  const act: NewAct = {
    commandId,
    applicationId,
    act: input.decision,
    payload: { opinion: input.opinion.trim() },
    baseVersion: digest.version,
    expect: { state: digest.state, chancesUsed: digest.chancesUsed, strikes: digest.strikes },
    decidedAt: now,
    decidedById: person.id,
    decidedBy: person.name,
    sendsAt: sendTime(now, readSettings(archive.db).undoHoldMinutes, digest.closesAt),
  };
  return ok({ kind: DECIDED, payload: act });
}

function decisionBy({ db }: Archive, commandId: string, now: number): DecisionView | undefined {
  const view = actsById(db, [commandId], now).get(commandId);
  return view && isDecisionView(view) ? view : undefined;
}

/** Brings the archive up to one entry of its journal (after a crash, or an older file put back). Harmless twice. */
export function replayReview(archive: Archive, { kind, payload }: JournalEntry): void {
  if (kind === DECIDED) applyDecision(archive, payload as NewAct & { applicationId: string });
  else if (kind === DECIDED_BEFORE) applyDecision(archive, actOf(payload as DecisionBefore));
  else if (kind === UNDONE) applyWithdrawal(archive, payload as Withdrawal);
}

/** On disk in the journal before the transaction that applies it begins. */
function journalled(archive: Archive, kind: typeof DECIDED | typeof UNDONE, payload: NewAct | Withdrawal): void {
  replayReview(archive, archive.journal.append(kind, payload));
}

type DecisionBefore = Omit<NewAct, 'act' | 'payload' | 'applicationId'> &
  Readonly<{ applicationId: string; decision: Decision; opinion: string }>;

function actOf({ decision, opinion, ...rest }: DecisionBefore): NewAct & { applicationId: string } {
  return { ...rest, act: decision, payload: { opinion } };
}

function applyDecision({ db, audit }: Archive, act: NewAct & { applicationId: string }): void {
  const { commandId, applicationId, decidedById, decidedAt } = act;
  if (actsById(db, [commandId], decidedAt).size > 0) return;
  db.transaction(() => {
    enqueue(db, act);
    discardDraft(db, { kind: 'review', subject: applicationId });
    audit.record({
      personId: decidedById,
      act: `review.${act.act}`,
      subject: applicationId,
      detail: { commandId },
    });
  });
}

function applyWithdrawal({ db, audit }: Archive, { commandId, applicationId, personId, at }: Withdrawal): void {
  db.transaction(() => {
    if (actsById(db, [commandId], at).get(commandId)?.delivery === 'undone') return;
    if (withdraw(db, commandId, at) !== 'withdrawn') return;
    audit.record({ personId, act: 'review.undo', subject: applicationId, detail: { commandId } });
  });
}
