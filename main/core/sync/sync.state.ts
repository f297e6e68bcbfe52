/** What sync keeps in memory between two steps. Nothing here is needed after a restart. */
import type * as z from 'zod';
import type { Archive } from '#archive/archive.ts';
import type { Db } from '#archive/db.ts';
import type { SyncStatusSchema } from '#contract/sync.contract.ts';
import type { Application } from '#model/application.ts';
import type { Clock, Ports } from '#ports/index.ts';
import type { Vault } from '#vault/vault.ts';
import type { CityLine } from '../city/city.service.ts';
import type { Publish } from '../event-bus.ts';
import type { Person } from '../office.ts';
import type { Enrolment } from '../unit/unit.service.ts';
import { FIRST_BATCH, FIRST_PAGE, type ClockSample } from './sync.rules.ts';

export type SyncStatus = z.output<typeof SyncStatusSchema>;
export type Network = SyncStatus['network'];
export type Phase = SyncStatus['phase'];

/** What sync needs of the applications. */
export type SyncApplications = Readonly<{
  /** inside the transaction of the page it came in */
  receive(application: Application): void;
  remove(id: string): void;
  /** after it; null: too many to name */
  committed(ids: readonly string[] | null): void;
  /** a delivery state or a scan changed */
  touched(ids: readonly string[]): void;
  count(): number;
  nameOf(id: string): string | null;
  read(id: string): Application | null;
}>;

export type SyncOffice = Readonly<{
  archive: Archive;
  vault: Vault;
  person: Person;
  ports: Ports;
  publish: Publish;
  applications: SyncApplications;
}>;

/** One reading of the changes, which may take several tries: kept so that a broken line costs a page, not all. */
export type Walk = {
  cursor: string;
  /** ids met so far when everything is read anew, to find what is gone; null when only changes are read */
  seen: Set<string> | null;
  /** removed so far, and how many there were at its start */
  removed: number;
  held: number;
  received: number;
};

export type Partial = { bytes: Uint8Array; length: number };

export type SyncMemory = {
  phase: Phase;
  network: Network;
  failingSince: number | null;
  attempts: number;
  nextTryAt: number | null;
  progress: { done: number; total: number } | null;
  samples: readonly ClockSample[];
  token: { value: string; validUntil: number } | null;
  walk: Walk | null;
  /** a mass removal waits for a person */
  isPaused: boolean;
  /** a refused mass removal is put to the person again */
  asksAgain: boolean;
  isForked: boolean;
  batchSize: number;
  pageSize: number;
  /** commands refused as a whole one after the other, without one success */
  parkedInRow: number;
  /** how often a command failed its signature at the city, by id */
  spoiltCommands: Map<string, number>;
  /** received so far of a scan, by hash */
  partials: Map<string, Partial>;
  /** how often a scan came wrong, by hash */
  spoilt: Map<string, number>;
  /** the application on screen */
  first: string | null;
  /** the last round left scans for something more urgent */
  hasMoreScans: boolean;
};

export function createMemory(): SyncMemory {
  return {
    phase: 'idle',
    network: 'unknown',
    failingSince: null,
    attempts: 0,
    nextTryAt: null,
    progress: null,
    samples: [],
    token: null,
    walk: null,
    isPaused: false,
    asksAgain: false,
    isForked: false,
    batchSize: FIRST_BATCH,
    pageSize: FIRST_PAGE,
    parkedInRow: 0,
    spoiltCommands: new Map(),
    partials: new Map(),
    spoilt: new Map(),
    first: null,
    hasMoreScans: false,
  };
}

/** What one round of sync works with. */
export type Run = Readonly<{
  office: SyncOffice;
  db: Db;
  clock: Clock;
  enrolment: Enrolment;
  line: CityLine;
  memory: SyncMemory;
  signal: AbortSignal;
  /** something of the status changed */
  announce(): void;
  /** a decision may go out, or it is time to read the changes again */
  isWantedElsewhere(): boolean;
}>;

/** Why a round ended early. `isFinal`: trying again by itself makes no sense. */
export type Trouble = Readonly<{ network: Network; retryAfterMs: number | null; isFinal: boolean }>;

export function trouble(network: Network, retryAfterMs: number | null = null): Trouble {
  return { network, retryAfterMs, isFinal: network === 'revoked' || network === 'forked' };
}

export function enter(run: Run, phase: Phase, progress: SyncMemory['progress'] = null): void {
  run.memory.phase = phase;
  run.memory.progress = progress;
  run.announce();
}

const ANNOUNCE_MS = 250;

/** Tells the windows at most four times a second, and never misses the last change. */
export function createAnnouncer(tell: () => void, clock: Clock): Readonly<{ announce(): void; stop(): void }> {
  let toldAt = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  function speak(): void {
    timer = undefined;
    toldAt = clock.monotonic();
    tell();
  }
  return {
    announce() {
      if (isStopped || timer) return;
      const wait = toldAt + ANNOUNCE_MS - clock.monotonic();
      if (wait <= 0) speak();
      else timer = setTimeout(speak, wait);
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
