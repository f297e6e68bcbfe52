/**
 * Sync: brings changes in and decisions out whenever there is a line, by itself, from unlock to lock.
 * Everything it needs after a restart is in the archive.
 */
import type * as z from 'zod';
import { DiskFullError } from '#archive/db.ts';
import type { sync as syncContract } from '#contract/sync.contract.ts';
import { fail, ok, type Result } from '#model/result.ts';
import type { Receipt } from '#protocol/protocol.ts';
import { nextSendsAt, pendingDecisions, readyToSend, receiptOf } from '../outbox/outbox.service.ts';
import { readEnrolment } from '../unit/unit.service.ts';
import { goRound } from './round.ts';
import { countMissingScans, countOpenTasks, deleteBlob, insertLog, selectPullState } from './sync.repository.ts';
import { clockOffsetMs, retryDelayMs } from './sync.rules.ts';
import { createAnnouncer, createMemory, trouble, type Run, type SyncOffice, type SyncStatus, type Trouble } from './sync.state.ts';
import { answerTask, listLog, listOutbox, listTasks, type TaskAnswer } from './tasks.ts';

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

/** How it differs from an office's own: tests bring their own dice and patience. */
export type SyncTuning = Readonly<{
  random?: () => number;
  /** silence after which a line counts as broken */
  stallMs?: number;
  /** how long nothing happens between two rounds when all is well */
  pollMs?: number;
}>;

const POLL_MS = 90_000;
/** Clocks jump and computers sleep: no timer is trusted for longer. */
const LONGEST_NAP_MS = 30_000;

export function createSync(office: SyncOffice, tuning: SyncTuning = {}): Sync {
  const { archive, ports, applications } = office;
  const { db } = archive;
  const { clock, log } = ports;
  const random = tuning.random ?? Math.random;
  const pollMs = tuning.pollMs ?? POLL_MS;
  const stopping = new AbortController();
  const memory = createMemory();
  const announcer = createAnnouncer(() => office.publish('sync.changed', {}), clock);
  let nextRoundAt = 0; // monotonic
  let isUrgent = false;
  let wake = () => {};
  let living: Promise<void> | null = null;

  function isDue(): boolean {
    return !memory.isForked && readyToSend(db, clock.now(), 1).length > 0;
  }

  async function tryRound(): Promise<Trouble | null> {
    const enrolment = readEnrolment(db);
    if (!enrolment) return null;
    const startedAt = clock.monotonic();
    const run: Run = {
      office,
      db,
      clock,
      enrolment,
      memory,
      line: { net: ports.net, clock, url: enrolment.cityUrl, ...(tuning.stallMs ? { stallMs: tuning.stallMs } : {}) },
      signal: stopping.signal,
      announce: announcer.announce,
      isWantedElsewhere: () => isUrgent || isDue() || clock.monotonic() - startedAt > pollMs,
    };
    try {
      return await goRound(run);
    } catch (error) {
      // a full disk is no bug: it is tried again when there may be room
      if (error instanceof DiskFullError) log.warn('sync.disk-full');
      else log.error('sync.bug', error);
      return trouble('unknown');
    }
  }

  function note(problem: Trouble | null): void {
    memory.phase = readEnrolment(db) ? 'idle' : 'not-enrolled';
    memory.progress = null;
    if (problem) noteTrouble(problem);
    else noteSuccess();
    announcer.announce();
  }

  function noteTrouble(problem: Trouble): void {
    const isNews = memory.attempts === 0 || memory.network !== problem.network;
    const delay = problem.isFinal ? Infinity : retryDelayMs(memory.attempts, problem.retryAfterMs, random);
    memory.attempts += 1;
    memory.failingSince ??= clock.now();
    memory.network = problem.network;
    nextRoundAt = clock.monotonic() + delay;
    memory.nextTryAt = problem.isFinal ? null : Math.round(clock.now() + delay);
    // a line that is down for days is one entry, not thousands
    if (isNews) writeLog('failed', problem.network);
  }

  function noteSuccess(): void {
    if (memory.attempts > 0) writeLog('restored', '');
    memory.attempts = 0;
    memory.failingSince = null;
    memory.nextTryAt = null;
    if (memory.phase !== 'not-enrolled') memory.network = memory.isForked ? 'forked' : memory.isPaused ? 'paused' : 'online';
    const pause = memory.hasMoreScans ? 0 : pollMs * (1 + random() / 2);
    nextRoundAt = memory.phase === 'not-enrolled' ? Infinity : clock.monotonic() + pause;
  }

  function writeLog(kind: 'failed' | 'restored' | 'enrolled', code: string): void {
    try {
      insertLog(db, { at: clock.now(), kind, count: 1, code });
    } catch (error) {
      log.error('sync.log', error); // a full disk: the next entry may fit again
    }
  }

  function msToNextRound(): number {
    if (isUrgent) return 0;
    const rest = nextRoundAt - clock.monotonic();
    if (memory.attempts > 0 || memory.isForked || memory.phase === 'not-enrolled') return rest;
    const now = clock.now();
    const sendsAt = nextSendsAt(db, now);
    return sendsAt === null ? rest : Math.min(rest, sendsAt - now);
  }

  /** Until the next round is due. */
  function rest(): Promise<void> {
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      wake = () => {
        clearTimeout(timer);
        const ms = stopping.signal.aborted ? 0 : msToNextRound();
        if (ms > 0) timer = setTimeout(wake, Math.min(ms, LONGEST_NAP_MS));
        else resolve();
      };
      wake();
    });
  }

  async function live(): Promise<void> {
    while (!stopping.signal.aborted) {
      isUrgent = false;
      const problem = await tryRound();
      if (stopping.signal.aborted) return;
      note(problem);
      await rest();
    }
  }

  function hurry(): void {
    isUrgent = true;
    memory.isForked = false;
    memory.asksAgain = true;
    memory.spoilt.clear();
    wake();
  }

  return {
    start() {
      living ??= live();
    },
    async stop() {
      stopping.abort();
      announcer.stop();
      wake();
      await living;
    },
    now() {
      if (!readEnrolment(db)) return fail('not-enrolled');
      hurry();
      return ok(null);
    },
    nudge() {
      announcer.announce();
      wake();
    },
    enrolled() {
      writeLog('enrolled', '');
      hurry();
    },
    prioritise(applicationId) {
      memory.first = applicationId;
    },
    refetch(sha256) {
      deleteBlob(db, sha256);
      memory.spoilt.delete(sha256);
      isUrgent = true;
      wake();
    },
    status: () => ({
      phase: memory.phase,
      network: memory.network,
      lastContactAt: selectPullState(db).lastContactAt,
      failingSince: memory.failingSince,
      attempts: memory.attempts,
      nextTryAt: memory.nextTryAt,
      pending: pendingDecisions(db),
      attention: countOpenTasks(db),
      scans: countMissingScans(db),
      progress: memory.progress,
      clockOffsetMs: clockOffsetMs(memory.samples, clock.now(), clock.monotonic()),
    }),
    outbox: (page) => listOutbox(db, applications, page, clock.now()),
    receipt(commandId) {
      const receipt = receiptOf(db, commandId);
      return receipt ? ok(receipt) : fail('not-found');
    },
    tasks: () => listTasks(db, applications, clock.now()),
    resolveTask(taskId, answer) {
      const resolved = answerTask(office, taskId, answer);
      if (resolved.ok) {
        if (answer === 'accept') isUrgent = true;
        announcer.announce();
        wake();
      }
      return resolved;
    },
    log: (page) => listLog(db, page),
  };
}
