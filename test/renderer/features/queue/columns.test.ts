import { describe, expect, it } from 'vitest';
import { gridTemplate, visibleColumns } from '../../../../renderer/features/queue/columns.tsx';

/** narrow rail, page edges and the gaps between, in px */
const RAIL = 48;
const EDGES = 32;
const GAP = 12;

function leastWidth(windowWidth: number): number {
  const columns = visibleColumns(windowWidth, []);
  const widths = gridTemplate(columns).match(/\d+(?=px)/gu) ?? [];
  return RAIL + EDGES + GAP * (columns.length - 1) + widths.reduce((sum, width) => sum + Number(width), 0);
}

describe('the columns of the queue', () => {
  it.each([850, 995, 1024, 1093, 1195])('fit into a window of %i px without scrolling sideways', (width) => {
    expect(leastWidth(width)).toBeLessThanOrEqual(width);
  });

  it('keep the date and the name, whatever is put away', () => {
    const hidden = visibleColumns(1920, []).map(({ key }) => key);
    expect(visibleColumns(1920, hidden).map(({ key }) => key)).toEqual(['start', 'name']);
  });

  it('bring the department back where there is room', () => {
    expect(visibleColumns(1199, []).map(({ key }) => key)).not.toContain('department');
    expect(visibleColumns(1200, []).map(({ key }) => key)).toContain('department');
  });
});
