/**
 * What the core needs from the world outside it. Each host brings its own; tests bring simple ones.
 */

import type { JobRunner } from './jobs.ts';

/** Time. `now` is epoch ms by this computer's clock, which may be wrong; `monotonic` never jumps. */
export type Clock = Readonly<{ now(): number; monotonic(): number }>;

/** Absolute directories. `profile` is ours alone and on a local disk. */
export type Paths = Readonly<{ profile: string; resources: string; renderer: string }>;

/** The network, as `fetch`. The host decides on proxies and certificates. */
export type Net = Readonly<{ fetch(url: string, init?: RequestInit): Promise<Response> }>;

/**
 * A small secret kept by the operating system for this user (Electron's safeStorage); never the
 * only protection. `reveal` rejects with an Error when the bytes were protected elsewhere.
 */
export type Keychain = Readonly<{
  protect(secret: Uint8Array): Promise<Uint8Array>;
  reveal(protectedSecret: Uint8Array): Promise<Uint8Array>;
}>;

/** bytes; the largest file that is read into memory as a whole */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** What the person dropped or chose in the window; the page holds a token of it, never a path. */
export type Files = Readonly<{
  /** The file behind a token, once; null when there is none (any more), it cannot be read or is larger than allowed. */
  take(token: string): Promise<Readonly<{ name: string; bytes: Uint8Array }> | null>;
  /** On locking: nobody may use what another person handed in. */
  clear(): void;
}>;

/** Facts that carry no personal data: numbers, codes and ids only, by type. */
export type LogFacts = Readonly<Record<string, number | boolean | null | LogCode>>;
/** A short code: letters, digits, `.`, `_`, `:`, `/` and `-`. The log replaces anything else. */
export type LogCode = string;
export type Log = Readonly<{
  info(event: string, facts?: LogFacts): void;
  warn(event: string, facts?: LogFacts): void;
  /** A bug or broken machine: stack and class of the error, never its message. */
  error(event: string, error: unknown, facts?: LogFacts): void;
}>;

export type Ports = Readonly<{
  clock: Clock;
  paths: Paths;
  net: Net;
  keychain: Keychain;
  files: Files;
  jobs: JobRunner;
  log: Log;
}>;
