/** JPEG, PNG, TIFF, WebP and GIF, by sharp. */
import type { Metadata, SharpOptions } from 'sharp';
import { fail, ok, type Result } from '#model/result.ts';
import type { Mend, ScanFormat, Unreadable } from '#model/scan.ts';
import { fit, plausibleDpi, type PageSize } from './fit.ts';
import { withoutMetadata, withoutPadding } from './jpeg-segments.ts';
import { MAX_PAGES, MAX_PIXEL_BYTES, MAX_PIXELS, MAX_WHOLE_BYTES } from './limits.ts';
import { isSideways, keptOf, mendRaster, orientationOf } from './mend.ts';
import type { Raster } from './raster.ts';
import { sharp } from './sharp.ts';
import { NO_SUCH_PAGE, type Source } from './source.ts';
import { stretchOf } from './tiff-aspect.ts';

const PICTURE_FORMATS = ['jpeg', 'png', 'tiff', 'webp', 'gif'] as const satisfies readonly ScanFormat[];
type PictureFormat = (typeof PICTURE_FORMATS)[number];
type FailOn = NonNullable<SharpOptions['failOn']>;

export function isPicture(format: ScanFormat): format is PictureFormat {
  return PICTURE_FORMATS.some((one) => one === format);
}

export async function openPicture(bytes: Uint8Array, format: PictureFormat): Promise<Result<Source, Unreadable>> {
  const first = await headerOf(bytes, 1);
  if (!first.ok) return first;
  // of GIF and WebP the further pages are frames
  const pageCount = format === 'tiff' ? (first.value.pages ?? 1) : 1;
  if (pageCount > MAX_PAGES) return fail('too-many-pages');

  async function header(pageNo: number): Promise<Result<Facts, Unreadable>> {
    if (pageNo === 1) return first;
    return pageNo >= 1 && pageNo <= pageCount ? headerOf(bytes, pageNo) : NO_SUCH_PAGE;
  }
  return ok({
    format,
    pageCount,
    async size(pageNo) {
      const facts = await header(pageNo);
      return facts.ok ? ok(uprightSize(facts.value)) : facts;
    },
    async page(pageNo, how) {
      const facts = await header(pageNo);
      if (!facts.ok) return facts;
      return format === 'jpeg' ? readJpeg(bytes, facts.value, how) : readPage(bytes, pageNo, facts.value, how, 'error');
    },
    plainJpeg: () => (format === 'jpeg' && isPlain(first.value) ? withoutMetadata(bytes) : null),
    close: () => undefined,
  });
}

/** What every program shows alike: grey, or three colours that are sRGB's. */
function isPlain({ orientation = 1, channels, space, icc }: Metadata): boolean {
  return orientation === 1 && (!icc || isSrgb(icc)) && (channels === 1 || (channels === 3 && space === 'srgb'));
}

/** By the name in the profile, as versions 2 and 4 write it. */
function isSrgb(profile: Buffer): boolean {
  return profile.includes('sRGB', 0, 'latin1') || profile.includes(Buffer.from('sRGB', 'utf16le').swap16());
}

/** What the file says of one page, its pixels made square. */
type Facts = Metadata & Readonly<{ pageHeight: number }>;

async function headerOf(bytes: Uint8Array, pageNo: number): Promise<Result<Facts, Unreadable>> {
  try {
    const metadata = await opened(bytes, pageNo, 'none').metadata();
    return isTooLarge(metadata) ? fail('too-many-pixels') : ok(squared(metadata, bytes, pageNo));
  } catch (error) {
    return whyNot(error);
  }
}

/** The side that has fewer dots an inch grows: nothing of the other is lost. */
function squared(facts: Metadata, bytes: Uint8Array, pageNo: number): Facts {
  const { width, height, pageHeight = height, density, format } = facts;
  if (format !== 'tiff') return { ...facts, pageHeight };
  const { across, down } = stretchOf(bytes, pageNo);
  return {
    ...facts,
    width: Math.round(width * across),
    pageHeight: Math.round(pageHeight * down),
    density: density === undefined ? undefined : density * across,
  };
}

const DEPTH_BYTES: Readonly<Record<string, number>> = { uchar: 1, char: 1, ushort: 2, short: 2 };

function isTooLarge({ width, height, pageHeight = height, channels, depth, format, isProgressive }: Metadata): boolean {
  const pixels = width * pageHeight;
  const isWhole = isProgressive || format === 'gif' || format === 'webp';
  const pixelBytes = pixels * channels * (DEPTH_BYTES[depth] ?? 4);
  return pixels > MAX_PIXELS || pixelBytes > (isWhole ? MAX_WHOLE_BYTES : MAX_PIXEL_BYTES);
}

function uprightSize({ width, pageHeight, density, orientation }: Facts): PageSize {
  const size = isSideways(orientationOf(orientation).turn)
    ? { width: pageHeight, height: width }
    : { width, height: pageHeight };
  return { ...size, dpi: plausibleDpi(density, size) };
}

type How = Readonly<{ mend: Mend; maxDpi: number }>;

/** A few bytes too many before a marker do no harm and are what some cameras write; any other warning is damage. */
const HARMLESS_WARNING = /extraneous bytes before marker/;

async function readJpeg(bytes: Uint8Array, facts: Facts, how: How): Promise<Result<Raster, Unreadable>> {
  const strictly = await readPage(bytes, 1, facts, how, 'warning');
  if (strictly.ok || !HARMLESS_WARNING.test(strictly.error.message)) return strictly;
  // it is told before the pixels are looked at, so those are looked at without it
  const tidy = withoutPadding(bytes);
  return tidy ? readPage(tidy, 1, facts, how, 'warning') : strictly;
}

/** Decoded, shrunk and made plain in one go; what is turned afterwards is small. */
async function readPage(
  bytes: Uint8Array,
  pageNo: number,
  facts: Facts,
  { mend, maxDpi }: How,
  failOn: FailOn,
): Promise<Result<Raster, Unreadable>> {
  const orientation = orientationOf(facts.orientation);
  const fitted = fit(uprightSize(facts), maxDpi, keptOf(mend));
  const [width, height] = isSideways(orientation.turn) ? [fitted.height, fitted.width] : [fitted.width, fitted.height];
  try {
    const { data, info } = await opened(bytes, pageNo, failOn)
      .flatten({ background: '#ffffff' })
      .resize({ width, height, fit: 'fill' })
      .toColourspace(isGrey(facts) ? 'b-w' : 'srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const channels = info.channels === 1 ? 1 : 3;
    const raster = { data, width, height, channels, dpi: fitted.dpi, isDpiKnown: fitted.isDpiKnown } as const;
    return ok(await mendRaster(raster, mend, orientation));
  } catch (error) {
    return whyNot(error);
  }
}

function isGrey({ space }: Metadata): boolean {
  return space === 'b-w' || space === 'grey16';
}

function opened(bytes: Uint8Array, pageNo: number, failOn: FailOn) {
  return sharp(bytes, { page: pageNo - 1, pages: 1, failOn, limitInputPixels: MAX_PIXELS, sequentialRead: true });
}

/** The library's words go to whoever debugs; they tell nothing of the picture. */
function whyNot(error: unknown): Result<never, Unreadable> {
  const message = error instanceof Error ? error.message : '';
  return /pixel limit/.test(message) ? fail('too-many-pixels', message) : fail('damaged', message);
}
