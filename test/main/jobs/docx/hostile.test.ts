/** Files that are no template, or mean harm: each is refused by its code, in bounded time and memory. */
import { afterAll, expect, it } from 'vitest';
import type { Placeholder, TemplateReason } from '#model/paper.ts';
import { realJobs } from '../../../support/job-runner.ts';
import { contentTypes, docxOf, NAMESPACES, p, relations, zipOf } from './docx-file.ts';

const warnings: string[] = [];
const jobs = realJobs({
  info: () => undefined,
  warn: (event) => void warnings.push(event),
  error: (event, error) => void warnings.push(`${event} ${error instanceof Error ? error.stack : ''}`),
});
afterAll(() => jobs.endAll());

const text = (name: string, list: string | null = null): Placeholder => ({
  name,
  is: 'text',
  list,
  meaning: '',
  isRequired: false,
});
const PLACEHOLDERS: readonly Placeholder[] = [text('单位名称'), { ...text('人员'), is: 'list' }, text('姓名', '人员')];

const MB = 1024 * 1024;
const good = docxOf(p('{单位名称}'));
const withDocument = (xml: string): Uint8Array => docxOf('', { 'word/document.xml': xml });
const dtd = (declaration: string): string =>
  `<?xml version="1.0"?><!DOCTYPE w:document ${declaration}><w:document ${NAMESPACES}><w:body>${p('&a;')}</w:body></w:document>`;
