import type { Ticked } from './picker-rows.ts';

/** A tick box as it is drawn in a list whose rows are ticked: the row itself says whether it is chosen. */
export function TickMark({ ticked }: Readonly<{ ticked: Ticked }>) {
  return (
    <svg
      className={`tick-mark is-${ticked}`}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <rect x="0.75" y="0.75" width="14.5" height="14.5" rx="2.5" />
      {ticked === 'all' && <path d="M3.8 8.4 6.8 11.2 12.2 5" />}
      {ticked === 'some' && <path d="M4 8h8" />}
    </svg>
  );
}
