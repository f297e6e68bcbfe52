/** What a person does with pages, and that it can be undone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AS_SCANNED, DEFAULT_SIZE_RULE } from '#model/scan.ts';
import type { Application } from '#model/application.ts';
import { expectOk, until } from '../../../support/desk-client.ts';
import { makeApprovable } from '../../../support/review-bench.ts';
import { openScansBench, type Drop, type ScansBench } from '../../../support/scans-bench.ts';
import { wholeBody } from '../../../support/whole-body.ts';

let bench: ScansBench;
let person: Application;
beforeEach(async () => {
  bench = await openScansBench();
  person = makeApprovable();
  bench.review.arrive(person);
});
afterEach(() => bench.dispose());

function list(view: 'all' | 'unfiled' | 'trouble' | 'removed' = 'all') {
  return expectOk(bench.scans.pages({ view, applicationId: null, offset: 0, limit: 500 }));
}

async function dropped(files: Drop, applicationId: string | null = person.id) {
  await bench.over(await bench.drop(files, applicationId));
  return list().pages;
}

async function ready() {
  await until(
    async () => (list().pages.every(({ state }) => state === 'ready') ? true : null),
    'every page to be ready',
  );
}

function materialNamed(label: string | RegExp) {
  const { materials } = expectOk(bench.scans.checklist(person.id));
  const found = materials.find((material) => new RegExp(label).test(material.label));
  if (!found) throw new Error(`no material ${String(label)}: ${materials.map((m) => m.label).join('、')}`);
  return found;
}

async function textAt(address: string | null): Promise<string> {
  const opened = address === null ? null : await bench.addresses.open(address.slice('/scan/'.length));
  return Buffer.from(opened?.bytes ?? []).toString('utf8');
}

describe('filing', () => {
  it('names pages by person and material, beside what the applicant has, and shows them in the checklist', async () => {
    const pages = await dropped([{ text: 'a', pages: 2 }, { text: 'b' }]);
    const material = materialNamed('^毕业证书$');
    expect(material).toMatchObject({ moduleId: 'education', isRequired: true, isComplete: true, pageIds: [] });
    const ids = pages.map(({ id }) => id);
    const filed = expectOk(bench.scans.file({ pageIds: ids, applicationId: person.id, materialId: material.id }));
    const { name } = person.applicant;
    expect(filed.pages.map(({ fileName }) => fileName)).toEqual([1, 2, 3].map((no) => `${name}-毕业证书-${no}.jpg`));
    expect(filed.before.map((before) => before.filed)).toEqual([null, null, null]);
    expect(materialNamed('^毕业证书$').pageIds).toEqual(ids);
    expect(list().counts).toMatchObject({ unfiled: 0, all: 3 });
    expect(list().pages[0]?.filed).toMatchObject({ person: name, label: '毕业证书', moduleId: 'education' });
  });

  it('shows them beside the form of that module, mended and as scanned, until they are taken out again', async () => {
    const [page] = await dropped([{ text: 'a' }]);
    const pageIds = [page?.id ?? ''];
    expect(bench.scans.filedTo(person.id)).toEqual([]);
    const { id: materialId } = materialNamed('^毕业证书$');
    expectOk(bench.scans.file({ pageIds, applicationId: person.id, materialId }));
    await ready();
    const [filed] = bench.scans.filedTo(person.id);
    expect(filed).toMatchObject({
      id: pageIds[0],
      moduleId: 'education',
      fileName: `${person.applicant.name}-毕业证书-1.jpg`,
    });
    expect(await textAt(filed?.pictures.original ?? null)).toContain('a');
    expect(await textAt(filed?.pictures.copy ?? null)).toContain('copy');
    expectOk(bench.scans.unfile({ pageIds }));
    expect(bench.scans.filedTo(person.id)).toEqual([]);
  });

  it('again as the same changes nothing; as another renames; and it can be taken back', async () => {
    const [page] = await dropped([{ text: 'a' }]);
    const pageIds = [page?.id ?? ''];
    const [diploma, degree] = [materialNamed('^毕业证书$').id, materialNamed('^学位证书$').id];
    const file = (materialId: string) => expectOk(bench.scans.file({ pageIds, applicationId: person.id, materialId }));
    file(diploma);
    expect(file(diploma).pages[0]?.fileName).toMatch(/-毕业证书-1\.jpg$/);
    const moved = file(degree);
    expect(moved.pages[0]?.fileName).toMatch(/-学位证书-1\.jpg$/);
    expect(moved.before).toEqual([{ id: pageIds[0], filed: { applicationId: person.id, materialId: diploma } }]);
    expect(expectOk(bench.scans.unfile({ pageIds })).before[0]?.filed?.materialId).toBe(degree);
    expect(list().counts.unfiled).toBe(1);
  });

  it('of what cannot be read, or to where there is nothing, is refused whole', async () => {
    const pages = await dropped([{ text: 'a' }, { text: 'b', unreadablePages: [1] }]);
    const materialId = materialNamed('^毕业证书$').id;
    const ids = pages.map(({ id }) => id);
    const file = (over: object) => bench.scans.file({ pageIds: ids, applicationId: person.id, materialId, ...over });
    expect(file({})).toMatchObject({ error: { code: 'unreadable' } });
    expect(file({ materialId: 'gold' })).toMatchObject({ error: { code: 'not-found' } });
    expect(file({ applicationId: ids[0] ?? '' })).toMatchObject({ error: { code: 'not-found' } });
    expect(file({ pageIds: [ids[0] ?? '', person.id] })).toMatchObject({ error: { code: 'not-found' } });
    expect(list().counts.unfiled).toBe(2);
  });

  it('under a rule of its own makes the copy anew', async () => {
    const [page] = await dropped([{ text: 'a' }]);
    const pageIds = [page?.id ?? ''];
    expectOk(bench.scans.file({ pageIds, applicationId: person.id, materialId: 'id-photo' }));
    await ready();
    expect(await textAt(list().pages[0]?.pictures.copy ?? null)).toContain(`within ${300 * 1024}`);
    const rules = [
      { committee: person.filing.committee, material: null, rule: { ...DEFAULT_SIZE_RULE, maxBytes: 102_400 } },
    ];
    expectOk(bench.scans.saveRules({ rules }));
    expect(expectOk(bench.scans.rules()).rules).toContainEqual(rules[0]);
    await ready();
    expect(await textAt(list().pages[0]?.pictures.copy ?? null)).toContain('within 102400');
    expect(bench.scans.saveRules({ rules: [...rules, ...rules] })).toMatchObject({ error: { code: 'twice' } });
  });
});

describe('a proposal', () => {
  it('goes by the names of file and folder, for the whole group, and files nothing', async () => {
    const other = makeApprovable();
    bench.review.arrive(other);
    const folder = `职称/${person.applicant.name}`;
    await dropped(
      [
        { text: 'a', name: '毕业证书.jpg', folder },
        { text: 'b', name: 'IMG_0002.jpg', folder },
        { text: 'c', name: '身份证.pdf', pages: 2, folder },
        { text: 'd', name: `${other.applicant.name}学位证.jpg` },
        { text: 'e', name: 'DSC_1.jpg' },
      ],
      null,
    );
    const { pages, groups } = list('unfiled');
    const proposed = new Map(pages.map(({ fileName, pageNo, suggestion }) => [`${fileName} ${pageNo}`, suggestion]));
    expect([...proposed].map(([key, suggestion]) => [key, suggestion?.fileName ?? null])).toEqual([
      [`${other.applicant.name}学位证.jpg 1`, `${other.applicant.name}-学位证书-1.jpg`],
      ['DSC_1.jpg 1', null],
      ['毕业证书.jpg 1', `${person.applicant.name}-毕业证书-1.jpg`],
      ['IMG_0002.jpg 1', `${person.applicant.name}-毕业证书-2.jpg`],
      ['身份证.pdf 1', `${person.applicant.name}-身份证正面-1.jpg`],
      ['身份证.pdf 2', expect.stringMatching(/-身份证(?:正面-2|反面-1)\.jpg$/)],
    ]);
    expect(groups.map(({ group, suggestion }) => [group, suggestion?.person, suggestion?.pages])).toEqual([
      ['', other.applicant.name, 1],
      [folder, person.applicant.name, 4],
    ]);
    expect(list().counts.unfiled).toBe(6);
  });
});

describe('a mend', () => {
  it('makes the copy anew, answers what stood before, and settles the defect', async () => {
    const defect = { kind: 'sideways', value: 90, limit: 45, spot: null, mend: { turn: 90 } } as const;
    const [page] = await dropped([{ text: 'a', defects: [defect] }]);
    const id = page?.id ?? '';
    expect(page).toMatchObject({ defects: [defect], proposal: { ...AS_SCANNED, turn: 90 } });
    expect(list('trouble').total).toBe(1);
    const mended = expectOk(bench.scans.mend({ pages: [{ id, mend: { ...AS_SCANNED, turn: 90 } }] }));
    expect(mended.before).toEqual([{ id, mend: AS_SCANNED }]);
    expect(list('trouble').total).toBe(0);
    const first = list().pages[0]?.pictures.copy;
    await ready();
    const after = list().pages[0];
    expect(after?.pictures.copy).not.toBe(first);
    expect(await textAt(after?.pictures.copy ?? null)).toContain('"turn":90');
    expectOk(bench.scans.mend({ pages: [...mended.before] }));
    await ready();
    expect(await textAt(list().pages[0]?.pictures.copy ?? null)).toContain('"turn":0');
    expect(list('trouble').total).toBe(1);
  });

  it('that comes while the copy is made is not lost', async () => {
    const [page] = await dropped([{ text: 'a' }]);
    const id = page?.id ?? '';
    bench.jobs.hold();
    for (const turn of [90, 180] as const)
      expectOk(bench.scans.mend({ pages: [{ id, mend: { ...AS_SCANNED, turn } }] }));
    bench.jobs.release();
    await ready();
    expect(await textAt(list().pages[0]?.pictures.copy ?? null)).toContain('"turn":180');
  });
});

describe('「不是问题」', () => {
  it('is kept, and can be taken back', async () => {
    const defect = { kind: 'blurred', value: 4, limit: 3, spot: null, mend: null } as const;
    const [page] = await dropped([
      { text: 'a', defects: [defect] },
      { text: 'b', isOverCap: true },
    ]);
    const id = page?.id ?? '';
    expect(list('trouble').total).toBe(2);
    expectOk(bench.scans.dismiss({ id, kind: 'blurred', isDismissed: true }));
    const over = list('trouble').pages[0]?.id ?? '';
    expectOk(bench.scans.dismiss({ id: over, kind: 'over-cap', isDismissed: true }));
    expect(list('trouble').total).toBe(0);
    bench = await bench.restart();
    expect(expectOk(bench.scans.page(id))).toMatchObject({ defects: [], dismissed: ['blurred'] });
    expectOk(bench.scans.dismiss({ id, kind: 'blurred', isDismissed: false }));
    expect(list('trouble').total).toBe(1);
  });
});

describe('the order', () => {
  it('of two sides scanned one after the other is made right, names and all, and can be taken back', async () => {
    const pages = await dropped(['1', '3', '5', '6', '4', '2'].map((text) => ({ text, name: `${text}.jpg` })));
    const materialId = materialNamed('^毕业证书$').id;
    const ids = pages.map(({ id }) => id);
    expectOk(bench.scans.file({ pageIds: ids, applicationId: person.id, materialId }));
    const inOrder = [0, 5, 1, 4, 2, 3].map((at) => ids[at] ?? '');
    const { before } = expectOk(bench.scans.arrange({ pageIds: inOrder }));
    expect(before).toEqual(ids);
    expect(list().pages.map(({ fileName }) => fileName)).toEqual([1, 2, 3, 4, 5, 6].map((no) => `${no}.jpg`));
    expect(list().pages.map(({ filed }) => filed?.fileName.slice(-5, -4))).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(materialNamed('^毕业证书$').pageIds).toEqual(inOrder);
    expectOk(bench.scans.arrange({ pageIds: before }));
    expect(list().pages.map(({ id }) => id)).toEqual(ids);
  });
});

describe('removing', () => {
  it('takes a page out of sight and of the checklist, and brings it back where it was, under a free name', async () => {
    const pages = await dropped([{ text: 'a' }, { text: 'b' }]);
    const [a, b] = pages.map(({ id }) => id) as [string, string];
    const materialId = materialNamed('^毕业证书$').id;
    const file = (id: string) => expectOk(bench.scans.file({ pageIds: [id], applicationId: person.id, materialId }));
    file(a);
    expectOk(bench.scans.remove({ pageIds: [a] }));
    expect(materialNamed('^毕业证书$').pageIds).toEqual([]);
    expect(list()).toMatchObject({ total: 1, counts: { removed: 1 } });
    expect(file(b).pages[0]?.fileName).toMatch(/-1\.jpg$/);
    expectOk(bench.scans.restore({ pageIds: [a] }));
    expect(materialNamed('^毕业证书$').pageIds).toEqual([a, b]);
    expect(expectOk(bench.scans.page(a)).filed?.fileName).toMatch(/-2\.jpg$/);
  });

  it('of pages that are not there is refused', async () => {
    expect(bench.scans.remove({ pageIds: [person.id] })).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('the report', () => {
  it('can be saved as a table', async () => {
    const intakeId = await bench.drop([
      { text: 'a', name: '毕业证书.jpg', folder: '段' },
      { text: 'b', unreadable: 'encrypted' },
    ]);
    await bench.over(intakeId);
    const { address, fileName } = expectOk(bench.scans.report(intakeId));
    const saved = await bench.downloads.open(address.slice('/download/'.length));
    const text = new TextDecoder().decode(await wholeBody(saved?.bytes));
    expect(fileName).toMatch(/^扫描件导入 \d{4}-\d{2}-\d{2} \d{4}\.csv$/);
    expect(text).toContain('毕业证书.jpg');
    expect(text).toContain('PDF有密码');
  });
});
