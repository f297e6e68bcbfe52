/** The file as programs read it: structure, text, bookmarks, labels, what a printer is told, and how pictures lie. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import type { ImageFacts, PaperDocument } from '#ports/paper-document.ts';
import { readPdf } from '../../../support/pdf-reader.ts';
import { paperFile, renderPages } from '../../../support/paper-pages.ts';
import { copyFacts, sampleImages, setPaper, setSample } from './sample-paper.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'paper-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sampleFile = async () => paperFile(await setSample(), await sampleImages());

describe('the file', () => {
  it('is clean to qpdf', async (context) => {
    const file = path.join(folder, 'sample.pdf');
    writeFileSync(file, await sampleFile());
    const { error, status, stdout, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    if (error) return context.skip('qpdf is not installed');
    expect(status, `${stdout}${stderr}`).toBe(0);
    expect(stderr).toBe('');
  });

  it('has every object where its table says', async () => {
    const file = await sampleFile();
    const text = file.toString('latin1');
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/u.exec(text)?.[1]);
    const [head = '', ...entries] = text
      .slice(start)
      .split(/(?<=\n)/u)
      .slice(1);
    const count = Number(/^0 (\d+)\n$/u.exec(head)?.[1]);
    expect(text).toContain(`/Size ${count}/`);
    expect(entries[0]).toBe('0000000000 65535 f \n');
    for (let id = 1; id < count; id += 1) {
      const offset = Number(/^(\d{10}) 00000 n \n$/u.exec(entries[id] ?? '')?.[1]);
      expect(text.startsWith(`${id} 0 obj\n`, offset)).toBe(true);
    }
    // a stream ends where its length says
    const streams = [...text.matchAll(/\/Length (\d+)[^\n]*>>stream\n/gu)];
    expect(streams.length).toBeGreaterThan(10);
    for (const { 0: words, 1: length, index } of streams) {
      expect(text.startsWith('\nendstream\nendobj\n', index + words.length + Number(length))).toBe(true);
    }
  });

  it('gives its text back, rare characters too', async () => {
    const { pages } = await readPdf(await sampleFile());
    const text = pages.map((page) => page.text.replaceAll(/\s/gu, '')).join('');
    expect(text).toContain('申报人：段䶮');
    expect(text).toContain('复印件见第2页。姓名用字：㛃、𬀩、𬭎、𠀀。');
    expect(text).toContain('53010219790101002X');
    expect(text).toContain('经审核，与原件一致。');
  });

  it('has bookmarks, labels and a title', async () => {
    const { bookmarks, pages, title, author } = await readPdf(await sampleFile());
    expect(bookmarks).toEqual([
      { title: '一、基层单位意见', page: 1, children: [] },
      { title: '二、复印件', page: 2, children: [{ title: '毕业证书', page: 2, children: [] }] },
      { title: '三、花名册', page: 3, children: [] },
    ]);
    expect(pages.map(({ label }) => label)).toEqual(['1', '2', '1']);
    expect({ title, author }).toEqual({ title: '段䶮 申报材料', author: '昆明市松华中学' });
  });

  it('asks to be printed as large as it is, on both sides', async () => {
    const text = (await sampleFile()).toString('latin1');
    expect(text).toContain('/PrintScaling/None/Duplex/DuplexFlipLongEdge');
    expect(text).toContain('/Lang(zh-CN)');
    expect(text).not.toContain('Date');
  });

  it('tells what another font drew, and what none has', async () => {
    const { notes } = await setSample();
    expect(notes).toEqual([{ kind: 'fallback', text: '𠀀', page: 1 }]);
    const runs = [{ text: `段\u{3FFFD}` }];
    const blocks = [{ kind: 'paragraph', runs }] as const;
    const margins = { top: 20, right: 20, bottom: 20, left: 20 };
    const section = { sheet: 'a4', margins, header: null, footer: null, startsAtOne: true, blocks } as const;
    const paper = await setPaper({ title: '', author: '', scale: 1, sections: [section] });
    expect(paper.notes).toEqual([{ kind: 'missing-glyph', text: '\u{3FFFD}', page: 1 }]);
    // 〓 in its place
    expect((await readPdf(paperFile(paper))).pages[0]?.text).toBe('段〓');
  });
});

/** Black above, white below, as it is stored. */
async function halves(components: 1 | 3 | 4): Promise<Buffer> {
  const [width, height] = [200, 200];
  const pixels = Buffer.alloc(width * height * 3, 255).fill(0, 0, (width * height * 3) / 2);
  const raw = sharp(pixels, { raw: { width, height, channels: 3 } });
  const space = { 1: 'b-w', 3: 'srgb', 4: 'cmyk' } as const;
  return raw.toColourspace(space[components]).jpeg({ chromaSubsampling: '4:4:4' }).toBuffer();
}

/** The grey at a place, in mm; the picture lies from 55 to 155, and from 0 to 100. */
async function drawHalves(components: 1 | 3 | 4, turn: ImageFacts['turn'], scale = 1) {
  const bytes = await halves(components);
  const isInverted = bytes.includes('Adobe');
  const facts = { id: 'h', width: 200, height: 200, sizeBytes: bytes.length, components, turn, dpi: null, isInverted };
  const blocks = [{ kind: 'picture', imageId: 'h', width: 100 }] as const;
  const margins = { top: 0, right: 0, bottom: 0, left: 0 };
  const section = { sheet: 'a4', margins, header: null, footer: null, startsAtOne: true, blocks } as const;
  const document: PaperDocument = { title: '', author: '', scale, sections: [section] };
  const file = paperFile(await setPaper(document, [facts]), new Map([['h', bytes]]));
  const [page] = await renderPages(file, 25.4);
  return (x: number, y: number): number => page?.pixels[y * page.width + x] ?? -1;
}

const BLACK = 60;
const WHITE = 240;

describe('a picture', () => {
  it.each([
    ['grey', 1],
    ['colour', 3],
    ['four inks', 4],
  ] as const)('in %s is black where it was black', async (_what, components) => {
    const at = await drawHalves(components, 0);
    expect(at(105, 20)).toBeLessThan(BLACK);
    expect(at(105, 80)).toBeGreaterThan(WHITE);
  });

  it.each([
    [90, 'right'],
    [180, 'below'],
    [270, 'left'],
  ] as const)('turned by %i has its top %s', async (turn, side) => {
    const at = await drawHalves(1, turn);
    const sides = { above: at(105, 20), right: at(135, 50), below: at(105, 80), left: at(75, 50) };
    const opposite = { right: 'left', below: 'above', left: 'right' } as const;
    expect(sides[side]).toBeLessThan(BLACK);
    expect(sides[opposite[side]]).toBeGreaterThan(WHITE);
  });

  it('is the bytes that it was', async () => {
    const { bytes, sizeBytes } = await copyFacts();
    const file = await sampleFile();
    const at = file.indexOf(`/Length ${sizeBytes}>>stream\n`);
    const start = file.indexOf('\n', at) + 1;
    expect(file.subarray(start, start + sizeBytes).equals(bytes)).toBe(true);
  });

  it('grows with the scale of the printer, from the middle of the sheet', async () => {
    const at = await drawHalves(1, 0, 0.5);
    // half of the sheet's middle, 148.5 mm, is where it begins
    expect([at(105, 72), at(105, 77), at(105, 96), at(105, 102)].map((grey) => grey < BLACK)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
