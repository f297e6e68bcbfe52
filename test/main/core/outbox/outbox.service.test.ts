import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  actsById,
  actsOn,
  enqueue,
  latestDecisions,
  markSending,
  nextSendsAt,
  nextSeq,
  outboxPage,
  pendingActs,
  readyToSend,
  receiptOf,
  settleAttention,
  settleEffective,
  withdraw,
  type NewAct,
} from '#core/outbox/outbox.service.ts';
import type { Receipt } from '#protocol/protocol.ts';
import { START } from '../../../support/fake-ports.ts';
import { openTempArchive, type TempArchive } from '../../../support/temp-archive.ts';

const MINUTE = 60_000;
let temp: TempArchive;
beforeEach(() => {
  temp = openTempArchive();
});
afterEach(() => temp.dispose());

function decision(over: Partial<NewAct> = {}): NewAct {
  return {
    commandId: randomUUID(),
    applicationId: randomUUID(),
    act: 'return',
    payload: { opinion: '请补充继续教育证明。' },
    baseVersion: 3,
    expect: { state: 'unit-review', chancesUsed: 1, strikes: 0 },
    decidedAt: START,
    decidedById: 'p1',
    decidedBy: '李敏',
    sendsAt: START + 10 * MINUTE,
    ...over,
  };
}

function add(over: Partial<NewAct> = {}): NewAct & { applicationId: string } {
  const made = decision(over);
  enqueue(temp.db, made);
  return { ...made, applicationId: made.applicationId ?? '' };
}

function receiptFor({ commandId, applicationId }: NewAct): Receipt {
  return {
    number: '20260901-0001',
    commandId,
    applicationId,
    payloadHash: 'a'.repeat(64),
    version: 4,
    cursor: '9',
    serverTime: START,
    signature: 'x',
  };
}

describe('the outbox', () => {
  it('shows a decision as waiting until it may go, then as due', () => {
    const { applicationId } = add();
    expect(actsOn(temp.db, applicationId, START)[0]?.delivery).toBe('waiting');
    expect(actsOn(temp.db, applicationId, START + 10 * MINUTE)[0]?.delivery).toBe('due');
    expect(nextSendsAt(temp.db, START)).toBe(START + 10 * MINUTE);
  });

  it('decides once when the same act arrives twice, as after a replayed journal', () => {
    const first = add();
    enqueue(temp.db, { ...first, payload: { opinion: '另一段话' }, sendsAt: 0 });
    expect(actsOn(temp.db, first.applicationId, START)).toHaveLength(1);
    expect(actsOn(temp.db, first.applicationId, START)[0]).toMatchObject({
      payload: first.payload,
      sendsAt: first.sendsAt,
    });
  });

  it('takes back what has not left, keeps both entries, and says so again when asked again', () => {
    const { commandId, applicationId } = add({ sendsAt: START });
    expect(withdraw(temp.db, commandId, START + 1)).toBe('withdrawn');
    expect(withdraw(temp.db, commandId, START + 2)).toBe('withdrawn');
    const later = add({ applicationId });
    expect(actsOn(temp.db, applicationId, START).map((d) => d.delivery)).toEqual(['waiting', 'undone']);
    expect(latestDecisions(temp.db, START).get(applicationId)?.commandId).toBe(later.commandId);
    expect(readyToSend(temp.db, START + 1, 10)).toEqual([]);
  });

  it('does not take back what was handed to the network, nor what it never had', () => {
    const { commandId } = add({ sendsAt: START });
    markSending(temp.db, { commandId, baseVersion: 3 }, 1, '{}');
    expect(withdraw(temp.db, commandId, START)).toBe('already-sent');
    expect(withdraw(temp.db, randomUUID(), START)).toBe('not-found');
  });

  it('lets one decision per application go at a time, in the order in which they were made', () => {
    const applicationId = randomUUID();
    const first = add({ applicationId, sendsAt: START + 5, decidedAt: START });
    const second = add({ applicationId, sendsAt: START, decidedAt: START - 86_400_000 });
    const other = add({ sendsAt: START });
    expect(readyToSend(temp.db, START, 10).map((o) => o.commandId)).toEqual([other.commandId]);
    expect(readyToSend(temp.db, START + 5, 10).map((o) => o.commandId)).toEqual([first.commandId, other.commandId]);
    settleAttention(temp.db, first.commandId, 'withdrawn', START);
    expect(readyToSend(temp.db, START + 5, 10).map((o) => o.commandId)).toEqual([second.commandId, other.commandId]);
  });

  it('brings what went out without an answer first, by its number, with the very bytes of before', () => {
    const fresh = add({ sendsAt: START });
    const lost = add({ sendsAt: START });
    markSending(temp.db, lost, 1, '{"as":"sent"}');
    const ready = readyToSend(temp.db, START, 10);
    expect(ready.map((o) => [o.commandId, o.command])).toEqual([
      [lost.commandId, '{"as":"sent"}'],
      [fresh.commandId, null],
    ]);
    expect(nextSeq(temp.db)).toBe(2);
  });

  it('gives no second number to a command that has one', () => {
    const { commandId } = add({ sendsAt: START });
    markSending(temp.db, { commandId, baseVersion: 3 }, 1, 'first');
    markSending(temp.db, { commandId, baseVersion: 3 }, 2, 'second');
    expect(readyToSend(temp.db, START, 10)[0]?.command).toBe('first');
  });

  it('is effective only together with its receipt', () => {
    const made = add({ sendsAt: START });
    markSending(temp.db, made, 1, '{}');
    settleEffective(temp.db, receiptFor(made), START + 7);
    expect(actsById(temp.db, [made.commandId], START).get(made.commandId)).toMatchObject({
      delivery: 'effective',
      receiptNumber: '20260901-0001',
      deliveredAt: START + 7,
      problem: null,
    });
    expect(receiptOf(temp.db, made.commandId)).toEqual(receiptFor(made));
    expect(receiptOf(temp.db, randomUUID())).toBeNull();
  });

  it('counts what is not answered yet and from when the oldest is', () => {
    expect(pendingActs(temp.db)).toEqual({ count: 0, oldestAt: null });
    add({ decidedAt: START + 5 });
    add({ decidedAt: START + 3 });
    const done = add({ decidedAt: START });
    settleAttention(temp.db, done.commandId, 'closed', START);
    expect(pendingActs(temp.db)).toEqual({ count: 2, oldestAt: START + 3 });
  });

  it('pages newest first, undone ones too', () => {
    const all = [add(), add(), add()];
    withdraw(temp.db, all[1]?.commandId ?? '', START);
    const page = outboxPage(temp.db, { offset: 1, limit: 2 }, START);
    expect(page.total).toBe(3);
    expect(page.acts.map((d) => [d.commandId, d.delivery])).toEqual([
      [all[1]?.commandId, 'undone'],
      [all[0]?.commandId, 'waiting'],
    ]);
  });

  it('does not wait for years when the clock was ten years ahead as the decision was made', () => {
    const { applicationId } = add({ decidedAt: START + 3650 * 86_400_000, sendsAt: START + 3650 * 86_400_000 });
    expect(actsOn(temp.db, applicationId, START)[0]?.delivery).toBe('due');
    expect(readyToSend(temp.db, START, 10)).toHaveLength(1);
    expect(nextSendsAt(temp.db, START)).toBe(START);
  });
});
