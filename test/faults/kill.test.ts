/** kill -9 right after an acknowledged decision: nothing acknowledged is lost, nothing is applied twice. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startCity, type City } from '../city/city.ts';
import { ensureBuilt } from '../../resources/scripts/lib/build.ts';
import { expectOk, until, type DeskClient } from '../support/desk-client.ts';
import { kill, startDesk, unlock } from '../support/killable-desk.ts';
import { enrolSampleUnit } from '../support/real-desk.ts';

const KILLS = 20;
const root = path.resolve(import.meta.dirname, '../..');

let folder: string;
let city: City;

beforeAll(async () => {
  ensureBuilt(root);
  folder = await mkdtemp(path.join(tmpdir(), 'kill-'));
  city = await startCity({ port: 0, dataDir: path.join(folder, 'city'), seed: 'small', scans: 'few' });
}, 120_000);

afterAll(async () => {
  await city.close();
  await rm(folder, { recursive: true, force: true });
});

/** Whatever can still be decided: returned while a chance is left, approved where nothing is missing. */
async function decideNext(api: DeskClient['api'], done: ReadonlySet<string>) {
  const { rows } = expectOk(await api.applications.list({ view: 'to-review', limit: 500 }));
  const ready = new Set(expectOk(await api.applications.ids({ view: 'ready' })).ids);
  const isOpen = (closesAt: number | null) => closesAt === null || closesAt > Date.now();
  const row = rows.find((r) => !done.has(r.id) && isOpen(r.closesAt) && (ready.has(r.id) || r.chancesLeft > 1));
  if (!row) throw new Error('nothing left to decide');
  const decision = ready.has(row.id) ? 'approve' : 'return';
  const act = {
    commandId: randomUUID(),
    applicationId: row.id,
    version: row.version,
    decision,
    opinion: `第${done.size + 1}件的意见`,
  } as const;
  expectOk(await api.review.decide(act));
  return act;
}

it(`keeps every acknowledged decision through ${KILLS} kills and lets each reach the city once`, async () => {
  let desk = await startDesk(root, path.join(folder, 'desk'));
  await enrolSampleUnit(desk.api, city.url);
  const acts: Awaited<ReturnType<typeof decideNext>>[] = [];
  const decided = new Set<string>();

  for (let i = 0; i < KILLS; i += 1) {
    const act = await decideNext(desk.api, decided);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 40));
    await kill(desk.child);
    acts.push(act);
    decided.add(act.applicationId);
    desk = await startDesk(root, path.join(folder, 'desk'));
    await unlock(desk.api);
    const detail = expectOk(await desk.api.applications.get({ id: act.applicationId }));
    expect(detail.decisions.map((d) => [d.commandId, d.opinion])).toContainEqual([act.commandId, act.opinion]);
  }

  await until(async () => {
    const { items } = expectOk(await desk.api.sync.outbox({ limit: 500 }));
    return items.every((item) => item.delivery === 'effective') ? items : null;
  }, 'every decision to take effect');
  const effects = (await (await fetch(`${city.url}/admin/commands`)).json()) as {
    commands: { id: string; effects: number }[];
  };
  expect(new Map(effects.commands.map((c) => [c.id, c.effects]))).toEqual(new Map(acts.map((a) => [a.commandId, 1])));
  expect(effects.commands).toHaveLength(acts.length);
  await desk.child.stop();
}, 180_000);
