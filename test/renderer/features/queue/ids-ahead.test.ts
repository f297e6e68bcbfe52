import { expect, it } from 'vitest';
import { idsAhead } from '../../../../renderer/features/queue/ids-ahead.ts';
import type { QueueRow } from '../../../../renderer/features/queue/row-pages.ts';

/** Rows r0, r1, … of which only the id matters here. */
function list(total: number) {
  return { row: (index: number) => (index < total ? ({ id: `r${index}` } as QueueRow) : null) };
}

it.each([
  ['the active row, those beside it, then all in sight', list(9), { id: 'r3', index: 3 }, [2, 5], '3 4 2 5'],
  ['the first in sight where none is active', list(9), null, [4, 6], '4 5 3 6'],
  ['nothing before the first', list(3), { id: 'r0', index: 0 }, [0, 2], '0 1 2'],
  ['only what is here', list(2), { id: 'r1', index: 1 }, [0, 5], '1 0'],
] as const)('%s', (_, rows, active, sight, expected) => {
  expect(idsAhead(rows, active, sight)).toEqual(expected.split(' ').map((no) => `r${no}`));
});

it('no more than a window shows', () => {
  expect(idsAhead(list(500), null, [0, 300])).toHaveLength(24);
});
