/** How one scan lies in its frame: fitted, zoomed to a point, turned; what of it is in sight is the frame's scrolling. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefCallback } from 'react';
import { useElementSize } from '../use-element-size.ts';
import {
  scaleOf,
  scrollTo,
  spotUnder,
  START,
  turnedOn,
  zoomed,
  type Fit,
  type Size,
  type ViewerState,
} from './geometry.ts';

const MARGIN = 24;

export type Point = Readonly<{ x: number; y: number }>;

export type ScanView = Readonly<{
  state: ViewerState;
  page: Size;
  scale: number;
  attach: RefCallback<HTMLElement>;
  /** the element that scrolls; null until it is drawn */
  frame: HTMLElement | null;
  setPage(size: Size): void;
  /** @param at what lies there stays there; the frame's middle where nothing is pointed at */
  zoom(factor: number, at?: Point): void;
  fit(fit: Fit): void;
  turn(): void;
}>;

/** @param id another scan begins anew */
export function useScanView(id: string | null, startFit: Fit): ScanView {
  const [state, setState] = useState<ViewerState>(START);
  const [page, setPage] = useState<Size>({ width: 0, height: 0 });
  const [sizeRef, outer] = useElementSize();
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const held = useRef<Readonly<{ spot: Point; at: Point }> | null>(null);
  const room = { width: Math.max(0, outer.width - MARGIN), height: Math.max(0, outer.height - MARGIN) };
  const scale = scaleOf(state, page, room);
  useEffect(() => setState({ ...START, fit: startFit }), [id, startFit]);
  useLayoutEffect(() => {
    const box = pageEdges(frame);
    if (frame && held.current && box) {
      const by = scrollTo(held.current.spot, held.current.at, box);
      frame.scrollBy(by.x, by.y);
    }
    held.current = null;
  }, [frame, scale]);

  const attach = useCallback(
    (node: HTMLElement | null) => {
      setFrame(node);
      return sizeRef(node);
    },
    [sizeRef],
  );
  return {
    state,
    page,
    scale,
    attach,
    frame,
    setPage,
    zoom(factor, at) {
      const box = pageEdges(frame);
      const point = at ?? (frame ? middleOf(frame.getBoundingClientRect()) : null);
      if (box && point) held.current = { spot: spotUnder(point, box), at: point };
      setState((s) => zoomed(s, page, room, factor));
    },
    fit: (fit) => setState((s) => ({ ...s, fit })),
    turn: () => setState(turnedOn),
  };
}

function pageEdges(frame: HTMLElement | null): DOMRect | undefined {
  return frame?.querySelector('.page-box')?.getBoundingClientRect();
}

function middleOf({ left, top, width, height }: DOMRect): Point {
  return { x: left + width / 2, y: top + height / 2 };
}
