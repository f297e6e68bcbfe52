/** PDFs that turn in circles, or claim what no printer could print. */
import { PDFDocument } from 'pdf-lib';
import { deflateSync } from 'node:zlib';
import type { Hostile } from '../hostile.ts';

/** Objects numbered from 1, the first is the catalogue. No xref: readers look for the objects themselves. */
function pdf(objects: readonly string[], trailer = '<< /Root 1 0 R /Size 99 >>'): Buffer {
  const body = objects.map((text, n) => `${n + 1} 0 obj\n${text}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.7\n${body}trailer\n${trailer}\n%%EOF\n`, 'latin1');
}

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const page = (more: string): string => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${more} >>`;
const stream = (content: string, more = ''): string =>
  `<< /Length ${content.length} ${more} >>\nstream\n${content}\nendstream`;

export async function lyingPdfs(): Promise<readonly Hostile[]> {
  const damaged: readonly (readonly [string, Buffer])[] = [
    ['that is only a header', Buffer.from('%PDF-1.7\n')],
    ['that is text', Buffer.from('%PDF-1.7\n一二三四五六七八九十'.repeat(50))],
    ['without pages', pdf([CATALOGUE, '<< /Type /Pages /Kids [] /Count 0 >>'])],
    ['without a catalogue', pdf(['<< >>'])],
  ];
  const anything: readonly (readonly [string, Buffer])[] = [
    ['whose pages are their own children', pdf([CATALOGUE, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'])],
    ['whose catalogue is its pages', pdf(['<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] /Count 9 >>'])],
    [
      'that says it has 2 billion pages',
      pdf([CATALOGUE, '<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>', page('')]),
    ],
    ['of -5 pages', pdf([CATALOGUE, '<< /Type /Pages /Kids [3 0 R] /Count -5 >>', page('')])],
    ['of a sheet as large as a town', sheet('[0 0 1e9 1e9]')],
    ['of a sheet of nothing', sheet('[0 0 0 0]')],
    ['of a sheet turned inside out', sheet('[500 500 -500 -500]')],
    ['of a sheet without numbers', sheet('[/a /b (c) null]')],
    ['of a sheet one point high', sheet('[0 0 14400 1]')],
    [
      'whose form draws itself',
      pdf([
        CATALOGUE,
        PAGES,
        page('/Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >>'),
        stream('/X Do'),
        stream('/X Do', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>'),
      ]),
    ],
    ['with an image of 100000 × 100000', image('/Width 100000 /Height 100000')],
    ['with an image of -1 × -1', image('/Width -1 /Height -1')],
    ['with an image of 2147483647 × 2', image('/Width 2147483647 /Height 2')],
    ['with an image of 64 bits', image('/Width 10 /Height 10', 64)],
    ['whose stream is packed a thousandfold', packed(10_000_000)],
    ['that saves its state 200000 times', contents('q '.repeat(200_000))],
    ['of arrays in arrays', pdf([CATALOGUE, PAGES, page(`/Contents ${'['.repeat(20_000)}`)])],
    ['of dictionaries in dictionaries', pdf([CATALOGUE, PAGES, page('<< /A '.repeat(50_000))])],
    ['whose trailer is its own forerunner', pdf([CATALOGUE, PAGES, page('')], '<< /Root 1 0 R /Size 9 /Prev 9 >>')],
    ['whose content is the page', pdf([CATALOGUE, PAGES, page('/Contents 3 0 R')])],
    [
      'whose length is its own stream',
      pdf([CATALOGUE, PAGES, page('/Contents 4 0 R'), '<< /Length 4 0 R >>\nstream\nq\nendstream']),
    ],
    [
      'that wants to run a script',
      pdf(['<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while\\(1\\){}) >> >>', PAGES, page('')]),
    ],
    ['of a pattern of dots on all of it', contents('[0.01 0.01] 0 d 0 0 m 500 800 l S '.repeat(200))],
  ];
  // nobody can know beforehand that these never end: they get all the time there is
  const endless: readonly (readonly [string, Buffer])[] = [
    [
      'whose forms draw each other tenfold',
      pdf([
        CATALOGUE,
        PAGES,
        page('/Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >>'),
        stream('/X Do'),
        ...Array.from({ length: 12 }, (_, n) =>
          stream(
            '/X Do '.repeat(10),
            `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${n + 6} 0 R >> >>`,
          ),
        ),
      ]),
    ],
    ['of lines without end', contents('0 0 m 500 500 l S '.repeat(400_000))],
  ];
  const many = await PDFDocument.create();
  for (let n = 0; n < 501; n += 1) many.addPage([100, 100]);
  const locked = await PDFDocument.create();
  locked.addPage([595, 842]);
  locked.encrypt({ userPassword: 'geheim', ownerPassword: 'geheimer' });
  return [
    ...damaged.map(([name, bytes]) => ({ name: `PDF ${name}`, bytes, answer: 'damaged' as const })),
    ...anything.map(([name, bytes]) => ({ name: `PDF ${name}`, bytes, answer: 'any' as const })),
    ...endless.map(([name, bytes]) => ({ name: `PDF ${name}`, bytes, answer: 'ended' as const })),
    { name: 'PDF of 501 pages', bytes: Buffer.from(await many.save()), answer: 'too-many-pages' },
    { name: 'PDF with a password', bytes: Buffer.from(await locked.save()), answer: 'encrypted' },
  ];
}

function sheet(box: string): Buffer {
  return pdf([CATALOGUE, PAGES, `<< /Type /Page /Parent 2 0 R /MediaBox ${box} >>`]);
}

function contents(content: string): Buffer {
  return pdf([CATALOGUE, PAGES, page('/Contents 4 0 R'), stream(content)]);
}

function image(size: string, bits = 8): Buffer {
  const facts = `/Type /XObject /Subtype /Image ${size} /BitsPerComponent ${bits} /ColorSpace /DeviceRGB`;
  return pdf([
    CATALOGUE,
    PAGES,
    page('/Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >>'),
    stream('595 0 0 842 0 0 cm /X Do'),
    stream('rgb', facts),
  ]);
}

function packed(sizeBytes: number): Buffer {
  const body = deflateSync(Buffer.alloc(sizeBytes, 'q Q ')).toString('latin1');
  return pdf([CATALOGUE, PAGES, page('/Contents 4 0 R'), stream(body, '/Filter /FlateDecode')]);
}
