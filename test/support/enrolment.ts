/** An archive of this unit, without a city. */
import type { Db } from '#archive/db.ts';
import { UnitSchema } from '#protocol/protocol.ts';
import type * as z from 'zod';

export function enrolAt(db: Db, unit: z.input<typeof UnitSchema>): void {
  const { id, name, creditCode, kind, county, address, phone, formerNames } = unit;
  const known = UnitSchema.parse({ id, name, creditCode, kind, county, address, phone, formerNames });
  db.prepare(
    `INSERT INTO enrolment (one, unit, year, city_url, device_id, device_private_key, server_key, epoch, enrolled_at)
     VALUES (1, :unit, 2026, '', '', '', '', 1, 0)`,
  ).run({ unit: JSON.stringify(known) });
}
