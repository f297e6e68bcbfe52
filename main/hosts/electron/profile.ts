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
