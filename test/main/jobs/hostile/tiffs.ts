/** TIFFs by hand: entries of 12 bytes that say whatever they like. */
import type { Hostile } from '../hostile.ts';

type Entry = readonly [tag: number, type: number, count: number, value: number];
const SHORT = 3;
const LONG = 4;
const DIRECTORY_AT = 8;

type Facts = Readonly<{
  width?: number;
  height?: number;
  compression?: number;
  more?: readonly Entry[];
  /** where the next directory stands; 0: this is the last */
  next?: number;
  entryCount?: number;
}>;

/** Little-endian, 8 bits of grey in one strip of 16 bytes behind the directory. */
export function tiff({ width = 4, height = 4, compression = 1, more = [], next = 0, entryCount }: Facts): Buffer {
  const entries: Entry[] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, 1, 8],
    [259, SHORT, 1, compression],
    [262, SHORT, 1, 1],
    [273, LONG, 1, 500],
    [277, SHORT, 1, 1],
    [278, LONG, 1, height],
    [279, LONG, 1, 16],
  ];
  const merged = [...entries.filter(([tag]) => !more.some(([other]) => other === tag)), ...more];
  const bytes = Buffer.alloc(516, 0x80);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(DIRECTORY_AT, 4);
  writeDirectory(
    bytes,
    DIRECTORY_AT,
    merged.toSorted(([a], [b]) => a - b),
    next,
  );
  if (entryCount !== undefined) bytes.writeUInt16LE(entryCount, DIRECTORY_AT);
  return bytes;
}

function writeDirectory(bytes: Buffer, at: number, entries: readonly Entry[], next: number): void {
  bytes.writeUInt16LE(entries.length, at);
  entries.forEach(([tag, type, count, value], n) => {
    const from = at + 2 + n * 12;
    bytes.writeUInt16LE(tag, from);
    bytes.writeUInt16LE(type, from + 2);
    bytes.writeUInt32LE(count, from + 4);
    bytes.writeUInt32LE(value, from + 8);
  });
  bytes.writeUInt32LE(next, at + 2 + entries.length * 12);
}

/** A chain of directories, each of one pixel. */
function pages(count: number): Buffer {
  const size = 2 + 9 * 12 + 4;
  const bytes = Buffer.alloc(8 + count * size + 16, 0x80);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8, 4);
  for (let n = 0; n < count; n += 1) {
    const one = tiff({ width: 1, height: 1, more: [[273, LONG, 1, bytes.length - 16]] });
    one.copy(bytes, 8 + n * size, DIRECTORY_AT, DIRECTORY_AT + size);
    bytes.writeUInt32LE(n === count - 1 ? 0 : 8 + (n + 1) * size, 8 + (n + 1) * size - 4);
  }
  return bytes;
}

export function lyingTiffs(): readonly Hostile[] {
  const damaged: readonly (readonly [string, Buffer])[] = [
    ['without width', tiff({ width: 0 })],
    ['without height', tiff({ height: 0 })],
    ['with its directory beyond the end', withDirectoryAt(0x7fffffff)],
    ['with its directory in its own header', withDirectoryAt(0)],
    ['with its strip beyond the end', tiff({ more: [[273, LONG, 1, 0x7ffffff0]] })],
    ['with a strip of 4 GB', tiff({ width: 4000, height: 4000, more: [[279, LONG, 1, 0xffffffff]] })],
    ['of 64 bits a sample', tiff({ more: [[258, SHORT, 1, 64]] })],
    ['of a coding nobody knows', tiff({ compression: 31_337 })],
  ];
  const anything: readonly (readonly [string, Buffer])[] = [
    ['of 65535 samples a pixel', tiff({ more: [[277, SHORT, 1, 65_535]] })],
    ['of 65535 entries', tiff({ entryCount: 65_535 })],
    ['without entries', tiff({ entryCount: 0 })],
    ['whose directory follows itself', tiff({ next: DIRECTORY_AT })],
    ['whose next directory lies in its pixels', tiff({ next: 500 })],
    ['whose next directory lies beyond the end', tiff({ next: 0x7ffffff0 })],
    ['with strips of one row and one of them there', tiff({ height: 10_000, more: [[278, LONG, 1, 1]] })],
    ['with 2 billion strips', tiff({ more: [[273, LONG, 2_000_000_000, 8]] })],
    [
      'in tiles of 2 billion',
      tiff({
        more: [
          [322, LONG, 1, 2_000_000_000],
          [323, LONG, 1, 2_000_000_000],
          [324, LONG, 1, 8],
        ],
      }),
    ],
    [
      'with a colour map of 4 billion',
      tiff({
        more: [
          [262, SHORT, 1, 3],
          [320, SHORT, 0xffffffff, 8],
        ],
      }),
    ],
    ['with EXIF in its own directory', tiff({ more: [[34_665, LONG, 1, DIRECTORY_AT]] })],
    ['with sub-directories without end', tiff({ more: [[330, LONG, 4_000_000, 8]] })],
    ['with a profile of 4 GB', tiff({ more: [[34_675, 7, 0xffffffff, 8]] })],
    ['turned by 77', tiff({ more: [[274, SHORT, 1, 77]] })],
    ...[2, 3, 4, 5, 7, 8, 32_773, 34_712, 50_000].map(
      (compression) => [`of noise in coding ${compression}`, tiff({ compression, width: 400, height: 400 })] as const,
    ),
  ];
  return [
    ...damaged.map(([name, bytes]) => ({ name: `TIFF ${name}`, bytes, answer: 'damaged' as const })),
    ...anything.map(([name, bytes]) => ({ name: `TIFF ${name}`, bytes, answer: 'any' as const })),
    { name: 'TIFF of 501 pages', bytes: pages(501), answer: 'too-many-pages' },
    { name: 'TIFF of 60000 pages', bytes: pages(60_000), answer: 'any' },
  ];
}

function withDirectoryAt(at: number): Buffer {
  const bytes = tiff({});
  bytes.writeUInt32LE(at, 4);
  return bytes;
}
