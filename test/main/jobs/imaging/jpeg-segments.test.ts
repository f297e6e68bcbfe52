import * as fc from 'fast-check';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { withoutMetadata } from '#jobs/imaging/jpeg-segments.ts';
import { pageImage } from './test-page.ts';

const segment = (marker: number, text: string): Buffer => {
  const body = Buffer.from(text, 'latin1');
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

it('gives a JPEG that carries nothing back as it is', async () => {
  const plain = await pageImage().jpeg().toBuffer();
  expect(withoutMetadata(plain)).toBe(plain);
});

it.each([
  ['EXIF', segment(0xe1, 'Exif\0\0II*\0place and time')],
  ['XMP', segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x/>')],
  ['a profile', segment(0xe2, 'ICC_PROFILE\0\x01\x01…')],
  ['previews', segment(0xe2, 'MPF\0')],
  ['IPTC', segment(0xed, 'Photoshop 3.0\0')],
  ['a comment', segment(0xfe, 'by somebody')],
  ['fill bytes', Buffer.from([0xff, 0xff])],
  ['bytes of no segment', Buffer.from([0x11, 0x12])],
])('takes %s off a JPEG', async (_what, extra) => {
  const plain = await pageImage().jpeg().toBuffer();
  const dressed = Buffer.concat([plain.subarray(0, 2), extra, plain.subarray(2)]);
  expect(withoutMetadata(dressed)).toEqual(plain);
});

it('takes off what stands behind the end, and keeps what says how colours are meant', async () => {
  const plain = await pageImage().jpeg().toBuffer();
  expect(withoutMetadata(Buffer.concat([plain, Buffer.from('a film of two seconds')]))).toEqual(plain);
  const adobe = segment(0xee, 'Adobe\0\x64\0\0\0\0\x01');
  const meant = Buffer.concat([plain.subarray(0, 2), adobe, plain.subarray(2)]);
  expect(withoutMetadata(meant)).toBe(meant);
});

it('keeps every pixel of a progressive one, which has many scans', async () => {
  const dressed = await pageImage()
    .withExif({ IFD0: { Make: 'x' } })
    .jpeg({ progressive: true })
    .toBuffer();
  const plain = withoutMetadata(dressed);
  expect(plain!.byteLength).toBeLessThan(dressed.byteLength);
  expect(await sharp(plain!).raw().toBuffer()).toEqual(await sharp(dressed).raw().toBuffer());
});

it('ends on any bytes, and gives none that were not there', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (tail) => {
      const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), tail]);
      const given = withoutMetadata(bytes);
      return given === null || given.byteLength <= bytes.byteLength;
    }),
  );
});
