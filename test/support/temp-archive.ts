/** A real encrypted archive in a folder of its own. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Archive } from '#archive/archive.ts';
import type { Db } from '#archive/db.ts';
import { MIGRATIONS, type Migration } from '#archive/migrations/index.ts';
import { archiveFiles, createArchive, openArchive, type ArchiveFiles, type ArchiveKeys } from '#archive/open.ts';
import { START } from './fake-ports.ts';

export type TempArchive = Readonly<{
  archive: Archive;
  db: Db;
  dir: string;
  files: ArchiveFiles;
  keys: ArchiveKeys;
  /**
   * Closes and opens again from the files, which `whileClosed` may change; the archive of before is gone.
   * `migrations`: another version's
   */
  reopen(whileClosed?: () => void, migrations?: readonly Migration[]): TempArchive;
  /** Closes and removes everything. */
  dispose(): void;
}>;

/** `migrations`: an archive as another version makes it */
export function openTempArchive(
  now: () => number = () => START,
  migrations: readonly Migration[] = MIGRATIONS,
): TempArchive {
  const dir = mkdtempSync(path.join(tmpdir(), 'desk-archive-'));
  const keys = newArchiveKeys();
  const created = createArchive({ dir, keys, now, migrations });
  if (!created.ok) throw new Error(created.error.code);
  return holding(created.value, { dir, keys, now, migrations });
}

export function newArchiveKeys(): ArchiveKeys {
  return { db: randomBytes(32), journal: randomBytes(32), audit: randomBytes(32), anchor: randomBytes(32) };
}

function holding(
  archive: Archive,
  where: Readonly<{ dir: string; keys: ArchiveKeys; now: () => number; migrations: readonly Migration[] }>,
): TempArchive {
  return {
    archive,
    db: archive.db,
    dir: where.dir,
    files: archiveFiles(where.dir),
    keys: where.keys,
    reopen(whileClosed, migrations = where.migrations) {
      archive.close();
      whileClosed?.();
      const opened = openArchive({ ...where, migrations });
      if (!opened.ok) throw new Error(`${opened.error.code} ${opened.error.message}`);
      return holding(opened.value, { ...where, migrations });
    },
    dispose() {
      archive.close();
      rmSync(where.dir, { recursive: true, force: true });
    },
  };
}
