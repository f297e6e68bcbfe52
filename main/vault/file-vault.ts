/**
 * The vault as files: each named by a keyed hash, so that nobody can check from outside whether a known
 * scan is in it, and sealed in one piece (a scan is far smaller than memory).
 */
import { createHmac, randomUUID } from 'node:crypto';
import { unlinkSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { seal, SEAL_SIZE, unseal } from '#archive/sealed.ts';
import { isOutOfSpace } from '#archive/driver.ts';
import { isHeld, RENAME_PAUSES, syncFolder } from '#archive/files.ts';
import { fail, ok, type Result } from '#model/result.ts';
import { hashOf } from './keep-bytes.ts';
import type { Vault } from './vault.ts';

/** 32 bytes each. The caller owns them and wipes them after `close`. */
export type VaultKeys = Readonly<Record<'content' | 'name', Uint8Array>>;
export type FileVault = Vault & Readonly<{ /** Afterwards every call rejects, also those under way. */ close(): void }>;
type VaultOptions = Readonly<{ dir: string; keys: VaultKeys }>;

const TEMP_FOLDER = 'incoming';
const QUARANTINE_FOLDER = 'quarantine';
const SHELF = /^[0-9a-f]{2}$/;
const SHA256_HEX = /^[0-9a-f]{64}$/;

/** Opens or makes the vault in `dir` and removes what an interrupted `put` left behind. */
export async function openFileVault({ dir, keys }: VaultOptions): Promise<FileVault> {
  const temps = path.join(dir, TEMP_FOLDER);
  await rm(temps, { recursive: true, force: true });
  await mkdir(temps, { recursive: true });
  /** names of files put since: whoever put them may not have written down yet that they are there */
  const recent = new Set<string>();
  let isOpen = true;

  /** Wiped keys would make every good file look damaged. */
  function assertOpen(): void {
    if (!isOpen) throw new Error('the vault is closed');
  }

  function nameOf(sha256: string): string {
    assertOpen();
    if (!SHA256_HEX.test(sha256)) throw new TypeError('not a SHA-256 in hex');
    return createHmac('sha256', keys.name).update(sha256).digest('hex');
  }

  /** 256 folders, so that none gets slow */
  function fileOf(sha256: string): string {
    const name = nameOf(sha256);
    return path.join(dir, name.slice(0, 2), name);
  }

  return {
    async put(sha256, bytes) {
      const file = fileOf(sha256);
      if (hashOf(bytes) !== sha256) return fail('hash-mismatch');
      recent.add(path.basename(file));
      if ((await sizeOf(file)) === bytes.length + SEAL_SIZE) return ok(null);
      assertOpen();
      const sealed = seal(keys.content, bytes, contextOf(sha256, bytes.length));
      return store(sealed, path.join(temps, randomUUID()), file);
    },

    async get(sha256) {
      const file = fileOf(sha256);
      const sealed = await readIfThere(file);
      if (!sealed) return fail('missing');
      assertOpen();
      const bytes = unseal(keys.content, sealed, contextOf(sha256, sealed.length - SEAL_SIZE));
      if (bytes && hashOf(bytes) === sha256) return ok(bytes);
      await setAside(dir, file);
      return fail('damaged');
    },

    async has(sha256) {
      const size = await sizeOf(fileOf(sha256));
      return size !== null && size >= SEAL_SIZE;
    },

    async sweep(known) {
      const kept = new Set(Array.from(known, nameOf));
      return removeFiles(dir, (name) => {
        assertOpen();
        return !kept.has(name) && !recent.has(name);
      });
    },

    close() {
      isOpen = false;
    },
  };
}

/**
 * Asked and removed in one turn: a `put` of the same bytes is either before it, and known as recent, or finds nothing
 * there. Returns how many.
 */
async function removeFiles(dir: string, isToGo: (name: string) => boolean): Promise<number> {
  let removed = 0;
  for (const shelf of (await readdir(dir)).filter((folder) => SHELF.test(folder))) {
    for (const name of await readdir(path.join(dir, shelf))) {
      if (!isToGo(name)) continue;
      unlinkSync(path.join(dir, shelf, name));
      removed += 1;
    }
  }
  return removed;
}

/** temp → fsync → rename → fsync of the folders */
async function store(sealed: Uint8Array, temp: string, file: string): Promise<Result<null, 'disk-full'>> {
  const folder = path.dirname(file);
  try {
    await writeDurably(temp, sealed);
    await mkdir(folder, { recursive: true });
    await renamePatiently(temp, file);
    syncFolder(folder);
    syncFolder(path.dirname(folder));
    return ok(null);
  } catch (error) {
    await rm(temp, { force: true });
    if (isOutOfSpace(error)) return fail('disk-full');
    throw error;
  }
}

/** What a file is sealed to: its own hash and length, so that no two can be exchanged. */
function contextOf(sha256: string, length: number): Buffer {
  return Buffer.from(`vault 1 ${sha256} ${length}`, 'utf8');
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (isNotThere(error)) return null;
    throw error;
  }
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isNotThere(error)) return null;
    throw error;
  }
}

function isNotThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function renamePatiently(from: string, to: string): Promise<void> {
  for (const waitMs of RENAME_PAUSES) {
    await pause(waitMs);
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (!isHeld(error) || waitMs === RENAME_PAUSES.at(-1)) throw error;
    }
  }
}

/** Kept for whoever looks into it; the place is free to be filled anew. */
async function setAside(dir: string, file: string): Promise<void> {
  const folder = path.join(dir, QUARANTINE_FOLDER);
  await mkdir(folder, { recursive: true });
  try {
    await renamePatiently(file, path.join(folder, path.basename(file)));
  } catch (error) {
    // Another reader of the same file was first.
    if (!isNotThere(error)) throw error;
  }
}
