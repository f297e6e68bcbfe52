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
/** Of bytes waiting in memory to be taken: a page hands in one file after the other. */
const MAX_HELD_BYTES = 2 * MAX_FILE_BYTES;
const LONGEST_NAME = 255;

type FileBytes = Readonly<{ name: string; bytes: Uint8Array }>;
type Held = Readonly<{ untilMs: number }> & (Readonly<{ path: string }> | FileBytes);

export type FileTokens = Files &
  Readonly<{
    /** null for what is no plain file on this computer or is too large. */
    issue(path: string): Promise<string | null>;
    /** Pasted bytes, kept in memory until they are taken; null where there is no room for them. */
    hold(name: string, bytes: Uint8Array): string | null;
  }>;

export function createFileTokens(clock: Clock): FileTokens {
  const held = new Map<string, Held>();

  function forgetOld(): void {
    for (const [token, { untilMs }] of held) {
      if (untilMs <= clock.monotonic() || held.size >= MAX_TOKENS) held.delete(token);
      else return;
    }
  }
  function give(file: Readonly<{ path: string }> | FileBytes): string {
    forgetOld();
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    held.set(token, { ...file, untilMs: clock.monotonic() + LIFETIME_MS });
    return token;
  }
  function heldBytes(): number {
    return [...held.values()].reduce((sum, file) => sum + ('bytes' in file ? file.bytes.length : 0), 0);
  }
  return {
    async issue(path) {
      if (!isAbsolute(path)) return null;
      const facts = await stat(path).catch(() => null);
      if (!facts?.isFile() || facts.size > MAX_FILE_BYTES) return null;
      return give({ path });
    },
    hold(name, bytes) {
      forgetOld();
      if (bytes.length > MAX_FILE_BYTES || heldBytes() + bytes.length > MAX_HELD_BYTES) return null;
      return give({ name: basename(name).slice(0, LONGEST_NAME), bytes });
    },
    async take(token) {
      const file = held.get(token);
      held.delete(token);
      if (!file || file.untilMs <= clock.monotonic()) return null;
      if ('bytes' in file) return { name: file.name, bytes: file.bytes };
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
