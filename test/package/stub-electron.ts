/** A directory shaped like Electron's Linux download around a binary that only looks like one, for packing offline. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createPackage } from '@electron/asar';

/** Fills `directory`; electron-builder takes it as `electronDist`. */
export async function writeStubElectron(directory: string): Promise<void> {
  const files = {
    electron: '#!/bin/sh\nexit 1\n',
    version: '45.4.1',
    LICENSE: 'stub',
    'LICENSES.chromium.html': 'stub',
    'locales/zh-CN.pak': 'stub',
  };
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(directory, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  chmodSync(path.join(directory, 'electron'), 0o755);
  // the packer reads its header before it drops it, so this one must be real
  const app = path.join(directory, 'default-app');
  mkdirSync(app);
  writeFileSync(path.join(app, 'main.js'), '');
  mkdirSync(path.join(directory, 'resources'));
  await createPackage(app, path.join(directory, 'resources', 'default_app.asar'));
}
