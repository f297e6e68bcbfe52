/** One life of intake on real files, archive and vault, with little else around it, so that it starts at once. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Archive } from '#archive/archive.ts';
import { createArchive, openArchive } from '#archive/open.ts';
import { createDownloads } from '#core/downloads/downloads.service.ts';
import { createScans, type Scans, type ScansDeps } from '#core/scans/scans.ts';
import { createScanDesk, type ScanDesk } from '#core/scans/scans.service.ts';
import type { ScrubTuning } from '#core/scans/scrub.ts';
import { openFileVault, type FileVault } from '#vault/file-vault.ts';
import { createHeldFiles, type HeldFiles } from '../../main/hosts/loopback/held-files.ts';
import { createFakeJobs, fileOf } from './fake-jobs.ts';

export type IntakeLife = Readonly<{
  archive: Archive;
  vault: FileVault;
  scans: Scans;
  addresses: ScanDesk;
  files: HeldFiles;
  close(): Promise<void>;
}>;

type Options = Readonly<{
  dir: string;
  scrub: ScrubTuning;
  /** around what the scans see, to break off at a point */
  around?: (seen: Around) => Around;
}>;
export type Around = Pick<ScansDeps, 'archive' | 'vault'> & Readonly<{ jobs: ScansDeps['ports']['jobs'] }>;

const KEYS = {
  archive: { db: keyOf(1), journal: keyOf(2), audit: keyOf(3), anchor: keyOf(4) },
  vault: { content: keyOf(5), name: keyOf(6) },
} as const;

function keyOf(no: number): Buffer {
  return Buffer.alloc(32, no);
}

export function vaultOf(dir: string): string {
  return path.join(dir, 'vault');
}

/** The file of a number, always the same: two pages each third time. */
export function numberedFile(no: number): Uint8Array {
  return fileOf({ text: `scan ${no} ${'x'.repeat(2000)}`, pages: no % 3 === 0 ? 2 : 1 });
}

export async function startIntakeLife({ dir, scrub, around = (same) => same }: Options): Promise<IntakeLife> {
  const archiveDir = path.join(dir, 'archive');
  const options = { dir: archiveDir, keys: KEYS.archive, now: Date.now, warn: () => undefined };
  const opened = existsSync(archiveDir) ? openArchive(options) : createArchive(options);
  if (!opened.ok) throw new Error(opened.error.code);
  const archive = opened.value;
  const vault = await openFileVault({ dir: vaultOf(dir), keys: KEYS.vault });
  const seen = around({ archive, vault, jobs: createFakeJobs() });
  const addresses = createScanDesk(seen.vault, (sha256) => scans.lost(sha256));
  const files = createHeldFiles();
  const scans: Scans = createScans(
    {
      archive: seen.archive,
      vault: seen.vault,
      person: { id: '0191f3a0-0000-7000-8000-000000000001', name: '李敏', role: 'reviewer' },
      ports: {
        clock: { now: Date.now, monotonic: () => performance.now() },
        files,
        jobs: seen.jobs,
        log: {
          info: () => undefined,
          warn: () => undefined,
          error(event, error) {
            throw new Error(event, { cause: error });
          },
        },
      },
      publish: () => undefined,
      applications: {
        entry: () => undefined,
        entries: () => [],
        has: () => false,
        nameOf: () => null,
        read: () => null,
      },
      checks: { key: () => '', kinds: () => [], materials: () => [] },
      addresses,
      downloads: createDownloads(),
      sync: { refetch: () => undefined },
    },
    scrub,
  );
  scans.start();
  return {
    archive,
    vault,
    scans,
    addresses,
    files,
    async close() {
      await scans.close();
      vault.close();
      archive.close();
    },
  };
}
