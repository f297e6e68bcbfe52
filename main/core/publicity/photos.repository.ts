/** SQL of the table notice_photo, and of blob where a photo's bytes are concerned. */
import type { Db } from '#archive/db.ts';

export type Photo = Readonly<{
  id: string;
  name: string;
  sha256: string;
  mime: 'image/jpeg' | 'image/png';
  sizeBytes: number;
  addedAt: number;
  addedBy: string;
}>;
export type KnownPhoto = Photo & Readonly<{ /** its bytes on this computer are damaged or gone */ isLost: boolean }>;

/** In the order in which they were added. */
export function selectPhotos(db: Db, noticeId: string): KnownPhoto[] {
  return db
    .prepare<Photo & Readonly<{ isLost: number }>>(
      `SELECT id, name, sha256, mime, size_bytes AS sizeBytes, added_at AS addedAt, added_by AS addedBy,
         NOT EXISTS (SELECT 1 FROM blob WHERE blob.sha256 = notice_photo.sha256) AS isLost
       FROM notice_photo WHERE notice_id = :noticeId ORDER BY rowid`,
    )
    .all({ noticeId })
    .map(({ isLost, ...photo }) => ({ ...photo, isLost: isLost === 1 }));
}

/** Its bytes are in the vault; they are the desk's own and never asked of the city, which knows attachments only. */
export function insertPhoto(db: Db, noticeId: string, photo: Photo): void {
  db.prepare(
    `INSERT INTO notice_photo (id, notice_id, name, sha256, mime, size_bytes, added_at, added_by)
     VALUES (:id, :noticeId, :name, :sha256, :mime, :sizeBytes, :addedAt, :addedBy)`,
  ).run({ noticeId, ...photo });
  putPhotoBytes(db, photo);
}

/** They are in the vault, for the first time or again. */
export function putPhotoBytes(
  db: Db,
  { sha256, sizeBytes, addedAt }: Pick<Photo, 'sha256' | 'sizeBytes' | 'addedAt'>,
): void {
  db.prepare(
    'INSERT INTO blob (sha256, size_bytes, stored_at) VALUES (:sha256, :sizeBytes, :addedAt) ON CONFLICT DO NOTHING',
  ).run({ sha256, sizeBytes, addedAt });
}

export function deletePhoto(db: Db, id: string): void {
  db.prepare('DELETE FROM notice_photo WHERE id = :id').run({ id });
}
