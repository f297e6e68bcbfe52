import fc from 'fast-check';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { AS_SCANNED, type Mend } from '#model/scan.ts';
import type { Raster } from '#jobs/imaging/raster.ts';
import { openSource } from '#jobs/imaging/read.ts';
import { stretchOf } from '#jobs/imaging/tiff-aspect.ts';
import { encodeBmp } from './encode-bmp.ts';
import { difference, drawPage, everyFormat, HEIGHT, pageImage, WIDTH } from './test-page.ts';

async function read(bytes: Uint8Array, pageNo = 1, mend: Mend = AS_SCANNED, maxDpi = 200): Promise<Raster> {
  const source = await openSource(bytes);
  if (!source.ok) throw new Error(source.error.message);
  const page = await source.value.page(pageNo, { mend, maxDpi });
  source.value.close();
  if (!page.ok) throw new Error(page.error.message);
  return page.value;
}

function colourAt({ data, width, channels }: Raster, x: number, y: number): readonly number[] {
  const at = (y * width + x) * channels;
  return [...data.subarray(at, at + channels)];
}

describe('the same page', () => {
  let formats: Awaited<ReturnType<typeof everyFormat>> = [];
  beforeAll(async () => {
    formats = await everyFormat();
  });

  it('is the same out of every format', async () => {
    const drawn = drawPage();
    const seen = await Promise.all(
      formats.map(async ([name, bytes, tolerance]) => {
        const { data, width, height, channels } = await read(bytes);
        const off = difference(data, drawn);
        return { name, width, height, channels, isLike: off <= tolerance || off };
      }),
    );
    expect(seen).toEqual(formats.map(([name]) => ({ name, width: WIDTH, height: HEIGHT, channels: 3, isLike: true })));
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('stands upright however the camera was held: EXIF orientation %i', async (tag) => {
    const bytes = await pageImage().withMetadata({ orientation: tag }).jpeg({ quality: 95 }).toBuffer();
    const upright = await sharp(bytes).autoOrient().raw().toBuffer({ resolveWithObject: true });
    const raster = await read(bytes);
    expect([raster.width, raster.height]).toEqual([upright.info.width, upright.info.height]);
    expect(difference(raster.data, upright.data)).toBe(0);
  });

  it('is grey where the file is: grey JPEG, 16-bit grey PNG, black-and-white TIFF of a fax, 1-bit BMP', async () => {
    const bilevel = await pageImage().greyscale().threshold(128).toColourspace('b-w').raw().toBuffer();
    const raw = { raw: { width: WIDTH, height: HEIGHT, channels: 1 } } as const;
    const grey = () => sharp(bilevel, raw).toColourspace('b-w');
    const rgb = await sharp(bilevel, raw).toColourspace('srgb').raw().toBuffer();
    const files = [
      await grey().jpeg({ quality: 100 }).toBuffer(),
      await grey().png().toBuffer(),
      await sharp(bilevel, raw).toColourspace('grey16').png().toBuffer(),
      await grey().tiff({ compression: 'ccittfax4', bitdepth: 1 }).toBuffer(),
      encodeBmp({ data: rgb, width: WIDTH, height: HEIGHT }, { bits: 1 }),
    ];
    for (const file of files) {
      const raster = await read(file);
      expect(raster.channels).toBe(1);
      expect(difference(raster.data, bilevel)).toBeLessThan(0.01);
    }
  });

  it('shows transparency on white', async () => {
    const clear = await sharp({
      create: { width: 20, height: 20, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    })
      .png()
      .toBuffer();
    expect(colourAt(await read(clear), 10, 10)).toEqual([255, 255, 255]);
  });
});

describe('a fax', () => {
  /** A4 as ITU-T T.4 sends it, in inches of 25.4 mm; the square drawn on it is 50 mm wide and high. */
  async function fax(across: number, down: number, orientation = 1): Promise<Buffer> {
    const [width, height] = [Math.round((210 / 25.4) * across), Math.round((297 / 25.4) * down)];
    const square = { width: Math.round((50 / 25.4) * across), height: Math.round((50 / 25.4) * down) };
    const paper = { create: { width, height, channels: 3 as const, background: '#ffffff' } };
    const ink = { create: { ...square, channels: 3 as const, background: '#000000' } };
    return sharp(paper)
      .composite([{ input: ink, left: Math.round(width / 4), top: Math.round(height / 4) }])
      .toColourspace('b-w')
      .withMetadata({ orientation })
      .tiff({ compression: 'lzw', xres: across / 25.4, yres: down / 25.4 })
      .toBuffer();
  }
  const ratio = ({ data, width, height, channels }: Raster) => {
    const dark = (x: number, y: number) => (data[(y * width + x) * channels] ?? 255) < 128;
    const columns = Array.from({ length: width }, (_, x) => dark(x, Math.round(height * 0.3))).filter(Boolean).length;
    const rows = Array.from({ length: height }, (_, y) => dark(Math.round(width * 0.3), y)).filter(Boolean).length;
    return columns / rows;
  };

  it.each([
    ['standard', 204, 98],
    ['fine', 204, 196],
    ['superfine', 204, 391],
    ['square already', 200, 200],
  ])('has square pixels, %s: %i across, %i down', async (_, across, down) => {
    const raster = await read(await fax(across, down));
    expect(raster.width / raster.height).toBeCloseTo(210 / 297, 2);
    expect(ratio(raster)).toBeCloseTo(1, 1);
    expect(raster).toMatchObject({ isDpiKnown: true });
    expect(raster.width / (210 / 25.4)).toBeCloseTo(raster.dpi, -1);
  });

  it('stands upright, too, when its machine turned it', async () => {
    const raster = await read(await fax(204, 98, 6));
    expect(raster.width / raster.height).toBeCloseTo(297 / 210, 2);
  });

  it('says how large its page is once its pixels are square', async () => {
    const tiff = await fax(204, 98);
    const source = await openSource(tiff);
    if (!source.ok) throw new Error(source.error.message);
    expect(await source.value.size(1)).toMatchObject({ ok: true, value: { width: 1687, height: 2386, dpi: 204 } });
  });
});

describe('the resolutions of a TIFF', () => {
  it('never end in an error, whatever stands in the file', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 300 }), (rest, pageNo) => {
        const { across, down } = stretchOf(
          Buffer.concat([Buffer.from('II*\u0000\u0008\u0000\u0000\u0000'), rest]),
          pageNo,
        );
        expect(Math.min(across, down)).toBe(1);
        expect(Math.max(across, down)).toBeLessThanOrEqual(2.5);
      }),
    );
  });
});

