/**
 * Files the person dropped or chose in the window, as tokens: the page holds a random word of this
 * session, the program holds the path.
 */
import { randomBytes } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { basename, isAbsolute } from 'node:path';
import { MAX_FILE_BYTES, type Clock, type Files } from '#ports/index.ts';

const TOKEN_BYTES = 32;
/** A token not used within half an hour of being given is forgotten. */
const LIFETIME_MS = 30 * 60_000;
const MAX_TOKENS = 1_000;

export type FileTokens = Files &
  Readonly<{
    /** null for what is no plain file on this computer or is too large. */
    issue(path: string): Promise<string | null>;
  }>;

export function createFileTokens(clock: Clock): FileTokens {
  const held = new Map<string, Readonly<{ path: string; untilMs: number }>>();

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
      held.set(token, { path, untilMs: clock.monotonic() + LIFETIME_MS });
      return token;
    },
    async take(token) {
      const file = held.get(token);
      held.delete(token);
      if (!file || file.untilMs <= clock.monotonic()) return null;
      const bytes = await readWhole(file.path).catch(() => null);
      return bytes && { name: basename(file.path), bytes };
    },
    clear: () => held.clear(),
  };
}

/** It may have grown, or become something else, since its token was given. */
async function readWhole(path: string): Promise<Uint8Array | null> {
  const file = await open(path, 'r');
  try {
    const facts = await file.stat();
    return facts.isFile() && facts.size <= MAX_FILE_BYTES ? await file.readFile() : null;
  } finally {
    await file.close();
  }
}
