/** Whether Electron's binary is here. Never `import 'electron'` for it: without the binary that starts a download. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The program to start, or null. Honours ELECTRON_OVERRIDE_DIST_PATH as Electron's own launcher does. */
export function findElectron(root: string): string | null {
  const directory = path.join(root, 'node_modules/electron');
  const pathFile = path.join(directory, 'path.txt');
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(directory, 'dist');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : defaultName();
  const program = path.join(dist, name);
  return existsSync(program) ? program : null;
}

function defaultName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

const FETCH_TIMEOUT_MS = 20_000;

/** Tries once to fetch the binary (mirror: ELECTRON_MIRROR); false where this machine cannot have it. */
export function fetchElectron(root: string): boolean {
  const installer = path.join(root, 'node_modules/electron/install.js');
  if (!existsSync(installer)) return false;
  const { status } = spawnSync(process.execPath, [installer], {
    cwd: root,
    stdio: 'ignore',
    timeout: FETCH_TIMEOUT_MS,
  });
  return status === 0 && findElectron(root) !== null;
}
