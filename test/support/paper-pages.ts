/** Papers as a reader sees them: the whole file, its pages drawn by PDFium, and what they are compared with. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { expect } from 'vitest';
import { loadPdf, startPdfium, withRendered } from '#jobs/imaging/pdfium.ts';
import type { SetPaper } from '#ports/paper-document.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** As the core writes it: each picture's bytes where its part stands. */
export function paperFile(paper: SetPaper, images: ReadonlyMap<string, Uint8Array> = new Map()): Buffer {
  const file = Buffer.concat(
    paper.parts.map((part) => {
      if ('bytes' in part) return part.bytes;
      const image = images.get(part.imageId);
      if (!image) throw new Error(`no picture ${part.imageId}`);
      return image;
    }),
  );
  expect(file.length).toBe(paper.sizeBytes);
  return file;
}

/** One byte a pixel, 0 is black. */
export type GreyPage = Readonly<{ width: number; height: number; pixels: Uint8Array }>;

/** All pages, or those numbers from 1. */
export async function renderPages(file: Uint8Array, dpi: number, pages?: readonly number[]): Promise<GreyPage[]> {
  const library = await startPdfium();
  const opened = loadPdf(library, file);
  if (typeof opened === 'string') throw new Error(`PDFium cannot open it: ${opened}`);
  try {
    const count = library.FPDF_GetPageCount(opened.document);
    const wanted = pages ?? Array.from({ length: count }, (_, n) => n + 1);
    const rendered: GreyPage[] = [];
    for (const pageNo of wanted) {
      const page = library.FPDF_LoadPage(opened.document, pageNo - 1);
      const size = {
        width: Math.round((library.FPDF_GetPageWidthF(page) * dpi) / 72),
        height: Math.round((library.FPDF_GetPageHeightF(page) * dpi) / 72),
      };
      const grey = await withRendered(library, { page, form: opened.form }, size, async (pixels) => greyOf(pixels));
      library.FPDF_ClosePage(page);
      if (!grey) throw new Error('no memory to draw a page');
      rendered.push({ ...size, pixels: grey });
    }
    return rendered;
  } finally {
    opened.close();
  }
}

function greyOf(pixels: Uint8Array): Uint8Array {
  const grey = new Uint8Array(pixels.length / 4);
  for (let n = 0; n < grey.length; n += 1) {
    const at = n * 4;
    grey[n] = Math.round(0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0));
  }
  return grey;
}

/** Null where this machine has no pdftoppm. */
export function renderByPoppler(): ((file: Uint8Array, dpi: number) => Promise<GreyPage[]>) | null {
  if (spawnSync('pdftoppm', ['-v']).error) return null;
  return async (file, dpi) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'poppler-'));
    try {
      const pdf = path.join(folder, 'paper.pdf');
      writeFileSync(pdf, file);
      const { status, stderr } = spawnSync('pdftoppm', ['-gray', '-r', String(dpi), pdf, path.join(folder, 'page')]);
      if (status !== 0) throw new Error(`pdftoppm: ${String(stderr)}`);
      const pages = readdirSync(folder).filter((name) => name.endsWith('.pgm'));
      return pages.toSorted().map((name) => greyMap(readFileSync(path.join(folder, name))));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

/** PGM, binary: "P5 width height 255" and a byte a pixel. */
function greyMap(bytes: Buffer): GreyPage {
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40));
  if (!header) throw new Error('no grey map');
  return { width: Number(header[1]), height: Number(header[2]), pixels: bytes.subarray(header[0].length) };
}

export type Difference = Readonly<{
  /** of 255, over all pixels */
  mean: number;
  /** part of the pixels that differ by more than a quarter */
  far: number;
}>;

export function differenceOf(a: GreyPage, b: GreyPage): Difference {
  if (a.width !== b.width || a.height !== b.height) return { mean: 255, far: 1 };
  let [sum, far] = [0, 0];
  for (const [n, value] of a.pixels.entries()) {
    const off = Math.abs(value - (b.pixels[n] ?? 0));
    sum += off;
    if (off > 64) far += 1;
  }
  return { mean: sum / a.pixels.length, far: far / a.pixels.length };
}

const GOLD_DPI = 40;
/** A line that moved by a millimetre is more than this; another build of PDFium is less. */
const GOLD_TOLERANCE = { mean: 0.6, far: 0.002 };

/**
 * Compares every page with test/gold/NAME-PAGE.png, which a person has looked at. UPDATE_GOLD=1 writes them anew; a
 * page that differs is left in test-results/gold beside what it should have been.
 */
export async function expectGold(name: string, file: Uint8Array, pages?: readonly number[]): Promise<void> {
  const rendered = await renderPages(file, GOLD_DPI, pages);
  for (const [n, page] of rendered.map(coarse).entries()) {
    const fileName = `${name}-${pages?.[n] ?? n + 1}.png`;
    const gold = path.join(root, 'test/gold', fileName);
    if (process.env['UPDATE_GOLD'] === '1') await writeGrey(gold, page);
    expect(existsSync(gold), `${fileName} is missing: UPDATE_GOLD=1 writes it`).toBe(true);
    const difference = differenceOf(page, await readGrey(gold));
    const isSame = difference.mean <= GOLD_TOLERANCE.mean && difference.far <= GOLD_TOLERANCE.far;
    if (!isSame) await writeGrey(path.join(root, 'test-results/gold', fileName), page);
    expect(isSame, `${fileName} differs: ${JSON.stringify(difference)}`).toBe(true);
  }
}

/** Sixteen greys: small files that say as much. */
function coarse(page: GreyPage): GreyPage {
  return { ...page, pixels: page.pixels.map((value) => Math.round(value / 17) * 17) };
}

async function writeGrey(file: string, { width, height, pixels }: GreyPage): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  const png = await sharp(pixels, { raw: { width, height, channels: 1 } })
    .png({ compressionLevel: 9 })
    .toBuffer();
  writeFileSync(file, png);
}

async function readGrey(file: string): Promise<GreyPage> {
  const { data, info } = await sharp(file).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const pixels = info.channels === 1 ? data : data.filter((_, n) => n % info.channels === 0);
  return { width: info.width, height: info.height, pixels };
}
