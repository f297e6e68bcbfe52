/** kill -9 at every named point of intake: whatever was acknowledged is whole, nothing else is seen, the work goes on. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectOk, until } from '../support/desk-client.ts';
import { numberedFile, startIntakeLife, vaultOf, type IntakeLife } from '../support/intake-life.ts';
import { POINTS, type Point } from '../support/intake-points.ts';
import { vaultFiles } from '../support/scans-bench.ts';

const KILLS = 20;
const root = path.resolve(import.meta.dirname, '../..');
/** Built, since it is started so often; beside node_modules, where what it imports is found. */
const CHILD = { source: 'test/support/intake-child.ts', folder: path.join(root, 'out/intake-child') };
/** as many as a life hands in */
const FILES_A_LIFE = 4;

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kill-intake-'));
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3-multiple-ciphers'] },
    build: { ssr: CHILD.source, outDir: CHILD.folder },
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Resolves with the numbers of the files that were acknowledged before it died. */
function live(dir: string, point: Point, nth: number, from: number): Promise<readonly number[]> {
  const args = JSON.stringify({ dir, point, nth, from });
  const child = spawn(process.execPath, [path.join(CHILD.folder, 'intake-child.js'), args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: path.join(folder, 'compiled') },
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  return new Promise((resolve, reject) => {
    child.once('close', (code, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error(`${point} ${nth}: it ended by itself (${code})`));
      return resolve(
        said
          .split('\n')
          .filter((line) => line !== '')
          .map(Number),
      );
    });
  });
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function everythingReady({ scans }: IntakeLife) {
  return until(async () => {
    const { intakes } = expectOk(scans.intakes());
    return intakes.every(({ state }) => state === 'done') ? intakes : null;
  }, 'every intake to be over');
}

async function expectWhole(life: IntakeLife, acknowledged: readonly number[]): Promise<void> {
  const { db } = life.archive;
  const rows = db.prepare<{ sha256: string; state: string }>('SELECT sha256, state FROM scan_file').all();
  expect(rows.every(({ state }) => state === 'opened')).toBe(true);
  const known = new Set(rows.map(({ sha256 }) => sha256));
  for (const no of acknowledged) expect(known.has(hashOf(numberedFile(no)))).toBe(true);
  for (const sha256 of known) expect(await life.vault.get(sha256)).toMatchObject({ ok: true });
  const files = new Map(acknowledged.map((no) => [hashOf(numberedFile(no)), no]));
  const { pages, counts } = expectOk(life.scans.pages({ view: 'all', applicationId: null, offset: 0, limit: 500 }));
  expect(pages).toHaveLength(counts.all);
  const pagesOf = Map.groupBy(pages, ({ fileName }) => fileName);
  for (const no of files.values()) expect(pagesOf.get(`IMG_${no}.jpg`)).toHaveLength(no % 3 === 0 ? 2 : 1);
  for (const { state, pictures } of pages) {
    expect(state).toBe('ready');
    for (const address of [pictures.copy, pictures.thumbnail, pictures.original]) {
      expect(await life.addresses.open(address?.slice('/scan/'.length) ?? '')).not.toBeNull();
    }
  }
}

/** Read through and swept: what is left is what rows know of. */
async function expectNoOrphan(dir: string): Promise<void> {
  const life = await startIntakeLife({ dir, scrub: { startMs: 0, partOfTime: 1 } });
  const { db } = life.archive;
  await until(
    async () => (db.prepare('SELECT 1 AS x FROM scan_scrub WHERE finished_at IS NOT NULL').get() ? true : null),
    'the vault to be read through',
  );
  const known = db
    .prepare<{ n: number }>(
      'SELECT count(*) AS n FROM (SELECT sha256 FROM scan_file UNION SELECT sha256 FROM scan_picture)',
    )
    .get();
  expect(vaultFiles(vaultOf(dir))).toHaveLength(known?.n ?? -1);
  expect(readdirSync(path.join(vaultOf(dir), 'incoming'))).toEqual([]);
  expect(db.prepare('SELECT 1 AS x FROM scan_file WHERE lost_at IS NOT NULL').get()).toBeUndefined();
  await life.close();
}

describe.concurrent(`through ${KILLS} kills`, { timeout: 300_000 }, () => {
  it.each(POINTS)('at %s', async (point) => {
    const dir = path.join(folder, point);
    const acknowledged: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const nth = 1 + (kill % FILES_A_LIFE);
      acknowledged.push(...(await live(dir, point, nth, kill * FILES_A_LIFE)));
    }
    const life = await startIntakeLife({ dir, scrub: { startMs: 3_600_000, partOfTime: 1 } });
    await everythingReady(life);
    await expectWhole(life, acknowledged);
    await life.close();
    await expectNoOrphan(dir);
  });
});
