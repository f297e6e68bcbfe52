/** The morning of a reviewer: unlock, find, look, decide three times with the city away, and see it all arrive. */
import { PASSPHRASE } from '../support/real-desk.ts';
import { expect, test } from './fixtures.ts';
import { chooseRows, confirmReturn, find, openFirst, unlock, writeLine } from './steps.ts';

test('decides three applications with the city stopped, and all three arrive once when it is back', async ({
  desk,
}) => {
  const { approvable, returnable, resettable } = chooseRows(desk);
  await desk.city.close();
  const { page, close } = await desk.open();
  await unlock(page, PASSPHRASE);

  await test.step('finds an application by name and looks at a scan', async () => {
    await find(page, approvable.name);
    await openFirst(page, approvable.name);
    await page.getByRole('button', { name: /学历情况/ }).click();
    const scan = page.locator('.viewer-frame img');
    await expect(scan).toBeVisible();
    expect(await scan.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100);
  });

  await test.step('approves it', async () => {
    await page.keyboard.press('F9');
    await page.getByRole('radio', { name: /通过/ }).click();
    await page.getByRole('button', { name: /核对并通过/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /仍然通过|确认通过/ })
      .click();
    await expect(page.getByText('已通过：')).toBeVisible();
  });

  await test.step('returns one with an opinion', async () => {
    await find(page, returnable.name);
    await openFirst(page, returnable.name);
    await page.keyboard.press('F9');
    await page.getByRole('radio', { name: /返回修改/ }).click();
    await writeLine(page, '年度考核：缺2025年度考核表，请补传原件扫描件。');
    await confirmReturn(page, '返回', '返回修改');
  });

  await test.step('resets one', async () => {
    await find(page, resettable.name);
    await openFirst(page, resettable.name);
    await page.keyboard.press('F9');
    await page.getByRole('radio', { name: /重置流程/ }).click();
    await writeLine(page, '申报类别选错，请重新选择评委会后再报。');
    await confirmReturn(page, '重置', '重置流程');
  });

  await test.step('shows them as being on this computer only', async () => {
    await page.keyboard.press('Control+6');
    await expect(page.getByText('仅在本机').first()).toBeVisible();
    await expect(page.getByText('已生效')).toHaveCount(0);
  });

  await test.step('shows three receipts once the city is back', async () => {
    await desk.restartCity();
    await page.getByRole('button', { name: /现在收发/ }).click();
    await expect(page.getByRole('row').filter({ hasText: '已生效' })).toHaveCount(3, { timeout: 30_000 });
  });

  const commands = desk.city.db.prepare('SELECT type, application_id AS id, effects FROM command ORDER BY type').all();
  expect(commands).toEqual([
    { type: 'approve', id: approvable.id, effects: 1 },
    { type: 'reset', id: resettable.id, effects: 1 },
    { type: 'return', id: returnable.id, effects: 1 },
  ]);
  await close();
});
