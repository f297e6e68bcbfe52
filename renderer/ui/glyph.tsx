/** Marks of 12 × 12, drawn: the same characters look different in every font. */
import type { ReactElement } from 'react';

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const DRAWINGS = {
  square: <rect x="1.5" y="1.5" width="9" height="9" rx="1" fill="currentColor" />,
  triangle: <path d="M6 1.2 11.4 10.8H.6Z" fill="currentColor" />,
  dot: <circle cx="6" cy="6" r="4" fill="currentColor" />,
  tick: <path d="M1.8 6.6 4.7 9.4 10.2 3" {...line} strokeWidth={1.8} />,
  ring: <circle cx="6" cy="6" r="4.4" {...line} />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.4" {...line} />
      <path d="M6 1.6a4.4 4.4 0 0 0 0 8.8Z" fill="currentColor" />
    </>
  ),
  box: <rect x="1.75" y="1.75" width="8.5" height="8.5" rx="1" {...line} />,
  play: <path d="M3 1.8v8.4L10 6Z" {...line} />,
  bang: (
    <>
      <path d="M6 1.5v5.6" {...line} strokeWidth={2} />
      <circle cx="6" cy="10.2" r="1.2" fill="currentColor" />
    </>
  ),
  clock: (
    <>
      <circle cx="6" cy="6" r="4.6" {...line} strokeWidth={1.7} />
      <path d="M6 3.6V6.2L7.7 7.2" {...line} strokeWidth={1.3} />
    </>
  ),
  arrow: <path d="M6 10.6V1.6M2.6 4.8 6 1.4l3.4 3.4" {...line} strokeWidth={1.7} />,
  pen: <path d="M2 10 2.5 7.6 8.3 1.8 10.2 3.7 4.4 9.5Z M7 3.1l1.9 1.9" {...line} strokeWidth={1.2} />,
  lock: (
    <>
      <rect x="1.8" y="5.2" width="8.4" height="5.8" rx="1" {...line} strokeWidth={1.3} />
      <path d="M3.6 5V3.6a2.4 2.4 0 0 1 4.8 0V5" {...line} strokeWidth={1.3} />
    </>
  ),
} as const satisfies Readonly<Record<string, ReactElement>>;

export type GlyphName = keyof typeof DRAWINGS;

/** Only ever beside a word, so it is silent to a screen reader. */
export function Glyph({ name }: Readonly<{ name: GlyphName }>) {
  return (
    <svg className="glyph" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {DRAWINGS[name]}
    </svg>
  );
}
