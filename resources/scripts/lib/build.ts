/** The built desk: made when it is missing or older than what it is made of. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const SOURCES = ['main', 'preload', 'renderer', 'resources/city-protocol', 'package-lock.json'];
const OUTPUTS = ['out/main/loopback.js', 'out/main/electron.js', 'out/preload/bridge.cjs', 'out/renderer/index.html'];
export const BUILD_STEPS = ['main', 'preload', 'renderer'] as const;

export function isBuildFresh(root: string): boolean {
  const outputs = OUTPUTS.map((file) => path.join(root, file));
  if (!outputs.every((file) => existsSync(file))) return false;
  const builtAt = Math.min(...outputs.map((file) => statSync(file).mtimeMs));
  return SOURCES.every((source) => newestChange(path.join(root, source)) <= builtAt);
}

/** Throws when the build fails; its own words went to stderr. */
export function ensureBuilt(root: string): void {
  if (!isBuildFresh(root)) build(root);
}

export function build(root: string): void {
  for (const layer of BUILD_STEPS) {
    const vite = path.join(root, 'node_modules/vite/bin/vite.js');
    const args = [vite, 'build', '--logLevel', 'warn', '--config', path.join(root, layer, 'vite.config.ts')];
    // stdout belongs to whoever is starting us: the demo announces itself there
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new Error(`building ${layer} failed`);
  }
}

/** ms since the epoch of the latest change at or below a path */
function newestChange(entry: string): number {
  const stat = statSync(entry);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(entry).map((name) => newestChange(path.join(entry, name))));
}
