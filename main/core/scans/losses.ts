/**
 * Bytes that were found damaged or gone: a scan of the city is fetched anew, what was made of an original is made
 * anew, and an original that was taken in here is reported on its pages and in its intake, a photo on its notice.
 */
import { isKept } from '#archive/db.ts';
import { updateLost } from './intakes.repository.ts';
import { reconsider, type ScanOffice } from './office.ts';
import { selectPageIdsOf, selectPagesById, updatePageState } from './pages.repository.ts';
import { deletePictures } from './pictures.repository.ts';
import { forgetPhoto, isScanOfCity } from './vault-contents.repository.ts';

export function reportLoss(office: ScanOffice, sha256: string): void {
  const { db, ports, sync } = office;
  if (isScanOfCity(db, sha256)) sync.refetch(sha256);
  let originals = 0;
  let derived = 0;
  let photos = 0;
  const isOnDisk = isKept(() =>
    db.transaction(() => {
      const owners = deletePictures(db, sha256).map(({ owner }) => owner);
      derived = owners.length;
      for (const { id, state } of selectPagesById(db, owners)) {
        if (state === 'ready') updatePageState(db, id, 'waiting', null);
      }
      photos = forgetPhoto(db, sha256);
      originals = updateLost(db, sha256, ports.clock.now());
      reconsider(office, selectPageIdsOf(db, sha256));
    }),
  );
  if (!isOnDisk || originals + derived + photos === 0) return;
  ports.log.warn('scans.lost', { originals, derived, photos });
  if (photos > 0) office.publish('publicity.changed', {});
  office.tell(null);
  office.wake();
}
