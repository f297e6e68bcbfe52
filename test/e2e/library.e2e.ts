/** 资料库: from three letters to a telephone number, and from a link to its question. */
import { PASSPHRASE } from '../support/real-desk.ts';
import { expect, test } from './fixtures.ts';
import { unlock } from './steps.ts';

test.use({ scans: 'few' });

test('a telephone number is two keys away, and a link leads to its question, with the city stopped', async ({
  desk,
}) => {
  await desk.city.close();
  const { page, close } = await desk.open();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await unlock(page, PASSPHRASE);
  await page.keyboard.press('Control+7');
  await expect(page.getByLabel('在资料库中查找')).toBeFocused();

  await test.step('pinyin, then Ctrl+C', async () => {
    await page.keyboard.type('guanduqurlzy');
    await expect(page.getByRole('row').nth(1)).toContainText('官渡区');
    await expect(page.getByRole('row').nth(1).locator('mark').first()).toBeVisible();
    await page.keyboard.press('Control+c');
    await expect(page.getByRole('status').filter({ hasText: '已复制' })).toContainText(/\d{8}/);
    expect(await clipboard()).toMatch(/^0871-\d{8}$/);
  });

  await test.step('one click on a number copies that number', async () => {
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^人社局电话/ }).click();
    const second = page.getByRole('button', { name: /^复制西山区.*68158354$/ });
    await second.click();
    await expect(second).toContainText('已复制');
    expect(await clipboard()).toBe('0871-68158354');
  });

  await test.step('a link to the guide', async () => {
    await page.getByRole('button', { name: /^工程技术专业/ }).click();
    await page.getByRole('button', { name: '看指南第19问' }).click();
    await expect(page.getByRole('option', { selected: true })).toContainText('Q19');
    await expect(page.getByRole('heading', { level: 2 })).toContainText('职称申报承诺书');
  });

  await test.step('what is not there', async () => {
    await page.getByLabel('在资料库中查找').fill('没有这个词');
    await expect(page.getByText('没有找到“没有这个词”。换个简称，或按系列查。')).toBeVisible();
    await page.getByRole('button', { name: '按系列查' }).click();
    await expect(page.getByRole('rowheader', { name: /中小学教师/ })).toBeVisible();
  });
  await close();
});
