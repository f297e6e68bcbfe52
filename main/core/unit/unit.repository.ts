/** SQL of the table enrolment: one row, or none. */
import type { Db } from '#archive/db.ts';
import type { UnitField } from '#model/unit-facts.ts';
import { UnitSchema, type Unit } from '#protocol/protocol.ts';

/** This computer at the city. Keys: DER, base64url. */
export type Enrolment = Readonly<{
  unit: Unit;
  year: number;
  cityUrl: string;
  deviceId: string;
  devicePrivateKey: string;
  serverKey: string;
  epoch: number;
  enrolledAt: number;
}>;

type Row = Readonly<Omit<Enrolment, 'unit'> & { unit: string }>;

export function selectEnrolment(db: Db): Enrolment | null {
  const row = db
    .prepare<Row>(
      `SELECT unit, year, city_url AS cityUrl, device_id AS deviceId, device_private_key AS devicePrivateKey,
              server_key AS serverKey, epoch, enrolled_at AS enrolledAt
       FROM enrolment WHERE one = 1`,
    )
    .get();
  // an archive of the first version lacks what units say of themselves since
  return row ? { ...row, unit: UnitSchema.parse(JSON.parse(row.unit)) } : null;
}

export function insertEnrolment(db: Db, enrolment: Enrolment): void {
  db.prepare(
    `INSERT INTO enrolment (one, unit, year, city_url, device_id, device_private_key, server_key, epoch, enrolled_at)
     VALUES (1, :unit, :year, :cityUrl, :deviceId, :devicePrivateKey, :serverKey, :epoch, :enrolledAt)`,
  ).run({ ...enrolment, unit: JSON.stringify(enrolment.unit) });
}

export function updateUnit(db: Db, unit: Unit): void {
  db.prepare('UPDATE enrolment SET unit = :unit WHERE one = 1').run({ unit: JSON.stringify(unit) });
}

export type UnitChangeRow = Readonly<{
  at: number;
  person: string;
  field: UnitField;
  before: string;
  after: string;
  commandId: string | null;
}>;

export function insertUnitChanges(
  db: Db,
  changes: readonly Pick<UnitChangeRow, 'field' | 'before' | 'after'>[],
  by: Pick<UnitChangeRow, 'at' | 'person' | 'commandId'>,
): void {
  const insert = db.prepare(
    `INSERT INTO unit_change (at, person, field, before, after, command_id)
     VALUES (:at, :person, :field, :before, :after, :commandId)`,
  );
  for (const change of changes) insert.run({ ...change, ...by });
}

/** newest first */
export function selectUnitChanges(db: Db): UnitChangeRow[] {
  const sql = `SELECT at, person, field, before, after, command_id AS commandId FROM unit_change ORDER BY id DESC LIMIT 2000`;
  return db.prepare<UnitChangeRow>(sql).all();
}

export function updateEpoch(db: Db, epoch: number): void {
  db.prepare('UPDATE enrolment SET epoch = :epoch WHERE one = 1').run({ epoch });
}
