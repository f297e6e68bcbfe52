/** Sixty mixed files on one applicant: in by one drop, three mended, filed by keys, until nothing is missing. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { MENDABLE, mixedScans } from '../support/mixed-scans.ts';
import { PASSPHRASE } from '../support/real-desk.ts';
import { expect, test, type Desk } from './fixtures.ts';
import { find, openFirst, unlock } from './steps.ts';

test('drops 60 files on an applicant, mends what is flagged, and files by keys until nothing is missing', async ({
  desk,
}) => {
  test.setTimeout(300_000);
  // the seed leaves materials of hers out
  const name = '段雪梅';
  const files = await writeScans(desk);
  const { page, close } = await desk.open();
  await unlock(page, PASSPHRASE);
  await find(page, name);
  await openFirst(page, name);

  await test.step('drops them on the workbench and watches them come in', async () => {
    await drop(page, 'main', files);
    const bar = page.getByRole('region', { name: '这一批' });
    await expect(bar).toContainText(/正在(收进|整理)/);
    await expect(bar.getByRole('progressbar')).toBeVisible();
    await bar.getByRole('button', { name: '去扫描件' }).click();
    await expect(page.getByText(`只看${name}的`)).toBeVisible();
    await expect(bar).toContainText('用时', { timeout: 200_000 });
  });

  await test.step('reads in the report what could not be used, and why', async () => {
    await page.getByRole('button', { name: '看报告' }).click();
    const report = page.getByRole('dialog');
    await expect(report.getByRole('row', { name: /损坏\.jpg/ })).toContainText('请重新扫描');
    await expect(report.getByRole('row', { name: /说明\.docx/ })).toContainText('没有导入');
    await report.getByRole('button', { name: '关上' }).click();
    await page.getByRole('button', { name: '知道了' }).click();
  });

  await test.step('mends the three that lie wrong or are dark', async () => {
    await page
      .getByRole('navigation', { name: '视图' })
      .getByRole('button', { name: /^有问题/ })
      .click();
    for (const { name: file, mend } of MENDABLE) {
      await tile(page, file).click();
      await page.getByRole('button', { name: mend, exact: true }).click();
      await expect(page.getByText('已整理1页')).toBeVisible();
      await expect(tile(page, file)).toHaveCount(0);
    }
  });

  await test.step('files by keys what is missing', async () => {
    await page
      .getByRole('navigation', { name: '视图' })
      .getByRole('button', { name: /^待归位/ })
      .click();
    const list = page.getByRole('complementary', { name: '材料清单' });
    await expect(list.getByRole('heading', { name })).toBeVisible();
    await page.getByRole('gridcell', { name: /扫描01\./ }).click();
    await fileMissing(page);
    await expect(list).toContainText('齐了');
  });

  await test.step('takes the last filing back, and does it again', async () => {
    const list = page.getByRole('complementary', { name: '材料清单' });
    const filed = page.getByText(/^1页已归到/);
    await expect(filed).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByText(/^已撤回：1页已归到/)).toBeVisible();
    await expect(list).toContainText('缺1项');
    await page.getByRole('gridcell', { name: /扫描01\./ }).click();
    await fileMissing(page);
  });

  await test.step('sees beside the form what was filed, as mended and as scanned', async () => {
    // the workbench lies as it was left
    await page.keyboard.press('Control+1');
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await page
      .getByRole('navigation', { name: '模块' })
      .getByRole('button', { name: /基本信息/ })
      .click();
    const own = page.getByRole('list', { name: '扫描件缩略图' }).getByRole('button', { name: /本机/ });
    await expect(own).toHaveCount(1);
    await own.click();
    const scan = page.locator('.viewer-frame img');
    await expect(scan).toBeVisible();
    await page.getByRole('button', { name: '并排' }).click();
    await expect(scan).toHaveCount(2);
    await expect(page.getByRole('group', { name: /，原图$/ }).getByRole('img')).toBeVisible();
  });
  await close();
});

/** Number keys for what is missing; it stands first, nine at a time. */
async function fileMissing(page: Page): Promise<void> {
  const list = page.getByRole('complementary', { name: '材料清单' });
  const said = (await list.locator('.checklist-head').textContent()) ?? '';
  const missing = Number(/缺(\d+)项/.exec(said)?.[1] ?? 0);
  expect(missing).toBeGreaterThan(0);
  for (let no = 0; no < missing; no += 1) {
    if (no > 0 && no % 9 === 0) await page.keyboard.press('0');
    await page.keyboard.press(String((no % 9) + 1));
    await expect(list.locator('.checklist-head')).toContainText(no + 1 < missing ? `缺${missing - no - 1}项` : '齐了');
  }
}

function tile(page: Page, file: string) {
  return page.getByRole('gridcell', { name: new RegExp(`页 ${file.replace('.', '\\.')} `) });
}

async function writeScans({ folder }: Desk): Promise<readonly string[]> {
  const at = path.join(folder, 'drop');
  await mkdir(at);
  const scans = await mixedScans();
  for (const { name, bytes } of scans) await writeFile(path.join(at, name), bytes);
  return scans.map(({ name }) => path.join(at, name));
}

/** As from the file manager: the browser makes files of the paths, and they are let go over the page. */
async function drop(page: Page, target: string, files: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'to-drop' });
    input.style.display = 'none';
    document.body.append(input);
  });
  await page.locator('#to-drop').setInputFiles([...files]);
  const transfer = await page.evaluateHandle(() => {
    const input = document.querySelector<HTMLInputElement>('#to-drop');
    const data = new DataTransfer();
    for (const file of input?.files ?? []) data.items.add(file);
    input?.remove();
    return data;
  });
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent(target, type, { dataTransfer: transfer });
  }
}
