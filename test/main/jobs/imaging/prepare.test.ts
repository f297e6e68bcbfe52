import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { prepare } from '#jobs/imaging/prepare.ts';
import { AS_SCANNED, DEFAULT_SIZE_RULE, type Mend, type SizeRule } from '#model/scan.ts';
import { difference, pageImage, WIDTH } from './test-page.ts';

async function prepared(bytes: Uint8Array, options: Readonly<{ mend?: Mend; rule?: SizeRule; pageNo?: number }> = {}) {
  const { mend = AS_SCANNED, rule = DEFAULT_SIZE_RULE, pageNo = 1 } = options;
  const result = await prepare({ bytes, pageNo, mend, rule });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** A scan at 300 dpi with what a telephone writes about time and place. */
async function photo(quality: number): Promise<Buffer> {
  return pageImage()
    .resize(2480, 3508, { fit: 'fill' })
    .withExif({ IFD0: { Make: 'Telephone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '25/1 2/1 11/1' } })
    .withMetadata({ density: 300 })
    .jpeg({ quality })
    .toBuffer();
}

describe('the copy', () => {
  it('of a small upright JPEG is the file itself, byte for byte', async () => {
    const file = await pageImage().jpeg().toBuffer();
    const { copy, source } = await prepared(file);
    expect(Buffer.from(copy.bytes).equals(file)).toBe(true);
    expect(copy).toMatchObject({ quality: null, width: WIDTH, sizeBytes: file.length, isOverCap: false });
    expect(source).toEqual({ width: WIDTH, height: 876, dpi: null });
  });

  it('never tells where and when it was taken, and shows the same pixels', async () => {
    const file = await photo(60);
    expect(file.includes('Telephone')).toBe(true);
    const { copy } = await prepared(file, { rule: { ...DEFAULT_SIZE_RULE, maxBytes: file.length } });
    expect(copy.quality).toBeNull();
    expect(copy.sizeBytes).toBeLessThan(file.length);
    expect(await sharp(copy.bytes).metadata()).not.toHaveProperty('exif');
    const [before, after] = await Promise.all([file, copy.bytes].map((jpeg) => sharp(jpeg).raw().toBuffer()));
    expect(difference(after!, before!)).toBe(0);
  });

  it.each([
    ['lies on its side', async () => pageImage().withMetadata({ orientation: 6 }).jpeg().toBuffer(), AS_SCANNED],
    ['is in the colours of print', async () => pageImage().toColourspace('cmyk').jpeg().toBuffer(), AS_SCANNED],
    ['is in the colours of a telephone', async () => pageImage().withIccProfile('p3').jpeg().toBuffer(), AS_SCANNED],
    ['is mended', async () => pageImage().jpeg().toBuffer(), { ...AS_SCANNED, turn: 90 } as const],
  ])('is made anew where the JPEG %s', async (_what, file, mend) => {
    const { copy } = await prepared(await file(), { mend });
    expect(copy.quality).not.toBeNull();
    const facts = await sharp(copy.bytes).metadata();
    expect(facts).toMatchObject({ format: 'jpeg', space: 'srgb' });
    expect(facts.orientation ?? 1).toBe(1);
    expect(facts).not.toHaveProperty('icc');
  });

  it('of what is over the cap is under it, at no more than 200 dpi, without what the camera wrote', async () => {
    const noise = await sharp({
      create: {
        width: 2480,
        height: 3508,
        channels: 3,
        background: '#c8c8c8',
        noise: { type: 'gaussian', mean: 200, sigma: 8 },
      },
    })
      .withExif({ IFD0: { Make: 'Telephone' } })
      .withMetadata({ density: 300 })
      .jpeg({ quality: 95 })
      .toBuffer();
    const { copy, source } = await prepared(noise);
    expect(source).toEqual({ width: 2480, height: 3508, dpi: 300 });
    expect(copy.sizeBytes).toBeLessThanOrEqual(DEFAULT_SIZE_RULE.maxBytes);
    expect(copy.dpi).toBeLessThanOrEqual(200);
    expect(Buffer.from(copy.bytes).includes('Telephone')).toBe(false);
  });

  it('of a page of a PDF, and of a page that is not there', async () => {
    const document = await PDFDocument.create();
    const image = await document.embedPng(await pageImage().png().toBuffer());
    for (let n = 0; n < 2; n += 1)
      document.addPage([595, 841]).drawImage(image, { x: 0, y: 0, width: 595, height: 841 });
    const bytes = await document.save();
    const { copy } = await prepared(bytes, { pageNo: 2 });
    expect(await sharp(copy.bytes).metadata()).toMatchObject({ format: 'jpeg', width: WIDTH });
    await expect(prepared(bytes, { pageNo: 3 })).rejects.toThrow('damaged');
  });
});

it('makes a thumbnail of the mended page, 320 at its longer side and with nothing written around it', async () => {
  const { thumbnail } = await prepared(await photo(80), { mend: { ...AS_SCANNED, turn: 90 } });
  const facts = await sharp(thumbnail).metadata();
  expect(facts).toMatchObject({ format: 'jpeg', width: 320, height: 226 });
  expect(facts).not.toHaveProperty('exif');
});

it('takes a JPEG with a few bytes too many before a marker, as cameras write, and none that is bent', async () => {
  const file = await pageImage().jpeg().toBuffer();
  const padded = (jpeg: Buffer): Buffer => {
    const tables = jpeg.indexOf(Buffer.from([0xff, 0xc4]));
    return Buffer.concat([jpeg.subarray(0, tables), Buffer.alloc(3, 0x11), jpeg.subarray(tables)]);
  };
  expect((await prepared(padded(file))).source).toMatchObject({ width: WIDTH });
  // its middle is gone
  const third = Math.round(file.length / 3);
  const bent = Buffer.concat([file.subarray(0, third), file.subarray(2 * third)]);
  await expect(prepared(bent)).rejects.toThrow('damaged');
  await expect(prepared(padded(bent))).rejects.toThrow('damaged');
});
