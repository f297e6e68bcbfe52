/** The page in hand: what is said of it and how much of that, and how large either of its pictures is drawn. */
import { describe, expect, it } from 'vitest';
import { AS_SCANNED, type Mend } from '#model/scan.ts';
import { findingLines, linesShown } from '../../../../renderer/features/scans/finding-lines.ts';
import { pixelsAcross } from '../../../../renderer/features/scans/page-facing.ts';
import type { ScanPage } from '../../../../renderer/features/scans/types.ts';
import { sizeWords } from '../../../../renderer/features/scans/words.ts';

const PAGE: ScanPage = {
  id: 'a',
  intakeId: 'i',
  group: '',
  fileName: '1.tif',
  pageNo: 1,
  pageCount: 1,
  state: 'ready',
  problem: null,
  original: { format: 'tiff', sizeBytes: 8 * 1024 * 1024, width: 2480, height: 3508, dpi: 300, isLost: false },
  copy: { width: 1654, height: 2339, sizeBytes: 580 * 1024, dpi: 200, quality: 60, isOverCap: false },
  mend: AS_SCANNED,
  proposal: AS_SCANNED,
  defects: [],
  dismissed: [],
  lookalikes: [],
  rule: { maxBytes: 600 * 1024, maxDpi: 200, minDpi: 150 },
  forApplicationId: null,
  filed: null,
  suggestion: null,
  isRemoved: false,
  pictures: { thumbnail: null, original: null, copy: null },
};

describe('what was found', () => {
  it('stands with the gravest first, each with what can be done', () => {
    const blank = { kind: 'blank', value: 0.001, limit: 0.01, spot: null, mend: null } as const;
    const skewed = { kind: 'skewed', value: 8, limit: 1, spot: null, mend: { straightenDegrees: -8 } } as const;
    const copy = { width: 1, height: 1, sizeBytes: 820 * 1024, dpi: 150, quality: 40, isOverCap: true };
    const original = { ...PAGE.original, isLost: true };
    const lines = findingLines({ ...PAGE, original, copy, defects: [blank, skewed], lookalikes: ['b'] }, 7);
    expect(lines.map(({ key, acts }) => [key, ...acts.map(({ word }) => word)])).toEqual([
      ['lost'],
      ['blank', '删除', '不是空白'],
      ['skewed', '转正', '不转'],
      ['over-cap', '改目标', '保持'],
      ['lookalike', '看那一页'],
    ]);
  });

  it('takes one line in a low window, so that the scan has half of the pane', () => {
    expect([542, 696, 1008].map(linesShown)).toEqual([1, 2, 4]);
  });
});

describe('both pictures of a page', () => {
  const across = (mend: Partial<Mend>) => pixelsAcross({ ...PAGE, mend: { ...AS_SCANNED, ...mend } }, 'copy');

  it('are drawn equally large, though the copy has fewer pixels', () => {
    expect(pixelsAcross(PAGE, 'original')).toBe(2480);
    expect(across({})).toBe(2480);
  });

  it.each([
    ['turned', { turn: 90 }, 3508],
    ['cropped', { crop: { left: 0.1, top: 0, width: 0.5, height: 1 } }, 1240],
    ['turned and cropped', { turn: 270, crop: { left: 0, top: 0, width: 0.5, height: 1 } }, 1754],
    // 2480·cos 8° + 3508·sin 8°
    ['straightened', { straightenDegrees: -8 }, 2944],
  ] as const)('%s: as wide as what mending left', (_, mend, expected) => {
    expect(across(mend)).toBeCloseTo(expected, -0.5);
  });
});

it('counts a file of several pages once', () => {
  expect(sizeWords(PAGE)).toBe('8.0MB → 580KB，约200dpi');
  expect(sizeWords({ ...PAGE, pageCount: 2 })).toBe('4.0MB → 580KB，约200dpi');
  expect(sizeWords({ ...PAGE, copy: null, state: 'unreadable' })).toBe('8.0MB，打不开，没有压缩');
});
