/** kill -9 in the middle of batches: gone on with, each act reaches the city once, and nobody is forgotten. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { MODULE_IDS } from '#model/modules.ts';
import { startCity, type City } from '../city/city.ts';
import { ensureBuilt } from '../../resources/scripts/lib/build.ts';
import { expectOk, until } from '../support/desk-client.ts';
import { kill, startDesk, unlock, type StartedDesk } from '../support/killable-desk.ts';
import { stopAllProcesses } from '../support/processes.ts';
import { enrolSampleUnit } from '../support/real-desk.ts';

const KILLS = 6;
const LONGEST_WAIT_MS = 25;
const root = path.resolve(import.meta.dirname, '../..');

let folder: string;
let city: City;
let desk: StartedDesk;
/** in which state each start after a kill found the batch */
const found: string[] = [];

beforeAll(async () => {
  ensureBuilt(root);
  folder = await mkdtemp(path.join(tmpdir(), 'kill-batch-'));
  city = await startCity({ port: 0, dataDir: path.join(folder, 'city'), seed: 'small', scans: 'few' });
}, 120_000);

afterAll(async () => {
  await stopAllProcesses();
  await city.close();
  await rm(folder, { recursive: true, force: true });
});

async function show(batchId: string) {
  return expectOk(await desk.api.batch.get({ batchId }));
}

/** Started, killed again and again at any moment, gone on with, and brought to its end. */
async function throughKills(kind: 'approve' | 'return', applicationIds: string[]) {
  const batchId = randomUUID();
  const params = { opinion: kind === 'approve' ? '经审核，同意推荐。' : null };
  const { will } = expectOk(await desk.api.batch.preview({ kind, applicationIds, params }));
  expectOk(await desk.api.batch.start({ batchId, kind, applicationIds: will.map(({ id }) => id), params }));
  for (let i = 0; i < KILLS; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, (i / (KILLS - 1)) * LONGEST_WAIT_MS));
    await kill(desk.child);
    desk = await startDesk(root, path.join(folder, 'desk'));
    await unlock(desk.api);
    const { state } = (await show(batchId)).summary;
    found.push(state);
    if (state === 'done') break;
    expectOk(await desk.api.batch.resume({ batchId }));
  }
  await until(async () => ((await show(batchId)).summary.state === 'done' ? true : null), 'the batch to end');
  return { will, items: (await show(batchId)).items };
}

it(`loses no row of a batch and does none twice, through up to ${KILLS} kills each`, async () => {
  desk = await startDesk(root, path.join(folder, 'desk'));
  await enrolSampleUnit(desk.api, city.url);
  const { ids } = expectOk(await desk.api.applications.ids({ view: 'to-review' }));
  for (const id of ids) expectOk(await desk.api.applications.markSeen({ id, modules: [...MODULE_IDS] }));

  const approved = await throughKills('approve', ids);
  const returned = await throughKills('return', ids);
  expect(approved.will.length).toBeGreaterThan(5);
  expect(returned.will.length).toBeGreaterThan(20);
  for (const { items } of [approved, returned]) {
    expect(items.filter(({ state }) => state !== 'done')).toEqual([]);
  }
  expect(found).toContain('interrupted');

  const acts = await until(async () => {
    const { items } = expectOk(await desk.api.sync.outbox({ limit: 500 }));
    return items.every((item) => item.delivery === 'effective') ? items : null;
  }, 'every act to take effect');
  for (const { id, text } of [...approved.will, ...returned.will]) {
    const { decisions } = expectOk(await desk.api.applications.get({ id }));
    expect(decisions.map(({ opinion }) => opinion)).toEqual([text]);
  }
  const { commands } = (await (await fetch(`${city.url}/admin/commands`)).json()) as {
    commands: { id: string; effects: number }[];
  };
  expect(new Map(commands.map(({ id, effects }) => [id, effects]))).toEqual(
    new Map(acts.map(({ commandId }) => [commandId, 1])),
  );
}, 240_000);
