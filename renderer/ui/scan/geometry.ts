/** Sizes in the scan viewer: pure, in CSS px. */
import type { Turn } from '#model/scan.ts';

export type Size = Readonly<{ width: number; height: number }>;
export type Fit = 'page' | 'width' | 'free';
export type ViewerState = Readonly<{ fit: Fit; scale: number; turn: Turn }>;

export const START: ViewerState = { fit: 'page', scale: 1, turn: 0 };

/** one press of + or −, one notch of the wheel */
export const ZOOM_STEP = 1.25;
const MIN_SCALE = 0.05;
const MAX_SCALE = 8;

export function turned(size: Size, turn: Turn): Size {
  return turn % 180 === 0 ? size : { width: size.height, height: size.width };
}

/** How large a page is drawn; 1 = one CSS px a pixel of the picture that came first. Never larger than life when fitted to the page. */
export function scaleOf(state: ViewerState, page: Size, frame: Size): number {
  if (state.fit === 'free') return state.scale;
  const { width, height } = turned(page, state.turn);
  if (width === 0 || height === 0) return 1;
  const byWidth = frame.width / width;
  return state.fit === 'width' ? byWidth : Math.min(byWidth, frame.height / height, 1);
}

/** @param factor above 1 nearer, below 1 farther */
export function zoomed(state: ViewerState, page: Size, frame: Size, factor: number): ViewerState {
  const scale = Math.min(MAX_SCALE, Math.max(MIN_SCALE, scaleOf(state, page, frame) * factor));
  return { ...state, fit: 'free', scale };
}

export function turnedOn(state: ViewerState): ViewerState {
  return { ...state, turn: ((state.turn + 90) % 360) as Turn };
}

type Point = Readonly<{ x: number; y: number }>;
type Edges = Readonly<{ left: number; top: number; width: number; height: number }>;

/** What of the page lies under a point of the window, as parts of its width and height. */
export function spotUnder({ x, y }: Point, page: Edges): Point {
  return { x: (x - page.left) / (page.width || 1), y: (y - page.top) / (page.height || 1) };
}

/** How far to scroll so that this spot of the page comes to lie under that point again. */
export function scrollTo(spot: Point, { x, y }: Point, page: Edges): Point {
  return { x: page.left + spot.x * page.width - x, y: page.top + spot.y * page.height - y };
}

const NOTCH_PX = 100;

/** A wheel turned towards the person (deltaY > 0) goes farther away; a touch pad sends many small turns. */
export function wheelFactor(deltaY: number): number {
  const notches = Math.max(-1, Math.min(1, deltaY / NOTCH_PX));
  return ZOOM_STEP ** -notches;
}
