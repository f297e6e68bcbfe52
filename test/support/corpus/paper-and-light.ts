/** What a drawing has not and a scan has: pictures with grain, uneven light, the noise of paper and sensor. */
import type { Random } from '../people.ts';
import type { PhotoPlace } from './sheet.ts';

const OCTAVES = [8, 16, 40, 90] as const;

/** A picture of nobody or of nothing in particular, RGB rows. */
export function makePhoto({ width, height, look }: Omit<PhotoPlace, 'x' | 'y'>, random: Random): Buffer {
  const layers = OCTAVES.map((cells) => ({ cells, values: randoms((cells + 2) ** 2, random) }));
  const ground = [40 + random() * 120, 90 + random() * 90, 130 + random() * 90] as const;
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const value = layers.reduce((sum, layer) => sum + noiseAt(layer, x / width, y / height) / (layer.cells / 8), 0);
      const isFace = look === 'portrait' && ((x / width - 0.5) / 0.28) ** 2 + ((y / height - 0.45) / 0.34) ** 2 < 1;
      const colour = isFace ? [212, 172, 148] : look === 'portrait' && y / height > 0.78 ? [40, 44, 60] : ground;
      const at = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        pixels[at + channel] = clamp((colour[channel] ?? 0) + value * (isFace ? 60 : 40));
      }
    }
  }
  return pixels;
}

function randoms(count: number, random: Random): Float32Array {
  return Float32Array.from({ length: count }, random);
}

function noiseAt({ cells, values }: Readonly<{ cells: number; values: Float32Array }>, u: number, v: number): number {
  const [x, y] = [u * cells, v * cells];
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const at = row * (cells + 2) + column;
  const [tx, ty] = [x - column, y - row];
  const value = (index: number) => values[index] ?? 0;
  const upper = value(at) * (1 - tx) + value(at + 1) * tx;
  const lower = value(at + cells + 2) * (1 - tx) + value(at + cells + 3) * tx;
  return upper * (1 - ty) + lower * ty - 0.5;
}

function clamp(value: number): number {
  return value < 0 ? 0 : value > 255 ? 255 : Math.round(value);
}

export type Light = Readonly<{
  /** luminance steps of the noise, and of its colour */
  noise: number;
  chroma: number;
  /** how much darker one side is, part of the whole; how much the corners lose */
  slope: number;
  vignette: number;
  /** a sensor's noise is white; a scanner that sharpens, or a JPEG before this one, leaves it in patches */
  isNoiseInPatches: boolean;
}>;

const TILE = 512;

/** In place: light over the page, then noise that repeats nowhere within sight. */
export function wearDown(
  { data, width, height, channels }: Readonly<{ data: Buffer; width: number; height: number; channels: number }>,
  light: Light,
  random: Random,
): void {
  const grey = noiseTile(light.noise, light.isNoiseInPatches, random);
  const tint = noiseTile(light.chroma, light.isNoiseInPatches, random);
  const [across, down] = [(random() - 0.5) * light.slope, (random() - 0.5) * light.slope];
  const [startX, startY] = [Math.floor(random() * TILE), Math.floor(random() * TILE)];
  for (let y = 0; y < height; y += 1) {
    const fy = y / height - 0.5;
    for (let x = 0; x < width; x += 1) {
      const fx = x / width - 0.5;
      const level = 1 - light.slope / 4 + across * fx + down * fy - light.vignette * (fx * fx + fy * fy);
      // each tile is shifted against its neighbour, so that no pattern shows
      const [nx, ny] = [x + (y >> 9) * 131 + startX, y + (x >> 9) * 67 + startY];
      const noise = grey[(ny & 511) * TILE + (nx & 511)] as number;
      const shift = channels === 1 ? 0 : (tint[((ny + startX) & 511) * TILE + ((nx + startY) & 511)] as number);
      let at = (y * width + x) * channels;
      for (let channel = 0; channel < channels; channel += 1, at += 1) {
        data[at] = clamp((data[at] as number) * level + noise + (channel === 0 ? shift : channel === 2 ? -shift : 0));
      }
    }
  }
}

function noiseTile(strength: number, isInPatches: boolean, random: Random): Float32Array {
  const white = Float32Array.from({ length: TILE * TILE }, () => (random() + random() + random() - 1.5) * 2 * strength);
  if (!isInPatches) return white;
  // 2 × 2 means halve the spread: doubled again
  return white.map((value, at) => {
    const others = [1, TILE, TILE + 1].reduce((sum, step) => sum + (white[(at + step) % white.length] ?? 0), 0);
    return (value + others) / 2;
  });
}
