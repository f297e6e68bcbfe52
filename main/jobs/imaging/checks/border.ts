/** The sheet within what the scanner or the phone saw around it: a dark lid, a desk. */
import type { Box, Mend, Turn } from '#model/scan.ts';
import type { PageView } from './view.ts';

/** of the paper's brightness; what is darker is not paper */
const PAPER = 0.72;
/** a row of which less than this is paper is outside of the sheet */
const LEAST_PAPER = 0.5;
/** part of the side that is taken off at most, and at least for it to be worth it */
const MOST = 0.2;
const LEAST = 0.008;
/** taken off in addition, for the blurred edge of the sheet */
const CLEARANCE = 0.004;

/** null: the page shows nothing but its sheet. */
export function findSheet({ small: { data, width, height }, ground, isLightOnDark }: PageView): Box | null {
  if (isLightOnDark) return null;
  const limit = PAPER * ground.median;
  const isOutside = (start: number, stride: number, length: number): boolean => {
    let paper = 0;
    for (let at = start, left = length; left > 0; left -= 1, at += stride) {
      if ((data[at] as number) >= limit) paper += 1;
    }
    return paper < LEAST_PAPER * length;
  };
  const depth = (length: number, isOut: (line: number) => boolean): number => {
    const most = Math.floor(length * MOST);
    let line = 0;
    while (line < most && isOut(line)) line += 1;
    const part = line / length;
    return line === most || part < LEAST ? 0 : part + CLEARANCE;
  };
  const left = depth(width, (x) => isOutside(x, width, height));
  const right = depth(width, (x) => isOutside(width - 1 - x, width, height));
  const top = depth(height, (y) => isOutside(y * width, 1, width));
  const bottom = depth(height, (y) => isOutside((height - 1 - y) * width, 1, width));
  if (left + right + top + bottom === 0) return null;
  return { left, top, width: 1 - left - right, height: 1 - top - bottom };
}

type Turned = Pick<Mend, 'turn' | 'straightenDegrees'>;
type Size = Readonly<{ width: number; height: number }>;

/** The box on the page once it is turned and straightened, which makes the page larger by its leaning corners. */
export function placeOnMended(box: Box, scanned: Size, { turn, straightenDegrees }: Turned): Box {
  const turned = turnBox(box, turn);
  if (straightenDegrees === 0) return turned;
  const isOver = turn === 90 || turn === 270;
  const [width, height] = isOver ? [scanned.height, scanned.width] : [scanned.width, scanned.height];
  const angle = (straightenDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const grownWidth = width * cos + height * Math.abs(sin);
  const grownHeight = height * cos + width * Math.abs(sin);
  const dx = (turned.left + turned.width / 2 - 0.5) * width;
  const dy = (turned.top + turned.height / 2 - 0.5) * height;
  const size = { width: (turned.width * width) / grownWidth, height: (turned.height * height) / grownHeight };
  return {
    left: within(0.5 + (dx * cos - dy * sin) / grownWidth - size.width / 2, 1 - size.width),
    top: within(0.5 + (dx * sin + dy * cos) / grownHeight - size.height / 2, 1 - size.height),
    ...size,
  };
}

function within(value: number, most: number): number {
  return Math.min(Math.max(0, value), Math.max(0, most));
}

function turnBox({ left, top, width, height }: Box, turn: Turn): Box {
  if (turn === 90) return { left: 1 - top - height, top: left, width: height, height: width };
  if (turn === 180) return { left: 1 - left - width, top: 1 - top - height, width, height };
  if (turn === 270) return { left: top, top: 1 - left - width, width: height, height: width };
  return { left, top, width, height };
}