describe('several pages', () => {
  const COLOURS = ['#c02020', '#20a030', '#2040c0'] as const;
  const page = (background: string) =>
    sharp({ create: { width: 300, height: 424, channels: 3, background } })
      .png()
      .toBuffer();

  it('are told and read one by one out of a TIFF', async () => {
    const pages = await Promise.all(COLOURS.map(page));
    const tiff = await sharp(pages, { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer();
    const source = await openSource(tiff);
    expect(source).toMatchObject({ ok: true, value: { format: 'tiff', pageCount: 3 } });
    expect(colourAt(await read(tiff, 2), 10, 10)).toEqual([0x20, 0xa0, 0x30]);
    expect(colourAt(await read(tiff, 3), 290, 420)).toEqual([0x20, 0x40, 0xc0]);
    await expect(read(tiff, 4)).rejects.toThrow('no such page');
  });

  it("are told and read one by one out of a PDF, with its scans' own pixels and its page turned as it says", async () => {
    const document = await PDFDocument.create();
    for (const colour of COLOURS) {
      const image = await document.embedPng(await page(colour));
      // 300 pixels over 3 inches
      document.addPage([216, 305.28]).drawImage(image, { x: 0, y: 0, width: 216, height: 305.28 });
    }
    document.getPage(2).setRotation({ type: 'degrees', angle: 90 } as never);
    const pdf = Buffer.from(await document.save());
    const second = await read(pdf, 2);
    expect(second).toMatchObject({ width: 300, height: 424, isDpiKnown: true });
    expect(second.dpi).toBeCloseTo(100, 1);
    expect(colourAt(second, 150, 200)).toEqual([0x20, 0xa0, 0x30]);
    expect(await read(pdf, 3)).toMatchObject({ width: 424, height: 300 });
  });

  it('of a PDF that asks for a password are not read, and it is said', async () => {
    const document = await PDFDocument.create();
    document.addPage([216, 305]);
    document.encrypt({ userPassword: 'geheim', ownerPassword: 'geheimer' });
    expect(await openSource(Buffer.from(await document.save()))).toMatchObject({ error: { code: 'encrypted' } });
  });
});

it('shows the electronic seal on a PDF, whether it is a stamp or the field of a signature', async () => {
  const annotation = (kind: string, rect: string) =>
    `<< /Type /Annot ${kind} /Rect ${rect} /F 4 /P 3 0 R /AP << /N 4 0 R >> >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 424] /Annots [5 0 R 6 0 R] >>',
    '<< /Type /XObject /Subtype /Form /BBox [0 0 90 90] /Length 25 >>\nstream\n1 0 0 rg 0 0 90 90 re f\n\nendstream',
    annotation('/Subtype /Widget /FT /Sig /T (seal)', '[10 10 100 100]'),
    annotation('/Subtype /Stamp', '[200 300 290 390]'),
  ];
  const body = objects.map((text, n) => `${n + 1} 0 obj\n${text}\nendobj\n`).join('');
  const pdf = Buffer.from(`%PDF-1.7\n${body}trailer\n<< /Root 1 0 R /Size 7 >>\n%%EOF\n`);
  // two pixels a point
  const page = await read(pdf, 1, AS_SCANNED, 144);
  expect(colourAt(page, 110, 848 - 110)).toEqual([255, 0, 0]);
  expect(colourAt(page, 490, 848 - 690)).toEqual([255, 0, 0]);
  expect(colourAt(page, 300, 400)).toEqual([255, 255, 255]);
});

describe('the size', () => {
  const blank = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#eeeeee' } });

  it.each([
    ['a scan at 300 dpi comes at 200', 2480, 3508, 300, { width: 1653, height: 2339, dpi: 200, isDpiKnown: true }],
    ['a scan at 150 dpi is not enlarged', 1240, 1754, 150, { width: 1240, height: 1754, dpi: 150, isDpiKnown: true }],
    ['A3 is twice A4', 3508, 4961, 300, { width: 2339, height: 3307, dpi: 200, isDpiKnown: true }],
    ['the 72 dpi of a telephone are no measure', 3000, 4000, 72, { width: 1654, height: 2205, isDpiKnown: false }],
    ['nor are 300 dpi of a sheet of half a metre', 6000, 8000, 300, { width: 1654, height: 2205, isDpiKnown: false }],
    ['a small picture of unknown size stays', 800, 600, 72, { width: 800, height: 600, isDpiKnown: false }],
  ])('%s', async (_what, width, height, density, expected) => {
    expect(await read(await blank(width, height).withMetadata({ density }).jpeg().toBuffer())).toMatchObject(expected);
  });

  it('of an ID card in a scan of 600 dpi is that of a card', async () => {
    const card = await blank(2022, 1275).withMetadata({ density: 600 }).tiff().toBuffer();
    expect(await read(card)).toMatchObject({ width: 674, height: 425, dpi: 200 });
  });
});

describe('mending', () => {
  const png = () => pageImage().png().toBuffer();

  it.each([90, 180, 270] as const)('turns by %i', async (turn) => {
    const turned = await pageImage().rotate(turn).raw().toBuffer();
    expect(difference((await read(await png(), 1, { ...AS_SCANNED, turn })).data, turned)).toBe(0);
  });

  it.each([2, 5, 6, 7])(
    'turns what the camera turned or mirrored: EXIF orientation %i, then 90 to the right',
    async (tag) => {
      const file = await pageImage().withMetadata({ orientation: tag }).png().toBuffer();
      const upright = await sharp(file).autoOrient().png().toBuffer();
      const turned = await sharp(upright).rotate(90).raw().toBuffer();
      expect(difference((await read(file, 1, { ...AS_SCANNED, turn: 90 })).data, turned)).toBe(0);
    },
  );

  it('straightens to the right, and what it adds is white', async () => {
    const skewed = await pageImage().rotate(-2, { background: '#ffffff' }).png().toBuffer();
    const straight = await read(skewed, 1, { ...AS_SCANNED, straightenDegrees: 2 });
    // the first line of "text" is level again: its upper edge lies as high at both ends
    const topOfLine = (x: number) =>
      Array.from({ length: 200 }, (_, n) => 60 + n).find((y) => (colourAt(straight, x, y)[0] ?? 0) < 120);
    const margin = Math.round((straight.width - WIDTH) / 2);
    expect(Math.abs((topOfLine(margin + 80) ?? 0) - (topOfLine(margin + 340) ?? 99))).toBeLessThanOrEqual(1);
    for (const [x, y] of [
      [2, 2],
      [straight.width - 3, 2],
      [2, straight.height - 3],
    ] as const) {
      expect(colourAt(straight, x, y)).toEqual([255, 255, 255]);
    }
  });

  it('crops a box of what was turned', async () => {
    // turned to the right, the seal at the bottom right lies at the bottom left
    const crop = { left: 0, top: 0.6, width: 0.4, height: 0.4 };
    const cropped = await read(await png(), 1, { ...AS_SCANNED, turn: 90, crop });
    expect([cropped.width, cropped.height]).toEqual([350, 248]);
    expect(colourAt(cropped, HEIGHT - 700, 470 - 372)).toEqual([200, 36, 40]);
  });

  it('takes a cropped page larger where nothing says how large the paper is', async () => {
    const photo = await sharp({ create: { width: 3000, height: 4000, channels: 3, background: '#dddddd' } })
      .jpeg()
      .toBuffer();
    const crop = { left: 0.25, top: 0.25, width: 0.5, height: 0.5 };
    // the whole would come as 1654 wide; half of it has 1500 pixels, all of which are kept
    expect(await read(photo, 1, { ...AS_SCANNED, crop })).toMatchObject({ width: 1500, height: 2000 });
  });

  it('makes paper white and ink black', async () => {
    const grey = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#646464' } })
      .png()
      .toBuffer();
    const levelled = (black: number, white: number) => read(grey, 1, { ...AS_SCANNED, levels: { black, white } });
    expect(colourAt(await levelled(100, 200), 5, 5)).toEqual([0, 0, 0]);
    expect(colourAt(await levelled(0, 100), 5, 5)).toEqual([255, 255, 255]);
    expect(colourAt(await levelled(50, 150), 5, 5)[0]).toBeCloseTo(127.5, -0.5);
  });
});
