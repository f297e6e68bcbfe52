/** Every screen at every real window: axe finds nothing, nothing is cut, the page itself never scrolls. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { PASSPHRASE } from '../support/real-desk.ts';
import { expect, test } from './fixtures.ts';
import { find, openFirst, ownApplications, unlock } from './steps.ts';

/** ux 2: 1366×768 and 1920×1080 at the usual Windows scales, less task bar and title. */
const WINDOWS = [
  [1366, 696],
  [1093, 542],
  [1920, 1008],
  [1536, 792],
  [1280, 648],
] as const;

async function check(page: Page, screen: string): Promise<void> {
  for (const [width, height] of WINDOWS) {
    await page.setViewportSize({ width, height });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const faults = violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`);
    expect(faults, `${screen} at ${width}×${height}`).toEqual([]);
    const overflow = await page.evaluate(() => ({
      x: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      y: document.documentElement.scrollHeight - document.documentElement.clientHeight,
    }));
    expect(overflow, `${screen} at ${width}×${height}`).toEqual({ x: 0, y: 0 });
  }
}

test('every screen is accessible and fits at all five windows', async ({ desk }) => {
  test.setTimeout(480_000);
  const { page, close } = await desk.open();
  await expect(page.getByLabel('口令', { exact: true })).toBeVisible();
  await check(page, 'unlock');
  await unlock(page, PASSPHRASE);
  await expect(page.getByRole('grid')).toBeVisible();
  await check(page, 'queue');

  const someone = ownApplications(desk).find((a) => a.state === 'unit-review');
  if (!someone) throw new Error('nobody at unit review');
  await find(page, someone.applicant.name);
  await openFirst(page, someone.applicant.name);
  await check(page, 'workbench');
  await page.keyboard.press('F9');
  await page.getByRole('radio', { name: /返回修改/ }).click();
  await check(page, 'decision');
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('grid')).toBeVisible();
  await check(page, 'publicity');
  await page.getByRole('button', { name: '截止', exact: true }).click();
  await check(page, 'deadlines');
  await page.keyboard.press('Control+3');
  await expect(page.getByText('把扫描件文件夹拖到这里。')).toBeVisible();
  await check(page, 'scans');
  await page.keyboard.press('Control+4');
  await page.getByRole('gridcell', { name: '未生成' }).first().click();
  await expect(page.getByRole('img', { name: /第1页$/ })).toBeVisible();
  await page.keyboard.press('Control+a');
  await expect(page.getByText(/^已选\d+人/)).toBeVisible();
  await check(page, 'papers');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+6');
  await check(page, 'outbox');
  await page.keyboard.press('Control+7');
  await check(page, 'library');
  await page.keyboard.press('Control+9');
  await check(page, 'settings');
  await close();
});

test.describe('first run', () => {
  test.use({ isEnrolled: false });
  test('is accessible and fits at all five windows', async ({ desk }) => {
    const { page, close } = await desk.open();
    await expect(page.getByText('设置口令').first()).toBeVisible();
    await check(page, 'first run');
    await close();
  });
});
