import { openSync, readSync } from 'node:fs';
import type { Tables } from './sfnt.ts';

/**
 * The tables of a .ttf on disk. It stays open, and glyphs are read as they are needed: three faces are 40 MB,
 * a paper uses some hundred kilobytes of them.
 */
export function tablesOfFile(path: string): Tables {
  const file = openSync(path, 'r');
  const read = (offset: number, length: number): Buffer => {
    const bytes = Buffer.allocUnsafe(length);
    if (readSync(file, bytes, 0, length, offset) !== length) throw new Error('font file ends early');
    return bytes;
  };
  const count = read(0, 12).readUInt16BE(4);
  const directory = read(12, count * 16);
  const places = new Map<string, Readonly<{ offset: number; length: number }>>();
  for (let at = 0; at < directory.length; at += 16) {
    const tag = directory.toString('latin1', at, at + 4);
    places.set(tag, { offset: directory.readUInt32BE(at + 8), length: directory.readUInt32BE(at + 12) });
  }
  return {
    whole(tag) {
      const place = places.get(tag);
      return place ? read(place.offset, place.length) : null;
    },
    part(tag, offset, length) {
      const place = places.get(tag);
      if (!place || offset + length > place.length) throw new Error(`font without that part of ${tag}`);
      return read(place.offset + offset, length);
    },
  };
}
