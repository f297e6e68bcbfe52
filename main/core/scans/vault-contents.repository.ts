/** SQL over every table that knows bytes of the vault: what has to be in it, and how far it was read through. */
import type { Db } from '#archive/db.ts';

/** Originals, pictures made of them, scans of the city, photos of notices: nothing else has a place in the vault. */
const KNOWN = `SELECT sha256 FROM blob UNION SELECT sha256 FROM attachment UNION SELECT sha256 FROM notice_photo
  UNION SELECT sha256 FROM scan_file WHERE sha256 IS NOT NULL UNION SELECT sha256 FROM scan_picture`;
/** Of those, what should be there now. */
const STORED = `SELECT sha256 FROM blob UNION SELECT sha256 FROM scan_picture
  UNION SELECT sha256 FROM scan_file WHERE sha256 IS NOT NULL AND lost_at IS NULL`;

export function selectKnown(db: Db): string[] {
  return db
    .prepare<{ sha256: string }>(KNOWN)
    .all()
    .map(({ sha256 }) => sha256);
}

/** In the order of the hashes, after one of them. */
export function selectStored(db: Db, after: string, limit: number): string[] {
  const sql = `SELECT sha256 FROM (${STORED}) WHERE sha256 > :after ORDER BY sha256 LIMIT :limit`;
  return db
    .prepare<{ sha256: string }>(sql)
    .all({ after, limit })
    .map(({ sha256 }) => sha256);
}

export function isScanOfCity(db: Db, sha256: string): boolean {
  return db.prepare('SELECT 1 AS found FROM attachment WHERE sha256 = :sha256 LIMIT 1').get({ sha256 }) !== undefined;
}

/** Of a photo of a notice whose bytes are gone: nothing can be fetched, it stays on its notice as lost. How many photos. */
export function forgetPhoto(db: Db, sha256: string): number {
  const found = db
    .prepare<{ photos: number }>('SELECT count(*) AS photos FROM notice_photo WHERE sha256 = :sha256')
    .get({ sha256 });
  const photos = found?.photos ?? 0;
  if (photos > 0) db.prepare('DELETE FROM blob WHERE sha256 = :sha256').run({ sha256 });
  return photos;
}

export type Scrub = Readonly<{ after: string; finishedAt: number | null }>;

export function selectScrub(db: Db): Scrub {
  const sql = 'SELECT after, finished_at AS finishedAt FROM scan_scrub';
  return db.prepare<Scrub>(sql).get() ?? { after: '', finishedAt: null };
}

export function putScrub(db: Db, { after, finishedAt }: Scrub): void {
  db.prepare(
    `INSERT INTO scan_scrub (one, after, finished_at) VALUES (1, :after, :finishedAt)
     ON CONFLICT (one) DO UPDATE SET after = :after, finished_at = :finishedAt`,
  ).run({ after, finishedAt });
}
