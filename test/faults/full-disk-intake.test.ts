/** A disk that fills up in the middle of a drop: a clear answer, nothing lost, and on it goes once there is room. */
import { randomUUID } from 'node:crypto';
import fsPromises from 'node:fs/promises';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { expectOk, until } from '../support/desk-client.ts';
import { numberedFile, startIntakeLife, vaultOf, type IntakeLife } from '../support/intake-life.ts';

const FILES = 12;
const NEVER = { startMs: 3_600_000, partOfTime: 1 };
const { open } = fsPromises;

/** bytes that the vault can still write */
let room = Infinity;
let dir: string;
let life: IntakeLife;
beforeEach(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'full-disk-'));
  fsPromises.open = async (...args) => {
    const handle = await open(...args);
    if (!String(args[0]).includes('incoming')) return handle;
    handle.writeFile = async (data) => {
      const bytes = data as Uint8Array;
      await handle.write(bytes.subarray(0, Math.min(bytes.length, Math.max(0, room))));
      room -= bytes.length;
      if (room < 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    };
    return handle;
  };
  syncBuiltinESMExports();
  life = await startIntakeLife({ dir, scrub: NEVER });
});
afterEach(async () => {
  fsPromises.open = open;
  syncBuiltinESMExports();
  room = Infinity;
  await life.close();
  rmSync(dir, { recursive: true, force: true });
});

function add(intakeId: string, no: number) {
  return life.scans.add({ intakeId, no, token: life.files.hold(`IMG_${no}.jpg`, numberedFile(no)), folder: '' });
}

it.each([0, 3_000, 9_000, 20_000])('after %i bytes', async (bytes) => {
  const intakeId = randomUUID();
  expectOk(life.scans.begin({ intakeId, applicationId: null, total: FILES }));
  room = bytes;
  const refused: number[] = [];
  for (let no = 0; no < FILES; no += 1) {
    const added = await add(intakeId, no);
    if (added.ok) continue;
    expect(added.error.code).toBe('disk-full');
    refused.push(no);
  }
  expect(refused.length).toBeGreaterThan(0);
  const intake = () => expectOk(life.scans.intakes()).intakes.find(({ id }) => id === intakeId);
  expect(intake()?.files.taken).toBe(FILES - refused.length);
  await until(async () => (readdirSync(path.join(vaultOf(dir), 'incoming')).length === 0 ? true : null), 'no rest');

  room = Infinity;
  for (const no of refused) expect(expectOk(await add(intakeId, no))).toEqual({ state: 'taken' });
  await until(async () => (intake()?.state === 'done' ? true : null), 'the intake to be over');
  const { pages } = expectOk(life.scans.pages({ view: 'all', applicationId: null, offset: 0, limit: 500 }));
  expect(new Set(pages.map(({ fileName }) => fileName)).size).toBe(FILES);
  for (const { state, pictures } of pages) {
    expect(state).toBe('ready');
    for (const address of [pictures.copy, pictures.thumbnail, pictures.original]) {
      expect(await life.addresses.open(address?.slice('/scan/'.length) ?? '')).not.toBeNull();
    }
  }
});
