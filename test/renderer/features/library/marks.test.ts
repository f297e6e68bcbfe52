import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piecesOf, rangesAt, snippetOf, type Ranges } from '../../../../renderer/features/library/marks.ts';
import type { Hit } from '../../../../renderer/features/library/types.ts';

const marked = (text: string, ranges: Ranges) =>
  piecesOf(text, ranges).map(({ text: piece, isFound }) => (isFound ? `[${piece}]` : piece));

describe('the pieces of a text', () => {
  it.each([
    ['中小学教师', [], ['中小学教师']],
    ['中小学教师', [[0, 5]], ['[中小学教师]']],
    [
      '中小学教师',
      [
        [0, 1],
        [3, 5],
      ],
      ['[中]', '小学', '[教师]'],
    ],
    ['中小学教师', [[1, 3]], ['中', '[小学]', '教师']],
    ['', [], []],
  ] as const)('%s with %j is %j', (text, ranges, pieces) => {
    expect(marked(text, ranges)).toEqual(pieces);
  });

  it('together are the text, whatever was found', () => {
    const found = fc.string({ unit: 'binary', maxLength: 60 }).chain((text) =>
      fc.tuple(
        fc.constant(text),
        fc.uniqueArray(fc.nat(text.length), { maxLength: 8 }).map((cuts) => pairs(cuts.toSorted((a, b) => a - b))),
      ),
    );
    fc.assert(
      fc.property(found, ([text, ranges]) => {
        const pieces = piecesOf(text, ranges);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.filter(({ isFound }) => isFound).map(({ at, text: piece }) => [at, at + piece.length])).toEqual(
          ranges,
        );
      }),
    );
  });
});

function pairs(cuts: readonly number[]): Ranges {
  return Array.from(
    { length: Math.floor(cuts.length / 2) },
    (_, index) => [cuts[index * 2] as number, cuts[index * 2 + 1] as number] as const,
  );
}

describe('the snippet of a long text', () => {
  const text = '一二三四五六七八九十'.repeat(10);

  it.each([
    ['short texts stay whole', '短的', [[0, 1]], { text: '短的', ranges: [[0, 1]] }],
    ['the beginning has no dots before it', text, [[0, 2]], { text: `${text.slice(0, 20)}…`, ranges: [[0, 2]] }],
    [
      'a find in the middle is shown with what surrounds it',
      text,
      [[50, 52]],
      { text: `…${text.slice(45, 65)}…`, ranges: [[6, 8]] },
    ],
    ['a find at the end has no dots behind it', text, [[98, 100]], { text: `…${text.slice(80)}`, ranges: [[19, 21]] }],
    [
      'finds outside it are left out',
      text,
      [
        [50, 52],
        [90, 92],
      ],
      { text: `…${text.slice(45, 65)}…`, ranges: [[6, 8]] },
    ],
  ] as const)('%s', (_name, whole, ranges, expected) => {
    expect(snippetOf(whole, ranges, 20)).toEqual(expected);
  });
});

it('the ranges of a field that did not match are none', () => {
  const hit: Hit = {
    kind: 'discipline',
    id: 'discipline:机械',
    item: { name: '机械' },
    matches: [{ path: 'name', text: '机械', ranges: [[0, 2]] }],
  };
  expect([rangesAt(hit, 'name'), rangesAt(hit, 'value')]).toEqual([[[0, 2]], []]);
});
