/** Round after round from start to stop: when the next one comes, and what became of the last. */
import { DiskFullError } from '#archive/db.ts';
import { nextSendsAt, readyToSend } from '../outbox/outbox.service.ts';
import { readEnrolment } from '../unit/unit.service.ts';
import { goRound } from './round.ts';
import { countMissingScans, insertLog } from './sync.repository.ts';
import { retryDelayMs } from './sync.rules.ts';
import {
  createAnnouncer,
  createMemory,
  trouble,
  type Network,
  type Run,
  type SyncMemory,
  type SyncOffice,
  type Trouble,
} from './sync.state.ts';

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

export type Life = {
  readonly office: SyncOffice;
  readonly memory: SyncMemory;
  readonly stopping: AbortController;
  readonly announcer: ReturnType<typeof createAnnouncer>;
  readonly random: () => number;
  readonly stallMs: number | null;
  readonly pollMs: number;
  /** monotonic */
  nextRoundAt: number;
  /** the next round comes at once */
  isUrgent: boolean;
  /** what the status says of scans, counted at its own pace */
  readonly missingScans: () => ReturnType<typeof countMissingScans>;
  /** looks again at how long to rest */
  wake: () => void;
};

export function createLife(office: SyncOffice, tuning: SyncTuning): Life {
  return {
    office,
    memory: createMemory(),
    stopping: new AbortController(),
    announcer: createAnnouncer(() => office.publish('sync.changed', {}), office.ports.clock),
    random: tuning.random ?? Math.random,
    stallMs: tuning.stallMs ?? null,
    pollMs: tuning.pollMs ?? POLL_MS,
    missingScans: thrifty(() => countMissingScans(office.archive.db)),
    nextRoundAt: 0,
    isUrgent: false,
    wake: () => {},
  };
}

/** Resolves after `stopping`, when nothing runs any more. Never rejects. */
export async function live(life: Life): Promise<void> {
  const { signal } = life.stopping;
  while (!signal.aborted) {
    life.isUrgent = false;
    const problem = await tryRound(life);
    if (signal.aborted) return;
    note(life, problem);
    await rest(life);
  }
}

/** Tries at once and forgets what was given up. */
export function hurry(life: Life): void {
  const { memory } = life;
  life.isUrgent = true;
  memory.isForked = false;
  memory.asksAgain = true;
  memory.spoilt.clear();
  life.wake();
}

export function writeLog(life: Life, kind: 'failed' | 'restored' | 'enrolled', code: string): void {
  const { archive, ports } = life.office;
  try {
    insertLog(archive.db, { at: ports.clock.now(), kind, count: 1, code });
  } catch (error) {
    reportBug(life, error); // a full disk: the next entry may fit again
  }
}

async function tryRound(life: Life): Promise<Trouble | null> {
  const { db } = life.office.archive;
  try {
    const enrolment = readEnrolment(db);
    return enrolment ? await goRound(makeRun(life, enrolment)) : null;
  } catch (error) {
    reportBug(life, error);
    return trouble('unknown');
  }
}

function makeRun(life: Life, enrolment: Run['enrolment']): Run {
  const { office, memory, stallMs } = life;
  const { clock, net } = office.ports;
  const { db } = office.archive;
  const endsAt = clock.monotonic() + life.pollMs;
  return {
    office,
    db,
    clock,
    enrolment,
    memory,
    line: { net, clock, url: enrolment.cityUrl, ...(stallMs === null ? {} : { stallMs }) },
    signal: life.stopping.signal,
    announce: life.announcer.announce,
    isWantedElsewhere: () => life.isUrgent || canSend(life) || clock.monotonic() > endsAt,
  };
}

function canSend({ office, memory }: Life): boolean {
  return !memory.isForked && readyToSend(office.archive.db, office.ports.clock.now(), 1).length > 0;
}

/** A full disk is no bug: it is tried again when there may be room. */
function reportBug({ office }: Life, error: unknown): void {
  if (error instanceof DiskFullError) office.ports.log.warn('sync.disk-full');
  else office.ports.log.error('sync.bug', error);
}

function note(life: Life, problem: Trouble | null): void {
  const { memory, office } = life;
  memory.phase = readEnrolment(office.archive.db) ? 'idle' : 'not-enrolled';
  memory.progress = null;
  if (problem) noteTrouble(life, problem);
  else noteSuccess(life);
  life.announcer.announce();
}

function noteTrouble(life: Life, problem: Trouble): void {
  const { memory } = life;
  const { clock } = life.office.ports;
  const isNews = memory.attempts === 0 || memory.network !== problem.network;
  const delay = problem.isFinal ? Infinity : retryDelayMs(memory.attempts, problem.retryAfterMs, life.random);
  memory.attempts += 1;
  memory.failingSince ??= clock.now();
  memory.network = problem.network;
  memory.nextTryAt = problem.isFinal ? null : Math.round(clock.now() + delay);
  life.nextRoundAt = clock.monotonic() + delay;
  // a line that is down for days is one entry, not thousands
  if (isNews) writeLog(life, 'failed', problem.network);
}

function noteSuccess(life: Life): void {
  const { memory } = life;
  if (memory.attempts > 0) writeLog(life, 'restored', '');
  memory.attempts = 0;
  memory.failingSince = null;
  memory.nextTryAt = null;
  if (memory.phase === 'not-enrolled') {
    life.nextRoundAt = Infinity;
    return;
  }
  memory.network = networkAfterSuccess(memory);
  const pause = memory.hasMoreScans ? 0 : life.pollMs * (1 + life.random() / 2);
  life.nextRoundAt = life.office.ports.clock.monotonic() + pause;
}

function networkAfterSuccess({ isForked, isPaused }: SyncMemory): Network {
  if (isForked) return 'forked';
  return isPaused ? 'paused' : 'online';
}

/** Until the next round is due. */
function rest(life: Life): Promise<void> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    life.wake = () => {
      clearTimeout(timer);
      const ms = life.stopping.signal.aborted ? 0 : msToNextRound(life);
      if (ms > 0) {
        timer = setTimeout(life.wake, Math.min(ms, LONGEST_NAP_MS));
        return;
      }
      life.wake = () => {};
      resolve();
    };
    life.wake();
  });
}

function msToNextRound({ office, memory, isUrgent, nextRoundAt }: Life): number {
  if (isUrgent) return 0;
  const { clock } = office.ports;
  const untilRound = nextRoundAt - clock.monotonic();
  if (memory.attempts > 0 || memory.isForked || memory.phase === 'not-enrolled') return untilRound;
  const now = clock.now();
  const sendsAt = nextSendsAt(office.archive.db, now);
  return sendsAt === null ? untilRound : Math.min(untilRound, sendsAt - now);
}

/** Asked again at once it answers as before, for twenty times as long as the counting took: at most a twentieth of the time goes into it. */
function thrifty<T>(count: () => T): () => T {
  let counted: T | undefined;
  let validUntil = Number.NEGATIVE_INFINITY;
  return () => {
    const started = performance.now();
    if (counted !== undefined && started < validUntil) return counted;
    counted = count();
    const finished = performance.now();
    validUntil = finished + 20 * (finished - started);
    return counted;
  };
}
