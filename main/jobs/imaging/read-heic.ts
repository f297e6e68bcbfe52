/**
 * HEIC, as telephones save it, by libheif in WebAssembly. The library is LGPL: it lies beside the program as files of
 * its own that anyone may replace, and is loaded when the first such picture comes (resources/decisions/0005).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fail, ok, type Result } from '#model/result.ts';
import type { Unreadable } from '#model/scan.ts';
import { displayP3ToSrgb, isDisplayP3 } from './display-p3.ts';
import { MAX_WHOLE_BYTES } from './limits.ts';
import { rasterOf, type Picture } from './picture.ts';
import { NO_SUCH_PAGE, type Source } from './source.ts';

/** What is used of libheif, libheif-wasm/libheif.d.ts: handles are opaque, failures are objects with a code. */
type Context = Readonly<{ delete(): void }>;
type Failed = Readonly<{ code: Readonly<{ value: number }>; message?: string }>;
type Handle = Readonly<{ delete(): void; code?: undefined }>;
type Plane = Readonly<{ id: unknown; width: number; height: number; stride: number; data: Uint8Array }>;
type Decoded = Readonly<{ image: unknown; channels: readonly Plane[]; code?: undefined }>;
type LibHeif = Readonly<{
  heif_context_alloc(): Context;
  heif_context_read_from_memory(context: Context, bytes: Uint8Array): Failed;
  heif_context_free(context: Context): void;
  heif_js_context_get_primary_image_handle(context: Context): Handle | Failed;
  heif_image_handle_get_width(handle: Handle): number;
  heif_image_handle_get_height(handle: Handle): number;
  heif_image_handle_release(handle: Handle): void;
  heif_js_decode_image2(
    handle: Handle,
    colours: unknown,
    layout: unknown,
  ): Promise<Decoded | Failed> | Decoded | Failed;
  heif_image_release(image: unknown): void;
  heif_colorspace: Readonly<{ heif_colorspace_RGB: unknown }>;
  heif_chroma: Readonly<{ heif_chroma_interleaved_RGB: unknown }>;
}>;

let library: LibHeif | null = null;

/** Null where who distributes the program has taken the library out of it. */
function libheif(): LibHeif | null {
  const require = createRequire(import.meta.url);
  try {
    const start = require('libheif-js/libheif-wasm/libheif.js') as (options: { wasmBinary: Uint8Array }) => LibHeif;
    library ??= start({ wasmBinary: readFileSync(require.resolve('libheif-js/libheif-wasm/libheif.wasm')) });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
  }
  return library;
}

export function openHeic(bytes: Uint8Array): Result<Source, Unreadable> {
  const heif = libheif();
  if (!heif) return fail('unknown-format', 'no libheif');
  const context = heif.heif_context_alloc();
  const read = heif.heif_context_read_from_memory(context, bytes);
  // of a series the one that the telephone shows
  const handle = read.code.value === 0 ? heif.heif_js_context_get_primary_image_handle(context) : read;
  if (isFailed(handle)) {
    heif.heif_context_free(context);
    return fail('damaged', handle.message ?? 'no picture');
  }
  const close = (): void => {
    heif.heif_image_handle_release(handle);
    heif.heif_context_free(context);
  };
  // turned as the camera was held: libheif obeys the picture's own turns and mirrors, and EXIF's say the same again
  const width = heif.heif_image_handle_get_width(handle);
  const height = heif.heif_image_handle_get_height(handle);
  if (width < 1 || height < 1 || width * height * 3 > MAX_WHOLE_BYTES) {
    close();
    return width < 1 || height < 1 ? fail('damaged', 'no pixels') : fail('too-many-pixels');
  }
  // a telephone does not know how large the paper was
  const size = { width, height, dpi: null };
  return ok({
    format: 'heic',
    pageCount: 1,
    size: async (pageNo) => (pageNo === 1 ? ok(size) : NO_SUCH_PAGE),
    async page(pageNo, how) {
      if (pageNo !== 1) return NO_SUCH_PAGE;
      const { heif_colorspace_RGB: rgb } = heif.heif_colorspace;
      const { heif_chroma_interleaved_RGB: interleaved } = heif.heif_chroma;
      const decoded = await heif.heif_js_decode_image2(handle, rgb, interleaved);
      if (isFailed(decoded)) return fail('damaged', decoded.message ?? 'not decoded');
      try {
        const picture = pictureOf(decoded.channels);
        if (!picture) return fail('damaged', 'no colours');
        const raster = await rasterOf(picture, { width: picture.width, height: picture.height, dpi: null }, how);
        return raster.ok && isDisplayP3(bytes) ? ok(displayP3ToSrgb(raster.value)) : raster;
      } finally {
        heif.heif_image_release(decoded.image);
      }
    },
    plainJpeg: () => null,
    close,
  });
}

function isFailed(answer: Handle | Decoded | Failed): answer is Failed {
  return answer.code !== undefined;
}

/** The rows without what libheif fills them up with. */
function pictureOf([plane]: readonly Plane[]): Picture | null {
  if (!plane || plane.stride < plane.width * 3) return null;
  const { width, height, stride } = plane;
  const rowLength = width * 3;
  if (stride === rowLength) return { data: plane.data.subarray(0, rowLength * height), width, height, channels: 3 };
  const data = new Uint8Array(rowLength * height);
  for (let y = 0; y < height; y += 1) {
    data.set(plane.data.subarray(y * stride, y * stride + rowLength), y * rowLength);
  }
  return { data, width, height, channels: 3 };
}
