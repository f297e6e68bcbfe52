/** The world as tests want it: a clock that obeys, a keychain in memory, a log that remembers, a net with a script. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Keychain, Log, LogFacts, Ports } from '#ports/index.ts';
import { createHeldFiles, type HeldFiles } from '../../main/hosts/loopback/held-files.ts';
import { realJobs } from './job-runner.ts';

export type LogLine = Readonly<{ level: 'info' | 'warn' | 'error'; event: string; facts: LogFacts; error?: unknown }>;
type Answer = (url: string, init?: RequestInit) => Response | Promise<Response>;

export type FakePorts = Ports &
  Readonly<{
    /** moves wall and monotonic time together */
    advance(ms: number): void;
    /** sets wall time only, as a person changing the clock does */
    setNow(ms: number): void;
    /** `hold` hands one in */
    files: HeldFiles;
    logLines: LogLine[];
    /** Answers every later request; without one, requests fail as with the cable out. */
    answer(answer: Answer): void;
    requests: string[];
    /** Another account or computer: what was protected before cannot be revealed any more. */
    loseKeychain(): void;
    /** Ends the processes of jobs, and removes the profile when it was made here. */
    dispose(): void;
  }>;

/** 2026-09-01 09:00 in Kunming */
export const START = Date.UTC(2026, 8, 1, 1, 0, 0);

export function fakePorts(options: Readonly<{ profile?: string; now?: number; keychain?: Keychain }> = {}): FakePorts {
  const profile = options.profile ?? mkdtempSync(path.join(tmpdir(), 'desk-profile-'));
  const memory = memoryKeychain();
  const logLines: LogLine[] = [];
  const requests: string[] = [];
  let now = options.now ?? START;
  let monotonic = 0;
  let answer: Answer = () => Promise.reject(new TypeError('fetch failed'));
  const log: Log = {
    info: (event, facts = {}) => void logLines.push({ level: 'info', event, facts }),
    warn: (event, facts = {}) => void logLines.push({ level: 'warn', event, facts }),
    error: (event, error, facts = {}) => void logLines.push({ level: 'error', event, facts, error }),
  };
  const jobs = realJobs(log);
  return {
    clock: { now: () => now, monotonic: () => monotonic },
    paths: { profile, resources: path.resolve('resources'), renderer: path.resolve('out/renderer') },
    keychain: options.keychain ?? memory.keychain,
    files: createHeldFiles(),
    jobs,
    log,
    net: {
      async fetch(url, init) {
        requests.push(url);
        return answer(url, init);
      },
    },
    advance(ms) {
      now += ms;
      monotonic += ms;
    },
    setNow(ms) {
      now = ms;
    },
    logLines,
    requests,
    answer(next) {
      answer = next;
    },
    loseKeychain: memory.lose,
    dispose() {
      void jobs.endAll();
      if (options.profile === undefined) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Behaves as the operating system's: bytes protected under another key are rejected. */
function memoryKeychain(): Readonly<{ keychain: Keychain; lose: () => void }> {
  let key = randomBytes(32);
  const keychain: Keychain = {
    async protect(secret) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
    },
    async reveal(protectedSecret) {
      const bytes = Buffer.from(protectedSecret);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAuthTag(bytes.subarray(-16));
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    },
  };
  return {
    keychain,
    lose() {
      key = randomBytes(32);
    },
  };
}
