/** After a whole session nothing personal is readable in the desk's profile, browser storage and logs included. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PASSPHRASE } from '../support/real-desk.ts';
import { expect, test } from './fixtures.ts';
import { chooseRows, confirmReturn, find, openFirst, ownApplications, unlock, writeLine } from './steps.ts';

test('leaves no name, ID number or telephone readable on disk', async ({ desk }) => {
  const { returnable } = chooseRows(desk);
  const { page, close } = await desk.open();
  await unlock(page, PASSPHRASE);
  await find(page, returnable.name);
  await openFirst(page, returnable.name);
  await page.keyboard.press('F9');
  await page.getByRole('radio', { name: /返回修改/ }).click();
  await writeLine(page, `${returnable.name}：请补传考核表。`);
  await confirmReturn(page, '返回', '返回修改');
  await page.keyboard.press('Control+6');
  await expect(page.getByRole('row').filter({ hasText: '已生效' })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: /^锁定/ }).click();
  await expect(page.getByLabel('口令', { exact: true })).toBeVisible();
  await close();

  const secrets = ownApplications(desk).flatMap(({ applicant }) => [
    applicant.name,
    applicant.idNumber,
    applicant.phone,
  ]);
  const needles = [...new Set(secrets)].flatMap((secret) => [
    { secret, bytes: Buffer.from(secret, 'utf8') },
    { secret, bytes: Buffer.from(secret, 'utf16le') },
  ]);
  const files = await allFiles(desk.profile);
  expect(files.some((file) => file.includes(`${path.sep}browser${path.sep}`))).toBe(true);
  const found: string[] = [];
  for (const file of files) {
    const content = await readFile(file);
    for (const { secret, bytes } of needles) {
      if (content.includes(bytes)) found.push(`${path.relative(desk.profile, file)}: ${secret.length} characters`);
    }
  }
  expect(found).toEqual([]);
});

async function allFiles(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
