import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { csvOf } from '#core/csv.ts';

const text = (...cells: readonly string[]): string => Buffer.from(csvOf([cells])).toString('utf8');

describe('a table for a spreadsheet', () => {
  it('begins with the mark by which Excel knows UTF-8, quotes every cell and ends every line', () => {
    const bytes = Buffer.from(
      csvOf([
        ['姓名', ''],
        ['和·阿丽', 'a"b'],
      ]),
    );
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.subarray(3).toString('utf8')).toBe('"姓名",""\r\n"和·阿丽","a""b"\r\n');
  });

  // sync-security.md 5.2: beginnings that a spreadsheet reads as a formula or a command
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\0=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    "=cmd|' /C calc'!A0",
  ])('keeps %j text', (cell) => {
    expect(text(cell)).toBe(`\uFEFF"'${cell}"\r\n`);
  });

  it.each(['2026-09-01', 'a=b', ' =1', '', '·', '1-2'])('leaves %j as it is', (cell) => {
    expect(text(cell)).toBe(`\uFEFF"${cell}"\r\n`);
  });

  it('gives back every cell to whoever reads it by the rules', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (cells) => {
        const line = text(...cells).slice(1, -2);
        const read = [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/gsu)].map(([, cell = '']) =>
          cell.replaceAll('""', '"'),
        );
        expect(read.map((cell, i) => (cell === cells[i] ? cell : cell.slice(1)))).toEqual(cells);
      }),
    );
  });
});
