/** Pictures of scans from the city, made before anybody looks; never while somebody does. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createPictures, type Pictures } from '#core/scans/pictures.ts';
import { readyAhead } from '#core/scans/ready-ahead.ts';
import { hashOf } from '#vault/keep-bytes.ts';
import type { Vault } from '#vault/vault.ts';
import { strictLog } from '../../../support/checks.ts';
import { until } from '../../../support/desk-client.ts';
import { fileOf, type FakeFile } from '../../../support/fake-jobs.ts';
import { openScansBench, type ScansBench } from '../../../support/scans-bench.ts';

const AT_ONCE = { startMs: 0, quietMs: 50, lookMs: 5, partOfTime: 1 };

let bench: ScansBench;
let stopping: AbortController;
let now: number;
let isDone: Promise<void>;
beforeEach(async () => {
  bench = await openScansBench();
  stopping = new AbortController();
  now = 1000;
  isDone = Promise.resolve();
});
afterEach(async () => {
  stopping.abort();
  await isDone;
  await bench.dispose();
});

function picturesOver(vault: Vault = bench.vault): Pictures {
  const { jobs, addresses } = bench;
  const { db } = bench.review.temp;
  const { signal } = stopping;
  return createPictures({ db, vault, addresses, jobs, signal, monotonic: () => now, onLost: () => undefined });
}

function start(pictures: Pictures): void {
  const { db } = bench.review.temp;
  const clock = { now: () => 0, monotonic: () => now };
  isDone = readyAhead({ db, clock, log: strictLog, signal: stopping.signal, pictures }, AT_ONCE);
}

/** As the fetching of scans leaves it. */
async function arrive(file: FakeFile): Promise<string> {
  const bytes = fileOf(file);
  const sha256 = hashOf(bytes);
  await bench.vault.put(sha256, bytes);
  const row = { sha256, sizeBytes: bytes.length };
  bench.review.temp.db.prepare('INSERT INTO blob VALUES (:sha256, :sizeBytes, 1)').run(row);
  return sha256;
}

function made(): readonly string[] {
  const sql = "SELECT owner || ' ' || kind AS made FROM scan_picture ORDER BY made";
  return bench.review.temp.db
    .prepare<{ made: string }>(sql)
    .all()
    .map((row) => row.made);
}

const bothOf = (sha256: string) => [`${sha256} original`, `${sha256} thumbnail`];

it('are made of what was there, then of what arrives; what cannot be read is tried once', async () => {
  const broken = await arrive({ text: 'broken', unreadable: 'damaged' });
  const first = await arrive({ text: 'first' });
  start(picturesOver());
  await until(async () => (made().length === 2 ? true : null), 'the first');
  const second = await arrive({ text: 'second' });
  await until(async () => (made().length === 4 ? true : null), 'the second');
  expect(made()).toEqual([...bothOf(first), ...bothOf(second)].toSorted());
  expect(made().join(' ')).not.toContain(broken);
  // one of the broken one of each size, two of each other
  expect(bench.jobs.asked).toHaveLength(6);
});

it('wait while somebody looks', async () => {
  const pictures = picturesOver();
  const looked = await arrive({ text: 'looked at' });
  await bench.addresses.open(pictures.screenOf({ sha256: looked, mime: 'image/jpeg' }).slice('/scan/'.length));
  await pictures.settled();
  await arrive({ text: 'for later' });
  start(pictures);
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(made()).toEqual([`${looked} original`]);
  now += AT_ONCE.quietMs;
  await until(async () => (made().length === 3 ? true : null), 'the one for later');
});

it('are shown before they are stored', async () => {
  const gate = Promise.withResolvers<void>();
  const sha256 = await arrive({ text: 'at once' });
  const slow: Vault = { ...bench.vault, put: (...args) => gate.promise.then(() => bench.vault.put(...args)) };
  const pictures = picturesOver(slow);
  const token = pictures.screenOf({ sha256, mime: 'image/jpeg' }).slice('/scan/'.length);
  const shown = await Promise.all([bench.addresses.open(token), bench.addresses.open(token)]);
  expect(shown.map((one) => Buffer.from(one?.bytes ?? []).toString('utf8'))).toEqual(
    Array(2).fill(expect.stringContaining('preview of at once')),
  );
  expect(made()).toEqual([]);
  gate.resolve();
  await pictures.settled();
  expect(made()).toEqual([`${sha256} original`]);
  expect(bench.jobs.asked).toEqual(['preview']);
});
