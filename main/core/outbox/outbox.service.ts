/** The outbox: decisions on their way to the city. Review puts them in, sync carries them out. */
import type { ApplicationState, Decision, DeliveryState } from '#model/application.ts';
import type { Receipt } from '#protocol/protocol.ts';
import type { Db } from '#archive/db.ts';
import * as rows from './outbox.repository.ts';
import type { DecisionRow } from './outbox.repository.ts';

/** What the application looked like when it was decided on; the city refuses when it has changed. */
export type Expectation = Readonly<{ state: ApplicationState; chancesUsed: number; strikes: number }>;

export type NewDecision = Readonly<{
  commandId: string;
  applicationId: string;
  decision: Decision;
  opinion: string;
  baseVersion: number;
  expect: Expectation;
  decidedAt: number;
  decidedById: string;
  decidedBy: string;
  /** epoch ms by this computer's clock; until then it stays here and can be undone */
  sendsAt: number;
}>;

export type DecisionView = Readonly<{
  commandId: string;
  applicationId: string;
  decision: Decision;
  opinion: string;
  baseVersion: number;
  decidedAt: number;
  decidedById: string;
  decidedBy: string;
  delivery: DeliveryState;
  sendsAt: number;
  receiptNumber: string | null;
  /** when the receipt was stored here, epoch ms */
  deliveredAt: number | null;
  /** code of the city's refusal */
  problem: string | null;
}>;

/** One that may go out now; `command` is the signed text when it went out before without an answer. */
export type Outgoing = Readonly<{
  commandId: string;
  applicationId: string;
  decision: Decision;
  opinion: string;
  baseVersion: number;
  expect: Expectation;
  decidedAt: number;
  decidedBy: string;
  command: string | null;
}>;

/** Call inside the transaction of the act. The same `commandId` again changes nothing. */
export function enqueue(db: Db, decision: NewDecision): void {
  db.transaction(() => {
    const { sendsAt, expect, ...row } = decision;
    if (rows.insertDecision(db, { ...row, expect: JSON.stringify(expect) })) {
      rows.insertOutbox(db, decision.commandId, decision.applicationId, sendsAt);
    }
  });
}

/** Takes a decision back while it has not left this computer; doing it twice is harmless. */
export function withdraw(db: Db, commandId: string, at: number): 'withdrawn' | 'already-sent' | 'not-found' {
  return db.transaction(() => {
    const state = rows.selectState(db, commandId);
    if (state === null) return 'not-found';
    if (state === 'undone') return 'withdrawn';
    return rows.markUndone(db, commandId, at) ? 'withdrawn' : 'already-sent';
  });
}

/** Every decision on one application, undone ones too, newest first. */
export function decisionsOf(db: Db, applicationId: string, now: number): DecisionView[] {
  return rows.selectByApplication(db, applicationId).map((row) => toView(row, now));
}

/** By application: the newest decision that was not taken back. */
export function latestDecisions(db: Db, now: number): Map<string, DecisionView> {
  return new Map(rows.selectStanding(db).map((row) => [row.applicationId, toView(row, now)]));
}

/** By command; unknown ids are left out. */
export function decisionsById(db: Db, commandIds: readonly string[], now: number): Map<string, DecisionView> {
  return new Map(rows.selectById(db, commandIds).map((row) => [row.commandId, toView(row, now)]));
}

/** Every act, undone ones too, newest first. */
export function outboxPage(
  db: Db,
  page: Readonly<{ offset: number; limit: number }>,
  now: number,
): Readonly<{ total: number; decisions: DecisionView[] }> {
  return {
    total: rows.countAll(db),
    decisions: rows.selectPage(db, page.offset, page.limit).map((row) => toView(row, now)),
  };
}

/** Decisions that the city has not answered yet; `oldestAt` is when the oldest was decided. */
export function pendingDecisions(db: Db): Readonly<{ count: number; oldestAt: number | null }> {
  return rows.selectPending(db);
}

/** What may go out now: at most one per application, unanswered ones first. */
export function readyToSend(db: Db, now: number, limit: number): Outgoing[] {
  return rows.selectReady(db, now, limit).map((row) => ({
    commandId: row.commandId,
    applicationId: row.applicationId,
    decision: row.decision,
    opinion: row.opinion,
    baseVersion: row.baseVersion,
    expect: JSON.parse(row.expect) as Expectation,
    decidedAt: row.decidedAt,
    decidedBy: row.decidedBy,
    command: row.command,
  }));
}

/** When the next waiting decision may go out, epoch ms; null when none waits. */
export function nextSendsAt(db: Db, now: number): number | null {
  return rows.selectNextSendsAt(db, now);
}

/** The next sequence number of this device, from 1, without gaps. */
export function nextSeq(db: Db): number {
  return rows.selectLastSeq(db) + 1;
}

/** Call in the transaction that numbers it, before the first byte leaves. `command` is kept as sent. */
export function markSending(db: Db, commandId: string, seq: number, command: string): void {
  rows.updateSending(db, commandId, seq, command);
}

/** Receipt and state in one step: nothing is effective without its stored receipt. */
export function settleEffective(db: Db, receipt: Receipt, at: number): void {
  db.transaction(() => {
    rows.insertReceipt(db, receipt.commandId, receipt.number, JSON.stringify(receipt), at);
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

function toView(row: DecisionRow, now: number): DecisionView {
  return {
    commandId: row.commandId,
    applicationId: row.applicationId,
    decision: row.decision,
    opinion: row.opinion,
    baseVersion: row.baseVersion,
    decidedAt: row.decidedAt,
    decidedById: row.decidedById,
    decidedBy: row.decidedBy,
    delivery: isWaiting(row, now) ? 'waiting' : row.state,
    sendsAt: row.sendsAt,
    receiptNumber: row.receiptNumber,
    deliveredAt: row.deliveredAt,
    problem: row.problem,
  };
}

function isWaiting(row: DecisionRow, now: number): boolean {
  return row.state === 'due' && row.sendsAt > now && row.sendsAt <= now + rows.LONGEST_WAIT_MS;
}
