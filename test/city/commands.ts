/** POST /v1/commands: one transaction a command, one stored outcome an id. */
import type { Application } from '#model/application.ts';
import type { Command, CommandResult, Receipt, ReceiptBody } from '#protocol/protocol.ts';
import { canonicalHash, isSignedBy, signCanonical } from '#protocol/signing.ts';
import { beijingDay } from './clock.ts';
import { inTransaction, type CityDb } from './db.ts';
import { applyCommand, judge, type ApplicationCommand } from './rules.ts';
import {
  findApplication,
  findUnitByNo,
  saveApplication,
  saveUnit,
  wasRemovedFrom,
  type StoredApplication,
} from './store.ts';
import { applyUnitUpdate } from './unit-update.ts';

export type Device = Readonly<{ id: string; unitNo: number; key: string }>;
export type Desk = Readonly<{ db: CityDb; device: Device; receiptKey: string; now(): number }>;

/** What is remembered of a command. 'blocked' and 'bad-signature' are weighed again when it comes again. */
type Outcome =
  | Readonly<{ result: 'applied'; receipt: Receipt }>
  | Readonly<{ result: 'conflict'; code: Extract<CommandResult, { result: 'conflict' }>['code'] }>
  | Readonly<{ result: 'rejected'; code: Extract<CommandResult, { result: 'rejected' }>['code']; detail: string }>
  | Readonly<{ result: 'blocked'; by: string }>;

type KnownCommand = Readonly<{
  id: string;
  seq: number;
  application_id: string;
  type: string;
  payload_hash: string;
  outcome: string;
}>;

/**
 * Two histories under one device: a number taken by another id, or a number below the last under an id
 * never seen. Asked before anything of the request takes effect.
 */
export function isForked(db: CityDb, deviceId: string, commands: readonly Command[]): boolean {
  const { last } = db
    .prepare<[string], { last: number }>('SELECT last_seq AS last FROM device WHERE id = ?')
    .get(deviceId) as { last: number };
  const bySeq = db.prepare<[string, number], { id: string }>('SELECT id FROM command WHERE device_id = ? AND seq = ?');
  return commands.some((command) => {
    const taken = bySeq.get(deviceId, command.seq);
    if (taken) return taken.id !== command.id;
    return command.seq <= last && !findKnown(db, deviceId, command.id);
  });
}

/** In the order given; after a refusal the rest of the same application waits for a person. */
export function runCommands(desk: Desk, commands: readonly Command[]): CommandResult[] {
  const refusedBy = new Map<string | null, string>();
  return commands.map((command) => {
    const result = inTransaction(desk.db, () =>
      runCommand(desk, command, refusedBy.get(command.applicationId) ?? null),
    );
    if (result.result === 'conflict' || result.result === 'rejected') refusedBy.set(command.applicationId, command.id);
    return result;
  });
}

function runCommand(desk: Desk, command: Command, refusedBy: string | null): CommandResult {
  const known = findKnown(desk.db, desk.device.id, command.id);
  if (known) {
    const outcome = JSON.parse(known.outcome) as Outcome;
    if (!isUnproven(outcome) && !isSame(known, command)) {
      return refuse(command, 'id-reuse', '同一编号已用于另一条命令。', desk.now());
    }
    if (outcome.result !== 'blocked' && !isUnproven(outcome)) return answer(desk, command, outcome, true);
  }
  const outcome: Outcome = refusedBy === null ? execute(desk, command) : { result: 'blocked', by: refusedBy };
  remember(desk, command, outcome);
  return answer(desk, command, outcome, false);
}

function isSame(known: KnownCommand, command: Command): boolean {
  return (
    known.payload_hash === command.payloadHash &&
    known.application_id === (command.applicationId ?? ABOUT_UNIT) &&
    known.type === command.type &&
    known.seq === command.seq
  );
}

/** Spoilt on the way: its id and number are known, what it says is not. */
function isUnproven(outcome: Outcome): boolean {
  return outcome.result === 'rejected' && outcome.code === 'bad-signature';
}

/** what the log of commands has in place of an application */
const ABOUT_UNIT = '';

function execute(desk: Desk, command: Command): Outcome {
  const { db, device } = desk;
  if (canonicalHash(command.payload) !== command.payloadHash || !isSignedBy(command, device.key)) {
    return { result: 'rejected', code: 'bad-signature', detail: '签名或内容摘要不符。' };
  }
  if (command.type === 'unit') return { result: 'applied', receipt: updateUnit(desk, command) };
  const stored = findApplication(db, command.applicationId);
  if (!stored) return { result: 'rejected', code: 'not-found', detail: '没有这件申报。' };
  if (stored.unitNo !== device.unitNo) return refuseForeign(desk, command.applicationId);
  const now = desk.now();
  const peerDecidedAfter = hasPeerDecided(db, device.id, command);
  const verdict = judge(command, stored.application, { now, peerDecidedAfter });
  if (verdict.result !== 'apply') return verdict;
  return { result: 'applied', receipt: takeEffect(desk, command, stored, now) };
}

