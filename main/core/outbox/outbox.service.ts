/** The outbox: acts on their way to the city. Review, opinion, publicity and unit put them in, sync carries them out. */
import { isDecision, type Act, type ApplicationState, type Decision, type DeliveryState } from '#model/application.ts';
import type { CommandPayload, Receipt } from '#protocol/protocol.ts';
import type { Db } from '#archive/db.ts';
import * as rows from './outbox.repository.ts';
import type { ActRow } from './outbox.repository.ts';

/** What the application looked like when it was acted on; the city refuses when it has changed. */
export type Expectation = Readonly<{ state: ApplicationState; chancesUsed: number; strikes: number }>;

type ActFacts = Readonly<{
  commandId: string;
  /** null: about the unit itself */
  applicationId: string | null;
  act: Act;
  payload: CommandPayload;
  /** the version that was on screen; once sent, the one it was sent on */
  baseVersion: number;
  decidedAt: number;
  decidedBy: string;
}>;

export type NewAct = ActFacts &
  Readonly<{
    expect: Expectation | null;
    decidedById: string;
    /** epoch ms by this computer's clock; until then it stays here and can be undone */
    sendsAt: number;
  }>;

export type ActView = ActFacts &
  Readonly<{
    decidedById: string;
    delivery: DeliveryState;
    sendsAt: number;
    receiptNumber: string | null;
    /** when the receipt was stored here, epoch ms */
    deliveredAt: number | null;
    /** code of the city's refusal */
    problem: string | null;
  }>;

export type DecisionView = ActView & Readonly<{ applicationId: string; act: Decision }>;

/** One that may go out now; `command` is the signed text when it went out before without an answer. */
export type Outgoing = ActFacts & Readonly<{ expect: Expectation | null; command: string | null }>;

/** Call inside the transaction of the act. The same `commandId` again changes nothing. */
export function enqueue(db: Db, act: NewAct): void {
  db.transaction(() => {
    const { sendsAt, expect, payload, ...row } = act;
    if (rows.insertAct(db, { ...row, payload: JSON.stringify(payload), expect: JSON.stringify(expect) })) {
      rows.insertOutbox(db, act.commandId, act.applicationId, sendsAt);
    }
  });
}

/** Takes an act back while it has not left this computer; doing it twice is harmless. */
export function withdraw(db: Db, commandId: string, at: number): 'withdrawn' | 'already-sent' | 'not-found' {
  return db.transaction(() => {
    const state = rows.selectState(db, commandId);
    if (state === null) return 'not-found';
    if (state === 'undone') return 'withdrawn';
    return rows.markUndone(db, commandId, at) ? 'withdrawn' : 'already-sent';
  });
}

/** Every act on one application, undone ones too, newest first. */
export function actsOn(db: Db, applicationId: string, now: number): ActView[] {
  return rows.selectByApplication(db, applicationId).map((row) => toView(row, now));
}

/** Every decision on one application, undone ones too, newest first. */
export function decisionsOn(db: Db, applicationId: string, now: number): DecisionView[] {
  return actsOn(db, applicationId, now).filter(isDecisionView);
}

/** By application: the newest decision that was not taken back. */
export function latestDecisions(db: Db, now: number): Map<string, DecisionView> {
  const views = rows.selectStanding(db).map((row) => toView(row, now));
  return new Map(views.filter(isDecisionView).map((view) => [view.applicationId, view]));
}

export function isDecisionView(view: ActView): view is DecisionView {
  return view.applicationId !== null && isDecision(view.act);
}

/** By command; unknown ids are left out. */
export function actsById(db: Db, commandIds: readonly string[], now: number): Map<string, ActView> {
  return new Map(rows.selectById(db, commandIds).map((row) => [row.commandId, toView(row, now)]));
}

