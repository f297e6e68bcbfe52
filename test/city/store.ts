/** Applications, units and the change log. Every function that writes expects to be inside a transaction. */
import type { Application } from '#model/application.ts';
import { UnitSchema, type Unit } from '#protocol/protocol.ts';
import type { CityDb } from './db.ts';

export type StoredApplication = Readonly<{ no: number; unitNo: number; application: Application }>;

type ApplicationRow = Readonly<{ no: number; unit_no: number; body: string }>;

export function findApplication(db: CityDb, id: string): StoredApplication | null {
  const row = db.prepare<[string], ApplicationRow>('SELECT no, unit_no, body FROM application WHERE id = ?').get(id);
  return row ? { no: row.no, unitNo: row.unit_no, application: JSON.parse(row.body) as Application } : null;
}

export function findUnit(db: CityDb, id: string): Readonly<{ no: number; unit: Unit }> | null {
  const row = db.prepare<[string], { no: number; body: string }>('SELECT no, body FROM unit WHERE id = ?').get(id);
  return row ? { no: row.no, unit: JSON.parse(row.body) as Unit } : null;
}

export function findUnitByNo(db: CityDb, unitNo: number): Unit {
  const row = db.prepare<[number], { body: string }>('SELECT body FROM unit WHERE no = ?').get(unitNo);
  if (!row) throw new Error('no such unit');
  return UnitSchema.parse(JSON.parse(row.body));
}

/** Returns the change's cursor. */
export function saveUnit(db: CityDb, unitNo: number, unit: Unit): bigint {
  db.prepare('UPDATE unit SET body = ? WHERE no = ?').run(JSON.stringify(unit), unitNo);
  return appendChange(db, unitNo, 'unit', unit.id);
}

export function insertUnit(db: CityDb, unit: Unit): number {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO unit (id, credit_code, body) VALUES (?, ?, ?)')
    .run(unit.id, unit.creditCode, JSON.stringify(unit));
  const unitNo = Number(lastInsertRowid);
  appendChange(db, unitNo, 'unit', unit.id);
  return unitNo;
}

export function insertApplication(db: CityDb, unitNo: number, application: Application): void {
  const { lastInsertRowid } = db
    .prepare('INSERT INTO application (id, unit_no, state, version, body) VALUES (?, ?, ?, ?, ?)')
    .run(application.id, unitNo, application.state, application.version, JSON.stringify(application));
  holdBlobs(db, Number(lastInsertRowid), application);
  appendChange(db, unitNo, 'application', application.id);
}

/** Stores the next version and logs it; returns the change's cursor. */
export function saveApplication(db: CityDb, { no, unitNo }: StoredApplication, application: Application): bigint {
  db.prepare('UPDATE application SET state = ?, version = ?, body = ? WHERE no = ?').run(
    application.state,
    application.version,
    JSON.stringify(application),
    no,
  );
  return appendChange(db, unitNo, 'application', application.id);
}

/** The old unit is told that it is gone, the new one that it has come. */
export function moveApplication(db: CityDb, stored: StoredApplication, toUnitNo: number): void {
  db.prepare('UPDATE application SET unit_no = ? WHERE no = ?').run(toUnitNo, stored.no);
  appendChange(db, stored.unitNo, 'removed', stored.application.id);
  appendChange(db, toUnitNo, 'application', stored.application.id);
}

/** Whether the unit once had an application that is no longer its own. */
export function wasRemovedFrom(db: CityDb, unitNo: number, applicationId: string): boolean {
  const row = db
    .prepare(`SELECT 1 FROM change WHERE unit_no = ? AND subject = ? AND kind = 'removed'`)
    .get(unitNo, applicationId);
  return row !== undefined;
}

/**
 * The cursor is counted on the unit's own row inside the transaction of the effect, so cursors become
 * visible in their order. An older line of the same subject goes: only the newest body is ever delivered.
 */
export function appendChange(
  db: CityDb,
  unitNo: number,
  kind: 'application' | 'removed' | 'unit',
  subject: string,
): bigint {
  const { head } = db
    .prepare<[number], { head: bigint }>('UPDATE unit SET head = head + 1 WHERE no = ? RETURNING head')
    .safeIntegers()
    .get(unitNo) as { head: bigint };
  db.prepare('DELETE FROM change WHERE unit_no = ? AND subject = ?').run(unitNo, subject);
  db.prepare('INSERT INTO change VALUES (?, ?, ?, ?)').run(unitNo, head, kind, subject);
  return head;
}

export function headOf(db: CityDb, unitNo: number): bigint {
  const row = db.prepare<[number], { head: bigint }>('SELECT head FROM unit WHERE no = ?').safeIntegers().get(unitNo);
  return row?.head ?? 0n;
}

export type ChangeRow = Readonly<{
  cursor: bigint;
  kind: 'application' | 'removed' | 'unit';
  subject: string;
  body: string | null;
}>;

/** Bodies are JSON text as stored; null for 'removed'. */
export function* changesAfter(db: CityDb, unitNo: number, since: bigint, limit: number): IterableIterator<ChangeRow> {
  yield* db
    .prepare<[number, bigint, number], ChangeRow>(
      `SELECT c.cursor, c.kind, c.subject, CASE c.kind WHEN 'unit' THEN u.body WHEN 'application' THEN a.body END AS body
       FROM change c JOIN unit u ON u.no = c.unit_no LEFT JOIN application a ON c.kind = 'application' AND a.id = c.subject
       WHERE c.unit_no = ? AND c.cursor > ? ORDER BY c.cursor LIMIT ?`,
    )
    .safeIntegers()
    .iterate(unitNo, since, limit);
}

export function countChangesAfter(db: CityDb, unitNo: number, since: bigint): number {
  const row = db
    .prepare<[number, bigint], { n: number }>('SELECT count(*) AS n FROM change WHERE unit_no = ? AND cursor > ?')
    .get(unitNo, since);
  return row?.n ?? 0;
}

export type BlobRow = Readonly<{ sha256: string; size: number; mime: string }>;

export function insertBlob(db: CityDb, { sha256, size, mime }: BlobRow): void {
  db.prepare('INSERT INTO blob (sha256, size, mime) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING').run(
    sha256,
    size,
    mime,
  );
}

/** Null also when the blob is there but belongs to none of the unit's applications: no existence oracle. */
export function findEntitledBlob(db: CityDb, unitNo: number, sha256: string): BlobRow | null {
  const row = db
    .prepare<[string, number], BlobRow>(
      `SELECT b.sha256, b.size, b.mime FROM blob b WHERE b.sha256 = ? AND EXISTS (
         SELECT 1 FROM holding h JOIN application a ON a.no = h.application_no WHERE h.blob_no = b.no AND a.unit_no = ?)`,
    )
    .get(sha256, unitNo);
  return row ?? null;
}

function holdBlobs(db: CityDb, applicationNo: number, application: Application): void {
  const hold = db.prepare('INSERT OR IGNORE INTO holding SELECT no, ? FROM blob WHERE sha256 = ?');
  for (const attachment of application.attachments) hold.run(applicationNo, attachment.sha256);
}
