/** Headers that say what is not so. */
import { pageImage } from '../imaging/test-page.ts';
import type { Hostile } from '../hostile.ts';
import { bmp, chunk, gif, jpeg, png, webp } from './bombs.ts';

export async function lyingHeaders(): Promise<readonly Hostile[]> {
  const page = await pageImage().resize(300).jpeg().toBuffer();
  const goodPng = await pageImage().resize(300).png().toBuffer();
  const damaged: readonly (readonly [string, Buffer])[] = [
    ['PNG 0 × 0', png(0, 0)],
    ['PNG 10 × 0', png(10, 0)],
    ['PNG of colour type 7', png(10, 10, { type: 7 })],
    ['PNG of 3 bits', png(10, 10, { bits: 3 })],
    ['JPEG 10 × 0', jpeg(10, 0)],
    ['JPEG 0 × 10', jpeg(0, 10)],
    ['BMP 0 × 10', bmp(0, 10)],
    ['BMP 10 × 0', bmp(10, 0)],
    ['BMP -10 × 10', bmp(-10, 10)],
    ['BMP of 7 bits', bmp(10, 10, { bits: 7 })],
    ['BMP with a JPEG in it', bmp(10, 10, { compression: 4 })],
    ['BMP with a header of 4 GB', changed(bmp(2, 2), (bytes) => bytes.writeUInt32LE(0xffffffff, 14))],
    ['BMP with its pixels beyond the end', changed(bmp(2, 2), (bytes) => bytes.writeUInt32LE(0xfffffff0, 10))],
    ['BMP of runs that leave the picture', runs([255, 1, 255, 1, 0, 1])],
    ['BMP of a run of 255 that are not there', runs([0, 255])],
    ['BMP of jumps without end', runs([0, 2, 255, 255, 0, 2, 255, 255, 9, 9])],
  ];
  const anything: readonly (readonly [string, Buffer])[] = [
    ['GIF 0 × 0', gif(0, 0)],
    ['WebP 1 × 1 of nothing', webp(1, 1)],
    [
      'BMP with a palette of 4 billion',
      changed(bmp(2, 2, { bits: 8 }), (bytes) => bytes.writeUInt32LE(0xffffffff, 46)),
    ],
    ['PNG with a wrong checksum', changed(goodPng, (bytes) => bytes.writeUInt32BE(1, 29))],
    [
      'PNG with a text of 4 GB',
      Buffer.concat([goodPng.subarray(0, 33), Buffer.from('\xff\xff\xff\xfftEXt', 'latin1'), goodPng.subarray(33)]),
    ],
    ['PNG with a profile of noise', withChunk(goodPng, 'iCCP', Buffer.from('x\0\0noise'))],
    ['PNG with EXIF of noise', withChunk(goodPng, 'eXIf', Buffer.alloc(5000, 0xa5))],
    ...exifs.map(([name, body]) => [`JPEG with EXIF ${name}`, withSegment(page, 0xe1, body)] as const),
    ['JPEG with a profile of noise', withSegment(page, 0xe2, Buffer.from('ICC_PROFILE\0\x01\x01noise', 'latin1'))],
    [
      'JPEG with a profile in 255 parts, one there',
      withSegment(page, 0xe2, Buffer.from('ICC_PROFILE\0\x01\xffnoise', 'latin1')),
    ],
    ['JPEG with an empty segment', withSegment(page, 0xe1, Buffer.alloc(0))],
    ['JPEG with a segment shorter than its length', changed(page, (bytes) => bytes.writeUInt16BE(0xffff, 4))],
    ['JPEG with a segment of length 0', changed(page, (bytes) => bytes.writeUInt16BE(0, 4))],
    ["JPEG with Adobe's colours of three", withSegment(page, 0xee, Buffer.from('Adobe\0\x64\0\0\0\0\x02', 'latin1'))],
    [
      'JPEG with a thousand comments',
      Array.from({ length: 1000 }).reduce<Buffer>((all) => withSegment(all, 0xfe, Buffer.from('x')), page),
    ],
    [
      'JPEG of arithmetic coding',
      changed(page, (bytes) => bytes.writeUInt8(0xc9, bytes.indexOf(Buffer.from([0xff, 0xc0])) + 1)),
    ],
    ['JPEG without tables', without(page, 0xdb)],
    ['JPEG without Huffman tables', without(page, 0xc4)],
  ];
  return [
    ...damaged.map(([name, bytes]) => ({ name, bytes, answer: 'damaged' as const })),
    ...anything.map(([name, bytes]) => ({ name, bytes, answer: 'any' as const })),
  ];
}

function changed(bytes: Buffer, change: (copy: Buffer) => void): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

function runs(codes: readonly number[]): Buffer {
  const bytes = bmp(100, 100, { bits: 8, compression: 1 });
  return Buffer.concat([bytes.subarray(0, bytes.length - 64), Buffer.from(codes)]);
}

function withChunk(file: Buffer, type: string, body: Buffer): Buffer {
  return Buffer.concat([file.subarray(0, 33), chunk(type, body), file.subarray(33)]);
}

function withSegment(file: Buffer, marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(2 + body.length, 2);
  return Buffer.concat([file.subarray(0, 2), head, body, file.subarray(2)]);
}

/** The first segment of this kind with its marker made one that decoders skip. */
function without(file: Buffer, marker: number): Buffer {
  return changed(file, (bytes) => bytes.writeUInt8(0xed, bytes.indexOf(Buffer.from([0xff, marker])) + 1));
}

function exif(orientation: number, change: (bytes: Buffer) => void = () => undefined): Buffer {
  const bytes = Buffer.from('Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\0\0\0\0\0\0\0\0', 'latin1');
  bytes.writeUInt16LE(orientation, 24);
  change(bytes);
  return bytes;
}

const exifs: readonly (readonly [string, Buffer])[] = [
  ['of orientation 0', exif(0)],
  ['of orientation 9', exif(9)],
  ['of orientation 65535', exif(65_535)],
  ['of 65535 entries', exif(1, (bytes) => bytes.writeUInt16LE(65_535, 14))],
  ['that follows itself', exif(1, (bytes) => bytes.writeUInt32LE(8, 28))],
  ['beyond its end', exif(1, (bytes) => bytes.writeUInt32LE(0xfffffff0, 10))],
  ['of 4 billion values', exif(1, (bytes) => bytes.writeUInt32LE(0xffffffff, 20))],
  ['of noise', Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.alloc(60_000, 0x5a)])],
];
