/** Around the endorsement on a copy: dragged, or moved by the arrows in millimetres, to where it covers nothing. */
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { endorsementSize, movedPlace, type Size } from './measures.ts';
import type { Placement } from './types.ts';

type Props = Readonly<{
  /** mm from the sheet's top left */
  at: Placement;
  isMoved: boolean;
  sheet: Size;
  pxPerMm: number;
  onPlace(to: Placement): void;
}>;

/** mm */
const STEP = 1;
const LONG_STEP = 10;
/** Less than this was a press, not a drag. */
const STILL_MM = 1;
/** ms after the last key */
const SETTLED_MS = 500;

const STEPS: Readonly<Record<string, Placement>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export function EndorsementFrame({ at, isMoved, sheet, pxPerMm, onPlace }: Props) {
  /** where it is being moved to; null: where it stands */
  const [moving, setMoving] = useState<Placement | null>(null);
  const start = useRef<Readonly<{ x: number; y: number }> | null>(null);
  const settle = useRef<ReturnType<typeof setTimeout>>(undefined);
  // it was set anew: the picture shows it where it was let go
  useEffect(() => setMoving(null), [at.x, at.y]);
  useEffect(() => () => clearTimeout(settle.current), []);

  const offset = (event: PointerEvent) => ({
    x: (event.clientX - (start.current?.x ?? 0)) / pxPerMm,
    y: (event.clientY - (start.current?.y ?? 0)) / pxPerMm,
  });
  function onPointerDown(event: PointerEvent<HTMLButtonElement>): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, y: event.clientY };
  }
  function onPointerMove(event: PointerEvent): void {
    if (start.current) setMoving(movedPlace(at, offset(event), sheet));
  }
  function onPointerUp(event: PointerEvent): void {
    if (!start.current) return;
    const by = offset(event);
    start.current = null;
    if (Math.hypot(by.x, by.y) < STILL_MM) return setMoving(null);
    onPlace(movedPlace(at, by, sheet));
  }
  function onKeyDown(event: KeyboardEvent): void {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const mm = event.shiftKey ? LONG_STEP : STEP;
    const to = movedPlace(moving ?? at, { x: step.x * mm, y: step.y * mm }, sheet);
    setMoving(to);
    clearTimeout(settle.current);
    settle.current = setTimeout(() => onPlace(to), SETTLED_MS);
  }
  const place = moving ?? at;
  const size = endorsementSize(sheet, place, isMoved || moving !== null);
  return (
    <button
      type="button"
      className={moving ? 'endorsement is-moving' : 'endorsement'}
      aria-label="签章，可用方向键移动"
      title="拖到不压内容的地方；也可用方向键，按住Shift移得快"
      style={{
        left: place.x * pxPerMm,
        top: place.y * pxPerMm,
        width: size.width * pxPerMm,
        height: size.height * pxPerMm,
      }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        start.current = null;
        setMoving(null);
      }}
      onKeyDown={onKeyDown}
    />
  );
}
