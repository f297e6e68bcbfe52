/** Four chances: the last is asked for twice, a fifth does not exist (五(二)3(1)). */
import { PASSPHRASE } from '../support/real-desk.ts';
import { expect, test } from './fixtures.ts';
import { find, openFirst, unlock, withChancesUsed, writeLine } from './steps.ts';

test('asks twice before the fourth return and refuses a fifth in plain words', async ({ desk }) => {
  const last = withChancesUsed(desk, 3);
  const spent = withChancesUsed(desk, 4);
  const { page, close } = await desk.open();
  await unlock(page, PASSPHRASE);

  await test.step('the fourth: summary, then a tick and a second button', async () => {
    await find(page, last.name);
    await openFirst(page, last.name);
    await page.keyboard.press('F9');
    await page.getByRole('radio', { name: /返回修改/ }).click();
    await writeLine(page, '学历情况：毕业证书扫描件不清楚，请重新扫描。');
    await page.getByRole('button', { name: /核对并返回/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确认返回修改' }).click();
    const spend = page.getByRole('button', { name: '用掉最后一次机会' });
    await expect(spend).toBeDisabled();
    await page.getByRole('checkbox', { name: /我已逐项看完。这是最后一次机会/ }).check();
    await spend.click();
    await expect(page.getByText('已返回修改：')).toBeVisible();
  });

  await test.step('the fifth', async () => {
    await find(page, spent.name);
    await openFirst(page, spent.name);
    await page.keyboard.press('F9');
    await page.getByRole('radio', { name: /返回修改/ }).click();
    await writeLine(page, '请再修改。');
    await page.getByRole('button', { name: /核对并返回/ }).click();
    await expect(page.getByText('4次机会已用完，不能再返回或重置。')).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await close();
});
