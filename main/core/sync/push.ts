/** Carries acts out: numbered and signed on disk first, then sent, then believed only by receipt. */
import { uuidv7 } from 'uuidv7';
import type { Application } from '#model/application.ts';
import { CommandBody, CommandsResponse, type Command, type CommandResult, type Receipt } from '#protocol/protocol.ts';
import { canonicalHash, isSignedBy, signCanonical } from '#protocol/signing.ts';
import {
  actsById,
  markSending,
  nextSeq,
  pendingActs,
  readyToSend,
  settleAttention,
  settleEffective,
  type Outgoing,
} from '../outbox/outbox.service.ts';
import { readEnrolment } from '../unit/unit.service.ts';
import type { CityFailure } from '../city/city.service.ts';
import { askAsDevice, renewSession, toTrouble } from './session.ts';
import { insertLog, insertTask, selectPullState } from './sync.repository.ts';
import { nextBatchSize } from './sync.rules.ts';
import { enter, trouble, type Run, type Trouble } from './sync.state.ts';

/** On a line of 3 kB/s this is most of a minute. */
const MAX_BATCH_BYTES = 128 * 1024;
/** Refused one after the other without one success: it is not the commands. */
const MAX_PARKED_IN_ROW = 3;

/** A command that arrives spoilt fails its signature; sent so often and still refused, it is ours that is wrong. */
const MAX_SPOILT = 3;

/** `text` is what is sent, byte for byte the same every time. */
type Sent = Readonly<{ command: Command; text: string }>;
export type Pushed = Readonly<{
  settled: number;
  trouble: Trouble | null;
  /** the city began a new epoch: everything is to be read anew first */
  startsOver: boolean;
}>;

/** Sends until nothing is ready. */
export async function push(run: Run): Promise<Pushed> {
  const { memory, db, clock } = run;
  const total = pendingActs(db).count;
  let settled = 0;
  while (!run.signal.aborted && !memory.isForked) {
    const batch = prepare(run);
    const first = batch[0];
    if (!first) break;
    enter(run, 'pushing', { done: settled, total: Math.max(total, settled + batch.length) });
    run.office.applications.touched(applicationsOf(batch));
    const answer = await askAsDevice(
      run,
      { method: 'POST', path: 'v1/commands', body: bodyOf(run, batch) },
      CommandsResponse,
    );
    if (!answer.ok) {
      const { failure } = answer;
      if (failure.kind === 'refused' && failure.code === 'device-forked')
        return { settled, ...(await lookAtFork(run)) };
      const problem = cope(run, first, batch.length, failure);
      if (problem) return { settled, trouble: problem, startsOver: false };
      continue;
    }
    insertLog(db, { at: clock.now(), kind: 'sent', count: batch.length, code: '' });
    const taken = settle(run, batch, answer.value.results);
    settled += taken.settled;
    if (taken.settled > 0) memory.parkedInRow = 0;
    if (taken.isForged || taken.settled === 0) return { settled, trouble: trouble('not-the-city'), startsOver: false };
    memory.batchSize = nextBatchSize(memory.batchSize, 'well');
  }
  return { settled, trouble: null, startsOver: false };
}

/** What goes out next, in the order of its numbers; afterwards every one of them has its bytes on disk. */
function prepare(run: Run): readonly Sent[] {
  const { db, clock, memory } = run;
  return db.transaction(() => {
    const batch: Sent[] = [];
    let seq = nextSeq(db);
    let bytes = 0;
    for (const outgoing of readyToSend(db, clock.now(), memory.batchSize)) {
      const command = outgoing.command === null ? sign(run, outgoing, seq) : (JSON.parse(outgoing.command) as Command);
      const text = outgoing.command ?? JSON.stringify(command);
      bytes += text.length;
      if (bytes > MAX_BATCH_BYTES && batch.length > 0) break;
      if (outgoing.command === null) {
        markSending(db, outgoing, seq, text);
        seq += 1;
      }
      batch.push({ command, text });
    }
    return batch;
  });
}

function sign(run: Run, outgoing: Outgoing, seq: number): Command {
  const { cursor, lastServerTime } = selectPullState(run.db);
  const { commandId: id, act: type, applicationId, baseVersion, expect, payload, decidedAt, decidedBy } = outgoing;
  const head = {
    id,
    seq,
    payloadHash: canonicalHash(payload),
    decidedAt,
    decidedBy,
    lastServerTime,
    lastCursor: cursor,
  };
  const about = applicationId === null ? { applicationId } : { applicationId, baseVersion, expect };
  // an act and its payload were put in together; the schema is what tells them apart again
  const body: CommandBody = CommandBody.parse({ ...head, ...about, type, payload });
  return signCanonical(body, run.enrolment.devicePrivateKey);
}

function applicationsOf(sent: readonly Sent[]): readonly string[] {
  return sent.flatMap(({ command }) => command.applicationId ?? []);
}

function bodyOf(run: Run, batch: readonly Sent[]): string {
  const { deviceId, epoch } = readEnrolment(run.db) ?? run.enrolment;
  const head = JSON.stringify({ deviceId, epoch, firstSeq: batch[0]?.command.seq });
  return `${head.slice(0, -1)},"commands":[${batch.map((sent) => sent.text).join(',')}]}`;
}

