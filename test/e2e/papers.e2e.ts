/** Papers of twelve approved people: files with endorsements, the summary, an own template, a rare name, a broken scan. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { readPdf } from '../support/pdf-reader.ts';
import { textOfPdf } from '../support/pdf-text.ts';
import { PASSPHRASE } from '../support/real-desk.ts';
import { expect, test } from './fixtures.ts';
import {
  approvePeople,
  catchPrints,
  damageScanOf,
  edited,
  emptyFolder,
  folderFile,
  folderFiles,
  standInFolder,
} from './paper-scenes.ts';
import { find, unlock } from './steps.ts';

const RARE = '李䶮';
const TWELVE = 12;

test('saves twelve people as twelve files with endorsed copies, and one summary of all of them', async ({ desk }) => {
  test.setTimeout(240_000);
  const people = approvePeople(desk, TWELVE, RARE);
  const { page, close } = await desk.open();
  await openPapers(page);

  await test.step('twelve files, one a person, each copy with its endorsement', async () => {
    await choose(page, people);
    await exportAs(page, /^每人一个文件/);
    const report = await reportOf(page, /^12个文件都已存好/);
    await report.getByRole('button', { name: '关上' }).click();
    const files = await folderFiles(page);
    expect(files).toHaveLength(TWELVE);
    for (const name of files) {
      const { pages, bookmarks } = await readPdf(await folderFile(page, name));
      const endorsed = pages.filter(({ text }) => flat(text).includes('经审核，与原件一致。'));
      expect(endorsed.length, name).toBeGreaterThan(3);
      expect(pages.length, name).toBeGreaterThan(endorsed.length);
      expect(bookmarks.length, name).toBeGreaterThan(3);
    }
    for (const name of people) expect(files.filter((file) => file.startsWith(name))).toHaveLength(1);
  });

  await test.step('one merged summary with all of them, the rare name too', async () => {
    await emptyFolder(page);
    await showUnit(page);
    await page.getByRole('gridcell', { name: '申报情况汇总表', exact: true }).click();
    await exportAs(page, '合并成一个文件');
    await reportOf(page, /^1个文件都已存好/);
    const [summary = '', ...others] = await folderFiles(page);
    expect(others).toEqual([]);
    const text = flat(await textOfPdf(await folderFile(page, summary)));
    for (const name of people) expect(text).toContain(name);
  });
  await close();
});

test('prints a rare name and marks it, and draws a notice by the office’s own template', async ({ desk }) => {
  test.setTimeout(120_000);
  const { page, close } = await desk.open();
  const printed = await catchPrints(page);
  await unlock(page, PASSPHRASE);
  await post(page, '杨思颖');
  await page.keyboard.press('Control+4');

  await test.step('prints, asks whether all came out, and marks', async () => {
    await page.getByLabel('在人员中查找').fill(RARE);
    const row = page.getByRole('row', { name: new RegExp(RARE) });
    await row.getByRole('gridcell', { name: '未生成' }).first().click();
    await expect(page.getByRole('img', { name: /第1页$/ })).toBeVisible();
    await page.keyboard.press('Control+p');
    await page.getByRole('dialog').getByRole('button', { name: '打印', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: /^是/ }).click();
    await expect(row.getByRole('gridcell', { name: '已打印' })).toHaveCount(1);
    expect(await textOfPdf(printed())).toContain(RARE);
    await page.keyboard.press('Control+z');
    await expect(row.getByRole('gridcell', { name: '已生成' })).toHaveCount(1);
  });

  await test.step('refuses a template without what it needs, takes an edited one, and draws it', async () => {
    await page.getByRole('button', { name: '模板', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '模板' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: '下载' }).click(),
    ]);
    const docx = await readFile(await download.path());
    await replaceTemplate(
      page,
      edited(docx, (xml) => xml.replaceAll('{公示地点}', '')),
    );
    await expect(dialog.getByRole('alert')).toContainText('缺“{公示地点}”');
    await replaceTemplate(page, edited(docx, withLine('本单位特别提示：对公示有疑问请先来电。')));
    await expect(dialog.getByRole('alert')).toContainText('已换成');
    await dialog.getByRole('button', { name: '关上' }).click();
    await showUnit(page);
    await page
      .getByRole('row', { name: /公示通知|关于.*公示/ })
      .getByText('未生成')
      .click();
    await expect(page.getByRole('button', { name: '另存为Word' })).toBeVisible();
    await page.keyboard.press('Control+p');
    await page.getByRole('dialog').getByRole('button', { name: '打印', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '没打' }).click();
    expect(flat(await textOfPdf(printed()))).toContain('本单位特别提示：对公示有疑问请先来电。');
  });
  await close();
});

test('leaves nothing half written when it is stopped, and names whoever has a broken scan', async ({ desk }) => {
  test.setTimeout(180_000);
  const people = approvePeople(desk, 4, RARE);
  const broken = people[2] ?? '';
  await damageScanOf(desk, broken);
  const { page, close } = await desk.open();
  await openPapers(page);
  await choose(page, people);

  await test.step('stopped midway: what is there is whole', async () => {
    await holdAfter(page, 3);
    await exportAs(page, /^每份一个文件/);
    const bar = page.getByRole('region', { name: '这一批材料' });
    await expect(bar).toContainText('已保存3/');
    await bar.getByRole('button', { name: '停下' }).click();
    const report = await reportOf(page, /没有留下半份/);
    await report.getByRole('button', { name: '关上' }).click();
    await page.unroute('**/download/*');
    const files = await folderFiles(page);
    expect(files).toHaveLength(3);
    for (const name of files) expect((await readPdf(await folderFile(page, name))).pages.length).toBeGreaterThan(0);
  });

  await test.step('the others are saved, and one is named with what is broken', async () => {
    await emptyFolder(page);
    await exportAs(page, /^每人一个文件/);
    const report = await reportOf(page, /^3个文件都已存好/);
    await expect(report.getByRole('region', { name: '没有生成的' })).toContainText(new RegExp(`${broken} .*损坏`));
    const files = await folderFiles(page);
    expect(files).toHaveLength(3);
    expect(files.filter((name) => name.startsWith(broken))).toEqual([]);
  });
  await close();
});

async function openPapers(page: Page): Promise<void> {
  await standInFolder(page);
  await unlock(page, PASSPHRASE);
  // what the city knows meanwhile has come
  await expect(page.getByText('已联网')).toBeVisible();
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('grid', { name: '个人材料' })).toBeVisible();
}

/** A notice with one person on it. */
async function post(page: Page, name: string): Promise<void> {
  await find(page, name);
  await page.getByLabel(`选${name}`, { exact: true }).check();
  await page.getByRole('button', { name: '加入公示' }).click();
  await page.getByLabel(/^地点和方式/).fill('行政楼一楼公告栏张贴');
  await page.getByLabel(/^受理异议的电话/).fill('0871-63640168');
  await page.getByLabel(/^受理部门/).fill('人事科');
  await page.getByRole('button', { name: /^生成公示/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '公示这1人' }).click();
  await expect(page.getByText(/已生成公示，1人/)).toBeVisible();
}

