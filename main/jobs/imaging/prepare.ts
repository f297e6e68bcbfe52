/** One page of a file, made ready for the city and for the screen. */
import { ok, type Result } from '#model/result.ts';
import { AS_SCANNED, isAsScanned, type Mend, type SizeRule, type Unreadable } from '#model/scan.ts';
import type { Jobs, JobTable } from '#ports/jobs.ts';
import { atMost } from './at-most.ts';
import { checkPage } from './check.ts';
import { compress } from './compress.ts';
import { dpiAsA4, type PageSize } from './fit.ts';
import { imageOf, mendRaster } from './mend.ts';
import type { Raster } from './raster.ts';
import { openSource } from './read.ts';
import type { Source } from './source.ts';

/** dots per inch at which pages are checked: the checks' measures are pixels of this size */
const CHECKED_DPI = 200;
type Copy = Jobs['prepare']['output']['copy'];
/** pixels */
const THUMBNAIL_LONG_SIDE = 320;
const THUMBNAIL_QUALITY = 70;

export const prepare: JobTable['prepare'] = async ({ bytes, pageNo, mend, rule }) => {
  const opened = await openSource(bytes);
  if (!opened.ok) return opened;
  try {
    return await prepared(opened.value, pageNo, mend, rule);
  } finally {
    opened.value.close();
  }
};

async function prepared(
  source: Source,
  pageNo: number,
  mend: Mend,
  rule: SizeRule,
): Promise<Result<Jobs['prepare']['output'], Unreadable>> {
  const size = await source.size(pageNo);
  if (!size.ok) return size;
  const maxDpi = Math.max(CHECKED_DPI, rule.maxDpi);
  const scanned = await source.page(pageNo, { mend: AS_SCANNED, maxDpi });
  if (!scanned.ok) return scanned;
  const mended = await mendedPage(source, pageNo, { mend, maxDpi }, scanned.value);
  if (!mended.ok) return mended;

  const check = await checkPage(await atMost(CHECKED_DPI, scanned.value));
  const thumbnail = await thumbnailOf(mended.value);
  const untouched = isAsScanned(mend) ? ownBytes(source, size.value, rule) : null;
  const copy = untouched ?? (await smallCopy(mended.value, rule));
  return ok({ source: size.value, copy, thumbnail, check });
}

/** How often it was encoded is for the bench: what is kept of a copy is what the contract shows. */
async function smallCopy(raster: Raster, rule: SizeRule) {
  const { encodes: _, ...copy } = await compress(raster, rule);
  return copy;
}

/** From the decode that is there, unless cropping leaves a part that is to be taken larger. */
async function mendedPage(
  source: Source,
  pageNo: number,
  how: Readonly<{ mend: Mend; maxDpi: number }>,
  scanned: Raster,
): Promise<Result<Raster, Unreadable>> {
  if (isAsScanned(how.mend)) return ok(scanned);
  if (how.mend.crop && !scanned.isDpiKnown) return source.page(pageNo, how);
  return ok(await mendRaster(scanned, how.mend));
}

/** The file as it came, where it is within the rule already and every program shows it alike. */
function ownBytes(source: Source, size: PageSize, rule: SizeRule): Copy | null {
  const bytes = source.plainJpeg();
  if (!bytes || bytes.byteLength > rule.maxBytes) return null;
  const { width, height, dpi } = size;
  const facts = { width, height, dpi: dpi ?? dpiAsA4(size), quality: null, isOverCap: false } as const;
  return { ...facts, bytes, sizeBytes: bytes.byteLength };
}

function thumbnailOf(raster: Raster): Promise<Buffer> {
  return imageOf(raster)
    .resize({ width: THUMBNAIL_LONG_SIDE, height: THUMBNAIL_LONG_SIDE, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: THUMBNAIL_QUALITY })
    .toBuffer();
}
