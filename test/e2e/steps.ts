/** What a reviewer does, in the words on screen. */
import { expect, type Page } from '@playwright/test';
import type { Application } from '#model/application.ts';
import type { Desk } from './fixtures.ts';
import { NOW } from './fixtures.ts';

export async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('口令', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: /^解锁/ }).click();
  await expect(page.getByRole('heading', { name: '申报审核' })).toBeVisible();
}

/** Searches in the view of everything, as one types. */
export async function find(page: Page, words: string): Promise<void> {
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: /^全部/ }).click();
  await page.getByLabel('在申报中查找').fill(words);
}

export async function openFirst(page: Page, name: string): Promise<void> {
  await page.getByRole('row').filter({ hasText: name }).first().dblclick();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

/** One thing to correct in words of one's own, beside what was found. */
export async function writeLine(page: Page, text: string): Promise<void> {
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: '要改的问题' }).fill(text);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('将送达的原文')).toContainText(text);
}

/** From the written opinion to the undo bar. */
export async function confirmReturn(page: Page, short: string, word: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`核对并${short}`) }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `确认${word}` })
    .click();
  await expect(page.getByText(`已${word}：`)).toBeVisible();
}

export type Person = Readonly<{ id: string; name: string }>;

/** Three different people of the sample unit on whom the three decisions are possible. */
export function chooseRows(desk: Desk): Readonly<Record<'approvable' | 'returnable' | 'resettable', Person>> {
  const open = ownApplications(desk).filter((a) => a.state === 'unit-review' && isOpen(a));
  const approvable = open.find((a) => a.opinion && a.publicity?.concludedAt && a.publicity.openObjections === 0);
  const [returnable, resettable] = open.filter((a) => a !== approvable && a.chancesUsed <= 1);
  if (!approvable || !returnable || !resettable) throw new Error('the seed lacks someone to decide on');
  return { approvable: person(approvable), returnable: person(returnable), resettable: person(resettable) };
}

/** Somebody with exactly so many chances spent, whom the unit can act on. */
export function withChancesUsed(desk: Desk, used: number): Person {
  const found = ownApplications(desk).find((a) => a.state === 'unit-review' && isOpen(a) && a.chancesUsed === used);
  if (!found) throw new Error(`the seed has nobody with ${used} chances used`);
  return person(found);
}

/** Of the sample unit, which is the one with most applications. */
export function ownApplications(desk: Desk): readonly Application[] {
  const sql = `SELECT body FROM application WHERE unit_no =
    (SELECT unit_no FROM application GROUP BY unit_no ORDER BY count(*) DESC LIMIT 1)`;
  const rows = desk.city.db.prepare(sql).all() as readonly Readonly<{ body: string }>[];
  return rows.map((row) => JSON.parse(row.body) as Application);
}

function isOpen({ window }: Application): boolean {
  return window.closesAt === null || window.closesAt > NOW + 86_400_000;
}

function person({ id, applicant }: Application): Person {
  return { id, name: applicant.name };
}
