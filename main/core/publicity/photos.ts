/** Evidence photos of a notice where it hangs: recommended, not required (ux 7). The original is kept as it is. */
import { isKept as isOnDisk, noRoom } from '#archive/db.ts';
import { uuidv7 } from 'uuidv7';
import { fail, ok } from '#model/result.ts';
import { keepBytes } from '#vault/keep-bytes.ts';
import { type Answer, type Input, type NoticeDesk } from './notice-desk.ts';
import { putPhotoBytes, selectPhotos, type Photo } from './photos.repository.ts';

const MAX_PHOTO_BYTES = 20 * 1024 * 1024;

/** How files of the two kinds begin. */
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export async function addPhoto(
  desk: NoticeDesk,
  { noticeId, file, name }: Input<'addPhoto'>,
): Promise<Answer<'addPhoto'>> {
  if (!desk.book.find(noticeId)) return fail('not-found', 'no such notice');
  const handedIn = await desk.ports.files.take(file);
  if (!handedIn) return fail('file-gone');
  const { bytes } = handedIn;
  if (bytes.length > MAX_PHOTO_BYTES) return fail('too-large');
  const mime = pictureKind(bytes);
  if (!mime) return fail('not-a-picture');
  const sha256 = await keepBytes(desk.vault, bytes);
  if (sha256 === null) return noRoom();
  const { db } = desk.archive;
  const same = selectPhotos(db, noticeId).find((known) => known.sha256 === sha256);
  if (same) {
    // the same picture once more: what was lost is whole again
    if (!isOnDisk(() => putPhotoBytes(db, same))) return noRoom();
    desk.publish('publicity.changed', {});
    return ok({ photoId: same.id });
  }
  const photo: Photo = {
    id: uuidv7(),
    name: name || handedIn.name,
    sha256,
    mime,
    sizeBytes: bytes.length,
    addedAt: desk.ports.clock.now(),
    addedBy: desk.person.name,
  };
  const isKept = desk.perform(noticeId, {
    change: { kind: 'photo-added', photo },
    detail: { name: photo.name },
    told: [],
  });
  return isKept ? ok({ photoId: photo.id }) : noRoom();
}

/** By content: the name may say anything. */
export function pictureKind(bytes: Uint8Array): Photo['mime'] | null {
  if (startsWith(bytes, JPEG)) return 'image/jpeg';
  return startsWith(bytes, PNG) ? 'image/png' : null;
}

function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return Buffer.compare(bytes.subarray(0, start.length), start) === 0;
}

/** Off the notice; the bytes stay in the vault, where another notice or a scan may have the same. */
export function removePhoto(desk: NoticeDesk, { noticeId, photoId }: Input<'removePhoto'>): Answer<'removePhoto'> {
  const photo = selectPhotos(desk.archive.db, noticeId).find(({ id }) => id === photoId);
  if (!photo) return fail('not-found', 'no such photo');
  const isKept = desk.perform(noticeId, {
    change: { kind: 'photo-removed', photoId },
    detail: { name: photo.name },
    told: [],
  });
  return isKept ? ok(null) : noRoom();
}
