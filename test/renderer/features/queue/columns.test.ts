import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS, gridTemplate, visibleColumns } from '../../../../renderer/features/queue/columns.tsx';

/** rail, page edges and the preview beside the list (mock.md), in px */
function beside(windowWidth: number): number {
  if (windowWidth < 1200) return 48 + 32;
  return windowWidth < 1600 ? 64 + 32 : 168 + 40 + 420;
}
const GAP = 12;

function leastWidth(windowWidth: number): number {
  const columns = visibleColumns(windowWidth, []);
  // of 'minmax(104px, 132px)' the first number counts
  const widths = gridTemplate(columns, windowWidth).match(/(?<!, )\b\d+(?=px)/gu) ?? [];
  // the tick boxes are one more
  return beside(windowWidth) + GAP * columns.length + widths.reduce((sum, width) => sum + Number(width), 0);
}
const keysAt = (windowWidth: number) => visibleColumns(windowWidth, []).map(({ key }) => key);

describe('the columns of the queue', () => {
  it('fit into every window without scrolling sideways', () => {
    fc.assert(fc.property(fc.integer({ min: 800, max: 2600 }), (width) => leastWidth(width) <= width));
  });

  it('keep the date and the name, whatever is put away', () => {
    const all = COLUMNS.map(({ key }) => key);
    expect(visibleColumns(1920, all).map(({ key }) => key)).toEqual(['start', 'name']);
  });

  it('are all there in the usual window, and in the smallest those that matter most', () => {
    expect(keysAt(1366)).toEqual(COLUMNS.filter((c) => !c.isWideOnly).map(({ key }) => key));
    expect(keysAt(850)).toEqual(
      expect.arrayContaining(['start', 'name', 'findings', 'committee', 'chances', 'delivery']),
    );
    expect(keysAt(850)).not.toContain('department');
  });
});
