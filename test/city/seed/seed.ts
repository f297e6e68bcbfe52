/** Fills an empty city: units, accounts, applications and their scans; the same seed and day, the same city. */
import type { Application } from '#model/application.ts';
import { UnitSchema } from '#protocol/protocol.ts';
import { inTransaction, type CityDb } from '../db.ts';
import { insertAccount } from '../routes/enrol.ts';
import { drawScans, type ScanSet } from '../scans/draw-scans.ts';
import type { ScanSource, ScanSpec } from '../scans/spec.ts';
import { insertApplication, insertBlob, insertUnit } from '../store.ts';
import { buildApplication, type Plan } from './application.ts';
import { OTHER_UNITS, SAMPLE_UNIT, type SeededUnit } from './sample-unit.ts';
import { SCENARIOS } from './scenarios.ts';

export const SEED_NAMES = ['small', 'large'] as const;
export type SeedName = (typeof SEED_NAMES)[number];
const SAMPLE_COUNT: Readonly<Record<SeedName, number>> = { small: SCENARIOS.length, large: 20_000 };
/** Applications of each of the other units. */
const OTHER_COUNT = 5;
const PER_TRANSACTION = 500;

export type SeedOptions = Readonly<{ db: CityDb; blobDir: string; seed: SeedName; day: string; scans: ScanSet }>;

type UnitPlan = Readonly<{ unit: SeededUnit; plan: Plan; count: number }>;

export async function seedCity({ db, blobDir, seed, day, scans }: SeedOptions): Promise<void> {
  const plans = planUnits(seed, day);
  const wanted = collectSpecs(plans);
  const drawn = await drawScans(wanted, { blobDir, set: scans });
  db.pragma('synchronous = OFF');
  inTransaction(db, () => {
    for (const blob of drawn.blobs) insertBlob(db, blob);
  });
  for (const { unit, plan, count } of plans) {
    const unitNo = inTransaction(db, () => addUnit(db, unit));
    for (let start = 0; start < count; start += PER_TRANSACTION) {
      inTransaction(db, () =>
        addApplications(db, unitNo, plan, start, Math.min(count, start + PER_TRANSACTION), drawn.source),
      );
      // lets a signal or a first request in between
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  db.pragma('synchronous = NORMAL');
}

/** The applications of the sample unit as the seed makes them, without a city. */
export function sampleApplications(seed: SeedName, day: string, source: ScanSource): Application[] {
  return [...eachSampleApplication(seed, day, source)];
}

/** One after the other: 20,000 at once are half a gigabyte. */
export function* eachSampleApplication(seed: SeedName, day: string, source: ScanSource): Generator<Application> {
  const [sample] = planUnits(seed, day);
  if (!sample) return;
  for (let index = 0; index < sample.count; index += 1) yield buildApplication(sample.plan, index, source);
}

function planUnits(seed: SeedName, day: string): readonly UnitPlan[] {
  // who has filed twice is on the list once
  const colleagues = [...new Set(SCENARIOS.map(({ name }) => name))].join('、');
  const sample = {
    unit: SAMPLE_UNIT,
    count: SAMPLE_COUNT[seed],
    plan: { seed: 'sample', day, unitName: SAMPLE_UNIT.name, colleagues },
  };
  const others = OTHER_UNITS.map((unit) => ({
    unit,
    count: OTHER_COUNT,
    plan: { seed: unit.account, day, unitName: unit.name, colleagues: '（名单附后）' },
  }));
  return [sample, ...others];
}

/** Scans are drawn for the people of `SCENARIOS`; everyone else borrows from these. */
function collectSpecs([sample]: readonly UnitPlan[]): readonly ScanSpec[] {
  const specs: ScanSpec[] = [];
  if (!sample) return specs;
  for (let index = 0; index < SCENARIOS.length; index += 1) {
    buildApplication(sample.plan, index, (spec) => {
      specs.push(spec);
      return { sha256: '0'.repeat(64), sizeBytes: 1 };
    });
  }
  return specs;
}

function addUnit(db: CityDb, seeded: SeededUnit): number {
  const { account, password, ...unit } = seeded;
  const unitNo = insertUnit(db, UnitSchema.parse(unit));
  insertAccount(db, account, unitNo, password);
  return unitNo;
}

function addApplications(db: CityDb, unitNo: number, plan: Plan, from: number, to: number, source: ScanSource): void {
  for (let index = from; index < to; index += 1) insertApplication(db, unitNo, buildApplication(plan, index, source));
}
