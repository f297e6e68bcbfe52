/** Small files that ask for more memory than there is. */
import { crc32, deflateSync } from 'node:zlib';
import type { Hostile } from '../hostile.ts';
import { tiff } from './tiffs.ts';

export function bombs(): readonly Hostile[] {
  const tooMany: readonly (readonly [string, Buffer])[] = [
    ['PNG 48010 × 16173', png(48_010, 16_173)],
    ['PNG 100000 × 100000', png(100_000, 100_000)],
    ['PNG as wide as a line can be', png(16_000_000, 10)],
    ['interlaced PNG 40000 × 40000', png(40_000, 40_000, { interlace: 1 })],
    ['16-bit PNG 13000 × 13000', png(13_000, 13_000, { bits: 16, type: 2 })],
    ['GIF 65535 × 65535', gif(65_535, 65_535)],
    ['GIF 30000 × 30000', gif(30_000, 30_000)],
    ['TIFF 100000 × 100000', tiff({ width: 100_000, height: 100_000 })],
    ['BMP 100000 × 100000', bmp(100_000, 100_000)],
    ['BMP 2147483647 × 2147483647', bmp(2_147_483_647, 2_147_483_647)],
    ['BMP from the top, -2147483648 rows', bmp(10, -2_147_483_648)],
    ['run-length BMP 20000 × 20000', bmp(20_000, 20_000, { bits: 8, compression: 1 })],
    ['GIF 12000 × 12000, which is decoded whole', gif(12_000, 12_000)],
    ['interlaced PNG 12000 × 12000 in 16 bits', png(12_000, 12_000, { interlace: 1, bits: 16 })],
    ['PNG 12000 × 12000 in 16 bits and four channels', png(12_000, 12_000, { bits: 16, type: 6 })],
    ['WebP 16383 × 16383', webp(16_383, 16_383)],
    ['JPEG 65500 × 65500', jpeg(65_500, 65_500)],
    ['progressive JPEG 40000 × 40000', jpeg(40_000, 40_000, 0xc2)],
  ];
  return [
    ...tooMany.map(([name, bytes]) => ({ name, bytes, answer: 'too-many-pixels' as const })),
    { name: 'TIFF of 4294967295 rows', bytes: tiff({ width: 1, height: 0xff_ff_ff_ff }), answer: 'any' },
    // within the limits on paper, nothing behind it
    { name: 'PNG 12000 × 12000 of nothing', bytes: png(12_000, 12_000), answer: 'damaged' },
    { name: 'PNG 12000 × 12000, all of it', bytes: png(12_000, 12_000, { isWhole: true }), answer: 'any' },
    { name: 'BMP 12000 × 12000 of nothing', bytes: bmp(12_000, 12_000), answer: 'damaged' },
    {
      name: 'run-length BMP 12000 × 12000 of nothing',
      bytes: bmp(12_000, 12_000, { bits: 8, compression: 1 }),
      answer: 'damaged',
    },
    { name: 'JPEG 12000 × 12000 of nothing', bytes: jpeg(12_000, 12_000), answer: 'damaged' },
    { name: 'GIF 3000 × 3000 of nothing', bytes: gif(3000, 3000), answer: 'any' },
  ];
}

export function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const framed = Buffer.alloc(8 + named.length);
  framed.writeUInt32BE(body.length);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), 4 + named.length);
  return framed;
}

type PngFacts = Readonly<{ bits?: number; type?: number; interlace?: number; isWhole?: boolean }>;

/** Black and white unless said otherwise; `isWhole`: every row is there, packed a thousandfold. */
export function png(
  width: number,
  height: number,
  { bits = 1, type = 0, interlace = 0, isWhole = false }: PngFacts = {},
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([bits, type, 0, 0, interlace], 8);
  const rows = deflateSync(Buffer.alloc(isWhole ? (1 + Math.ceil(width / 8)) * height : 100));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export function gif(width: number, height: number): Buffer {
  const [wide, high] = [Buffer.alloc(2), Buffer.alloc(2)];
  wide.writeUInt16LE(width);
  high.writeUInt16LE(height);
  const screen = Buffer.concat([Buffer.from('GIF89a'), wide, high, Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255])]);
  const frame = Buffer.concat([Buffer.from([0x2c, 0, 0, 0, 0]), wide, high, Buffer.from([0, 2, 2, 0x44, 1, 0, 0x3b])]);
  return Buffer.concat([screen, frame]);
}

export function bmp(
  width: number,
  height: number,
  { bits = 24, compression = 0 }: Readonly<{ bits?: number; compression?: number }> = {},
): Buffer {
  const bytes = Buffer.alloc(54 + (bits <= 8 ? 1024 : 0) + 64);
  bytes.write('BM');
  bytes.writeUInt32LE(bytes.length - 64, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(bits, 28);
  bytes.writeUInt32LE(compression, 30);
  return bytes;
}

/** A lossless one: 14 bits each for width and height behind the signature. */
export function webp(width: number, height: number): Buffer {
  const body = Buffer.alloc(26);
  body[0] = 0x2f;
  body.writeUInt32LE(((width - 1) | ((height - 1) << 14)) >>> 0, 1);
  const bytes = Buffer.alloc(20);
  bytes.write('RIFF');
  bytes.writeUInt32LE(12 + body.length, 4);
  bytes.write('WEBPVP8L', 8);
  bytes.writeUInt32LE(body.length, 16);
  return Buffer.concat([bytes, body]);
}

/** One grey component, no tables, a scan of nothing. */
export function jpeg(width: number, height: number, frame = 0xc0): Buffer {
  const start = Buffer.from([0xff, 0xd8, 0xff, frame, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  start.writeUInt16BE(height, 7);
  start.writeUInt16BE(width, 9);
  return Buffer.concat([start, Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0xff, 0xd9])]);
}
