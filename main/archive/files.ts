/** Writing small files so that a power cut leaves either the old or the new one. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DiskFullError } from './db.ts';
import { isOutOfSpace } from './driver.ts';

/** temp → fsync → rename → fsync of the folder. Throws DiskFullError when there is no room; the old file then stands. */
export function replaceFile(file: string, bytes: Uint8Array): void {
  const temp = `${file}.new`;
  try {
    const fd = openSync(temp, 'w', 0o600);
    try {
      writeFileSync(fd, bytes);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renamePatiently(temp, file);
    syncFolder(path.dirname(file));
  } catch (error) {
    rmSync(temp, { force: true });
    throw isOutOfSpace(error) ? new DiskFullError(error) : error;
  }
}

/** ms; a virus scanner on Windows may hold a new file for a moment */
export const RENAME_PAUSES = [0, 20, 50, 100, 200, 500];
const HELD = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** True for an error that passes once another program lets go of the file. */
export function isHeld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && HELD.has(String(error.code));
}

function renamePatiently(from: string, to: string): void {
  for (const waitMs of RENAME_PAUSES) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (!isHeld(error) || waitMs === RENAME_PAUSES.at(-1)) throw error;
    }
  }
}

/** Makes a rename survive a power cut. Windows has no handle for a folder and keeps renames in its own log. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
