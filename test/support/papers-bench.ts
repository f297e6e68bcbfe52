/** Papers on a real encrypted archive, a real vault and real jobs, of applications whose scans lie in the vault. */
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import type { Application, Attachment } from '#model/application.ts';
import { fail } from '#model/result.ts';
import { createDownloads, type Downloads } from '#core/downloads/downloads.service.ts';
import { createPapers, type Papers } from '#core/papers/papers.ts';
import { createScanDesk, type ScanDesk } from '#core/scans/scans.service.ts';
import { createScans, type Scans } from '#core/scans/scans.ts';
import type { JobRunner } from '#ports/jobs.ts';
import { openFileVault, type FileVault } from '#vault/file-vault.ts';
import { keepBytes } from '#vault/keep-bytes.ts';
import { shippedYears } from './calendar.ts';
import { createLiveCalendar } from '#core/reference/live-calendar.ts';
import { UnitSchema } from '#protocol/protocol.ts';
import { SAMPLE_UNIT } from '../city/seed/sample-unit.ts';
import { shippedChecks, shippedGuide, strictLog } from './checks.ts';
import { expectOk, until } from './desk-client.ts';
import { realJobs } from './job-runner.ts';
import { openReviewBench, type ReviewBench } from './review-bench.ts';
import { vaultFiles } from './scans-bench.ts';
import { wholeBody } from './whole-body.ts';

export type PapersBench = Readonly<{
  review: ReviewBench;
  papers: Papers;
  intake: Scans;
  vault: FileVault;
  vaultDir: string;
  jobs: JobRunner;
  addresses: ScanDesk;
  downloads: Downloads;
  /** With real pictures in the vault instead of hashes of nothing. */
  arrive(...applications: readonly Application[]): Promise<readonly Application[]>;
  /** The bytes behind '/download/…' or '/print/…'. */
  fetch(address: string): Promise<Uint8Array>;
  /** Begins a batch and resolves with what came of it. */
  make(input: Omit<Parameters<Papers['make']>[0], 'batchId'>): Promise<Batch>;
  over(batchId: string): Promise<Batch>;
  /** From now on whoever sets papers dies of it. */
  killTypesetting(): void;
  /** Flips a byte of it in the vault. */
  damage(attachment: Attachment | undefined): void;
  dispose(): Promise<void>;
}>;

type Batch = Extract<ReturnType<Papers['batch']>, { ok: true }>['value'];

const device = generateKeyPairSync('ed25519', {
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'der' },
});
const { account: _account, password: _password, ...UNIT } = SAMPLE_UNIT;
const ENROLMENT = {
  unit: UnitSchema.parse(UNIT),
  year: 2026,
  cityUrl: 'https://city.invalid',
  deviceId: '0191f3a0-0000-7000-8000-0000000000d1',
  devicePrivateKey: device.privateKey.toString('base64url'),
  serverKey: '',
  epoch: 1,
  enrolledAt: 0,
};

/** `mostFiles`: of one archive copy */
export async function openPapersBench(mostFiles?: number): Promise<PapersBench> {
  const review = openReviewBench();
  const { archive } = review.temp;
  const vaultDir = mkdtempSync(path.join(tmpdir(), 'desk-papers-'));
  const vault = await openFileVault({ dir: vaultDir, keys: { content: randomBytes(32), name: randomBytes(32) } });
  const log = { ...strictLog, warn: () => undefined };
  const real = realJobs(log);
  let isDead = false;
  const jobs: JobRunner = {
    ...real,
    run: (name, ...rest) => (isDead && name === 'typeset' ? Promise.resolve(fail('crashed')) : real.run(name, ...rest)),
  };
  const addresses = createScanDesk(vault, (sha256) => intake.lost(sha256));
  const downloads = createDownloads();
  const { person, clock, files, publish, applications } = review;
  const ports = { clock, files, jobs, log, paths: { profile: '', resources: path.resolve('resources'), renderer: '' } };
  const common = { archive, vault, person, ports, publish, applications, addresses, downloads };
  const checks = shippedChecks(archive.db);
  const intake: Scans = createScans({ ...common, checks, sync: { refetch: () => undefined } });
  const papers = createPapers(
    {
      ...common,
      calendar: createLiveCalendar(shippedYears).calendar,
      guide: shippedGuide,
      intake,
      unit: { enrolment: () => ENROLMENT },
    },
    mostFiles,
  );
  let drawn = 0;
  /** names in the vault are keyed: by the hash, where each lies */
  const fileOf = new Map<string, string>();

  /** Every one another picture. */
  async function draw({ name }: Attachment): Promise<Uint8Array> {
    drawn += 1;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="827" height="1169"><rect width="100%" height="100%" fill="#fffdf5"/>
      <text x="80" y="200" font-size="42" font-family="Noto Sans CJK SC">${name} ${drawn}</text></svg>`;
    return sharp(Buffer.from(svg)).withMetadata({ density: 100 }).jpeg({ quality: 80 }).toBuffer();
  }

  async function over(batchId: string): Promise<Batch> {
    return until(async () => {
      const batch = expectOk(papers.batch(batchId));
      return batch.isOver ? batch : null;
    }, 'the batch to be over');
  }

  return {
    review,
    papers,
    intake,
    vault,
    vaultDir,
    jobs,
    addresses,
    downloads,
    async arrive(...arriving) {
      const whole: Application[] = [];
      for (const application of arriving) {
        const attachments: Attachment[] = [];
        for (const attachment of application.attachments) {
          const bytes = await draw(attachment);
          const before = new Set(vaultFiles(vaultDir));
          const sha256 = (await keepBytes(vault, bytes)) ?? '';
          fileOf.set(sha256, vaultFiles(vaultDir).find((file) => !before.has(file)) ?? '');
          attachments.push({ ...attachment, sha256, sizeBytes: bytes.length, mime: 'image/jpeg' });
        }
        whole.push({ ...application, attachments });
      }
      review.arrive(...whole);
      return whole;
    },
    async fetch(address) {
      const opened = await downloads.open(address.split('/').at(-1) ?? '');
      return wholeBody(opened?.bytes);
    },
    async make(input) {
      const batchId = randomUUID();
      expectOk(papers.make({ batchId, ...input }));
      return over(batchId);
    },
    over,
    killTypesetting: () => void (isDead = true),
    damage(attachment) {
      const file = fileOf.get(attachment?.sha256 ?? '');
      if (file === undefined) throw new Error('no such file');
      const bytes = readFileSync(file);
      bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1);
      writeFileSync(file, bytes);
    },
    async dispose() {
      await papers.close();
      await intake.close();
      await jobs.endAll();
      vault.close();
      review.dispose();
      rmSync(vaultDir, { recursive: true, force: true });
    },
  };
}
