/** The built desk: made when it is missing or older than what it is made of. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const SOURCES = ['main', 'preload', 'renderer', 'resources/city-protocol', 'package-lock.json'];
const OUTPUTS = [
  'out/main/loopback.js',
  'out/main/electron.js',
  'out/main/core.js',
  'out/main/jobs.js',
  'out/preload/bridge.cjs',
  'out/renderer/index.html',
];
const BUILD_STEPS = ['main', 'preload', 'renderer'] as const;
/** Holds when the last whole build began, ms since the epoch: a change made during a build counts as newer. */
const STAMP = 'out/built-at';

export function isBuildFresh(root: string): boolean {
  if (![...OUTPUTS, STAMP].every((file) => existsSync(path.join(root, file)))) return false;
  const builtAt = Number(readFileSync(path.join(root, STAMP), 'utf8'));
  return SOURCES.every((source) => newestChange(path.join(root, source)) <= builtAt);
}

/** Throws when the build fails; its own words went to stderr. */
export function ensureBuilt(root: string): void {
  if (!isBuildFresh(root)) build(root);
}

export function build(root: string): void {
  const startedAt = Date.now();
  forgetBuild(root);
  for (const layer of BUILD_STEPS) {
    const vite = path.join(root, 'node_modules/vite/bin/vite.js');
    const args = [vite, 'build', '--logLevel', 'warn', '--config', path.join(root, layer, 'vite.config.ts')];
    // stdout belongs to whoever is starting us: the demo announces itself there
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new Error(`building ${layer} failed`);
  }
  writeFileSync(path.join(root, STAMP), String(startedAt));
}

/** What lies in out/ is then no longer taken for a whole build. */
export function forgetBuild(root: string): void {
  rmSync(path.join(root, STAMP), { force: true });
}

/** ms since the epoch of the latest change at or below a path */
function newestChange(entry: string): number {
  const stat = statSync(entry);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(entry).map((name) => newestChange(path.join(entry, name))));
}
