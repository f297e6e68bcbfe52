/** Brightness of a page as one plane of bytes: what every check looks at. */
import type { Raster } from '../raster.ts';

export type Plane = Readonly<{ data: Uint8Array; width: number; height: number }>;

/** Rec. 601 luma in 8 bit; a grey raster is taken as it is. */
export function toLuminance({ data, width, height, channels }: Raster): Plane {
  if (channels === 1) return { data, width, height };
  const luminance = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < luminance.length; at += 1, from += 3) {
    luminance[at] =
      (77 * (data[from] as number) + 150 * (data[from + 1] as number) + 29 * (data[from + 2] as number)) >> 8;
  }
  return { data: luminance, width, height };
}

/** Means of `factor` × `factor` pixels; what does not fill a square at the right and at the bottom is left out. */
export function shrink(plane: Plane, factor: number): Plane {
  if (factor === 1) return plane;
  const width = Math.max(1, Math.floor(plane.width / factor));
  const height = Math.max(1, Math.floor(plane.height / factor));
  if (plane.width < factor || plane.height < factor) return crumb(plane, width, height);
  if (factor === 2) return halve(plane, width, height);
  const data = new Uint8Array(width * height);
  const area = factor * factor;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let dy = 0; dy < factor; dy += 1) {
        const from = (y * factor + dy) * plane.width + x * factor;
        for (let dx = 0; dx < factor; dx += 1) sum += plane.data[from + dx] as number;
      }
      data[y * width + x] = sum / area;
    }
  }
  return { data, width, height };
}

/** The case of nearly every page, without the inner loops. */
function halve({ data: from, width: fromWidth }: Plane, width: number, height: number): Plane {
  const data = new Uint8Array(width * height);
  for (let y = 0, to = 0; y < height; y += 1) {
    let at = 2 * y * fromWidth;
    for (let x = 0; x < width; x += 1, to += 1, at += 2) {
      data[to] =
        ((from[at] as number) +
          (from[at + 1] as number) +
          (from[at + fromWidth] as number) +
          (from[at + fromWidth + 1] as number) +
          2) >>
        2;
    }
  }
  return { data, width, height };
}

/** A strip thinner than one square: nearest pixels. */
function crumb(plane: Plane, width: number, height: number): Plane {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = Math.floor(((x + 0.5) * plane.width) / width);
      const fromY = Math.floor(((y + 0.5) * plane.height) / height);
      data[y * width + x] = plane.data[fromY * plane.width + fromX] as number;
    }
  }
  return { data, width, height };
}

/** By 90° clockwise. */
export function turnRight({ data: from, width, height }: Plane): Plane {
  const data = new Uint8Array(from.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0, to = height - 1 - y; x < width; x += 1, to += height) data[to] = from[y * width + x] as number;
  }
  return { data, width: height, height: width };
}
