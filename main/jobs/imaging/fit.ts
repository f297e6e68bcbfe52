/** How large a page is taken into memory: by its paper, never larger than it is. */
import { MAX_RASTER_PIXELS } from './limits.ts';

/** inches */
export const A4 = { short: 210 / 25.4, long: 297 / 25.4 } as const;
/** inches: A3 and a tenth more; a file that claims a larger sheet carries a number nobody measured */
const LARGEST_PAPER = { short: 1.1 * (297 / 25.4), long: 1.1 * (420 / 25.4) } as const;
/** Below are cameras' and screens' 72 and 96, above film scanners. */
const PLAUSIBLE_DPI = { least: 100, most: 1200 } as const;

export type Size = Readonly<{ width: number; height: number }>;
/** A page as its file has it, upright. */
export type PageSize = Size & Readonly<{ /** null: not said, or not to be believed */ dpi: number | null }>;

export function plausibleDpi(dpi: number | undefined, size: Size): number | null {
  if (dpi === undefined || dpi < PLAUSIBLE_DPI.least || dpi > PLAUSIBLE_DPI.most) return null;
  return isPaper({ width: size.width / dpi, height: size.height / dpi }) ? dpi : null;
}

/** inches */
export function isPaper({ width, height }: Size): boolean {
  return Math.max(width, height) <= LARGEST_PAPER.long && Math.min(width, height) <= LARGEST_PAPER.short;
}

/** Dots per inch if the picture just fitted into A4, whichever way it lies. */
export function dpiAsA4({ width, height }: Size): number {
  return Math.max(Math.max(width, height) / A4.long, Math.min(width, height) / A4.short);
}

export type Fitted = Size & Readonly<{ dpi: number; isDpiKnown: boolean }>;

/**
 * The size at `maxDpi`. `kept` is the part of width and height that will be left after cropping: where nothing says
 * how large the paper is, what is left is taken for the page.
 */
export function fit(page: PageSize, maxDpi: number, kept: Size = { width: 1, height: 1 }): Fitted {
  const dpi = page.dpi ?? dpiAsA4({ width: page.width * kept.width, height: page.height * kept.height });
  const scale = Math.min(1, maxDpi / dpi, Math.sqrt(MAX_RASTER_PIXELS / (page.width * page.height)));
  return {
    width: Math.max(1, Math.round(page.width * scale)),
    height: Math.max(1, Math.round(page.height * scale)),
    dpi: dpi * scale,
    isDpiKnown: page.dpi !== null,
  };
}
