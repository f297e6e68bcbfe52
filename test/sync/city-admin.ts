/** The city's back door: what it holds, and what applicants and superiors do there. */
import type { Application } from '#model/application.ts';
import type { Unit } from '#protocol/protocol.ts';
import type { City } from '../city/city.ts';

export type CityCommand = Readonly<{ id: string; seq: number; applicationId: string; effects: number; result: string }>;

export function cityCommands({ db }: City): readonly CityCommand[] {
  return db
    .prepare<[], CityCommand>(
      `SELECT id, seq, application_id AS applicationId, effects, json_extract(outcome, '$.result') AS result
       FROM command ORDER BY device_id, seq`,
    )
    .all();
}

/** By id, as the city has them now. */
export function cityApplications({ db }: City, unitId: string): Map<string, Application> {
  const rows = db
    .prepare<[string], { id: string; body: string }>(
      'SELECT a.id, a.body FROM application a JOIN unit u ON u.no = a.unit_no WHERE u.id = ?',
    )
    .all(unitId);
  return new Map(rows.map((row) => [row.id, JSON.parse(row.body) as Application]));
}

/** As the city has it now. */
export function cityUnit({ db }: City, unitId: string): Unit {
  const row = db.prepare<[string], { body: string }>('SELECT body FROM unit WHERE id = ?').get(unitId);
  if (!row) throw new Error('no such unit');
  return JSON.parse(row.body) as Unit;
}

/** False when the application's state does not allow the act. */
export async function tellCity(city: City, path: string, body?: unknown): Promise<boolean> {
  const answer = await fetch(`${city.url}/admin/${path}`, {
    method: 'POST',
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!answer.ok && answer.status !== 409) throw new Error(`admin ${path}: ${answer.status} ${await answer.text()}`);
  return answer.ok;
}
