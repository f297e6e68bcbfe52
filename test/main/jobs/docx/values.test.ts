/** Values are data: whatever somebody is called stands in the .docx and on the paper, and is neither XML nor a placeholder. */
import fc from 'fast-check';
import PizZip from 'pizzip';
import { expect, it } from 'vitest';
import { fillTemplate } from '#jobs/docx/templates.ts';
import { readDocument } from '#jobs/docx/read/document.ts';
import { wordsOfSections } from '#jobs/docx/read/words.ts';
import { docxOf, p } from './docx-file.ts';

const PLACEHOLDERS = [
  { name: '姓名', is: 'text', list: null, meaning: '', isRequired: true },
  { name: '人员', is: 'list', list: null, meaning: '', isRequired: true },
  { name: '部门', is: 'text', list: '人员', meaning: '', isRequired: true },
] as const;
const bytes = docxOf(p('〔{姓名}〕') + p('{#人员}') + p('〔{部门}〕') + p('{/人员}'));

async function throughBoth(text: string): Promise<readonly string[]> {
  const data = { 姓名: text, 人员: [{ 部门: text }] };
  const filled = await fillTemplate({ bytes, placeholders: PLACEHOLDERS, data });
  if (!filled.ok || !filled.value.isFilled) throw new Error(JSON.stringify(filled));
  const { files } = new PizZip(filled.value.docx);
  const parts = new Map(Object.entries(files).map(([name, file]) => [name, file.asUint8Array()]));
  return [wordsOfSections(filled.value.sections), wordsOfSections(readDocument(parts).sections)];
}

it.each([
  '<w:p>',
  '{姓名}',
  '{#人员}',
  '{/人员}',
  '&amp;',
  '&#x4E00;',
  ']]>',
  '<!--',
  '李䶮',
  '𬀩',
  '和·阿丽',
  '{page:1}',
  '$&',
  '$1',
])('prints %s as it is', async (text) => {
  expect(await throughBoth(text)).toEqual([`〔${text}〕\n〔${text}〕`, `〔${text}〕\n〔${text}〕`]);
});

it('keeps any text in both', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
      const kept = text
        .replaceAll(/\r\n?/gu, '\n')
        .replaceAll('\t', ' ')
        .replaceAll(/(?!\n)[\p{Cc}\uFFFE\uFFFF]/gu, '');
      expect(await throughBoth(text)).toEqual([`〔${kept}〕\n〔${kept}〕`, `〔${kept}〕\n〔${kept}〕`]);
    }),
    { numRuns: 150 },
  );
});

it('gives the same bytes for the same data', async () => {
  const data = { 姓名: '段雪梅', 人员: [] };
  const [first, second] = await Promise.all([
    fillTemplate({ bytes, placeholders: PLACEHOLDERS, data }),
    fillTemplate({ bytes, placeholders: PLACEHOLDERS, data }),
  ]);
  expect(first).toEqual(second);
});
