/** Addresses of a page's pictures for this session. */
import type { ScanFormat } from '#model/scan.ts';
import type { Output, ScanOffice } from './office.ts';
import type { PageRow } from './pages.repository.ts';

const JPEG = 'image/jpeg';
/** What every browser shows as it is, turned as the camera was held. */
const SHOWN: Readonly<Partial<Record<ScanFormat, string>>> = {
  jpeg: JPEG,
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
};

export function pictureAddresses({ addresses }: ScanOffice, page: PageRow): Output<'page'>['pictures'] {
  const { thumbnailSha256, copy, format, sha256, isLost } = page;
  const mime = format === null ? undefined : SHOWN[format];
  return {
    thumbnail: thumbnailSha256 === null ? null : addresses.addressOf({ sha256: thumbnailSha256, mime: JPEG }),
    original: mime === undefined || isLost ? null : addresses.addressOf({ sha256, mime }),
    copy: copy === null ? null : addresses.addressOf({ sha256: copy.sha256, mime: JPEG }),
  };
}
