/** Addresses of pictures for this session, and those of them that are made when somebody looks. */
import { isKept } from '#archive/db.ts';
import { AS_SCANNED, type ScanFormat } from '#model/scan.ts';
import type { JobRunner, Urgency } from '#ports/jobs.ts';
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
  Readonly<{
    ofPage(page: PageRow): Output<'page'>['pictures'];
    /** Those of a scan from the city, before anybody looks. */
    makeAhead(sha256: string): Promise<void>;
    /** As a JPEG as large as it is, to be printed: of a scan from the city that is none. Null where it cannot be read. */
    printed(sha256: string): Promise<Uint8Array | null>;
    /** by the monotonic clock; when a picture was asked for last */
    askedAt(): number;
    /** Resolves when nothing is made or stored any more; the signal comes first. */
    settled(): Promise<void>;
  }>;

type Deps = Pick<ScanOffice, 'db' | 'vault' | 'addresses'> &
  Readonly<{
    jobs: Pick<JobRunner, 'run'>;
    monotonic(): number;
    signal: AbortSignal;
    onLost(sha256: string): void;
  }>;

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
/** pixels and quality: all that there are, with nothing lost that print could show */
const PRINTED = { longSide: 10_000, quality: 92 } as const;
/** pixels: A4 at 200 dpi */
const RENDERING = { longSide: 2339, quality: 85 } as const;

/** Asked for twice at the same time, a picture is made once; whoever asked does not wait until it is stored. */
function createMaking(deps: Deps) {
  const making = new Map<string, Promise<Uint8Array | null>>();
  const storing = new Set<Promise<void>>();
  return {
    previewOnce(preview: Preview, urgency: Urgency): Promise<Uint8Array | null> {
      const key = `${preview.owner} ${preview.kind}`;
      const underWay = making.get(key);
      if (underWay) return underWay;
      const made = previewOf(deps, preview, urgency);
      const bytes = made.then((picture) => picture?.bytes ?? null);
      const stored = made
        .then((picture) => (picture?.isNew ? keep(deps, preview, picture.bytes) : undefined))
        .finally(() => {
          making.delete(key);
          storing.delete(stored);
        });
      // whoever asked meets the error
      stored.catch(() => undefined);
      making.set(key, bytes);
      storing.add(stored);
      return bytes;
    },
    settled: async () => void (await Promise.allSettled(storing)),
  };
}

export function createPictures(deps: Deps): Pictures {
  const { addresses } = deps;
  const { previewOnce, settled } = createMaking(deps);
  let askedAt = -Infinity;

  function addressOf(preview: Preview, urgency: Urgency): string {
    return addresses.offer(`${preview.owner} ${preview.kind}`, async () => {
      askedAt = deps.monotonic();
      const bytes = await previewOnce(preview, urgency);
      return bytes && { bytes, mime: JPEG };
    });
  }

  function originalOf({ id, format, sha256, isLost, pageNo }: PageRow): string | null {
    if (format === null || isLost) return null;
    const mime = SHOWN[format];
    return mime === undefined
      ? addressOf({ owner: id, kind: 'original', sha256, pageNo, size: RENDERING }, 'now')
      : addresses.addressOf({ sha256, mime });
  }

  return {
    ofPage: (page) => ({
      thumbnail:
        page.thumbnailSha256 === null ? null : addresses.addressOf({ sha256: page.thumbnailSha256, mime: JPEG }),
      original: originalOf(page),
      copy: page.copy === null ? null : addresses.addressOf({ sha256: page.copy.sha256, mime: JPEG }),
    }),
    thumbnailOf: (sha256) => addressOf(thumbnailOf(sha256), 'soon'),
    screenOf: ({ sha256, mime }) =>
      addresses.offer(`${sha256} screen`, async () => {
        askedAt = deps.monotonic();
        const made = await previewOnce(screenOf(sha256), 'now');
        if (made) return { bytes: made, mime: JPEG };
        // a browser may show what cannot be read here
        const original = await deps.vault.get(sha256);
        return original.ok ? { bytes: original.value, mime } : null;
      }),
    async makeAhead(sha256) {
      await previewOnce(screenOf(sha256), 'later');
      await previewOnce(thumbnailOf(sha256), 'later');
    },
    printed: (sha256) => previewOnce({ owner: sha256, kind: 'copy', sha256, pageNo: 1, size: PRINTED }, 'later'),
    askedAt: () => askedAt,
    settled,
  };
}

function screenOf(sha256: string): Preview {
  return { owner: sha256, kind: 'original', sha256, pageNo: 1, size: SCREEN };
}

function thumbnailOf(sha256: string): Preview {
  return { owner: sha256, kind: 'thumbnail', sha256, pageNo: 1, size: THUMBNAIL };
}

type Made = Readonly<{ bytes: Uint8Array; isNew: boolean }>;

/** As it was made before, or made now; null where what it is made of cannot be read. */
async function previewOf(deps: Deps, preview: Preview, urgency: Urgency): Promise<Made | null> {
  const { db, vault, jobs, signal, onLost } = deps;
  const { owner, kind, sha256, pageNo, size } = preview;
  const known = selectPicture(db, owner, kind);
  if (known?.recipe === recipeOf(preview)) {
    const read = await vault.get(known.sha256);
    if (read.ok) return { bytes: read.value, isNew: false };
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
  const input = { bytes: source.value, pageNo, mend: AS_SCANNED, ...size };
  const made = await jobs.run('preview', input, { signal, urgency });
  return made.ok ? { bytes: made.value.bytes, isNew: true } : null;
}

/** Without room it is made again the next time. */
async function keep({ db, vault }: Deps, preview: Preview, bytes: Uint8Array): Promise<void> {
  const { owner, kind } = preview;
  const sha256 = await keepBytes(vault, bytes);
  if (sha256 === null) return;
  const picture = { owner, kind, recipe: recipeOf(preview), sha256, sizeBytes: bytes.length, facts: '{}' };
  isKept(() => putPicture(db, picture));
}

function recipeOf({ size }: Preview): string {
  return `preview 1 ${size.longSide} ${size.quality}`;
}
