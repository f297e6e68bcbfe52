/** Drawings of the rail, 20 × 20, one line width. */
import type { ReactElement } from 'react';
import type { PlaceId } from './places.ts';

const DRAWINGS: Readonly<Record<PlaceId, ReactElement>> = {
  queue: (
    <>
      <rect x="3" y="3" width="14" height="14" rx="1.5" />
      <path d="M6.2 7.2h7.6M6.2 10.4h7.6M6.2 13.4h4" />
    </>
  ),
  publicity: (
    <>
      <path d="M3.4 8.2v3.6h2.4l5.4 3.6V4.6L5.8 8.2Z" />
      <path d="M13.8 7.6a3.4 3.4 0 0 1 0 4.8" />
    </>
  ),
  scans: (
    <>
      <path d="M3 7V4.5A1.5 1.5 0 0 1 4.5 3H7M13 3h2.5A1.5 1.5 0 0 1 17 4.5V7M17 13v2.5a1.5 1.5 0 0 1-1.5 1.5H13M7 17H4.5A1.5 1.5 0 0 1 3 15.5V13" />
      <path d="M3 10h14" />
    </>
  ),
  papers: (
    <>
      <path d="M6 7V3h8v4M6 14H4.5A1.5 1.5 0 0 1 3 12.5v-4A1.5 1.5 0 0 1 4.5 7h11A1.5 1.5 0 0 1 17 8.5v4a1.5 1.5 0 0 1-1.5 1.5H14" />
      <path d="M6 11.5h8V17H6Z" />
    </>
  ),
  sync: <path d="M4 7.4h12M12.6 4l3.4 3.4M16 12.6H4M7.4 16 4 12.6" />,
  library: (
    <>
      <rect x="4" y="3" width="12" height="14" rx="1.5" />
      <path d="M7 3v14M10 7h3.2" />
    </>
  ),
  unit: (
    <>
      <path d="M4.5 17V4.5h7V17M11.5 8.5h4V17M2.5 17h15" />
      <path d="M7 7.5h2M7 10.5h2M7 13.5h2" />
    </>
  ),
  settings: (
    <>
      <circle cx="10" cy="10" r="2.6" />
      <path d="M10 2.6v2.6M10 14.8v2.6M2.6 10h2.6M14.8 10h2.6M4.8 4.8l1.8 1.8M13.4 13.4l1.8 1.8M15.2 4.8l-1.8 1.8M6.6 13.4l-1.8 1.8" />
    </>
  ),
};

export function PlaceIcon({ place }: Readonly<{ place: PlaceId }>) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {DRAWINGS[place]}
    </svg>
  );
}
