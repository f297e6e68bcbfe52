/** The two ways in which a page becomes a JPEG: as it is kept, and quickly, to learn how much there is in it. */
import type { JpegOptions } from 'sharp';
import { imageOf } from './mend.ts';
import type { Raster } from './raster.ts';

/**
 * mozjpeg's tables for the eye: ImageMagick's (no. 3) is what both are quantised with, only then can they be compared.
 * The one tuned by MS-SSIM (no. 2) gives much the same sizes, but its steps from quality to quality lie elsewhere.
 */
const TABLES = { usual: 3, other: 2 } as const;
export type Table = keyof typeof TABLES;

/** Below it orders of scans are tried out. */
const SHORT_BELOW = 60;

/** Whether sizes go on smoothly from one of the qualities to the other. */
export function areAlikeKept(a: number, b: number): boolean {
  return a < SHORT_BELOW === b < SHORT_BELOW;
}

/**
 * mozjpeg: trellis, progressive. To try out orders of scans takes half as long again as everything else and saves 1–2 %
 * above SHORT_BELOW, 3–10 % below, where bytes are what is short.
 */
function keptOptions(quality: number, table: Table): JpegOptions {
  const isShort = quality < SHORT_BELOW;
  return {
    quality,
    quantisationTable: TABLES[table],
    chromaSubsampling: '4:2:0',
    trellisQuantisation: true,
    overshootDeringing: true,
    progressive: true,
    optimiseScans: isShort,
  };
}

/** libjpeg's baseline with its standard codes: a tenth of the time. */
function quickOptions(quality: number): JpegOptions {
  return { quality, quantisationTable: TABLES.usual, chromaSubsampling: '4:2:0', optimiseCoding: false };
}

/** With the resolution in its head. */
export async function encodeKept(raster: Raster, quality: number, table: Table = 'usual'): Promise<Buffer> {
  const jpeg = await encode(raster, keptOptions(quality, table));
  return withHead(jpeg, raster.dpi);
}

export async function quickBytes(raster: Raster, quality: number): Promise<number> {
  return (await encode(raster, quickOptions(quality))).byteLength;
}

/** Grey stays grey: unless told, the library makes three channels of one. */
function encode(raster: Raster, options: JpegOptions): Promise<Buffer> {
  return imageOf(raster)
    .toColourspace(raster.channels === 1 ? 'b-w' : 'srgb')
    .jpeg(options)
    .toBuffer();
}

/** JFIF 1.02, APP0: the encoder writes none, and EXIF would take ten times the bytes. */
function withHead(jpeg: Buffer, dpi: number): Buffer {
  const density = Math.min(0xffff, Math.max(1, Math.round(dpi)));
  const head = Buffer.from('ffd8ffe000104a46494600010201000000000000', 'hex');
  head.writeUInt16BE(density, 14);
  head.writeUInt16BE(density, 16);
  return Buffer.concat([head, jpeg.subarray(2)]);
}
