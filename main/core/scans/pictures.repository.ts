/** SQL of the table scan_picture: what was made of originals, and can be made anew. */
import type { Db } from '#archive/db.ts';

export type PictureKind = 'copy' | 'thumbnail' | 'original';
export type Picture = Readonly<{
  /** a page's id, or the hash of a scan from the city */
  owner: string;
  /** `original`: a rendering of it for the window: of a format that browsers do not show, or smaller than it is */
  kind: PictureKind;
  recipe: string;
  sha256: string;
  sizeBytes: number;
  /** JSON */
  facts: string;
}>;

export function putPicture(db: Db, picture: Picture): void {
  db.prepare(
    `INSERT INTO scan_picture (owner, kind, recipe, sha256, size_bytes, facts)
     VALUES (:owner, :kind, :recipe, :sha256, :sizeBytes, :facts)
     ON CONFLICT (owner, kind) DO UPDATE SET recipe = :recipe, sha256 = :sha256, size_bytes = :sizeBytes, facts = :facts`,
  ).run(picture);
}

export function selectPicture(db: Db, owner: string, kind: PictureKind): Picture | null {
  const sql = `SELECT owner, kind, recipe, sha256, size_bytes AS sizeBytes, facts FROM scan_picture
    WHERE owner = :owner AND kind = :kind`;
  return db.prepare<Picture>(sql).get({ owner, kind }) ?? null;
}

/** Scans from the city that are here and have none for the window yet, in the order in which they came, after one of them. */
export function selectWithoutPicture(
  db: Db,
  after: number,
  limit: number,
): readonly Readonly<{ no: number; sha256: string }>[] {
  const sql = `SELECT b.rowid AS no, b.sha256 AS sha256 FROM blob b
    LEFT JOIN scan_picture p ON p.owner = b.sha256 AND p.kind = 'original'
    WHERE b.rowid > :after AND p.owner IS NULL ORDER BY b.rowid LIMIT :limit`;
  return db.prepare<Readonly<{ no: number; sha256: string }>>(sql).all({ after, limit });
}

/** Returns whose pictures these bytes were. */
export function deletePictures(db: Db, sha256: string): readonly Pick<Picture, 'owner' | 'kind'>[] {
  const owners = db
    .prepare<Pick<Picture, 'owner' | 'kind'>>('SELECT owner, kind FROM scan_picture WHERE sha256 = :sha256')
    .all({ sha256 });
  db.prepare('DELETE FROM scan_picture WHERE sha256 = :sha256').run({ sha256 });
  return owners;
}
