/**
 * Reads Windows bitmaps, which sharp does not. Ours because it is small, and because the libraries there are allocate
 * what the header says before they look whether it is there.
 */
import { fail, ok, type Result } from '#model/result.ts';
import type { Unreadable } from '#model/scan.ts';
import { readBmpHeader, rowBytes, type BmpHeader } from './bmp-header.ts';
import { plausibleDpi } from './fit.ts';
import { rasterOf, type Picture } from './picture.ts';
import { NO_SUCH_PAGE, type Source } from './source.ts';

export function openBmp(bytes: Uint8Array): Result<Source, Unreadable> {
  const header = readBmpHeader(bytes);
  if (!header.ok) return header;
  const { width, height } = header.value;
  const size = { width, height, dpi: plausibleDpi(header.value.dpi, { width, height }) };
  return ok({
    format: 'bmp',
    pageCount: 1,
    size: async (pageNo) => (pageNo === 1 ? ok(size) : NO_SUCH_PAGE),
    async page(pageNo, how) {
      if (pageNo !== 1) return NO_SUCH_PAGE;
      const picture = decode(bytes, header.value);
      return picture.ok ? rasterOf(picture.value, size, how) : picture;
    },
    plainJpeg: () => null,
    close: () => undefined,
  });
}

function decode(bytes: Uint8Array, header: BmpHeader): Result<Picture, Unreadable> {
  const { width, height, bits, isRunLength } = header;
  if (bits > 8) return readColours(bytes, header);
  const indexes = isRunLength ? unpackRuns(bytes, header) : unpackIndexes(bytes, header);
  return indexes ? ok({ ...coloured(indexes, header.palette), width, height }) : fail('damaged', 'cut off');
}

/** Through the palette; grey where the palette is. */
function coloured(indexes: Uint8Array, palette: Uint8Array): Pick<Picture, 'data' | 'channels'> {
  const isGrey = palette.every((value, at) => value === palette[at - (at % 3)]);
  const channels = isGrey ? 1 : 3;
  const data = isGrey ? indexes : new Uint8Array(indexes.length * 3);
  for (let at = 0; at < indexes.length; at += 1) {
    const from = (indexes[at] ?? 0) * 3;
    for (let channel = 0; channel < channels; channel += 1) {
      data[at * channels + channel] = palette[from + channel] ?? 0;
    }
  }
  return { data, channels };
}

/** Where row `y` from the top begins in the file; null where it does not lie in it whole. */
function rowStart(bytes: Uint8Array, { height, width, bits, isTopDown, offset }: BmpHeader, y: number): number | null {
  const length = rowBytes(width, bits);
  const start = offset + length * (isTopDown ? y : height - 1 - y);
  return start + length <= bytes.length ? start : null;
}

function unpackIndexes(bytes: Uint8Array, header: BmpHeader): Uint8Array | null {
  const { width, height, bits } = header;
  const perByte = 8 / bits;
  const mask = 2 ** bits - 1;
  const indexes = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const start = rowStart(bytes, header, y);
    if (start === null) return null;
    for (let x = 0; x < width; x += 1) {
      const shift = 8 - bits * ((x % perByte) + 1);
      indexes[y * width + x] = ((bytes[start + Math.floor(x / perByte)] ?? 0) >> shift) & mask;
    }
  }
  return indexes;
}

/** Run-length codes of 8 and 4 bits. What the runs skip has the first colour. Null for runs beyond the picture. */
function unpackRuns(bytes: Uint8Array, { width, height, bits, isTopDown, offset }: BmpHeader): Uint8Array | null {
  const indexes = new Uint8Array(width * height);
  const half = bits === 4;
  let [x, y] = [0, 0];
  const put = (index: number): void => {
    indexes[(isTopDown ? y : height - 1 - y) * width + x] = index;
    x += 1;
  };
  for (let at = offset; at + 1 < bytes.length;) {
    const [count = 0, value = 0] = [bytes[at], bytes[at + 1]];
    at += 2;
    if (count === 0 && value === 1) return indexes;
    if (count === 0 && value === 0) [x, y] = [0, y + 1];
    else if (count === 0 && value === 2) {
      [x, y] = [x + (bytes[at] ?? 0), y + (bytes[at + 1] ?? 0)];
      at += 2;
    } else {
      // a run of one or, in turns, of two colours; or so many pixels as they are, filled up to 2 bytes
      const length = count === 0 ? value : count;
      if (y >= height || x + length > width) return null;
      for (let n = 0; n < length; n += 1) {
        const byte = count === 0 ? (bytes[at + (half ? n >> 1 : n)] ?? 0) : value;
        put(half ? (n % 2 === 0 ? byte >> 4 : byte & 15) : byte);
      }
      if (count === 0) at += 2 * Math.ceil((half ? Math.ceil(length / 2) : length) / 2);
    }
  }
  return null;
}

function readColours(bytes: Uint8Array, header: BmpHeader): Result<Picture, Unreadable> {
  const { width, height, bits, masks } = header;
  const read = bits === 24 ? null : masks.map(channelReader);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    const start = rowStart(bytes, header, y);
    if (start === null) return fail('damaged', 'cut off');
    let to = y * width * 3;
    for (let x = 0; x < width; x += 1, to += 3) {
      if (read) {
        const pixel = bits === 16 ? view.getUint16(start + x * 2, true) : view.getUint32(start + x * 4, true);
        for (let channel = 0; channel < 3; channel += 1) data[to + channel] = read[channel]?.(pixel) ?? 0;
      } else {
        const from = start + x * 3;
        data[to] = bytes[from + 2] ?? 0;
        data[to + 1] = bytes[from + 1] ?? 0;
        data[to + 2] = bytes[from] ?? 0;
      }
    }
  }
  return ok({ data, width, height, channels: 3 });
}

/** The bits under a mask as 0 to 255. */
function channelReader(mask: number): (pixel: number) => number {
  if (mask === 0) return () => 0;
  const shift = 31 - Math.clz32(mask & -mask);
  const most = mask >>> shift;
  return (pixel) => Math.round((((pixel & mask) >>> shift) * 255) / most);
}