const LAUGHS = `[<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};&a${n};&a${n};">`).join('')}<!ENTITY a "&a30;">]`;
const compound = (words: string): Uint8Array =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000), Buffer.from(words, 'utf16le')]);

/** The first central header's entry named twice, as bombs without nesting do (D. Fifield, 2019). */
function overlapping(): Uint8Array {
  const bytes = Buffer.from(good);
  const directory = bytes.indexOf(Buffer.from('504b0102', 'hex'));
  const second = bytes.indexOf(Buffer.from('504b0102', 'hex'), directory + 4);
  bytes.copy(bytes, second + 42, directory + 42, directory + 46);
  return bytes;
}

function flipped(): Uint8Array {
  const bytes = Buffer.from(good);
  const at = bytes.indexOf('word/document.xml') + 40;
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
}

/** Says of the document that it is ten bytes long. */
function lying(bomb: Uint8Array): Uint8Array {
  const bytes = Buffer.from(bomb);
  for (const signature of ['504b0102', '504b0304']) {
    const sizeAt = signature === '504b0102' ? 24 : 22;
    for (let at = bytes.indexOf(signature, 0, 'hex'); at >= 0; at = bytes.indexOf(signature, at + 4, 'hex')) {
      if (bytes.readUInt32LE(at + sizeAt) > MB) bytes.writeUInt32LE(10, at + sizeAt);
    }
  }
  return bytes;
}

const spaces = (size: number): Uint8Array => Buffer.alloc(size, ' ');
const bomb = docxOf('', { 'word/document.xml': spaces(200 * MB) });

const HOSTILE: readonly (readonly [name: string, bytes: Uint8Array, reason: TemplateReason])[] = [
  ['an empty file', new Uint8Array(), 'not-docx'],
  ['plain text', Buffer.from('关于公示'), 'not-docx'],
  ['a PDF', Buffer.from('%PDF-1.7 …'), 'not-docx'],
  ['a .doc', compound('WordDocument'), 'not-docx'],
  ['a .docx with a password', compound('EncryptedPackage'), 'encrypted'],
  ['an empty zip', zipOf({}), 'not-docx'],
  ['a zip of something else', zipOf({ 'a.txt': 'a' }), 'not-docx'],
  ['a spreadsheet', docxOf('', { '[Content_Types].xml': contentTypes('application/xlsx') }), 'not-docx'],
  ['no document part', zipOf({ '[Content_Types].xml': contentTypes() }), 'not-docx'],
  ['a file cut short', good.slice(0, good.length - 200), 'damaged'],
  ['its first half', good.slice(0, good.length / 2), 'damaged'],
  ['a bit that fell over', flipped(), 'damaged'],
  ['parts that lie over each other', overlapping(), 'damaged'],
  ['a document that is a bomb', bomb, 'too-large'],
  ['a bomb that says it is small', lying(bomb), 'damaged'],
  ['a picture that is a bomb', docxOf(p('a'), { 'word/media/image1.png': Buffer.alloc(200 * MB) }), 'too-large'],
  [
    'parts without end',
    docxOf('', Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`word/a${n}.bin`, 'a']))),
    'too-large',
  ],
  ['a file of 17 MB', new Uint8Array(17 * MB), 'too-large'],
  ['entities that multiply', withDocument(dtd(LAUGHS)), 'damaged'],
  ['an entity of this computer', withDocument(dtd('[<!ENTITY a SYSTEM "file:///etc/passwd">]')), 'damaged'],
  ['a document type from elsewhere', withDocument(dtd('SYSTEM "http://a.invalid/a.dtd"')), 'damaged'],
  ['entities in the styles', docxOf(p('a'), { 'word/styles.xml': dtd(LAUGHS) }), 'damaged'],
  ['an entity that nobody declared', docxOf(p('&a;')), 'damaged'],
  ['XML that does not close', docxOf('<w:p><w:r>'), 'damaged'],
  ['no XML', withDocument('关于公示'), 'damaged'],
  ['a document in UTF-16', docxOf('', { 'word/document.xml': Buffer.from('<a/>', 'utf16le') }), 'damaged'],
  ['no body', withDocument(`<w:document ${NAMESPACES}/>`), 'damaged'],
  ['elements inside of elements', docxOf('<w:sdt>'.repeat(50_000) + '</w:sdt>'.repeat(50_000)), 'too-large'],
  ['elements without end', docxOf('<w:p/>'.repeat(1_000_000)), 'too-large'],
  ['placeholders without end', docxOf(p('{单位名称}').repeat(100_000)), 'too-large'],
  ['braces without end', docxOf(p('{'.repeat(1000)).repeat(1000)), 'too-large'],
  ['lists inside of lists', docxOf(p('{#人员}').repeat(3000) + p('{/人员}').repeat(3000)), 'too-large'],
  [
    'macros',
    docxOf(p('a'), {
      '[Content_Types].xml': contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml'),
    }),
    'macros',
  ],
  ['a program in it', docxOf(p('a'), { 'word/vbaProject.bin': 'a' }), 'macros'],
  [
    'a picture from elsewhere',
    docxOf(p('a'), {
      'word/_rels/document.xml.rels': relations(['rId1', 'image', 'http://a.invalid/a.png', 'External']),
    }),
    'external',
  ],
  [
    'a document from elsewhere',
    docxOf(p('a'), {
      'word/_rels/document.xml.rels': relations(['rId1', 'subDocument', 'file:///a/b.docx', 'External']),
    }),
    'external',
  ],
];

it('refuses every hostile file by a reason, and reads a good one afterwards', async () => {
  const answers = await Promise.all(
    HOSTILE.map(async ([name, bytes, reason]) => {
      const checked = await jobs.run('checkTemplate', { bytes, placeholders: PLACEHOLDERS });
      const filled = await jobs.run('fillTemplate', { bytes, placeholders: PLACEHOLDERS, data: {} });
      return { name, reason, checked, filled };
    }),
  );
  for (const { name, reason, checked, filled } of answers) {
    const problems = [{ code: 'unreadable', reason, text: '' }];
    expect(checked, name).toEqual({ ok: true, value: { problems } });
    expect(filled, name).toEqual({ ok: true, value: { isFilled: false, problems } });
  }
  expect(warnings).toEqual([]);
  expect(await jobs.run('checkTemplate', { bytes: good, placeholders: PLACEHOLDERS })).toEqual({
    ok: true,
    value: { problems: [] },
  });
}, 120_000);

it('takes off the template that a file was written with, and leaves links to be clicked', async () => {
  const bytes = docxOf(p('{单位名称}'), {
    'word/settings.xml': `<w:settings ${NAMESPACES}><w:attachedTemplate r:id="rId1"/><w:zoom w:percent="100"/></w:settings>`,
    'word/_rels/settings.xml.rels': relations(['rId1', 'attachedTemplate', 'http://a.invalid/a.dotm', 'External']),
    'word/_rels/document.xml.rels': relations(['rId1', 'hyperlink', 'mailto:a@a.invalid', 'External']),
  });
  const filled = await jobs.run('fillTemplate', { bytes, placeholders: PLACEHOLDERS, data: { 单位名称: '松华中学' } });
  if (!filled.ok || !filled.value.isFilled) throw new Error('not filled');
  const { default: PizZip } = await import('pizzip');
  const { files } = new PizZip(filled.value.docx);
  expect(files['word/settings.xml']?.asText()).not.toContain('attachedTemplate');
  expect(files['word/_rels/settings.xml.rels']?.asText()).not.toContain('a.dotm');
  expect(files['word/_rels/document.xml.rels']?.asText()).toContain('mailto:a@a.invalid');
});

it('ends a template that would be filled without end', async () => {
  const many = Array.from({ length: 20_000 }, () => ({ 姓名: '段雪梅'.repeat(400) }));
  const bytes = docxOf(p('{#人员}') + p('{姓名}').repeat(20) + p('{/人员}'));
  const filled = await jobs.run('fillTemplate', { bytes, placeholders: PLACEHOLDERS, data: { 人员: many } });
  expect(filled).toEqual({
    ok: true,
    value: { isFilled: false, problems: [{ code: 'unreadable', reason: 'too-large', text: '' }] },
  });
  const nested = docxOf(p('{#人员}') + p('{#人员}') + p('{姓名}') + p('{/人员}') + p('{/人员}'));
  const refused = await jobs.run('fillTemplate', { bytes: nested, placeholders: PLACEHOLDERS, data: { 人员: many } });
  expect(refused).toMatchObject({ ok: true, value: { isFilled: false, problems: [{ reason: 'nested-list' }] } });
});
