/** A paper of two sections with everything that can stand on one; people are invented. */
import sharp from 'sharp';
import { typeset } from '#jobs/papers/typeset.ts';
import type { ImageFacts, PaperDocument, Row, SetPaper } from '#ports/paper-document.ts';

export const COPY = 'copy-1';

/** A scan lying on its side, with its top marked. */
async function drawCopy(): Promise<Uint8Array> {
  const drawing = `<svg width="1600" height="1100"><rect x="40" y="40" width="1520" height="1020" fill="none"
    stroke="#8a6d3b" stroke-width="16"/><path d="M800 120 L900 320 L700 320 Z" fill="#600"/></svg>`;
  return sharp({ create: { width: 1600, height: 1100, channels: 3, background: '#f0e6cc' } })
    .composite([{ input: Buffer.from(drawing) }])
    .jpeg({ quality: 80 })
    .toBuffer();
}

let drawn: Promise<Uint8Array> | null = null;

export async function copyFacts(): Promise<ImageFacts & Readonly<{ bytes: Uint8Array }>> {
  drawn ??= drawCopy();
  const bytes = await drawn;
  const { byteLength: sizeBytes } = bytes;
  return { id: COPY, width: 1600, height: 1100, sizeBytes, components: 3, turn: 0, dpi: 200, bytes };
}

const TEXT =
  '经推荐小组评议，该同志任现职以来承担高三语文教学，2023年获“昆明市教学能手”称号（昆教〔2023〕18号）。于2026年9月1日至9月7日在公告栏公示5个工作日，未收到异议；经党委会研究，同意推荐申报高级教师——特此报送。';

function row(label: string, text: string): Row {
  return {
    cells: [
      { blocks: [{ kind: 'paragraph', runs: [{ text: label }], align: 'centre' }] },
      { blocks: [{ kind: 'paragraph', runs: [{ text }] }] },
    ],
  };
}

const margins = { top: 25, right: 17.5, bottom: 25, left: 17.5 };

export const samplePaper: PaperDocument = {
  title: '段䶮 申报材料',
  author: '昆明市松华中学',
  scale: 1,
  sections: [
    {
      sheet: 'a4',
      margins,
      header: { left: '', centre: '昆明市松华中学', right: '' },
      footer: { left: '2026年度职称申报', centre: '', right: '第{page}页，共{pages}页' },
      startsAtOne: true,
      blocks: [
        { kind: 'mark', id: 'opinion', bookmark: { title: '一、基层单位意见', level: 1 } },
        { kind: 'paragraph', runs: [{ text: '基层单位意见' }], face: 'hei', size: 18, align: 'centre', after: 4 },
        { kind: 'paragraph', runs: [{ text: TEXT }], size: 12, indent: 2 },
        {
          kind: 'paragraph',
          runs: [
            { text: '申报人：' },
            { text: '段䶮', face: 'song-bold', isUnderlined: true },
            { text: '　电话：' },
            { blank: 40 },
          ],
          size: 12,
        },
        { kind: 'rule' },
        {
          kind: 'paragraph',
          runs: [{ text: '复印件见第{page:copy}页。姓名用字：㛃、𬀩、𬭎、𠀀。' }],
          before: 2,
          after: 3,
        },
        {
          kind: 'table',
          columns: [1, 4],
          headRows: 1,
          rows: [
            row('项目', '内容'),
            row('意见', TEXT.repeat(7)),
            { cells: [{ blocks: row('跨行', '').cells[0]?.blocks ?? [], rows: 2 }, ...row('', TEXT).cells.slice(1)] },
            { cells: row('', '末行').cells.slice(1), minHeight: 30 },
          ],
        },
        { kind: 'fill' },
        { kind: 'paragraph', runs: [{ text: '昆明市松华中学\n2026年9月8日' }], size: 12, align: 'right' },
      ],
    },
    {
      sheet: 'a4',
      margins,
      header: null,
      footer: { left: '', centre: '— {page} —', right: '' },
      startsAtOne: false,
      blocks: [
        { kind: 'mark', id: 'copies', bookmark: { title: '二、复印件', level: 1 } },
        { kind: 'mark', id: 'copy', bookmark: { title: '毕业证书', level: 2 } },
        { kind: 'picture', imageId: COPY },
        { kind: 'endorsement', at: null, sealedBy: '昆明市松华中学' },
      ],
    },
    {
      sheet: 'a3-lying',
      margins,
      header: null,
      footer: null,
      startsAtOne: true,
      blocks: [
        { kind: 'mark', id: 'roster', bookmark: { title: '三、花名册', level: 1 } },
        {
          kind: 'table',
          columns: [1, 2, 2, 3],
          lines: 'rows',
          size: 9,
          rows: Array.from({ length: 12 }, (_, n) => ({
            cells: [`${n + 1}`, '段雪梅', '53010219790101002X', '高级教师'].map((text) => ({
              blocks: [{ kind: 'paragraph' as const, runs: [{ text }] }],
            })),
          })),
        },
      ],
    },
  ],
};

export async function setSample(pages?: Readonly<{ from: number; to: number }>): Promise<SetPaper> {
  return setPaper(samplePaper, [await copyFacts()], pages);
}

export const sampleImages = async () => new Map([[COPY, (await copyFacts()).bytes]]);

export async function setPaper(
  document: PaperDocument,
  images: readonly ImageFacts[] = [],
  pages?: Readonly<{ from: number; to: number }>,
): Promise<SetPaper> {
  const result = await typeset({ document, images, pages });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}
