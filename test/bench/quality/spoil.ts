/** Defects, done to a whole page: what a careless scan has, one at a time. */
import { drawn } from '#jobs/imaging/mend.ts';
import type { Raster } from '#jobs/imaging/raster.ts';
import type { DefectKind } from '#model/scan.ts';

export type Spoiling = Readonly<{ name: string; kind: DefectKind; spoil: (raster: Raster) => Promise<Raster> }>;

const PAPER = '#f4f2ec';
const MOTION_PX = 7;
/** parts of the width that a cut leaves at most; less, until it goes through print */
const CUTS = [0.9, 0.82, 0.74, 0.66, 0.58] as const;

export const SPOILINGS: readonly Spoiling[] = [
  { name: 'blur σ 1.2 px', kind: 'blurred', spoil: (raster) => drawn(raster, (image) => image.blur(1.2)) },
  { name: 'blur σ 2 px', kind: 'blurred', spoil: (raster) => drawn(raster, (image) => image.blur(2)) },
  ...[0, 30, 45, 90, 120].map((degrees): Spoiling => ({
    name: `moved by 7 px at ${degrees}°`,
    kind: 'blurred',
    spoil: (raster) => drawn(raster, (image) => image.convolve(motion(degrees))),
  })),
  { name: 'dark × 0.6', kind: 'dark', spoil: (raster) => drawn(raster, (image) => image.linear(0.6, 0)) },
  {
    name: 'half of the contrast',
    kind: 'low-contrast',
    spoil: (raster) => drawn(raster, (image) => image.linear(0.5, 64)),
  },
  { name: 'a third of the pixels', kind: 'low-resolution', spoil: (raster) => reduced(raster, 1 / 3) },
  { name: 'turned 90°', kind: 'sideways', spoil: (raster) => drawn(raster, (image) => image.rotate(90)) },
  { name: 'turned 270°', kind: 'sideways', spoil: (raster) => drawn(raster, (image) => image.rotate(270)) },
  { name: 'turned 180°', kind: 'upside-down', spoil: (raster) => drawn(raster, (image) => image.rotate(180)) },
  { name: 'askew by 3°', kind: 'skewed', spoil: (raster) => askew(raster, 3) },
];

export function askew(raster: Raster, degrees: number): Promise<Raster> {
  return drawn(raster, (image) => image.rotate(degrees, { background: PAPER }));
}

function reduced(raster: Raster, part: number): Promise<Raster> {
  const width = Math.max(1, Math.round(raster.width * part));
  return drawn(raster, (image) => image.resize({ width })).then((small) => ({ ...small, dpi: raster.dpi * part }));
}

/** A straight line of 7 px, sampled finely. */
function motion(degrees: number): Readonly<{ width: number; height: number; kernel: number[] }> {
  const side = MOTION_PX + 2;
  const middle = (side - 1) / 2;
  const kernel = Array.from({ length: side * side }, () => 0);
  const angle = (degrees * Math.PI) / 180;
  for (let step = -50; step <= 50; step += 1) {
    const along = (step / 50) * ((MOTION_PX - 1) / 2);
    const at = Math.round(middle + along * Math.sin(angle)) * side + Math.round(middle + along * Math.cos(angle));
    kernel[at] = (kernel[at] ?? 0) + 1;
  }
  return { width: side, height: side, kernel };
}

/** Cut off at the right where there is print, at least four dark places along the cut; null: nowhere. */
export async function cutOff(raster: Raster): Promise<Raster | null> {
  for (const part of CUTS) {
    const width = Math.round(raster.width * part);
    if (darkPlacesAt(raster, width - 1) < 6) continue;
    return drawn(raster, (image) => image.extract({ left: 0, top: 0, width, height: raster.height }));
  }
  return null;
}

function darkPlacesAt({ data, width, height, channels }: Raster, x: number): number {
  let places = 0;
  let wasDark = false;
  for (let y = 0; y < height; y += 1) {
    const isDark = (data[(y * width + x) * channels] as number) < 110;
    if (isDark && !wasDark) places += 1;
    wasDark = isDark;
  }
  return places;
}
