/** Scans as the city wants them: 246 to 300 KB each. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { isGrey, LEAST_BYTES, MOST_BYTES, SCAN } from './text.ts';

const DRAWN = 10;

/** Grey and coloured pages that need as many bytes as a scan does: grain all over, and lines of ink. */
export async function writeScans(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const drawn = await Promise.all(Array.from({ length: DRAWN }, (_, n) => drawScan(n)));
  for (let n = 0; n < count; n += 1) {
    const scan = drawn[n % DRAWN];
    if (scan) await writeFile(path.join(folder, `${String(n).padStart(4, '0')}.jpg`), withComment(scan, `page ${n}`));
  }
}

async function drawScan(no: number): Promise<Buffer> {
  const { width, height } = SCAN;
  const noise = { type: 'gaussian' as const, mean: 235, sigma: 9 };
  const page = await sharp({ create: { width, height, channels: 3, background: '#fff', noise } })
    .toColourspace(isGrey(no) ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  drawLines(page.data, page.info.channels, no);
  const aim = LEAST_BYTES + ((MOST_BYTES - LEAST_BYTES) * (no + 0.5)) / DRAWN;
  let best = Buffer.alloc(0);
  for (let [least, most] = [5, 95]; least <= most;) {
    const quality = (least + most) >> 1;
    const jpeg = await sharp(page.data, { raw: page.info }).jpeg({ quality }).toBuffer();
    if (jpeg.length <= aim) {
      best = jpeg;
      least = quality + 1;
    } else most = quality - 1;
  }
  return withComment(best, ' '.repeat(Math.max(0, LEAST_BYTES - best.length)));
}

/** Forty lines of ink. */
function drawLines(pixels: Buffer, channels: number, no: number): void {
  for (let n = 0; n < 40; n += 1) {
    const length = 900 + ((n * 397 + no * 131) % 450);
    for (let row = 0; row < 18; row += 1) {
      const start = ((180 + n * 50 + row) * SCAN.width + 150) * channels;
      pixels.fill(0x22, start, start + length * channels);
    }
  }
}

/** After the first marker (ITU-T T.81, B.2.4.5): so that no two files are the same. */
function withComment(jpeg: Buffer, comment: string): Buffer {
  const head = Buffer.from([0xff, 0xfe, (comment.length + 2) >> 8, (comment.length + 2) & 0xff]);
  return Buffer.concat([jpeg.subarray(0, 2), head, Buffer.from(comment, 'latin1'), jpeg.subarray(2)]);
}
