import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Opens the address with the system's own browser; where there is none, the printed line remains.
 * The address carries the token and any account may read a program's arguments, so the browser is
 * given a page of this account's own that leads there.
 */
export function openBrowser(url: string, profile: string): void {
  const page = join(profile, 'open-desk.html');
  rmSync(page, { force: true });
  writeFileSync(page, `<!doctype html><meta http-equiv="refresh" content="0;url=${url}">`, { mode: 0o600, flag: 'wx' });
  const [command, args] = commandFor(process.platform, pathToFileURL(page).href);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function commandFor(platform: NodeJS.Platform, url: string): readonly [string, string[]] {
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]];
  if (platform === 'darwin') return ['open', [url]];
  return ['xdg-open', [url]];
}