/** To a unit that never had it, another unit's application does not exist. */
function refuseForeign({ db, device }: Desk, applicationId: string): Outcome {
  return wasRemovedFrom(db, device.unitNo, applicationId)
    ? { result: 'rejected', code: 'forbidden', detail: '该申报已转到其他单位。' }
    : { result: 'rejected', code: 'not-found', detail: '没有这件申报。' };
}

function updateUnit(desk: Desk, command: Extract<Command, { type: 'unit' }>): Receipt {
  const { db, device } = desk;
  const unit = findUnitByNo(db, device.unitNo);
  const cursor = saveUnit(db, device.unitNo, applyUnitUpdate(unit, command.payload));
  return giveReceipt(desk, command, { version: null, cursor }, desk.now());
}

function hasPeerDecided(db: CityDb, deviceId: string, { applicationId, baseVersion }: ApplicationCommand): boolean {
  const row = db
    .prepare(
      `SELECT 1 FROM command WHERE application_id = ? AND device_id <> ? AND effects > 0
       AND json_extract(outcome, '$.receipt.version') > ?`,
    )
    .get(applicationId, deviceId, baseVersion);
  return row !== undefined;
}

function takeEffect(desk: Desk, command: ApplicationCommand, stored: StoredApplication, now: number): Receipt {
  const application = applyCommand(stored.application, command, now);
  const cursor = saveApplication(desk.db, stored, application);
  return giveReceipt(desk, command, { version: application.version, cursor }, now);
}

function giveReceipt(
  desk: Desk,
  command: Pick<Command, 'id' | 'applicationId' | 'payloadHash'>,
  { version, cursor }: Readonly<{ version: number | null; cursor: bigint }>,
  now: number,
): Receipt {
  const receipt: ReceiptBody = {
    number: nextReceiptNumber(desk.db, beijingDay(now)),
    commandId: command.id,
    applicationId: command.applicationId,
    payloadHash: command.payloadHash,
    version,
    cursor: String(cursor),
    serverTime: now,
  };
  return signCanonical(receipt, desk.receiptKey);
}

/** 'YYYYMMDD-nnnn', counted from 1 each Beijing day */
function nextReceiptNumber(db: CityDb, day: string): string {
  const { last } = db
    .prepare<[string], { last: number }>(
      'INSERT INTO receipt_counter VALUES (?, 1) ON CONFLICT (day) DO UPDATE SET last = last + 1 RETURNING last',
    )
    .get(day) as { last: number };
  return `${day.replaceAll('-', '')}-${String(last).padStart(4, '0')}`;
}

function findKnown(db: CityDb, deviceId: string, id: string): KnownCommand | undefined {
  return db
    .prepare<[string, string], KnownCommand>(
      'SELECT id, seq, application_id, type, payload_hash, outcome FROM command WHERE device_id = ? AND id = ?',
    )
    .get(deviceId, id);
}

function remember({ db, device, now }: Desk, command: Command, outcome: Outcome): void {
  const effects = outcome.result === 'applied' ? 1 : 0;
  db.prepare(
    `INSERT INTO command VALUES (:deviceId, :id, :seq, :applicationId, :type, :payloadHash, :outcome, :effects, :at)
     ON CONFLICT (device_id, id) DO UPDATE SET seq = excluded.seq, application_id = excluded.application_id,
       type = excluded.type, payload_hash = excluded.payload_hash, outcome = excluded.outcome, effects = excluded.effects`,
  ).run({
    deviceId: device.id,
    id: command.id,
    seq: command.seq,
    applicationId: command.applicationId ?? ABOUT_UNIT,
    type: command.type,
    payloadHash: command.payloadHash,
    outcome: JSON.stringify(outcome),
    effects,
    at: now(),
  });
  db.prepare('UPDATE device SET last_seq = max(last_seq, ?) WHERE id = ?').run(command.seq, device.id);
}

function answer(desk: Desk, command: Command, outcome: Outcome, isAgain: boolean): CommandResult {
  const commandId = command.id;
  switch (outcome.result) {
    case 'applied':
      return { commandId, result: isAgain ? 'duplicate' : 'applied', receipt: outcome.receipt };
    case 'conflict':
      return answerConflict(desk, command, outcome.code);
    case 'rejected':
      return refuse(command, outcome.code, outcome.detail, desk.now());
    case 'blocked':
      return { commandId, result: 'blocked', by: outcome.by };
  }
}

/** The application may have left the unit since the conflict was found; then it is not shown any more. */
function answerConflict(
  desk: Desk,
  command: Command,
  code: Extract<Outcome, { result: 'conflict' }>['code'],
): CommandResult {
  const stored = command.applicationId === null ? null : findApplication(desk.db, command.applicationId);
  if (stored?.unitNo !== desk.device.unitNo) return refuse(command, 'forbidden', '该申报已转到其他单位。', desk.now());
  const current: Application = stored.application;
  return { commandId: command.id, result: 'conflict', code, current, serverTime: desk.now() };
}

function refuse(
  { id }: Command,
  code: Extract<CommandResult, { result: 'rejected' }>['code'],
  detail: string,
  serverTime: number,
): CommandResult {
  return { commandId: id, result: 'rejected', code, detail, serverTime };
}
