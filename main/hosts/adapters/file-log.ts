/** The log of both hosts: JSON lines in the profile that cannot hold personal data. */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Log, LogFacts } from '#ports/index.ts';
import { errorCode } from './error-code.ts';

/** Two files of this size are kept at most: today's and the one before. */
const MAX_BYTES = 2_000_000;
const MAX_FACTS = 20;
const CODE = /^[A-Za-z0-9._:/-]{1,80}$/;
/** An ID number, a telephone or any other long run of digits is no code, whatever it claims to be. */
const LONG_NUMBER = /\d{11}/;
const REPLACED = '[removed]';

type Level = 'info' | 'warn' | 'error';

/** Writing the log never fails the work it tells of: on a full disk the line is lost. */
export function createFileLog(profile: string, clock: Clock): Log {
  const directory = join(profile, 'logs');
  const file = join(directory, 'desk.log');
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  let sizeBytes = sizeOf(file);

  function write(level: Level, event: string, facts: Readonly<Record<string, unknown>>): void {
    const line = `${JSON.stringify({ at: new Date(clock.now()).toISOString(), level, event: safeCode(event), ...facts })}\n`;
    const lineBytes = Buffer.byteLength(line);
    try {
      if (sizeBytes + lineBytes > MAX_BYTES) {
        renameSync(file, join(directory, 'desk.1.log'));
        sizeBytes = 0;
      }
      appendFileSync(file, line, { mode: 0o600 });
      sizeBytes += lineBytes;
    } catch {
      sizeBytes = sizeOf(file);
    }
  }
  return {
    info: (event, facts) => write('info', event, safeFacts(facts)),
    warn: (event, facts) => write('warn', event, safeFacts(facts)),
    error: (event, error, facts) => write('error', event, { ...safeFacts(facts), ...describeError(error) }),
  };
}

/** Numbers, booleans and short codes; a text that is none of these is replaced. */
function safeFacts(facts: LogFacts = {}): Readonly<Record<string, unknown>> {
  const entries = Object.entries(facts).slice(0, MAX_FACTS);
  return Object.fromEntries(entries.map(([name, value]) => [safeCode(name), safeValue(value)]));
}

function safeValue(value: unknown): unknown {
  if (typeof value === 'string') return safeCode(value);
  if (typeof value === 'number') return LONG_NUMBER.test(String(value)) && !isInstant(value) ? REPLACED : value;
  return typeof value === 'boolean' || value === null ? value : REPLACED;
}

/** Epoch ms between 2001 and 2096 has 12 or 13 digits and names nobody; a mobile number has 11. */
function isInstant(value: number): boolean {
  return value >= 1e12 && value < 4e12;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

function safeCode(text: string): string {
  if (UUID.test(text)) return text;
  return CODE.test(text) && !LONG_NUMBER.test(text) ? text : REPLACED;
}

/** Class, code and where; never the message, which may quote what was typed or read. */
function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = errorCode(error);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: safeCode(error.name),
    ...(code === null ? {} : { code: safeCode(code) }),
    stack: frames.slice(0, 12).map(shortFrame),
  };
}

/** 'router.js:41:9': file and place without the directories, which may hold a person's user name. */
function shortFrame(frame: string): string {
  return /([\w.-]+:\d+:\d+)\)?$/.exec(frame)?.[1] ?? 'native';
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