/** Null: go on, with less at a time. */
function cope(run: Run, first: Sent, size: number, failure: CityFailure): Trouble | null {
  const { memory } = run;
  const problem = toTrouble(failure);
  memory.batchSize = nextBatchSize(size, 'badly');
  if (failure.kind !== 'refused' || !isAboutCommands(failure.status, problem)) return problem;
  if (size > 1) return null;
  if (memory.parkedInRow >= MAX_PARKED_IN_ROW) return problem;
  memory.parkedInRow += 1;
  park(run, first, failure.code === 'not-found' ? 'not-found' : 'forbidden', {
    status: failure.status,
    code: failure.code,
  });
  return null;
}

/** Too much at once, or one among them that cannot be read: less at a time finds it. */
function isAboutCommands(status: number, problem: Trouble): boolean {
  return problem.network === 'busy' && status >= 400 && status < 500 && status !== 429 && status !== 408;
}

/** Either the city began a new epoch during our session, or there really are two histories. */
async function lookAtFork(run: Run): Promise<Omit<Pushed, 'settled'>> {
  const epochBefore = readEnrolment(run.db)?.epoch;
  const session = await renewSession(run);
  if (!session.ok) return { trouble: toTrouble(session.failure), startsOver: false };
  const startsOver = readEnrolment(run.db)?.epoch !== epochBefore;
  if (!startsOver) noteFork(run);
  return { trouble: null, startsOver };
}

/** This archive was restored from an old copy: its numbers are used up. Nothing more goes out; people compare. */
function noteFork(run: Run): void {
  run.memory.isForked = true;
  run.db.transaction(() => {
    insertLog(run.db, { at: run.clock.now(), kind: 'failed', count: 1, code: 'forked' });
    const subject = run.enrolment.deviceId;
    run.office.archive.audit.record({ personId: run.office.person.id, act: 'sync.forked', subject, detail: {} });
  });
}

function park(run: Run, sent: Sent, code: string, detail: Readonly<Record<string, unknown>>): void {
  run.db.transaction(() => raise(run, sent, code, null, detail));
  run.office.applications.touched(applicationsOf([sent]));
}

function raise(run: Run, { command }: Sent, code: string, current: Application | null, detail: object): void {
  const at = run.clock.now();
  settleAttention(run.db, command.id, code, at);
  insertTask(run.db, {
    id: uuidv7(),
    code,
    raisedAt: at,
    commandId: command.id,
    applicationId: command.applicationId,
    current: current && JSON.stringify(current),
    detail: JSON.stringify(detail),
  });
  if (current) run.office.applications.receive(current);
}

/** One answer, one transaction. What does not verify is left as it was sent. */
function settle(
  run: Run,
  batch: readonly Sent[],
  results: readonly CommandResult[],
): { settled: number; isForged: boolean } {
  const { db, clock, office } = run;
  const byCommand = new Map(results.map((result) => [result.commandId, result]));
  const delivered: Sent[] = [];
  const refused: Sent[] = [];
  let isForged = false;
  db.transaction(() => {
    for (const sent of batch) {
      const result = byCommand.get(sent.command.id);
      if (!result || isSpoilt(run, result)) continue;
      if (!isGenuine(run, sent.command, result)) isForged = true;
      else if (accept(run, sent, result)) delivered.push(sent);
      else refused.push(sent);
    }
    const log = { at: clock.now(), kind: 'received', count: delivered.length, code: '' } as const;
    if (delivered.length > 0) insertLog(db, log);
  });
  if (delivered.length > 0) office.applications.touched(applicationsOf(delivered));
  if (refused.length > 0) office.applications.committed(applicationsOf(refused));
  return { settled: delivered.length + refused.length, isForged };
}

function isSpoilt({ memory }: Run, result: CommandResult): boolean {
  if (result.result !== 'rejected' || result.code !== 'bad-signature') return false;
  const times = (memory.spoiltCommands.get(result.commandId) ?? 0) + 1;
  memory.spoiltCommands.set(result.commandId, times);
  return times < MAX_SPOILT;
}

/** True when it took effect, with the receipt stored beside it. */
function accept(run: Run, sent: Sent, result: CommandResult): boolean {
  if (result.result === 'applied' || result.result === 'duplicate') {
    settleEffective(run.db, result.receipt, run.clock.now());
    return true;
  }
  if (result.result === 'conflict') raise(run, sent, result.code, result.current, {});
  else if (result.result === 'rejected') raise(run, sent, result.code, null, { detail: result.detail });
  else raise(run, sent, problemOf(run, result.by), null, { by: result.by });
  return false;
}

/** What holds back a blocked command is what became of the one before it. */
function problemOf(run: Run, commandId: string): string {
  return actsById(run.db, [commandId], run.clock.now()).get(commandId)?.problem ?? 'superseded';
}

function isGenuine(run: Run, command: Command, result: CommandResult): boolean {
  if (result.result === 'conflict') return result.current.id === command.applicationId;
  if (result.result === 'rejected' || result.result === 'blocked') return true;
  return isReceiptOf(command, result.receipt) && isSignedBy(result.receipt, run.enrolment.serverKey);
}

function isReceiptOf(command: Command, receipt: Receipt): boolean {
  return (
    receipt.commandId === command.id &&
    receipt.applicationId === command.applicationId &&
    receipt.payloadHash === command.payloadHash
  );
}
