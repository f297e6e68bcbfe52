/** Where things come to stand: nothing is lost, nothing leaves its page, endorsements and numbers are where they belong. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, type LaidOut } from '#jobs/papers/layout/document.ts';
import {
  SHEETS,
  type Block,
  type ImageFacts,
  type PaperDocument,
  type Row,
  type Section,
} from '#ports/paper-document.ts';

const margins = { top: 20, right: 20, bottom: 20, left: 20 };
const POINTS_PER_MM = 72 / 25.4;

function paperOf(blocks: readonly Block[], more: Partial<Section> = {}): PaperDocument {
  const section: Section = { sheet: 'a4', margins, header: null, footer: null, startsAtOne: true, blocks, ...more };
  return { title: '', author: '', scale: 1, sections: [section] };
}

const say = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });

type Drawing = LaidOut['pages'][number]['drawings'][number];

function textOf(drawings: readonly Drawing[]): string {
  const lines = drawings.flatMap((drawing) => (drawing.kind === 'line' ? [drawing.line.chars] : []));
  return lines.flatMap((chars) => chars.map(({ glyph }) => String.fromCodePoint(glyph?.wanted ?? 0x20))).join('');
}

/** points: left, top, right, bottom */
function boxOf(drawing: Drawing): readonly [number, number, number, number] {
  switch (drawing.kind) {
    case 'line':
      return [
        drawing.x,
        drawing.y - drawing.line.size * 0.88,
        drawing.x + drawing.line.width,
        drawing.y + drawing.line.size * 0.12,
      ];
    case 'stroke':
      return [drawing.x1, drawing.y1, drawing.x2, drawing.y2];
    case 'circle':
      return [
        drawing.x - drawing.radius,
        drawing.y - drawing.radius,
        drawing.x + drawing.radius,
        drawing.y + drawing.radius,
      ];
    case 'box':
    case 'picture':
      return [drawing.x, drawing.y, drawing.x + drawing.width, drawing.y + drawing.height];
  }
}

function expectInside(laid: LaidOut, slack: number): void {
  for (const { sheet, drawings } of laid.pages) {
    const { width, height } = SHEETS[sheet];
    for (const drawing of drawings) {
      const [left, top, right, bottom] = boxOf(drawing);
      expect(left).toBeGreaterThanOrEqual(margins.left * POINTS_PER_MM - slack);
      expect(top).toBeGreaterThanOrEqual(margins.top * POINTS_PER_MM - slack);
      expect(right).toBeLessThanOrEqual((width - margins.right) * POINTS_PER_MM + slack);
      expect(bottom).toBeLessThanOrEqual((height - margins.bottom) * POINTS_PER_MM + slack);
    }
  }
}

const word = fc.array(fc.constantFrom(...'昆明市职称评审，。《》（）“”——·abc12䶮'), { minLength: 1, maxLength: 400 });
const paragraph = fc
  .tuple(word, fc.constantFrom(8, 10.5, 10.5, 10.5, 26))
  .map(([text, size]) => ({ kind: 'paragraph' as const, runs: [{ text: text.join('') }], size }));

/** Three columns; its first cell may reach over the row below. */
const rowPair = fc
  .tuple(
    fc.array(paragraph, { minLength: 5, maxLength: 5 }),
    fc.boolean(),
    fc.boolean(),
    fc.integer({ min: 0, max: 40 }),
  )
  .map(([texts, isTall, staysWhole, minHeight]): readonly Row[] => {
    const [a, b, c, d, e] = texts.map((text) => ({ blocks: [text] }));
    if (!a || !b || !c || !d || !e) return [];
    const first = { cells: [isTall ? { ...a, rows: 2 } : a, { ...b, columns: 2 }], staysWhole };
    return [first, { cells: isTall ? [c, d] : [e, c, d], minHeight }];
  });
const table = fc
  .array(rowPair, { minLength: 1, maxLength: 5 })
  .map((pairs) => ({ kind: 'table' as const, columns: [1, 2, 2], rows: pairs.flat() }));
const blocks = fc.array(fc.oneof(paragraph, table), { minLength: 1, maxLength: 6 });

