/** The city system as one object: a folder, a clock, a server on 127.0.0.1. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { beijingDay, createClock } from './clock.ts';
import type { CityContext } from './context.ts';
import { openCityDb, readMeta, writeMeta, type CityDb } from './db.ts';
import { startAuto } from './auto.ts';
import { createFaults, type Faults } from './faults.ts';
import type { ScanSet } from './scans/draw-scans.ts';
import { seedCity, type SeedName } from './seed/seed.ts';
import { createServer } from './server.ts';

export type CityOptions = Readonly<{
  /** 0: any free port */
  port: number;
  /** Database and scans live here; a second start on the same folder goes on with them. */
  dataDir: string;
  seed: SeedName;
  /** Where the city's clock starts, epoch ms; default: the machine's clock. */
  now?: number;
  /** 'few' draws one small picture of each kind only. */
  scans?: ScanSet;
  /** Applicants and superiors act by themselves. */
  isAuto?: boolean;
}>;

export type City = Readonly<{
  url: string;
  db: CityDb;
  faults: Faults;
  /** Pushes the city's clock forward (or back). */
  advanceClock(byMs: number): void;
  close(): Promise<void>;
}>;

/** Rejects when `dataDir` holds another seed. */
export async function startCity({
  port,
  dataDir,
  seed,
  now,
  scans = 'full',
  isAuto = false,
}: CityOptions): Promise<City> {
  const blobDir = path.join(dataDir, 'blobs');
  await mkdir(blobDir, { recursive: true });
  const clock = createClock(now);
  const db = openCityDb(dataDir);
  await seedOnce(db, blobDir, seed, scans, beijingDay(clock.now()));
  const year = Number(readMeta(db, 'year'));
  const context: CityContext = { db, clock, faults: createFaults(), blobDir, keys: receiptKeys(db), year };
  const server = createServer(context);
  const url = await server.listen({ host: '127.0.0.1', port });
  const stopAuto = isAuto ? startAuto(context, clock.now()) : () => {};
  return {
    url,
    db,
    faults: context.faults,
    advanceClock: (byMs) => clock.advance(byMs),
    async close() {
      stopAuto();
      await server.close();
      db.close();
    },
  };
}

async function seedOnce(db: CityDb, blobDir: string, seed: SeedName, scans: ScanSet, day: string): Promise<void> {
  const present = readMeta(db, 'seed');
  if (present === `${seed}/${scans}`) return;
  const { n } = db.prepare('SELECT count(*) AS n FROM unit').get() as { n: number };
  if (present !== null || n > 0) {
    db.close();
    throw new Error(`the data folder holds ${present ?? 'an unfinished seed'}: give another one, or delete it`);
  }
  await seedCity({ db, blobDir, seed, day, scans });
  writeMeta(db, 'year', day.slice(0, 4));
  writeMeta(db, 'epoch', '1');
  writeMeta(db, 'seed', `${seed}/${scans}`);
}

function receiptKeys(db: CityDb): CityContext['keys'] {
  const stored = readMeta(db, 'receipt-keys');
  if (stored !== null) return JSON.parse(stored) as CityContext['keys'];
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const keys = {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url'),
  };
  writeMeta(db, 'receipt-keys', JSON.stringify(keys));
  return keys;
}
