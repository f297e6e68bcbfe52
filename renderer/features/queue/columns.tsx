/** The queue's columns: what each says, how wide, which give way first where there is little room (mock 01). */
import type { ReactNode } from 'react';
import { widthClassOf } from '../../ui/text-scale.ts';
import { LatestStartCell } from './latest-start-cell.tsx';
import { ClosingCell, DeliveryCell, NameCell, PublicityCell, SeenCell, StateNote } from './cells.tsx';
import { ChanceDots } from '../../ui/chance-dots.tsx';
import { FindingCountsLine } from '../../ui/severity.tsx';
import type { QueueRow } from './row-pages.ts';
import type { QueueSort } from './queue-store.ts';

export type Column = Readonly<{
  key: string;
  title: string;
  /** beside a narrow rail, and from 1600 px */
  widthPx: readonly [normal: number, wide: number];
  /** what it can do with where there is little room; else its width */
  leastPx?: number;
  /** the higher, the sooner it gives way */
  rank: number;
  sort?: QueueSort;
  /** from 1600 px only, if at all */
  isWideOnly?: boolean;
  /** cannot be hidden */
  isFixed?: boolean;
  cell(row: QueueRow): ReactNode;
}>;

export const COLUMNS: readonly Column[] = [
  {
    key: 'start',
    title: '最迟公示日',
    widthPx: [168, 196],
    rank: 1,
    sort: 'latest-start',
    isFixed: true,
    cell: (row) => <LatestStartCell row={row} />,
  },
  {
    key: 'name',
    title: '姓名',
    widthPx: [80, 84],
    rank: 2,
    sort: 'name',
    isFixed: true,
    cell: (row) => <NameCell name={row.name} />,
  },
  { key: 'department', title: '部门', widthPx: [60, 68], rank: 10, cell: (row) => row.department },
  { key: 'title', title: '申报资格', widthPx: [80, 92], rank: 9, cell: (row) => row.title },
  {
    key: 'committee',
    title: '评委会 · 截止',
    widthPx: [132, 136],
    leastPx: 104,
    rank: 6,
    sort: 'closes',
    cell: (row) => <ClosingCell row={row} />,
  },
  {
    key: 'findings',
    title: '问题',
    widthPx: [100, 104],
    rank: 3,
    cell: (row) => <FindingCountsLine counts={row.findings} />,
  },
  { key: 'seen', title: '已看', widthPx: [72, 80], rank: 8, cell: (row) => <SeenCell seen={row.seen} /> },
  {
    key: 'publicity',
    title: '公示',
    widthPx: [140, 148],
    rank: 7,
    cell: (row) => <PublicityCell publicity={row.publicity} />,
  },
  {
    key: 'chances',
    title: '机会',
    widthPx: [96, 100],
    rank: 4,
    cell: (row) => <ChanceDots left={row.chancesLeft} />,
  },
  {
    key: 'submission',
    title: '送来',
    widthPx: [64, 64],
    rank: 12,
    sort: 'submitted',
    isWideOnly: true,
    cell: (row) => `第${row.submission}次`,
  },
  {
    key: 'state',
    title: '办到哪里',
    widthPx: [112, 112],
    rank: 11,
    isWideOnly: true,
    cell: (row) => <StateNote row={row} />,
  },
  { key: 'delivery', title: '送达', widthPx: [112, 112], rank: 5, cell: (row) => <DeliveryCell row={row} /> },
];

export const COLUMN_GAP = 12;
/** the tick boxes before the columns */
const TICK_PX = 20;
/** rail, page edges and preview beside the list, in px (mock.md) */
const BESIDE = { narrow: 48 + 32, normal: 64 + 32, wide: 168 + 40 + 420 } as const;

/** Those that were not put away, as many as have room, the most important first. */
export function visibleColumns(windowWidth: number, hidden: readonly string[]): readonly Column[] {
  const isWide = widthClassOf(windowWidth) === 'wide';
  let room = windowWidth - BESIDE[widthClassOf(windowWidth)] - TICK_PX;
  const wanted = COLUMNS.filter((c) => (isWide || !c.isWideOnly) && (c.isFixed || !hidden.includes(c.key)));
  const shown = new Set<Column>();
  for (const column of wanted.toSorted((a, b) => a.rank - b.rank)) {
    room -= leastWidth(column, isWide) + COLUMN_GAP;
    if (room < 0) break;
    shown.add(column);
  }
  return wanted.filter((column) => shown.has(column));
}

/** The tick boxes first; the last column takes what is left over. */
export function gridTemplate(columns: readonly Column[], windowWidth: number): string {
  const isWide = widthClassOf(windowWidth) === 'wide';
  const widths = columns.map((column, i) => {
    const least = leastWidth(column, isWide);
    if (i === columns.length - 1) return `minmax(${least}px, 1fr)`;
    return column.leastPx === undefined ? `${least}px` : `minmax(${least}px, ${column.widthPx[isWide ? 1 : 0]}px)`;
  });
  return [`${TICK_PX}px`, ...widths].join(' ');
}

function leastWidth({ leastPx, widthPx }: Column, isWide: boolean): number {
  return leastPx ?? widthPx[isWide ? 1 : 0];
}
