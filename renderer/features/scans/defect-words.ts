/** What is wrong with a page, with its number, and what can be done about it (ux 3.7). */
import type { DefectKind } from '#model/scan.ts';
import type { ScanDefect, ScanPage } from './types.ts';
import { formatSize } from '../../ui/format.ts';

type DefectWords = Readonly<{
  /** below the small picture */
  tile(defect: ScanDefect): string;
  /** after 「第7页」 */
  sentence(defect: ScanDefect): string;
  /** what the button that mends it says; null: only a new scan does */
  mend: string | null;
  /** what the button that leaves it says */
  keep: string;
}>;

const whole = (value: number) => String(Math.round(value));
const tenths = (value: number) => value.toFixed(1).replace(/\.0$/, '');
/** a part of the page; small ones keep two places, or they would all be nothing */
const percent = (part: number) => `${(part * 100).toFixed(part < 0.1 ? 2 : 0)}%`;

export const DEFECT_WORDS: Readonly<Record<DefectKind, DefectWords>> = {
  blurred: {
    tile: () => '模糊',
    sentence: ({ value, limit }) =>
      `字迹模糊（笔画边缘宽${tenths(value)}像素，清楚的不超过${tenths(limit)}）。请放大看，看不清就重扫。`,
    mend: null,
    keep: '看得清',
  },
  blank: {
    tile: () => '空白',
    sentence: ({ value }) => `像是空白页（有字的地方只占${percent(value)}）。不要就删除。`,
    mend: null,
    keep: '不是空白',
  },
  dark: {
    tile: () => '偏暗',
    sentence: ({ value, limit }) => `偏暗（纸面亮度${whole(value)}，应在${whole(limit)}以上）。`,
    mend: '调亮',
    keep: '不调',
  },
  'low-contrast': {
    tile: () => '字迹淡',
    sentence: ({ value, limit }) => `字迹淡（字和纸的反差${whole(value)}，应在${whole(limit)}以上）。`,
    mend: '加深',
    keep: '不调',
  },
  'low-resolution': {
    tile: ({ value }) => `${whole(value)}dpi`,
    sentence: ({ value, limit }) => `只有约${whole(value)}dpi，应在${whole(limit)}dpi以上。请用原件重扫。`,
    mend: null,
    keep: '看得清',
  },
  sideways: {
    tile: () => '横放',
    sentence: () => '是横着的，没有自动转正，请看一下。',
    mend: '转正',
    keep: '不转',
  },
  'upside-down': {
    tile: () => '倒放',
    sentence: () => '是倒着的，没有自动转正，请看一下。',
    mend: '转正',
    keep: '不转',
  },
  skewed: {
    // the tile has room for whole degrees
    tile: ({ value }) => `倾斜${whole(Math.abs(value))}°`,
    sentence: ({ value }) => `倾斜${tenths(Math.abs(value))}°，没有自动转正，请看一下。`,
    mend: '转正',
    keep: '不转',
  },
  cropped: {
    tile: () => '缺边',
    sentence: ({ spot }) => `${edgeOf(spot)}的字挨着边，可能没有扫全。缺了就重扫。`,
    mend: null,
    keep: '没有缺',
  },
  bordered: {
    tile: () => '有黑边',
    sentence: ({ value }) => `四周有黑边或桌面（占${percent(value)}）。`,
    mend: '裁掉',
    keep: '不裁',
  },
};

function edgeOf(spot: ScanDefect['spot']): string {
  if (!spot) return '边上';
  const distances = [
    ['上边', spot.top],
    ['左边', spot.left],
    ['下边', 1 - spot.top - spot.height],
    ['右边', 1 - spot.left - spot.width],
  ] as const;
  return distances.reduce((nearest, edge) => (edge[1] < nearest[1] ? edge : nearest))[0];
}

/** 「第7页倾斜8°，没有自动转正，请看一下。」 */
export function defectSentence(no: number, defect: ScanDefect): string {
  const sentence = DEFECT_WORDS[defect.kind].sentence(defect);
  return `第${no}页${sentence}`;
}

/** 「压到600KB会看不清（约96dpi），已停在820KB。」; null: the copy is within its rule, or that was answered. */
export function overCapSentence({
  copy,
  rule,
  dismissed,
}: Pick<ScanPage, 'copy' | 'rule' | 'dismissed'>): string | null {
  if (!copy?.isOverCap || dismissed.includes('over-cap')) return null;
  // downwards: a copy a little over its cap would be said to be as small and as clear as it has to be
  const dpi = Math.floor(copy.dpi * Math.sqrt(rule.maxBytes / copy.sizeBytes));
  const [cap, rounded] = [formatSize(rule.maxBytes), formatSize(copy.sizeBytes)];
  const size = rounded === cap ? `${cap}多一点` : rounded;
  return `压到${cap}会看不清（约${dpi}dpi），已停在${size}。`;
}
