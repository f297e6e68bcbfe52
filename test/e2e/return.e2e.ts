/** One return that says everything: five findings into a letter that reaches the city word for word. */
import { PASSPHRASE } from '../support/real-desk.ts';
import { EXPECTED_FINDINGS } from '../city/seed/expected-findings.ts';
import { expect, test } from './fixtures.ts';
import { find, openFirst, ownApplications, unlock } from './steps.ts';

const HOW_MANY = 5;

test('a return composed from five findings reaches the city word for word', async ({ desk }) => {
  const { id, applicant } = ownApplications(desk).find(
    ({ applicant: { name }, state, chancesUsed }) =>
      state === 'unit-review' &&
      chancesUsed < 3 &&
      (EXPECTED_FINDINGS.find((one) => one.name === name)?.rules.length ?? 0) > HOW_MANY,
  ) as NonNullable<ReturnType<typeof ownApplications>[number]>;
  const { page, close } = await desk.open();
  await unlock(page, PASSPHRASE);
  await find(page, applicant.name);
  await openFirst(page, applicant.name);
  await page.keyboard.press('F9');
  await page.getByRole('radio', { name: /返回修改/ }).click();

  const letter = page.getByRole('region', { name: '申报人将看到' });
  await test.step('blocking findings and those to be checked are in it already, numbered', async () => {
    await expect(letter).toContainText('请修改以下');
    await expect(letter).toContainText(`${HOW_MANY}. `);
  });
  const text = await letter.locator('.letter').innerText();
  await test.step('it is what the summary shows and what goes out', async () => {
    await page.getByRole('button', { name: /核对并返回/ }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(applicant.name);
    await dialog.getByRole('button', { name: '确认返回修改' }).click();
    await expect(page.getByText('已返回修改：')).toBeVisible();
  });
  await page.keyboard.press('Control+6');
  await expect(page.getByRole('row').filter({ hasText: '已生效' })).toBeVisible({ timeout: 30_000 });
  const step = ownApplications(desk)
    .find((one) => one.id === id)
    ?.history.findLast(({ action }) => action === 'return');
  expect(step?.opinion.split('\n')).toHaveLength(1 + HOW_MANY);
  expect(plain(step?.opinion ?? '')).toBe(plain(text));
  await close();
});

/** Line breaks and indents are the screen's; every character that can be read is the letter's. */
function plain(text: string): string {
  return text.replaceAll(/\s/g, '');
}
