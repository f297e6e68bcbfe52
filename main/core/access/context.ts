import path from 'node:path';
import type { Ports } from '#ports/index.ts';
import type { Attempts } from './attempts.ts';
import type { Door } from './door.ts';
import type { ScryptCost } from './keys.ts';

/** What every use case of access works with. */
export type AccessContext = Readonly<{ ports: Ports; door: Door; attempts: Attempts; cost: ScryptCost }>;

export function attemptsFile(profile: string): string {
  return path.join(profile, 'attempts.bin');
}

export function summaryFile(profile: string): string {
  return path.join(profile, 'last-session.bin');
}
