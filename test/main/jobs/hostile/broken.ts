/** Good files of every format, cut off at many places and with bytes changed by chance. */
import { everyFormat } from '../imaging/test-page.ts';
import type { Hostile } from '../hostile.ts';

/** Parts of the file that are left. */
const CUTS = [0.03, 0.1, 0.35, 0.6, 0.9] as const;
const SEEDS = [1, 2, 3, 4, 5] as const;
/** One of each kind of decoder. */
const CHOSEN: ReadonlySet<string> = new Set([
  'JPEG',
  'progressive JPEG',
  'CMYK JPEG',
  'PNG',
  'interlaced PNG',
  'TIFF, LZW',
  'TIFF, JPEG',
  'TIFF in tiles',
  'WebP',
  'WebP without loss',
  'GIF',
  'BMP',
  'BMP with a palette, run-length',
  'HEIC',
  'PDF',
]);

export async function brokenByChance(): Promise<readonly Hostile[]> {
  const formats = (await everyFormat()).filter(([name]) => CHOSEN.has(name));
  return formats.flatMap(([name, bytes]) => [
    ...CUTS.map((part) => ({
      name: `${name}, ${part} of it`,
      bytes: bytes.subarray(0, Math.round(bytes.length * part)),
      // a PDF is put together again from what is left of it
      answer: name === 'PDF' ? ('any' as const) : ('damaged' as const),
    })),
    ...SEEDS.map((seed) => ({ name: `${name}, bent by ${seed}`, bytes: bent(bytes, seed), answer: 'any' as const })),
    { name: `${name}, nothing after the first 16 bytes`, bytes: blanked(bytes), answer: 'any' as const },
  ]);
}

/** Up to 20 bytes changed; the first four, which say what it is, stay. */
function bent(bytes: Buffer, seed: number): Buffer {
  const copy = Buffer.from(bytes);
  const random = numbers(seed);
  for (let n = 0; n < 4 * seed; n += 1) copy[4 + (random() % (copy.length - 4))] = random() & 255;
  return copy;
}

function blanked(bytes: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, 16), Buffer.alloc(bytes.length - 16)]);
}

/** mulberry32 */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
