/** A raster as the file that a scanner, its program or a telephone would have written. */
import type { Sharp } from 'sharp';
import type { Raster } from '#jobs/imaging/raster.ts';
import { loadSharp } from '../../city/scans/sharp-with-fonts.ts';

export const TIFF_KINDS = ['lzw', 'deflate', 'none', 'g4'] as const;
export type TiffKind = (typeof TIFF_KINDS)[number];

/** `subsampled`: 4:2:0, as telephones and coarse scanners write */
export async function asJpeg(
  raster: Raster,
  { quality, isSubsampled }: Readonly<{ quality: number; isSubsampled: boolean }>,
): Promise<Buffer> {
  return (await open(raster)).jpeg({ quality, chromaSubsampling: isSubsampled ? '4:2:0' : '4:4:4' }).toBuffer();
}

/** EXIF orientations that a held telephone gives, and by how much the pixels are turned back for each. */
const TURNED_BACK = { 1: 0, 3: 180, 6: 270, 8: 90 } as const;
export type Orientation = keyof typeof TURNED_BACK;

/** The pixels lie as the sensor saw them, the tag says how to hold them upright. */
export async function asTurnedJpeg(raster: Raster, orientation: Orientation): Promise<Buffer> {
  const sharp = await loadSharp();
  const { data, info } = await (
    await open(raster)
  )
    .rotate(TURNED_BACK[orientation])
    .raw()
    .toBuffer({ resolveWithObject: true });
  return sharp(data, { raw: info }).withMetadata({ orientation, density: 72 }).jpeg({ quality: 92 }).toBuffer();
}

export async function asPng(raster: Raster): Promise<Buffer> {
  return (await open(raster)).png({ compressionLevel: 6 }).toBuffer();
}

/** Several rasters of one size become the pages of one file. */
export async function asTiff(pages: readonly [Raster, ...Raster[]], kind: TiffKind): Promise<Buffer> {
  const sharp = await loadSharp();
  const [first] = pages;
  const { width, height, channels } = first;
  const data = Buffer.concat(pages.map((page) => page.data));
  const raw = { width, height: height * pages.length, channels, pageHeight: height };
  const image = sharp(data, { raw });
  const perMillimetre = first.dpi / 25.4;
  const resolution = { xres: perMillimetre, yres: perMillimetre } as const;
  if (kind !== 'g4') return image.tiff({ compression: kind, predictor: 'horizontal', ...resolution }).toBuffer();
  const lineart = image.greyscale().threshold(150).toColourspace('b-w');
  return lineart.tiff({ compression: 'ccittfax4', bitdepth: 1, ...resolution }).toBuffer();
}

const BMP_HEAD = 54;

/** 24 bit, bottom up, rows padded to four bytes: what scanner programs and Windows write. */
export function asBmp({ data, width, height, channels, dpi }: Raster): Buffer {
  const row = (width * 3 + 3) & ~3;
  const file = Buffer.alloc(BMP_HEAD + row * height);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(BMP_HEAD, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  file.writeUInt32LE(row * height, 34);
  const perMetre = Math.round((dpi / 25.4) * 1000);
  file.writeInt32LE(perMetre, 38);
  file.writeInt32LE(perMetre, 42);
  for (let y = 0; y < height; y += 1) {
    let to = BMP_HEAD + (height - 1 - y) * row;
    for (let from = y * width * channels; from < (y + 1) * width * channels; from += channels) {
      const blue = from + (channels === 3 ? 2 : 0);
      const green = from + (channels === 3 ? 1 : 0);
      file[to] = data[blue] as number;
      file[to + 1] = data[green] as number;
      file[to + 2] = data[from] as number;
      to += 3;
    }
  }
  return file;
}

async function open({ data, width, height, channels, dpi, isDpiKnown }: Raster): Promise<Sharp> {
  const sharp = await loadSharp();
  return sharp(data, { raw: { width, height, channels } }).withMetadata({ density: isDpiKnown ? dpi : 72 });
}
