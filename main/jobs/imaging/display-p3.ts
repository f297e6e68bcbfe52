/** Telephones save colours of the Display P3 space: the same curve as sRGB's, other primaries. */
import type { Raster } from './raster.ts';

/** The profile's name, as ICC profiles of version 4 write it. */
const NAME = Buffer.from('Display P3', 'utf16le').swap16();
/** bytes: profiles lie among the boxes before the picture itself */
const WITHIN = 64 * 1024;

/** Linear P3 to linear sRGB, both of D65: SMPTE EG 432-1 and IEC 61966-2-1 */
const MATRIX = [
  [1.224940176, -0.224940176, 0],
  [-0.042056955, 1.042056955, 0],
  [-0.019637555, -0.078636046, 1.0982736],
] as const;
const STEPS = 4095;
const LINEAR = Float32Array.from({ length: 256 }, (_, value) => linear(value / 255));
const CODED = Uint8Array.from({ length: STEPS + 1 }, (_, step) => Math.round(255 * coded(step / STEPS)));

export function isDisplayP3(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(WITHIN, bytes.byteLength)).includes(NAME);
}

/** The same colours in sRGB; what it has no name for gets its nearest. Changes the raster's own bytes. */
export function displayP3ToSrgb(raster: Raster): Raster {
  const { data } = raster;
  for (let at = 0; at + 2 < data.length; at += 3) {
    const red = LINEAR[data[at] ?? 0] ?? 0;
    const green = LINEAR[data[at + 1] ?? 0] ?? 0;
    const blue = LINEAR[data[at + 2] ?? 0] ?? 0;
    for (let channel = 0; channel < 3; channel += 1) {
      const [r, g, b] = MATRIX[channel as 0 | 1 | 2];
      const value = Math.min(1, Math.max(0, r * red + g * green + b * blue));
      data[at + channel] = CODED[Math.round(value * STEPS)] ?? 0;
    }
  }
  return raster;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function coded(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}