function writtenIn(all: readonly Block[]): string {
  return all
    .flatMap((block) => {
      if (block.kind === 'table') return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks));
      return block.kind === 'paragraph' ? [block] : [];
    })
    .flatMap(({ runs }) => runs.map((run) => ('text' in run ? run.text : '')))
    .join('');
}

const sorted = (text: string): string => Array.from(text).toSorted().join('');

describe('pages', () => {
  it('lose no character of paragraphs and tables, and nothing leaves its page', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const laid = layOut(paperOf(all), []);
        const drawn = laid.pages.map((page) => textOf(page.drawings)).join('');
        expect(sorted(drawn)).toBe(sorted(writtenIn(all)));
        // the empty half of a mark at the end of a line
        expectInside(laid, 13.1);
      }),
      { numRuns: 150 },
    );
  });

  it('repeat the head of a table on every page', () => {
    const cells = (text: string) => ({ cells: [{ blocks: [{ kind: 'paragraph' as const, runs: [{ text }] }] }] });
    const rows = [cells('表头'), ...Array.from({ length: 100 }, (_, n) => cells(`第${n}行`))];
    const { pages } = layOut(paperOf([{ kind: 'table', columns: [1], rows, headRows: 1 }]), []);
    expect(pages.length).toBeGreaterThan(1);
    for (const { drawings } of pages) expect(textOf(drawings)).toMatch(/^表头/u);
  });

  it('keep a heading with what follows', () => {
    const heading: Block = { kind: 'paragraph', runs: [{ text: '二、学历' }], keepsWithNext: true };
    const { pages } = layOut(paperOf([{ kind: 'space', height: 245 }, heading, say('本科。\n硕士。')]), []);
    expect(pages.map(({ drawings }) => textOf(drawings))).toEqual(['', '二、学历本科。硕士。']);
  });

  it('end, also where a line is higher than what the head of its table leaves', () => {
    const cells = (text: string, size: number) => ({
      cells: [{ blocks: [{ kind: 'paragraph' as const, runs: [{ text }], size }] }],
    });
    const rows = [{ ...cells('表头', 10), minHeight: 120 }, cells('大大大', 400)];
    const { pages } = layOut(paperOf([{ kind: 'table', columns: [1], rows, headRows: 1 }]), []);
    expect(pages.map(({ drawings }) => textOf(drawings)).join('')).toMatch(/^表头.*大.*大.*大/u);
    const nothing = { top: 150, right: 20, bottom: 150, left: 20 };
    const none = layOut(paperOf([{ kind: 'table', columns: [1], rows }], { margins: nothing }), []);
    expect(none.pages.map(({ drawings }) => textOf(drawings)).join('')).toContain('大');
  });

  it('say what had to be parted although it should stay whole', () => {
    const blocksOfCell = [{ kind: 'paragraph' as const, runs: [{ text: '评'.repeat(4000) }] }];
    const rows = [{ cells: [{ blocks: blocksOfCell }], staysWhole: true }];
    const { notes, pages } = layOut(paperOf([{ kind: 'table', columns: [1], rows }]), []);
    expect(notes).toEqual([{ kind: 'overflow', text: '评'.repeat(20), page: 1 }]);
    expect(pages.map(({ drawings }) => textOf(drawings)).join('')).toHaveLength(4000);
  });

  it('put what follows a fill at the foot', () => {
    const [page] = layOut(paperOf([say('上'), { kind: 'fill' }, say('下')]), []).pages;
    const last = page?.drawings.at(-1);
    const bottom = (297 - margins.bottom) * POINTS_PER_MM;
    expect(last?.kind === 'line' && bottom - last.y).toBeLessThan(10);
  });

  it('are numbered by section, and fill in numbers of marks', () => {
    const footer = { left: '', centre: '{page}/{pages}', right: '{unit}' };
    const more = { sheet: 'a4', margins, header: null, footer, blocks: [say('正文')] } as const;
    const contents: Block[] = [say('见第{page:last}页{other}'), { kind: 'page-break' }, say('续')];
    const last: Block[] = [{ kind: 'mark', id: 'last' }, say('末')];
    const sections = [
      { ...more, blocks: contents, startsAtOne: true },
      { ...more, blocks: last, startsAtOne: false },
      { ...more, startsAtOne: true },
    ];
    const { pages } = layOut({ title: '', author: '', scale: 1, sections }, []);
    expect(pages.map(({ drawings }) => textOf(drawings))).toEqual([
      '见第3页{other}1/3{unit}',
      '续2/3{unit}',
      '末3/3{unit}',
      '正文1/1{unit}',
    ]);
  });
});

