/** The pages of one view, as far as they were looked at. */
import { BLOCK, createBlockList, type BlockList } from '../../client/block-list.ts';
import type { PageGroup, PageList, ScanPage, ScanView } from './types.ts';

export type PageQuery = Readonly<{ view: ScanView; applicationId: string | null }>;
type Fetch = (query: PageQuery, offset: number, limit: number) => Promise<PageList | null>;

export type Snapshot = Readonly<{
  /** null until the first answer */
  total: number | null;
  counts: PageList['counts'] | null;
  groups: readonly PageGroup[];
  /** the desk gave no answer, and nothing is held */
  isFailed: boolean;
  /** null while it is still on its way */
  page(index: number): ScanPage | null;
  /** of those that are here; -1: not among them */
  indexOf(id: string): number;
}>;

export type Pages = BlockList<PageQuery, Snapshot>;

const NOTHING: Snapshot = {
  total: null,
  counts: null,
  groups: [],
  isFailed: false,
  page: () => null,
  indexOf: () => -1,
};

export function createPages(fetchBlock: Fetch): Pages {
  return createBlockList(fetchBlock, {
    nothing: NOTHING,
    failed: { ...NOTHING, isFailed: true },
    shown: snapshotOf,
  });
}

function snapshotOf(list: PageList, blocks: ReadonlyMap<number, PageList>): Snapshot {
  const { total, counts, groups } = list;
  const places = new Map(
    [...blocks].flatMap(([block, { pages }]) => pages.map(({ id }, at) => [id, block * BLOCK + at] as const)),
  );
  return {
    total,
    counts,
    groups,
    isFailed: false,
    page: (index) => (index < total ? (blocks.get(Math.floor(index / BLOCK))?.pages[index % BLOCK] ?? null) : null),
    indexOf: (id) => places.get(id) ?? -1,
  };
}
