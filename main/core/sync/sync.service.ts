/**
 * Sync: brings changes in and decisions out whenever there is a line, by itself, from unlock to lock.
 * Everything it needs after a restart is in the archive.
 */
import type * as z from 'zod';
import type { sync as syncContract } from '#contract/sync.contract.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Receipt } from '#protocol/protocol.ts';
import { pendingActs, receiptOf } from '../outbox/outbox.service.ts';
import { readEnrolment } from '../unit/unit.service.ts';
import { createLife, hurry, live, writeLog, type Life, type SyncTuning } from './life.ts';
import { countOpenTasks, deleteBlob, selectPullState } from './sync.repository.ts';
import { clockOffsetMs } from './sync.rules.ts';
import type { SyncOffice, SyncStatus } from './sync.state.ts';
import { answerTask, listLog, listOutbox, listTasks, type TaskAnswer } from './tasks.ts';

export type { SyncTuning } from './life.ts';
export type { SyncApplications, SyncOffice, SyncStatus } from './sync.state.ts';

type Output<M extends keyof typeof syncContract> = z.input<(typeof syncContract)[M]['output']>;
type Page = Readonly<{ offset: number; limit: number }>;

export type Sync = Readonly<{
  start(): void;
  /** Resolves when nothing runs any more. */
  stop(): Promise<void>;
  /** Tries at once, whatever was decided about waiting; also after sleep and when the network comes back. */
  now(): Result<null, 'not-enrolled'>;
  /** A decision was made or taken back: the time of the next round may have changed. */
  nudge(): void;
  /** This computer was just enrolled: the first pull can start. */
  enrolled(): void;
  /** Its scans come before all others. */
  prioritise(applicationId: string): void;
  /** The vault lost this scan: it is fetched anew. */
  refetch(sha256: string): void;
  status(): SyncStatus;
  outbox(page: Page): Output<'outbox'>;
  receipt(commandId: string): Result<Receipt, 'not-found'>;
  tasks(): Output<'tasks'>;
  resolveTask(taskId: string, answer: TaskAnswer): Result<null, 'not-found' | 'answer-not-possible'>;
  log(page: Page): Output<'log'>;
}>;

export function createSync(office: SyncOffice, tuning: SyncTuning = {}): Sync {
  const { archive, ports, applications } = office;
  const { db } = archive;
  const { clock } = ports;
  const life = createLife(office, tuning);
  let living: Promise<void> | null = null;
  return {
    start() {
      living ??= live(life);
    },
    async stop() {
      life.stopping.abort();
      life.announcer.stop();
      life.wake();
      await living;
    },
    now() {
      if (!readEnrolment(db)) return fail('not-enrolled');
      hurry(life);
      return ok(null);
    },
    nudge() {
      life.announcer.announce();
      life.wake();
    },
    enrolled() {
      writeLog(life, 'enrolled', '');
      hurry(life);
    },
    prioritise(applicationId) {
      life.memory.first = applicationId;
    },
    refetch(sha256) {
      deleteBlob(db, sha256);
      life.memory.spoilt.delete(sha256);
      life.isUrgent = true;
      life.wake();
    },
    status: () => statusOf(life),
    outbox: (page) => listOutbox(db, applications, page, clock.now()),
    receipt(commandId) {
      const receipt = receiptOf(db, commandId);
      return receipt ? ok(receipt) : fail('not-found');
    },
    tasks: () => listTasks(db, applications, clock.now()),
    resolveTask(taskId, answer) {
      const resolved = answerTask(office, taskId, answer);
      if (!resolved.ok) return resolved;
      if (answer === 'accept') life.isUrgent = true;
      life.announcer.announce();
      life.wake();
      return resolved;
    },
    log: (page) => listLog(db, page),
  };
}

function statusOf({ office, memory, missingScans }: Life): SyncStatus {
  const { db } = office.archive;
  const { clock } = office.ports;
  return {
    phase: memory.phase,
    network: memory.network,
    lastContactAt: selectPullState(db).lastContactAt,
    failingSince: memory.failingSince,
    attempts: memory.attempts,
    nextTryAt: memory.nextTryAt,
    pending: pendingActs(db),
    attention: countOpenTasks(db),
    scans: missingScans(),
    progress: memory.progress,
    clockOffsetMs: clockOffsetMs(memory.samples, clock.now(), clock.monotonic()),
  };
}