const SCAN: ImageFacts = { id: 'scan', width: 1654, height: 2339, sizeBytes: 1, components: 3, turn: 0, dpi: 200 };
const picture: Block = { kind: 'picture', imageId: 'scan' };

function placed(all: readonly Block[], facts: Partial<ImageFacts> = {}) {
  const laid = layOut(paperOf(all), [{ ...SCAN, ...facts }]);
  const drawings = laid.pages.flatMap((page) => page.drawings);
  const found = drawings.find((drawing) => drawing.kind === 'picture');
  const seal = drawings.find((drawing) => drawing.kind === 'circle');
  if (found?.kind !== 'picture') throw new Error('no picture');
  const mm = (points: number) => Math.round((points / POINTS_PER_MM) * 10) / 10;
  return {
    ...laid,
    picture: { ...found, x: mm(found.x), y: mm(found.y), width: mm(found.width), height: mm(found.height) },
    seal: seal?.kind === 'circle' ? { x: mm(seal.x), y: mm(seal.y), diameter: mm(seal.radius * 2) } : null,
  };
}

describe('a picture', () => {
  it('is as large as it was, where that fits', () => {
    const { picture: drawn } = placed([picture], { width: 1000, height: 800 });
    expect(drawn).toMatchObject({ width: 127, height: 101.6, turn: 0 });
  });

  it('is as large as fits, where nobody knows how large it was', () => {
    const { picture: drawn } = placed([picture], { width: 800, height: 1000, dpi: null });
    expect(drawn).toMatchObject({ width: 170, turn: 0 });
  });

  it('lies where it fits better so, its top to the left', () => {
    const { picture: drawn } = placed([picture], { width: 2339, height: 1200 });
    expect(drawn.turn).toBe(270);
    expect(drawn.height).toBeGreaterThan(drawn.width);
  });

  it('is turned as its camera said', () => {
    const { picture: drawn } = placed([picture], { width: 1000, height: 800, turn: 90 });
    expect(drawn).toMatchObject({ width: 101.6, height: 127, turn: 90 });
  });
});

describe('an endorsement', () => {
  const endorse = (at: Readonly<{ x: number; y: number }> | null): Block => ({ kind: 'endorsement', at, sealedBy: '' });

  it('stands at the foot of the page, 42 mm for the seal, and the picture ends above', () => {
    const { picture: drawn, seal, notes, endorsements, pages } = placed([picture, endorse(null)]);
    expect(pages).toHaveLength(1);
    expect(seal).toEqual({ x: 210 - 20 - 21, y: 297 - 20 - 21, diameter: 42 });
    expect(drawn.y + drawn.height).toBeLessThanOrEqual(297 - 20 - 42);
    expect(endorsements).toEqual([{ imageId: 'scan', page: 1, x: 20, y: 297 - 20 - 42 }]);
    expect(notes).toEqual([]);
  });

  it('stands where it was put, and says when that is over the picture', () => {
    const moved = placed([picture, endorse({ x: 30, y: 100 })]);
    expect(moved.endorsements).toEqual([{ imageId: 'scan', page: 1, x: 30, y: 100 }]);
    expect(moved.notes).toEqual([{ kind: 'over-content', imageId: 'scan', page: 1 }]);
    expect(placed([picture, endorse({ x: 30, y: 235 })]).notes).toEqual([]);
  });

  it('stays on the sheet', () => {
    const { endorsements } = placed([picture, endorse({ x: 500, y: 500 })]);
    expect(endorsements).toEqual([{ imageId: 'scan', page: 1, x: 78, y: 255 }]);
  });
});
