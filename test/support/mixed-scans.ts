/**
 * Sixty files such as are dropped on one applicant: every format that is read, pages that lie wrong, are too dark,
 * blurred or empty, one that is broken, one that is no picture. Small, so that a test has them in seconds.
 */
import { loadSharp } from '../city/scans/sharp-with-fonts.ts';
import { asBmp, asJpeg, asPng, asTiff, asTurnedJpeg } from './corpus/encode.ts';
import { FULL_KINDS, renderScan, type PageKind } from './corpus/render.ts';

export type MixedFile = Readonly<{ name: string; bytes: Buffer }>;

const DPI = 150;
const QUALITY = { quality: 80, isSubsampled: true } as const;

/** How the files of the sixty that are in order are written, in turn. */
const WRITERS = ['jpg', 'jpg', 'jpg', 'png', 'jpg', 'jpg', 'bmp', 'jpg', 'jpg', 'tif', 'jpg', 'phone'] as const;
const IN_ORDER = 52;

async function page(kind: PageKind, seed: string, tiltDegrees = 0) {
  return (await renderScan(kind, { seed, dpi: DPI, tiltDegrees })).raster;
}

async function inOrder(no: number): Promise<MixedFile> {
  const kind = FULL_KINDS[no % FULL_KINDS.length] ?? 'form';
  const raster = await page(kind, `mixed/${no}`);
  const writer = WRITERS[no % WRITERS.length] ?? 'jpg';
  const name = `扫描${String(no + 1).padStart(2, '0')}`;
  if (writer === 'png') return { name: `${name}.png`, bytes: await asPng(raster) };
  if (writer === 'bmp') return { name: `${name}.bmp`, bytes: asBmp(raster) };
  if (writer === 'tif') return { name: `${name}.tif`, bytes: await asTiff([raster], 'lzw') };
  if (writer === 'phone') return { name: `${name}.jpg`, bytes: await asTurnedJpeg(raster, 6) };
  return { name: `${name}.jpg`, bytes: await asJpeg(raster, QUALITY) };
}

/** The three that a press of a button mends, with the word of that button. */
export const MENDABLE = [
  { name: '横放.jpg', mend: '转正' },
  { name: '偏暗.jpg', mend: '调亮' },
  { name: '倾斜.jpg', mend: '转正' },
] as const;

async function troubled(): Promise<readonly MixedFile[]> {
  const sharp = await loadSharp();
  const written = async (kind: PageKind, seed: string, tilt = 0) => asJpeg(await page(kind, seed, tilt), QUALITY);
  const form = await written('form', 'mixed/form');
  const keep = (bytes: Buffer) => sharp(bytes).withMetadata({ density: DPI });
  return [
    {
      name: '横放.jpg',
      bytes: await keep(await written('paper', 'mixed/sideways'))
        .rotate(90)
        .jpeg()
        .toBuffer(),
    },
    {
      name: '偏暗.jpg',
      bytes: await keep(await written('transcript', 'mixed/dark'))
        .linear(0.45, 0)
        .jpeg()
        .toBuffer(),
    },
    { name: '倾斜.jpg', bytes: await written('form', 'mixed/skewed', 8) },
    { name: '模糊.jpg', bytes: await keep(form).blur(4).jpeg().toBuffer() },
    { name: '空白.jpg', bytes: await written('blank', 'mixed/blank') },
    { name: '多页.tif', bytes: await asTiff([await page('form', 'mixed/a'), await page('paper', 'mixed/b')], 'lzw') },
    { name: '损坏.jpg', bytes: form.subarray(0, 3000) },
    { name: '说明.docx', bytes: Buffer.from('PK\u0003\u0004 no picture') },
  ];
}

export async function mixedScans(): Promise<readonly MixedFile[]> {
  const files: MixedFile[] = [...(await troubled())];
  for (let no = 0; no < IN_ORDER; no += 1) files.push(await inOrder(no));
  return files;
}
