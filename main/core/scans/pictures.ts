/** Addresses of pictures for this session, and those of them that are made when somebody looks. */
import { isKept } from '#archive/db.ts';
import { AS_SCANNED, type ScanFormat } from '#model/scan.ts';
import type { JobRunner } from '#ports/jobs.ts';
import { keepBytes } from '#vault/keep-bytes.ts';
import type { Output, ScanOffice } from './office.ts';
import type { PageRow } from './pages.repository.ts';
import { putPicture, selectPicture, type PictureKind } from './pictures.repository.ts';
import type { ScansBeside } from './scans.service.ts';

const JPEG = 'image/jpeg';
/** What every browser shows as it is, turned as the camera was held. */
const SHOWN: Readonly<Partial<Record<ScanFormat, string>>> = {
  jpeg: JPEG,
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
};

export type Pictures = Pick<ScansBeside, 'thumbnailOf' | 'screenOf'> &
  Readonly<{ ofPage(page: PageRow): Output<'page'>['pictures'] }>;

type Deps = Pick<ScanOffice, 'db' | 'vault' | 'addresses'> &
  Readonly<{ jobs: Pick<JobRunner, 'run'>; onLost(sha256: string): void }>;

/** Made of one page of an original, for the screen only. */
type Preview = Readonly<{
  owner: string;
  kind: PictureKind;
  sha256: string;
  pageNo: number;
  size: Readonly<{ longSide: number; quality: number }>;
}>;

/** pixels; a strip draws it at a fifth of that on an ordinary screen */
const THUMBNAIL = { longSide: 320, quality: 70 } as const;
/** pixels: a whole page in the highest window, or its width in an ordinary one; a browser decodes it in a fifth of the time */
const SCREEN = { longSide: 1600, quality: 85 } as const;
/** pixels: A4 at 200 dpi */
const RENDERING = { longSide: 2339, quality: 85 } as const;

export function createPictures(deps: Deps): Pictures {
  const { addresses } = deps;
  const making = new Map<string, Promise<Uint8Array | null>>();

  /** Asked for twice at the same time, it is made once. */
  function previewOnce(preview: Preview): Promise<Uint8Array | null> {
    const key = `${preview.owner} ${preview.kind}`;
    const made = making.get(key) ?? previewOf(deps, preview).finally(() => making.delete(key));
    making.set(key, made);
    return made;
  }

  function addressOf(preview: Preview): string {
    return addresses.offer(`${preview.owner} ${preview.kind}`, async () => {
      const bytes = await previewOnce(preview);
      return bytes && { bytes, mime: JPEG };
    });
  }

  function originalOf({ id, format, sha256, isLost, pageNo }: PageRow): string | null {
    if (format === null || isLost) return null;
    const mime = SHOWN[format];
    return mime === undefined
      ? addressOf({ owner: id, kind: 'original', sha256, pageNo, size: RENDERING })
      : addresses.addressOf({ sha256, mime });
  }

  return {
    ofPage: (page) => ({
      thumbnail:
        page.thumbnailSha256 === null ? null : addresses.addressOf({ sha256: page.thumbnailSha256, mime: JPEG }),
      original: originalOf(page),
      copy: page.copy === null ? null : addresses.addressOf({ sha256: page.copy.sha256, mime: JPEG }),
    }),
    thumbnailOf: (sha256) => addressOf({ owner: sha256, kind: 'thumbnail', sha256, pageNo: 1, size: THUMBNAIL }),
    screenOf: ({ sha256, mime }) =>
      addresses.offer(`${sha256} screen`, async () => {
        const made = await previewOnce({ owner: sha256, kind: 'original', sha256, pageNo: 1, size: SCREEN });
        if (made) return { bytes: made, mime: JPEG };
        // a browser may show what cannot be read here
        const original = await deps.vault.get(sha256);
        return original.ok ? { bytes: original.value, mime } : null;
      }),
  };
}

/** As it was made before, or made now; null where what it is made of cannot be read. */
async function previewOf(deps: Deps, { owner, kind, sha256, pageNo, size }: Preview): Promise<Uint8Array | null> {
  const { db, vault, jobs, onLost } = deps;
  const recipe = `preview 1 ${size.longSide} ${size.quality}`;
  const known = selectPicture(db, owner, kind);
  if (known?.recipe === recipe) {
    const read = await vault.get(known.sha256);
    if (read.ok) return read.value;
    onLost(known.sha256);
  }
  // a small one is made sooner of the larger one, where that is there
  const larger = kind === 'thumbnail' ? selectPicture(db, owner, 'original') : null;
  const from = larger?.sha256 ?? sha256;
  const source = await vault.get(from);
  if (!source.ok) {
    onLost(from);
    return null;
  }
  const made = await jobs.run('preview', { bytes: source.value, pageNo, mend: AS_SCANNED, ...size });
  if (!made.ok) return null;
  const { bytes } = made.value;
  const stored = await keepBytes(vault, bytes);
  // without room it is made again the next time
  if (stored !== null) {
    const picture = { owner, kind, recipe, sha256: stored, sizeBytes: bytes.length, facts: '{}' };
    isKept(() => putPicture(db, picture));
  }
  return bytes;
}
