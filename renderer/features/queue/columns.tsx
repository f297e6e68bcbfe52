/** The queue's columns: what each says, how wide, from which window width on. */
import type { ReactNode } from 'react';
import { LatestStartCell } from './latest-start-cell.tsx';
import { ClosingCell, DeliveryCell, NameCell, PublicityCell, SeenCell, StateNote } from './cells.tsx';
import { ChanceDots } from '../../ui/chance-dots.tsx';
import type { QueueRow } from './row-pages.ts';
import type { QueueSort } from './queue-store.ts';

export type Column = Readonly<{
  key: string;
  title: string;
  /** a width in px, or the share of what is left */
  width: string;
  sort?: QueueSort;
  /** window width in px below which it has no room */
  from?: number;
  /** cannot be hidden */
  isFixed?: boolean;
  cell(row: QueueRow): ReactNode;
}>;

export const COLUMNS: readonly Column[] = [
  {
    key: 'start',
    title: '最迟公示日',
    width: '180px',
    sort: 'latest-start',
    isFixed: true,
    cell: (row) => <LatestStartCell row={row} />,
  },
  {
    key: 'name',
    title: '姓名',
    width: '84px',
    sort: 'name',
    isFixed: true,
    cell: (row) => <NameCell name={row.name} />,
  },
  { key: 'department', title: '部门', width: '80px', from: 1200, cell: (row) => row.department },
  { key: 'title', title: '申报资格', width: '100px', from: 1040, cell: (row) => row.title },
  {
    key: 'committee',
    title: '评委会 · 截止',
    width: 'minmax(104px, 1fr)',
    sort: 'closes',
    cell: (row) => <ClosingCell row={row} />,
  },
  { key: 'seen', title: '已看', width: '68px', from: 960, cell: (row) => <SeenCell seen={row.seen} /> },
  { key: 'publicity', title: '公示', width: '132px', cell: (row) => <PublicityCell publicity={row.publicity} /> },
  { key: 'chances', title: '机会', width: '96px', cell: (row) => <ChanceDots left={row.chancesLeft} /> },
  {
    key: 'submission',
    title: '送来',
    width: '64px',
    sort: 'submitted',
    from: 1600,
    cell: (row) => `第${row.submission}次`,
  },
  { key: 'state', title: '办到哪里', width: '112px', from: 1200, cell: (row) => <StateNote row={row} /> },
  { key: 'delivery', title: '送达', width: '112px', cell: (row) => <DeliveryCell row={row} /> },
];

/** Columns that fit and were not put away. */
export function visibleColumns(windowWidth: number, hidden: readonly string[]): readonly Column[] {
  return COLUMNS.filter((c) => (c.from ?? 0) <= windowWidth && (c.isFixed || !hidden.includes(c.key)));
}

export function gridTemplate(columns: readonly Column[]): string {
  return columns.map((c) => c.width).join(' ');
}
