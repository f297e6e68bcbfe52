/** The pure parts of the scans page: layout, keys, order of materials, moving, merging. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AS_SCANNED } from '#model/scan.ts';
import { createOrderKeeper, missingWords, nextFrom, numberOf } from '../../../../renderer/features/scans/checklist.ts';
import { gridAct, type GridKey } from '../../../../renderer/features/scans/grid-keys.ts';
import { gridRows, movedTo, rowOfPage } from '../../../../renderer/features/scans/grid-layout.ts';
import { merged, swapped, turnedMend } from '../../../../renderer/features/scans/mending.ts';
import { placedBefore } from '../../../../renderer/features/scans/placing.ts';
import type { Material } from '../../../../renderer/features/scans/types.ts';

const material = (id: string, isComplete: boolean, isRequired = true): Material => ({
  id,
  moduleId: 'basic',
  label: id,
  source: '五（二）',
  isRequired,
  attachmentIds: [],
  pageIds: [],
  isComplete,
});

describe('the grid of pages', () => {
  const rows = gridRows([7, 3], 5);

  it('gives each group a heading and rows of tiles', () => {
    const shown = rows.map((row) => (row.kind === 'head' ? 'head' : `${row.from}-${row.to}`));
    expect(shown).toEqual(['head', '0-5', '5-7', 'head', '7-10']);
  });

  it.each([
    ['the next page', 'ArrowRight', 2, 3],
    ['over the edge of a group', 'ArrowRight', 6, 7],
    ['the end is the end', 'ArrowRight', 9, 9],
    ['a row down', 'ArrowDown', 1, 6],
    ['a row down where it is shorter', 'ArrowDown', 4, 6],
    ['down into the next group', 'ArrowDown', 5, 7],
    ['nothing above the first row', 'ArrowUp', 3, 3],
    ['a letter is none of the grid’s', 'r', 3, undefined],
  ])('%s', (_what, key, from, to) => {
    expect(movedTo(key, from, rows, 10)).toBe(to);
  });

  it('never leads to a page that is not there, whatever is pressed', () => {
    const key = fc.constantFrom('ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown');
    const counts = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 9 }), fc.array(key, { maxLength: 40 }), (groups, columns, keys) => {
        const laid = gridRows(groups, columns);
        const total = groups.reduce((sum, count) => sum + count, 0);
        let at = 0;
        for (const pressed of keys) at = movedTo(pressed, at, laid, total) ?? at;
        expect(rowOfPage(laid, at)).not.toBe(-1);
      }),
    );
  });
});

describe('keys on a page', () => {
  const NONE = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false };
  const key = (over: Partial<GridKey>): GridKey => ({ ...NONE, ...over });
  it.each([
    ['Enter says yes', key({ key: 'Enter' }), { kind: 'yes' }],
    ['Enter held down says it once', key({ key: 'Enter', repeat: true }), null],
    ['a digit, in Chinese mode too', key({ key: 'Process', code: 'Digit3' }), { kind: 'number', number: 3 }],
    ['a digit of the block at the right', key({ key: '9', code: 'Numpad9' }), { kind: 'number', number: 9 }],
    ['a digit held down files one page', key({ code: 'Digit3', repeat: true }), null],
    ['0 leads to the next nine', key({ code: 'Digit0' }), { kind: 'next-nine' }],
    ['Ctrl and a digit is a place', key({ code: 'Digit3', ctrlKey: true }), null],
    ['Alt and an arrow moves the page', key({ key: 'ArrowUp', altKey: true }), { kind: 'move', by: -1 }],
    ['Alt and a digit is a menu’s', key({ code: 'Digit3', altKey: true }), null],
    ['Delete removes', key({ key: 'Delete' }), { kind: 'remove' }],
  ])('%s', (_what, event, act) => {
    expect(gridAct(event, true)).toEqual(act);
  });

  it('without single keys no digit files anything', () => {
    expect(gridAct(key({ code: 'Digit3' }), false)).toBeNull();
    expect(gridAct(key({ key: 'Enter' }), false)).toEqual({ kind: 'yes' });
  });
});

describe('the materials of a person', () => {
  it('stand with what is missing first, and stay there when it is filed', () => {
    const keeper = createOrderKeeper();
    const ids = (materials: readonly Material[]) => materials.map(({ id }) => id);
    const list = (isFiled: boolean) => [
      material('a', true),
      material('b', isFiled),
      material('c', false),
      material('d', true, false),
    ];
    expect(ids(keeper.inOrder('one', list(false)))).toEqual(['b', 'c', 'a', 'd']);
    expect(ids(keeper.inOrder('one', list(true)))).toEqual(['b', 'c', 'a', 'd']);
    expect(ids(keeper.inOrder('another', list(true)))).toEqual(['c', 'a', 'b', 'd']);
  });

  it('say what is missing, and count only what has to be there', () => {
    expect(missingWords([material('a', false), material('b', false), material('c', false, false)])).toBe('缺2项');
    expect(missingWords([material('a', true), material('c', false, false)])).toBe('齐了');
  });

  it('carry nine numbers at a time, and begin anew after the last', () => {
    expect([0, 8, 9].map((at) => numberOf(at, 0))).toEqual([1, 9, null]);
    expect([8, 9, 17].map((at) => numberOf(at, 9))).toEqual([null, 1, 9]);
    expect([nextFrom(0, 20), nextFrom(9, 20), nextFrom(18, 20), nextFrom(0, 9)]).toEqual([9, 18, 0, 0]);
  });
});

describe('the order of pages', () => {
  it.each([
    ['a stack turned over', [1, 3, 5, 6, 4, 2], 'backs-reversed', [1, 2, 3, 4, 5, 6]],
    ['backs from the first sheet on', [1, 3, 5, 2, 4, 6], 'backs-in-order', [1, 2, 3, 4, 5, 6]],
    ['a last sheet without a back', [1, 3, 5, 4, 2], 'backs-reversed', [1, 2, 3, 4, 5]],
  ] as const)('fronts and backs: %s', (_what, pages, order, expected) => {
    expect(merged<number>(pages, order)).toEqual(expected);
  });

  it('lets go of pages before another one, and names only those whose places change', () => {
    const group = ['a', 'b', 'c', 'd', 'e'];
    expect(placedBefore(group, ['d'], 'b')).toEqual(['d', 'b', 'c']);
    expect(placedBefore(group, ['a', 'b'], 'e')).toEqual(['c', 'd', 'a', 'b']);
    expect(placedBefore(group, ['b'], 'c')).toEqual([]);
    expect(placedBefore(group, ['b'], 'b')).toEqual([]);
    expect(placedBefore(group, ['x'], 'b')).toBeNull();
  });

  it('changes places with a neighbour, and not beyond the ends', () => {
    expect(swapped(['a', 'b', 'c'], 1, 1)).toEqual(['c', 'b']);
    expect(swapped(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a']);
    expect(swapped(['a', 'b', 'c'], 2, 1)).toBeNull();
  });

  it('takes the crop along with a turn, and is as before after four', () => {
    const crop = { left: 0.1, top: 0.2, width: 0.5, height: 0.3 };
    const once = turnedMend({ ...AS_SCANNED, crop });
    expect(once.crop).toEqual({ left: 0.5, top: 0.1, width: 0.3, height: 0.5 });
    const four = turnedMend(turnedMend(turnedMend(once)));
    expect(four.turn).toBe(0);
    for (const part of ['left', 'top', 'width', 'height'] as const)
      expect(four.crop?.[part]).toBeCloseTo(crop[part], 9);
  });
});
