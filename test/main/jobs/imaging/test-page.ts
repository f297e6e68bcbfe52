/** A page that looks different from every side, and the same page in every format. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp, { type Sharp } from 'sharp';
import { encodeBmp } from './encode-bmp.ts';

/** A4 at about 75 dpi: small enough that nothing is shrunk on the way */
export const WIDTH = 620;
export const HEIGHT = 876;

type Colour = readonly [number, number, number];
const PAPER: Colour = [244, 242, 236];
const INK: Colour = [30, 30, 34];
const SEAL: Colour = [200, 36, 40];
const BLUE: Colour = [40, 80, 180];

/** Lines of "text" at the top left, a blue block at the top right, a round seal at the bottom right. */
export const drawPage = once(() => {
  const data = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) data.set(colourAt(x, y), (y * WIDTH + x) * 3);
  }
  return data;
});

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function colourAt(x: number, y: number): Colour {
  if (Math.hypot(x - 470, y - 700) < 80) return SEAL;
  if (x > 480 && x < 560 && y > 60 && y < 160) return BLUE;
  const isLine = x > 60 && x < 360 && y > 80 && y < 500 && y % 28 < 10;
  return isLine ? INK : PAPER;
}

export function pageImage(): Sharp {
  return sharp(drawPage(), { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
}

/** Mean difference of the bytes, 0 to 255. */
export function difference(left: Uint8Array, right: Uint8Array): number {
  if (left.length !== right.length) return Infinity;
  let sum = 0;
  for (let at = 0; at < left.length; at += 1) sum += Math.abs((left[at] ?? 0) - (right[at] ?? 0));
  return sum / left.length;
}

/** Made by ImageMagick 6.9 from drawPage(): nothing that npm brings writes HEIC. */
export const HEIC_PAGE = readFileSync(path.resolve('test/main/jobs/fixtures/page.heic'));

async function pdfOf(png: Buffer): Promise<Buffer> {
  const document = await PDFDocument.create();
  const image = await document.embedPng(png);
  document.addPage([595, 841]).drawImage(image, { x: 0, y: 0, width: 595, height: 841 });
  return Buffer.from(await document.save());
}

async function bmpOf(image: Sharp, options: Parameters<typeof encodeBmp>[1]): Promise<Buffer> {
  return encodeBmp({ data: await image.raw().toBuffer(), width: WIDTH, height: HEIGHT }, options);
}

/** Name, bytes and how far from drawPage() it may be: what the format itself loses. */
export async function everyFormat(): Promise<readonly (readonly [string, Buffer, number])[]> {
  const image = pageImage();
  const png = await image.png().toBuffer();
  const sixteen = image.clone().toColourspace('rgb16');
  return [
    ['JPEG', await image.jpeg({ quality: 92 }).toBuffer(), 1.5],
    ['progressive JPEG', await image.jpeg({ quality: 92, progressive: true }).toBuffer(), 1.5],
    ['CMYK JPEG', await image.clone().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(), 12],
    ['PNG', png, 0],
    ['interlaced PNG', await image.png({ progressive: true }).toBuffer(), 0],
    ['PNG with a palette', await image.png({ palette: true, colours: 8 }).toBuffer(), 1],
    ['16-bit PNG', await sixteen.clone().png().toBuffer(), 1],
    ['PNG of half transparency', await image.clone().ensureAlpha(1).png().toBuffer(), 0],
    ['TIFF, LZW', await image.tiff({ compression: 'lzw', predictor: 'horizontal' }).toBuffer(), 0],
    ['TIFF, deflate', await image.tiff({ compression: 'deflate' }).toBuffer(), 0],
    ['TIFF, plain', await image.tiff({ compression: 'none' }).toBuffer(), 0],
    ['TIFF, JPEG', await image.tiff({ compression: 'jpeg', quality: 92 }).toBuffer(), 1.5],
    ['TIFF in tiles', await image.tiff({ compression: 'lzw', tile: true }).toBuffer(), 0],
    ['16-bit TIFF', await sixteen.clone().tiff({ compression: 'lzw' }).toBuffer(), 1],
    ['WebP', await image.webp({ quality: 92 }).toBuffer(), 2],
    ['WebP without loss', await image.webp({ lossless: true }).toBuffer(), 0],
    ['GIF', await image.gif({ dither: 0 }).toBuffer(), 2],
    ['BMP', await bmpOf(image, { bits: 24 }), 0],
    ['BMP from the top', await bmpOf(image, { bits: 24, isTopDown: true }), 0],
    ['32-bit BMP', await bmpOf(image, { bits: 32 }), 0],
    ['BMP of 5 bits a colour', await bmpOf(image, { bits: 16 }), 5],
    ['BMP with a palette', await bmpOf(image, { bits: 8 }), 0],
    ['BMP with a palette, run-length', await bmpOf(image, { bits: 8, isRunLength: true }), 0],
    ['BMP of 16 colours', await bmpOf(image, { bits: 4 }), 0],
    ['HEIC', HEIC_PAGE, 2],
    ['PDF', await pdfOf(png), 3],
  ];
}
