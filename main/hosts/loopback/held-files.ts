/** Files handed in through the browser: it has no paths to give, so the bytes themselves wait here, in memory. */
import { randomBytes } from 'node:crypto';
import type { Files } from '#ports/index.ts';

const TOKEN_BYTES = 32;
const LIFETIME_MS = 10 * 60_000;
/** All together; the oldest make room for a new one. */
const MAX_HELD_BYTES = 64 * 1024 * 1024;

type Held = Readonly<{ name: string; bytes: Uint8Array; timer: NodeJS.Timeout }>;
export type HeldFiles = Files & Readonly<{ hold(name: string, bytes: Uint8Array): string }>;

export function createHeldFiles(): HeldFiles {
  const held = new Map<string, Held>();
  let heldBytes = 0;

  function release(token: string): Held | undefined {
    const file = held.get(token);
    if (!file) return undefined;
    clearTimeout(file.timer);
    held.delete(token);
    heldBytes -= file.bytes.length;
    return file;
  }
  return {
    hold(name, bytes) {
      for (const oldest of held.keys()) {
        if (heldBytes + bytes.length <= MAX_HELD_BYTES) break;
        release(oldest);
      }
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      held.set(token, { name, bytes, timer: setTimeout(() => release(token), LIFETIME_MS).unref() });
      heldBytes += bytes.length;
      return token;
    },
    async take(token) {
      const file = release(token);
      return file ? { name: file.name, bytes: file.bytes } : null;
    },
    clear() {
      for (const token of held.keys()) release(token);
    },
  };
}
