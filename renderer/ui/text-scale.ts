/**
 * 标准, 大, 特大: everything on the page grows together, so what fits beside what is decided by the width
 * that is left, not by the window's.
 */
export const TEXT_SCALES = { standard: 1, large: 16 / 14, largest: 18 / 14 } as const;
export type TextSize = keyof typeof TEXT_SCALES;

/** Where the layout changes, in CSS pixels at 标准. */
export const WIDTHS = { normal: 1200, wide: 1600 } as const;
export type WidthClass = 'narrow' | 'normal' | 'wide';

let scale: number = TEXT_SCALES.standard;

export function widthClassOf(widthPx: number): WidthClass {
  if (widthPx >= WIDTHS.wide) return 'wide';
  return widthPx >= WIDTHS.normal ? 'normal' : 'narrow';
}

/** The window's width in pixels of the page as it is scaled. */
export function pageWidth(): number {
  return Math.round(window.innerWidth / scale);
}

/** Its height likewise. */
export function pageHeight(): number {
  return Math.round(window.innerHeight / scale);
}

/** Everyone who measures the window hears of it as of any other change of size. */
export function applyTextSize(size: TextSize): void {
  scale = TEXT_SCALES[size];
  document.documentElement.style.setProperty('zoom', String(scale));
  // a height of the window, as 100dvh, is not scaled by itself
  document.documentElement.style.setProperty('--text-scale', String(scale));
  window.dispatchEvent(new Event('resize'));
}

/** Tells the style sheets which layout is on. Returns how to stop. */
export function followWidth(): () => void {
  function follow(): void {
    document.documentElement.dataset['width'] = widthClassOf(pageWidth());
  }
  follow();
  window.addEventListener('resize', follow);
  return () => window.removeEventListener('resize', follow);
}
