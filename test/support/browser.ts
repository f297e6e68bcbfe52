/** A Chromium of this machine for tests and for the demo's window. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** DESK_BROWSER, else the usual places of Chrome, Chromium and Edge; null when there is none. */
export function findBrowser(): string | null {
  const named = process.env['DESK_BROWSER'];
  if (named) return existsSync(named) ? named : null;
  return usualPlaces().find((place) => existsSync(place)) ?? null;
}

function usualPlaces(): readonly string[] {
  if (process.platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map((name) => process.env[name] ?? '');
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
      'Chromium/Application/chrome.exe',
    ];
    return roots.filter(Boolean).flatMap((root) => programs.map((program) => path.join(root, program)));
  }
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  const folders = (process.env['PATH'] ?? '').split(':');
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
}

/**
 * Installs Debian's Chromium and Chinese fonts where that is allowed (root and apt), so that a fresh
 * machine needs nothing by hand. Null, and why, where it is not.
 */
export function installBrowser(): Readonly<{ browser: string | null; reason: string }> {
  const isAllowed = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  const help = 'Install Chrome, Edge or Chromium, or name one: DESK_BROWSER=/path/to/chrome npm test';
  if (!isAllowed) return { browser: null, reason: `No browser found. ${help}` };
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']]) {
    const { status } = spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] });
    if (status !== 0) return { browser: null, reason: `apt-get ${args[0]} failed. ${help}` };
  }
  return { browser: findBrowser(), reason: `apt-get installed no browser that could be found. ${help}` };
}

/** Flags for a headless run: root has no sandbox here, and nothing is looked up in the background. */
export const BROWSER_FLAGS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
