import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listEditions, loadEdition } from '#core/reference/reference.repository.ts';
import { openReference } from '#core/reference/reference.service.ts';

const SHIPPED = join(import.meta.dirname, '../../../../resources/reference/2022');
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'reference-'));
  await cp(SHIPPED, join(directory, '2022'), { recursive: true });
});
afterEach(() => rm(directory, { recursive: true }));

/** Rewrites one file of the copied edition through its text. */
async function spoil(table: string, change: (text: string) => string): Promise<void> {
  const file = join(directory, '2022', `${table}.json`);
  const text = await readFile(file, 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  await writeFile(file, changed);
}

type Table = { items: Record<string, unknown>[] };
const inJson = (change: (table: Table) => void) => (text: string) => {
  const table = JSON.parse(text) as Table;
  change(table);
  return JSON.stringify(table);
};

describe('loading an edition', () => {
  it.each([
    ['not JSON', 'titles', () => '{"edition":', '2022/titles.json', ''],
    ['empty', 'titles', () => '', '2022/titles.json', ''],
    ['a list', 'contacts', () => '[]', '2022/contacts.json', ''],
    ['another year', 'offices', (t: string) => t.replace('"2022"', '"2021"'), '2022/offices.json', 'edition'],
    [
      'a spoilt telephone',
      'offices',
      (t: string) => t.replace('0871-67171226', '0871-6717122'),
      '2022/offices.json',
      'items.4.phones.0',
    ],
    [
      'an empty name',
      'committees',
      inJson((t) => Object.assign(t.items[7] ?? {}, { name: '' })),
      '2022/committees.json',
      'items.7.name',
    ],
    ['a lost row', 'committees', inJson((t) => t.items.splice(30, 1)), '2022/committees.json', 'items.30.number'],
    [
      'a month that is not the printed one',
      'planning',
      inJson((t) => Object.assign(t.items[0] ?? {}, { month: 8 })),
      '2022/planning.json',
      'items.0.due',
    ],
    [
      'a foreign key',
      'questions',
      inJson((t) => Object.assign(t.items[2] ?? {}, { html: '<b>' })),
      '2022/questions.json',
      'items.2',
    ],
    [
      'an unknown level',
      'titles',
      (t: string) => t.replace('"junior"', '"lowest"'),
      '2022/titles.json',
      'items.3.ladders.0',
    ],
    [
      'a discipline twice',
      'disciplines',
      (t: string) => t.replace('"材料"', '"机械"'),
      '2022/disciplines.json',
      'items.1.name',
    ],
    [
      'a link that is none',
      'contacts',
      (t: string) => t.replace('http://rsj', 'javascript:rsj'),
      '2022/contacts.json',
      'items.2.value',
    ],
    ['a list without rows', 'sections', inJson((t) => t.items.splice(0)), '2022/sections.json', 'items'],
  ])('names the file and place of %s', async (_case, table, change, file, path) => {
    await spoil(table, change);
    const loaded = await loadEdition(directory, '2022');
    expect(loaded).toMatchObject({ ok: false, error: { code: 'reference-damaged', file, path } });
  });

  it('names a missing file', async () => {
    await rm(join(directory, '2022', 'planning.json'));
    expect(await loadEdition(directory, '2022')).toMatchObject({
      ok: false,
      error: { code: 'reference-damaged', file: '2022/planning.json', path: '' },
    });
  });
});

describe('editions side by side', () => {
  it('lists years newest first and nothing else', async () => {
    await mkdir(join(directory, '2021'));
    await mkdir(join(directory, '2023'));
    await mkdir(join(directory, 'old'));
    await writeFile(join(directory, '2019'), '');
    expect(await listEditions(directory)).toEqual(['2023', '2022', '2021']);
  });

  it('is empty without a folder', async () => {
    expect(await listEditions(join(directory, 'none'))).toEqual([]);
    expect((await openReference(join(directory, 'none'))).editions()).toEqual([]);
  });

  it('keeps serving a good year beside a damaged one', async () => {
    await cp(SHIPPED, join(directory, '2023'), { recursive: true });
    const library = await openReference(directory);
    expect(library.editions()).toEqual([
      { edition: '2023', damage: expect.objectContaining({ code: 'reference-damaged', path: 'edition' }) },
      { edition: '2022', damage: null },
    ]);
    expect(library.search('2022', '公证')).toMatchObject({ ok: true });
    expect(library.search('2023', '公证')).toMatchObject({ ok: false, error: { code: 'reference-damaged' } });
    expect(library.edition('2020')).toMatchObject({ ok: false, error: { code: 'no-such-edition' } });
  });
});
