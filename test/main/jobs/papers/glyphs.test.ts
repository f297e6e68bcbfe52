/**
 * Every character is drawn, and drawn right: compared by pixels with fonts that were not subsetted. Text that can be
 * copied says nothing about that: libraries were met whose text was right and whose glyphs were gone.
 */
import { describe, expect, it } from 'vitest';
import type { Face } from '#ports/paper-document.ts';
import { paperFile, renderByPoppler, renderPages, type GreyPage } from '../../../support/paper-pages.ts';
import { GRID, gridPages, gridPaper, gridReference } from './reference.ts';
import { setPaper } from './sample-paper.ts';

/** GB 2312-80, rows 16 to 87: 6,763 characters */
function gb2312(): readonly string[] {
  const decoder = new TextDecoder('gb2312');
  const characters: string[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    const last = row === 0xd7 ? 0xf9 : 0xfe;
    for (let cell = 0xa1; cell <= last; cell += 1) characters.push(decoder.decode(Uint8Array.of(row, cell)));
  }
  return characters;
}

/** Of names, and every so many of each block to Extension F. */
function rare(): readonly string[] {
  const every = (first: number, last: number, count: number) =>
    Array.from({ length: count }, (_, n) => String.fromCodePoint(first + Math.floor(((last - first) * n) / count)));
  return [
    ...'䶮㛃𬀩𬭎㵑㬎㑇㙦䢺䴙镕堃喆犇燊𠅤𠮷𡐓𡘙𣗋𤧛𥔲𦈡𦒍𧒽𨐈𩽾𪣻𪩘𫄧𫍯𫐄𫖮𫖳𫚈𫰛𫷷𬍛𬎆𬒔𬘓𬙂𬜯𬬭𬭚',
    ...every(0x3400, 0x4db5, 25),
    ...every(0x20000, 0x2a6d6, 64),
    ...every(0x2a700, 0x2b734, 16),
    ...every(0x2b740, 0x2b81d, 8),
    ...every(0x2b820, 0x2cea1, 24),
    ...every(0x2ceb0, 0x2ebe0, 24),
  ];
}

/** Part of a character's ink: its place is rounded to a hundredth of a point in another way. */
const SAME = { dpi: 96, tolerance: 0.06, differenceOf: strictDifference };
/** Outlines filled by a page's own operators have other edges than type has: their ink may lie a pixel beside. */
const ALIKE = { dpi: 288, tolerance: 0.01, differenceOf: shapeDifference };
type Likeness = Readonly<{
  dpi: number;
  tolerance: number;
  differenceOf: (a: GreyPage, b: GreyPage, cell: Cell) => number;
}>;

type Render = (file: Uint8Array, dpi: number) => Promise<readonly GreyPage[]>;

/** The characters whose cells differ by more than that part of their ink. */
async function wrongOnes(
  characters: readonly string[],
  face: Face,
  { dpi, tolerance, differenceOf }: Likeness,
  render: Render,
): Promise<string[]> {
  const ours = await render(paperFile(await setPaper(gridPaper(characters, face))), dpi);
  const theirs = await render(await gridReference(characters, face), dpi);
  expect(ours).toHaveLength(theirs.length);
  return gridPages(characters).flatMap((page, n) =>
    page.filter((_, at) => {
      const [a, b] = [ours[n], theirs[n]];
      return !a || !b || differenceOf(a, b, cellAt(at, dpi)) > tolerance;
    }),
  );
}

type Cell = Readonly<{ left: number; top: number; right: number; bottom: number }>;

/** Pixels. */
function cellAt(at: number, dpi: number): Cell {
  const pixel = (points: number) => Math.round((points * dpi) / 72);
  const left = pixel(GRID.margin + (at % GRID.columns) * GRID.size);
  const top = pixel(GRID.margin + Math.floor(at / GRID.columns) * GRID.pitch);
  return { left, top, right: left + pixel(GRID.size), bottom: top + pixel(GRID.pitch) };
}

/** A cell without ink has no character to compare with: then it is infinite. */
function strictDifference(a: GreyPage, b: GreyPage, { left, top, right, bottom }: Cell): number {
  let [off, ink] = [0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const [one, other] = [a.pixels[y * a.width + x] ?? 0, b.pixels[y * b.width + x] ?? 0];
      off += Math.abs(one - other);
      ink += 255 - other;
    }
  }
  return ink === 0 ? Infinity : off / ink;
}

/** The part of the ink of either that has none of the other within a pixel. */
function shapeDifference(a: GreyPage, b: GreyPage, cell: Cell): number {
  return Math.max(strayInk(a, b, cell), strayInk(b, a, cell));
}

const INK = 100;
const SOME_INK = 200;

function strayInk(page: GreyPage, other: GreyPage, { left, top, right, bottom }: Cell): number {
  let [ink, stray] = [0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      if ((page.pixels[y * page.width + x] ?? 0) > INK) continue;
      ink += 1;
      const isNear = [-1, 0, 1].some((dy) =>
        [-1, 0, 1].some((dx) => (other.pixels[(y + dy) * other.width + x + dx] ?? 255) < SOME_INK),
      );
      if (!isNear) stray += 1;
    }
  }
  return ink === 0 ? Infinity : stray / ink;
}

/** ms; the fonts of the reference are 15 MB each */
const PATIENCE = 120_000;

describe('glyphs', { timeout: PATIENCE }, () => {
  it.each(['song', 'song-bold', 'hei'] as const)('of GB 2312 are drawn right in %s', async (face) => {
    expect(gb2312()).toHaveLength(6763);
    expect(await wrongOnes(gb2312(), face, SAME, renderPages)).toEqual([]);
  });

  it('of GB 2312 are drawn right by Poppler too', async (context) => {
    const render = renderByPoppler();
    if (!render) return context.skip('pdftoppm is not installed');
    expect(await wrongOnes(gb2312(), 'song', SAME, render)).toEqual([]);
  });

  it('of two hundred rare characters are drawn right', async () => {
    expect(new Set(rare()).size).toBeGreaterThanOrEqual(200);
    expect(await wrongOnes(rare(), 'song', ALIKE, renderPages)).toEqual([]);
  });

  it('of rare characters are drawn right by Poppler too', async (context) => {
    const render = renderByPoppler();
    if (!render) return context.skip('pdftoppm is not installed');
    expect(await wrongOnes(rare(), 'song', ALIKE, render)).toEqual([]);
  });

  it('would be missed', async () => {
    const [wanted, drawn] = [gb2312().slice(0, 80), gb2312().slice(0, 80)];
    drawn[41] = '　';
    const ours = await renderPages(paperFile(await setPaper(gridPaper(drawn, 'song'))), SAME.dpi);
    const theirs = await renderPages(await gridReference(wanted, 'song'), SAME.dpi);
    const [a, b] = [ours[0], theirs[0]];
    expect(a && b && wanted.filter((_, at) => strictDifference(a, b, cellAt(at, SAME.dpi)) > SAME.tolerance)).toEqual([
      wanted[41],
    ]);
  });
});
