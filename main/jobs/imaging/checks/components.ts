/** Connected pieces of ink (8 neighbours), found by joining the runs of neighbouring rows. */

/** Pieces as columns of numbers, as there may be ten thousand of them. */
export type Pieces = Readonly<{
  count: number;
  left: Int32Array;
  top: Int32Array;
  /** the last pixel, not the one after it */
  right: Int32Array;
  bottom: Int32Array;
  /** pixels of ink */
  area: Int32Array;
  runs: Runs;
}>;

export type Runs = Readonly<{
  count: number;
  row: Int32Array;
  from: Int32Array;
  /** the last pixel */
  to: Int32Array;
  /** index of the piece */
  piece: Int32Array;
}>;

/** More runs than any page has: noise, or a halftone without end. The rest of it is not looked at. */
const MOST_RUNS = 400_000;

export function findPieces(ink: Uint8Array, width: number, height: number): Pieces {
  const found = findRuns(ink, width, height);
  const parents = joinRuns(found, height);
  return measure(found, parents);
}

type Found = Readonly<{ count: number; row: Int32Array; from: Int32Array; to: Int32Array; firstOfRow: Int32Array }>;

function findRuns(ink: Uint8Array, width: number, height: number): Found {
  const most = Math.min(MOST_RUNS, height * Math.ceil(width / 2));
  const row = new Int32Array(most);
  const from = new Int32Array(most);
  const to = new Int32Array(most);
  const firstOfRow = new Int32Array(height + 1);
  let count = 0;
  for (let y = 0; y < height; y += 1) {
    firstOfRow[y] = count;
    const end = (y + 1) * width;
    let at = ink.indexOf(1, y * width);
    while (at !== -1 && at < end && count < most) {
      let last = at;
      while (last + 1 < end && ink[last + 1] === 1) last += 1;
      row[count] = y;
      from[count] = at - y * width;
      to[count] = last - y * width;
      count += 1;
      at = last + 1 < end ? ink.indexOf(1, last + 1) : -1;
    }
  }
  firstOfRow[height] = count;
  return { count, row, from, to, firstOfRow };
}

function joinRuns({ count, from, to, firstOfRow }: Found, height: number): Int32Array {
  const parents = Int32Array.from({ length: count }, (_, index) => index);
  for (let y = 1; y < height; y += 1) {
    let above = firstOfRow[y - 1] as number;
    let here = firstOfRow[y] as number;
    const aboveEnd = here;
    const hereEnd = firstOfRow[y + 1] as number;
    while (above < aboveEnd && here < hereEnd) {
      if ((from[above] as number) <= (to[here] as number) + 1 && (from[here] as number) <= (to[above] as number) + 1) {
        join(parents, above, here);
      }
      if ((to[above] as number) < (to[here] as number)) above += 1;
      else here += 1;
    }
  }
  return parents;
}

function rootOf(parents: Int32Array, index: number): number {
  let root = index;
  while (parents[root] !== root) {
    const next = parents[root] as number;
    parents[root] = parents[next] as number;
    root = next;
  }
  return root;
}

/** The earlier run stays the root, so that a piece is numbered before its later runs are met. */
function join(parents: Int32Array, a: number, b: number): void {
  const rootA = rootOf(parents, a);
  const rootB = rootOf(parents, b);
  if (rootA < rootB) parents[rootB] = rootA;
  else parents[rootA] = rootB;
}

function measure({ count: runCount, row, from, to }: Found, parents: Int32Array): Pieces {
  const piece = new Int32Array(runCount);
  let count = 0;
  for (let run = 0; run < runCount; run += 1) {
    const root = rootOf(parents, run);
    if (root === run) piece[run] = count++;
    else piece[run] = piece[root] as number;
  }
  const left = new Int32Array(count).fill(0x7fffffff);
  const top = new Int32Array(count).fill(0x7fffffff);
  const right = new Int32Array(count);
  const bottom = new Int32Array(count);
  const area = new Int32Array(count);
  for (let run = 0; run < runCount; run += 1) {
    const at = piece[run] as number;
    left[at] = Math.min(left[at] as number, from[run] as number);
    right[at] = Math.max(right[at] as number, to[run] as number);
    top[at] = Math.min(top[at] as number, row[run] as number);
    bottom[at] = Math.max(bottom[at] as number, row[run] as number);
    area[at] = (area[at] as number) + (to[run] as number) - (from[run] as number) + 1;
  }
  return { count, left, top, right, bottom, area, runs: { count: runCount, row, from, to, piece } };
}
