/**
 * Files the person dropped or chose in the window, as tokens: the page holds a random word of this
 * session, the program holds the path.
 */
import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import type { Clock } from '#ports/index.ts';

const TOKEN_BYTES = 32;
/** A token not used within half an hour of being given is forgotten. */
const LIFETIME_MS = 30 * 60_000;
const MAX_TOKENS = 1_000;
/** The largest a person hands in at once is an exchange package on a stick. */
const MAX_FILE_BYTES = 4_000_000_000;

export type HandedFile = Readonly<{ path: string; sizeBytes: number }>;
export type FileTokens = Readonly<{
  /** null for what is no plain file on this computer or is too large. */
  issue(path: string): Promise<string | null>;
  /** The file behind a token, once; null when there is none (any more). */
  take(token: string): HandedFile | null;
  /** On locking: nobody may use what another person handed in. */
  clear(): void;
}>;

export function createFileTokens(clock: Clock): FileTokens {
  const held = new Map<string, HandedFile & Readonly<{ untilMs: number }>>();

  function forgetOld(): void {
    for (const [token, { untilMs }] of held) {
      if (untilMs <= clock.monotonic() || held.size >= MAX_TOKENS) held.delete(token);
      else return;
    }
  }
  return {
    async issue(path) {
      if (!isAbsolute(path)) return null;
      const facts = await stat(path).catch(() => null);
      if (!facts?.isFile() || facts.size > MAX_FILE_BYTES) return null;
      forgetOld();
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      held.set(token, { path, sizeBytes: facts.size, untilMs: clock.monotonic() + LIFETIME_MS });
      return token;
    },
    take(token) {
      const file = held.get(token);
      held.delete(token);
      return file && file.untilMs > clock.monotonic() ? { path: file.path, sizeBytes: file.sizeBytes } : null;
    },
    clear: () => held.clear(),
  };
}