/** Every act, undone ones too, newest first. */
export function outboxPage(
  db: Db,
  page: Readonly<{ offset: number; limit: number }>,
  now: number,
): Readonly<{ total: number; acts: ActView[] }> {
  return {
    total: rows.countAll(db),
    acts: rows.selectPage(db, page.offset, page.limit).map((row) => toView(row, now)),
  };
}

/** Acts that the city has not answered yet; `oldestAt` is when the oldest was decided. */
export function pendingActs(db: Db): Readonly<{ count: number; oldestAt: number | null }> {
  return rows.selectPending(db);
}

/** What may go out now: at most one per application, unanswered ones first. */
export function readyToSend(db: Db, now: number, limit: number): Outgoing[] {
  return rows.selectReady(db, now, limit).map((row) => ({
    ...factsOf(row),
    baseVersion: baseVersionOf(db, row),
    expect: JSON.parse(row.expect) as Expectation | null,
    command: row.command,
  }));
}

/**
 * An act that follows another of this computer on the same application was made before the city
 * counted the first: it rests on the version that the first one's receipt tells.
 */
function baseVersionOf(db: Db, { applicationId, baseVersion }: ActRow): number {
  return applicationId === null ? baseVersion : Math.max(baseVersion, rows.selectOwnVersion(db, applicationId));
}

/** Whether an act of this kind has not been answered yet. */
export function hasUnsent(db: Db, act: Act): boolean {
  return rows.countUnsent(db, act) > 0;
}

/** When the next waiting act may go out, epoch ms; null when none waits. */
export function nextSendsAt(db: Db, now: number): number | null {
  return rows.selectNextSendsAt(db, now);
}

/** The next sequence number of this device, from 1, without gaps. */
export function nextSeq(db: Db): number {
  return rows.selectLastSeq(db) + 1;
}

/** Call in the transaction that numbers it, before the first byte leaves. `command` is kept as sent. */
export function markSending(
  db: Db,
  { commandId, baseVersion }: Pick<Outgoing, 'commandId' | 'baseVersion'>,
  seq: number,
  command: string,
): void {
  rows.updateBaseVersion(db, commandId, baseVersion);
  rows.updateSending(db, commandId, seq, command);
}

/** Receipt and state in one step: nothing is effective without its stored receipt. */
export function settleEffective(db: Db, receipt: Receipt, at: number): void {
  db.transaction(() => {
    rows.insertReceipt(db, receipt, at);
    rows.updateSettled(db, receipt.commandId, 'effective', null, at);
  });
}

/** The city did not take it: a person has to look. */
export function settleAttention(db: Db, commandId: string, problem: string, at: number): void {
  rows.updateSettled(db, commandId, 'attention', problem, at);
}

export function receiptOf(db: Db, commandId: string): Receipt | null {
  const body = rows.selectReceipt(db, commandId);
  return body === null ? null : (JSON.parse(body) as Receipt);
}

/** What an act says in words: a decision's opinion, the basic-unit opinion's text; '' of the others. */
export function wordsOf({ payload }: Pick<ActFacts, 'payload'>): string {
  if ('opinion' in payload) return payload.opinion;
  return 'text' in payload ? payload.text : '';
}

function factsOf(row: ActRow): ActFacts {
  const { commandId, applicationId, act, baseVersion, decidedAt, decidedBy } = row;
  const payload = JSON.parse(row.payload) as CommandPayload;
  return { commandId, applicationId, act, payload, baseVersion, decidedAt, decidedBy };
}

function toView(row: ActRow, now: number): ActView {
  return {
    ...factsOf(row),
    decidedById: row.decidedById,
    delivery: isWaiting(row, now) ? 'waiting' : row.state,
    sendsAt: row.sendsAt,
    receiptNumber: row.receiptNumber,
    deliveredAt: row.deliveredAt,
    problem: row.problem,
  };
}

function isWaiting(row: ActRow, now: number): boolean {
  return row.state === 'due' && row.sendsAt > now && row.sendsAt <= now + rows.LONGEST_WAIT_MS;
}
