/** Scans on a real encrypted archive and a real vault, with jobs of straw and applications beside them. */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDownloads, type Downloads } from '#core/downloads/downloads.service.ts';
import { createScans, type Scans } from '#core/scans/scans.ts';
import { createScanDesk, type ScanDesk } from '#core/scans/scans.service.ts';
import type { ScrubTuning } from '#core/scans/scrub.ts';
import type { Log } from '#ports/index.ts';
import { openFileVault, type FileVault, type VaultKeys } from '#vault/file-vault.ts';
import type { Vault } from '#vault/vault.ts';
import { shippedChecks, strictLog } from './checks.ts';
import { expectOk, until } from './desk-client.ts';
import { createFakeJobs, fileOf, type FakeFile, type FakeJobs } from './fake-jobs.ts';
import { openReviewBench, type ReviewBench } from './review-bench.ts';

export type Drop = readonly (FakeFile & Readonly<{ name?: string; folder?: string }>)[];

export type ScansBench = Readonly<{
  review: ReviewBench;
  scans: Scans;
  vault: FileVault;
  vaultDir: string;
  jobs: FakeJobs;
  addresses: ScanDesk;
  downloads: Downloads;
  refetched: string[];
  warnings: string[];
  /** Hands one file in, as the window does. */
  add(intakeId: string, no: number, file: Drop[number]): ReturnType<Scans['add']>;
  /** One drop, every file acknowledged; its id. */
  drop(files: Drop, applicationId?: string | null): Promise<string>;
  /** Resolves when the intake is over. */
  over(intakeId: string): Promise<void>;
  /** Ends without a word, as a lock does, and starts again on the same files. */
  restart(options?: Options & Readonly<{ whileClosed?: () => void }>): Promise<ScansBench>;
  /** Flips one byte of every file in the vault that is at least so long. */
  damage(atLeast?: number): number;
  dispose(): Promise<void>;
}>;

type Options = Readonly<{
  /** put around the vault that the scans see */
  around?: (vault: Vault) => Vault;
  jobs?: FakeJobs;
  scrub?: ScrubTuning;
}>;

const NEVER: ScrubTuning = { startMs: 3_600_000, partOfTime: 1 };

export async function openScansBench(options: Options = {}): Promise<ScansBench> {
  const keys = { content: randomBytes(32), name: randomBytes(32) };
  const vaultDir = mkdtempSync(path.join(tmpdir(), 'desk-scans-'));
  return assemble(openReviewBench(), { vaultDir, keys }, options);
}

async function assemble(
  review: ReviewBench,
  where: Readonly<{ vaultDir: string; keys: VaultKeys }>,
  options: Options,
): Promise<ScansBench> {
  const { vaultDir, keys } = where;
  const { around = (same: Vault) => same, jobs = createFakeJobs(), scrub = NEVER } = options;
  const vault = await openFileVault({ dir: vaultDir, keys });
  const { archive } = review.temp;
  const refetched: string[] = [];
  const warnings: string[] = [];
  const log: Log = { ...strictLog, info: () => undefined, warn: (event) => void warnings.push(event) };
  const seen = around(vault);
  const addresses = createScanDesk(seen, (sha256) => scans.lost(sha256));
  const downloads = createDownloads();
  const scans: Scans = createScans(
    {
      archive,
      vault: seen,
      person: review.person,
      ports: { clock: review.clock, files: review.files, jobs, log },
      publish: review.publish,
      applications: review.applications,
      checks: shippedChecks(archive.db),
      addresses,
      downloads,
      sync: { refetch: (sha256) => void refetched.push(sha256) },
    },
    scrub,
  );
  scans.start();

  async function add(intakeId: string, no: number, { name, folder = '', ...file }: Drop[number]) {
    const token = review.files.hold(name ?? `IMG_${no}.jpg`, file.text === '' ? new Uint8Array() : fileOf(file));
    return scans.add({ intakeId, no, token, folder });
  }

  async function close(): Promise<void> {
    await scans.close();
    vault.close();
  }

  return {
    review,
    scans,
    vault,
    vaultDir,
    jobs,
    addresses,
    downloads,
    refetched,
    warnings,
    add,
    async drop(files, applicationId = null) {
      const intakeId = randomUUID();
      expectOk(scans.begin({ intakeId, applicationId, total: files.length }));
      for (const [no, file] of files.entries()) expectOk(await add(intakeId, no, file));
      return intakeId;
    },
    over: (intakeId) =>
      until(async () => {
        const { intakes } = expectOk(scans.intakes());
        return intakes.find(({ id }) => id === intakeId)?.state === 'done' ? true : null;
      }, 'the intake to be over').then(() => undefined),
    async restart({ whileClosed, ...changes } = {}) {
      await close();
      const again = review.restart(whileClosed ? { whileClosed } : {});
      return assemble(again, where, { ...options, ...changes });
    },
    damage(atLeast = 0) {
      const files = vaultFiles(vaultDir).filter((file) => readFileSync(file).length >= atLeast);
      for (const file of files) {
        const bytes = readFileSync(file);
        bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
        writeFileSync(file, bytes);
      }
      return files.length;
    },
    async dispose() {
      await close();
      review.dispose();
      rmSync(vaultDir, { recursive: true, force: true });
    },
  };
}

/** Every file in its place, none in quarantine or on its way. */
export function vaultFiles(dir: string): readonly string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('quarantine'))
    .toSorted();
}
