import { join } from 'node:path';

/**
 * Where the program keeps everything. On Windows not in the roaming profile, where Electron would
 * put it: that one may lie on a server and be copied while the archive is open.
 */
export function userDataDirectory(
  platform: NodeJS.Platform,
  localAppData: string | undefined,
  electronsChoice: string,
): string {
  return platform === 'win32' && localAppData ? join(localAppData, 'title-review-desk') : electronsChoice;
}

/** Of a program run from its sources: where its profile is, and how far its clock is shifted. */
export type DevelopmentOptions = Readonly<{ profile: string; clockShiftMs: number }>;

/**
 * `--desk-profile=DIR [--desk-now=ISO]`, for the demo and for tests: the same profile as the loopback host
 * uses. Null without them, and always in a packaged program, where nobody may choose another keychain.
 */
export function developmentOptions(
  isPackaged: boolean,
  switchValue: (name: string) => string,
  now: number,
): DevelopmentOptions | null {
  const profile = switchValue('desk-profile');
  if (isPackaged || profile === '') return null;
  const wanted = Date.parse(switchValue('desk-now'));
  return { profile, clockShiftMs: Number.isNaN(wanted) ? 0 : wanted - now };
}
