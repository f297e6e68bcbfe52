/** What is no scan, and what is two things at once. */
import { pageImage } from '../imaging/test-page.ts';
import type { Hostile } from '../hostile.ts';
import { numbers } from './broken.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>fetch("//a.b")</script></svg>';
const ENTITIES = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbb">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'cdefghijk'[n]} "${`&${'bcdefghij'[n]};`.repeat(9)}">`).join('')}]><a>&k;</a>`;

export async function strangers(): Promise<readonly Hostile[]> {
  const jpeg = await pageImage().resize(300).jpeg().toBuffer();
  const png = await pageImage().resize(300).png().toBuffer();
  const unknown: readonly (readonly [string, Buffer])[] = [
    ['one byte', Buffer.from([0xff])],
    ['two bytes of a JPEG', Buffer.from([0xff, 0xd8])],
    ['a text', Buffer.from('姓名：段雪梅\n职称：高级教师\n'.repeat(40))],
    ['a table', Buffer.from('姓名,身份证号\n段雪梅,530102198003071234\n')],
    ['a text in UTF-16', Buffer.from('﻿职称申报材料', 'utf16le')],
    ['a zip, or an office document', Buffer.from('PK\x03\x04\x14\0\x06\0', 'latin1')],
    ['an old office document', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1')],
    ['a program', Buffer.from(`MZ${'\0'.repeat(200)}`)],
    ['an SVG', Buffer.from(SVG)],
    ['an SVG that names files', Buffer.from('<svg><image href="file:///etc/passwd"/></svg>')],
    ['XML of a billion words', Buffer.from(ENTITIES)],
    ['a page of the web', Buffer.from('<!doctype html><img src=x onerror=alert(1)>')],
    ['PostScript', Buffer.from('%!PS-Adobe-3.0\n(r) file\n')],
    ['a film', Buffer.from('\0\0\0\x20ftypisom\0\0\x02\0isomiso2', 'latin1')],
    ['an AVIF', Buffer.from('\0\0\0\x20ftypavif\0\0\0\0avifmif1', 'latin1')],
    ['a RIFF that is a sound', Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1')],
    ['a million zeros', Buffer.alloc(1_000_000)],
    ['a million ones', Buffer.alloc(1_000_000, 0xff).fill(0, 1, 2)],
    ['noise', noise(1_000_000)],
    ['JPEG XL', Buffer.from('\xff\x0a\xfa\x1f', 'latin1')],
    ['JPEG 2000', Buffer.from('\0\0\0\x0cjP  \r\n\x87\n', 'latin1')],
    ['a Photoshop picture', Buffer.from('8BPS\0\x01', 'latin1')],
    ['a picture of EXR', Buffer.from('v/1\x01\x02\0\0\0', 'latin1')],
  ];
  const damaged: readonly (readonly [string, Buffer])[] = [
    ['text that begins as a GIF', Buffer.from('GIF89a is a format of pictures.')],
    ['text that begins as a BMP', Buffer.from('BMW builds cars in Munich, and motorcycles in Berlin.')],
    ['text that begins as a TIFF', Buffer.from('II*\0 and so on and so on', 'latin1')],
    ['text that begins as a WebP', Buffer.from('RIFF????WEBP and so on and so on')],
    ['text that begins as a PNG', Buffer.from('\x89PNG\r\n\x1a\n and so on', 'latin1')],
    ['text that begins as a HEIC', Buffer.from('\0\0\0\x18ftypheic and so on and so on', 'latin1')],
    [
      'noise that begins as a HEIC',
      Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), noise(5000)]),
    ],
    ['noise that begins as a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), noise(5000)])],
    ['only magic of a JPEG', Buffer.from([0xff, 0xd8, 0xff])],
    ['only magic of a BMP', Buffer.from('BM')],
    ['only magic of a TIFF', Buffer.from('MM\0*', 'latin1')],
  ];
  const readable: readonly (readonly [string, Buffer])[] = [
    ['a JPEG with a zip behind it', Buffer.concat([jpeg, Buffer.from('PK\x03\x04evil', 'latin1')])],
    ['a JPEG with a PDF behind it', Buffer.concat([jpeg, Buffer.from('%PDF-1.7\n')])],
    ['a PNG with a page of the web behind it', Buffer.concat([png, Buffer.from('<script>alert(1)</script>')])],
    ['a JPEG in a JPEG', Buffer.concat([jpeg.subarray(0, 20), jpeg])],
    ['a PDF behind a JPEG of three bytes', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('%PDF-1.7\n')])],
  ];
  return [
    { name: 'an empty file', bytes: Buffer.alloc(0), answer: 'empty' },
    {
      name: 'a JPEG of 65 MB',
      bytes: Buffer.concat([jpeg, Buffer.alloc(65 * 1024 * 1024)]),
      answer: 'too-many-pixels',
    },
    ...unknown.map(([name, bytes]) => ({ name, bytes, answer: 'unknown-format' as const })),
    ...damaged.map(([name, bytes]) => ({ name, bytes, answer: 'damaged' as const })),
    ...readable.map(([name, bytes]) => ({ name, bytes, answer: 'any' as const })),
  ];
}

function noise(sizeBytes: number): Buffer {
  const random = numbers(sizeBytes);
  const bytes = Buffer.alloc(sizeBytes);
  // the first byte begins nothing that is known
  for (let at = 1; at < sizeBytes; at += 1) bytes[at] = random() & 255;
  return bytes;
}
