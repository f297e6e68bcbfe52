/** Sizes in the scan viewer: pure, in CSS px. */
export type Size = Readonly<{ width: number; height: number }>;
export type Fit = 'page' | 'width' | 'free';
/** clockwise */
export type Turn = 0 | 90 | 180 | 270;
export type ViewerState = Readonly<{ fit: Fit; scale: number; turn: Turn }>;

export const START: ViewerState = { fit: 'page', scale: 1, turn: 0 };

const STEP = 1.25;
const MIN_SCALE = 0.05;
const MAX_SCALE = 8;

export function turned(size: Size, turn: Turn): Size {
  return turn % 180 === 0 ? size : { width: size.height, height: size.width };
}

/** How large a page is drawn; 1 = one CSS px a pixel. Never larger than life when fitted to the page. */
export function scaleOf(state: ViewerState, page: Size, frame: Size): number {
  if (state.fit === 'free') return state.scale;
  const { width, height } = turned(page, state.turn);
  if (width === 0 || height === 0) return 1;
  const byWidth = frame.width / width;
  return state.fit === 'width' ? byWidth : Math.min(byWidth, frame.height / height, 1);
}

export function zoomed(state: ViewerState, page: Size, frame: Size, direction: 'in' | 'out'): ViewerState {
  const factor = direction === 'in' ? STEP : 1 / STEP;
  const scale = Math.min(MAX_SCALE, Math.max(MIN_SCALE, scaleOf(state, page, frame) * factor));
  return { ...state, fit: 'free', scale };
}

export function turnedOn(state: ViewerState): ViewerState {
  return { ...state, turn: ((state.turn + 90) % 360) as Turn };
}