/** One after the other by name: who is ticked stays so while one searches on. */
async function choose(page: Page, people: readonly string[]): Promise<void> {
  const search = page.getByLabel('在人员中查找');
  for (const name of people) {
    await search.fill(name);
    await page.getByLabel(`选${name}`, { exact: true }).check();
  }
  await search.fill('');
  await expect(page.getByText(new RegExp(`^已选${people.length}人，`))).toBeVisible();
}

async function showUnit(page: Page): Promise<void> {
  await page.locator('.papers-head').getByText('单位', { exact: true }).click();
  await expect(page.getByRole('grid', { name: '单位材料' })).toBeVisible();
}

async function exportAs(page: Page, arrangement: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: '导出PDF' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: arrangement }).check();
  await dialog.getByRole('button', { name: '选文件夹，导出' }).click();
}

async function reportOf(page: Page, words: RegExp) {
  const report = page.getByRole('dialog', { name: '这一批的报告' });
  await expect(report.getByText(words)).toBeVisible({ timeout: 60_000 });
  return report;
}

/** The file after so many does not come, as long as nobody gives up on it. */
async function holdAfter(page: Page, files: number): Promise<void> {
  let count = 0;
  await page.route('**/download/*', async (route) => {
    count += 1;
    if (count <= files) await route.continue();
  });
}

async function replaceTemplate(page: Page, buffer: Buffer): Promise<void> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  await page.getByLabel('选模板文件').setInputFiles({ name: '我们的通知.docx', mimeType, buffer });
}

/** One more paragraph at the end of the document. */
function withLine(text: string): (xml: string) => string {
  return (xml) => xml.replace(/(<w:sectPr[ >])(?![\s\S]*<w:sectPr[ >])/, `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>$1`);
}

/** Without what lines and pages put between characters. */
function flat(text: string): string {
  return text.replaceAll(/[\s\0\uFFFE]/g, '');
}
