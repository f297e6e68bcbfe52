/** Twelve people, one notice across the National Day holiday, their opinions and approvals as batches; one with an objection waits. */
import type { Page } from '@playwright/test';
import type { Application } from '#model/application.ts';
import { MODULE_IDS } from '#model/modules.ts';
import { EXPECTED_FINDINGS } from '../city/seed/expected-findings.ts';
import { PASSPHRASE } from '../support/real-desk.ts';
import { expect, test, type Desk } from './fixtures.ts';
import { find, openFirst, ownApplications, unlock } from './steps.ts';

const at = (instant: string): number => Date.parse(`${instant}+08:00`);
const POSTING = at('2026-09-28T09:00');
/** 国庆节 10-01 to 10-07, 10-10 a worked Saturday: 29, 30, 08, 09, 10 */
const ENDS = '2026-10-10';
const AFTER = at('2026-10-12T09:00');
const HOW_MANY = 12;
/** a whole committee on one screen, so that every row can be ticked without scrolling */
const TALL = { width: 1920, height: 2000 };

test('a notice across the National Day, twelve opinions and approvals as batches, an objection in the way', async ({
  desk,
}) => {
  test.setTimeout(600_000);
  const people = cleanPeople(ownApplications(desk)).slice(0, HOW_MANY);
  expect(people).toHaveLength(HOW_MANY);
  const objected = people[4] as Application;

  const first = await desk.open(POSTING);
  await first.page.setViewportSize(TALL);
  await unlock(first.page, PASSPHRASE);
  await test.step('plans it from the queue: five working days, the holiday not counted', async () => {
    await selectInQueue(first.page, people);
    await first.page.getByRole('button', { name: '加入公示' }).click();
    await expect(first.page.getByRole('heading', { name: '新公示' })).toBeVisible();
    await expect(first.page.getByText(`${HOW_MANY}人`, { exact: true }).first()).toBeVisible();
    await first.page.getByLabel(/^地点和方式/).fill('行政楼一楼公告栏张贴');
    await first.page.getByLabel(/^受理异议的电话/).fill('0871-63640168');
    await fillIfEmpty(first.page, /^受理部门/, '人事科');
    const sum = first.page.getByRole('complementary', { name: '算给您看' });
    await expect(sum).toContainText('10-10 周六 24:00');
    await expect(sum).toContainText('调休上班');
  });
  await test.step('posts it', async () => {
    await first.page.getByRole('button', { name: /^生成公示/ }).click();
    await first.page
      .getByRole('dialog')
      .getByRole('button', { name: `公示这${HOW_MANY}人` })
      .click();
    await expect(first.page.getByText(new RegExp(`已生成公示，${HOW_MANY}人`))).toBeVisible();
  });
  await test.step('it cannot be concluded before its last day is over, and says from when', async () => {
    await first.page
      .getByRole('button', { name: /^结束公示/ })
      .first()
      .click();
    await expect(first.page.getByText(/10-10 24:00 才满，现在不能结束/).first()).toBeVisible();
    await first.page.keyboard.press('Escape');
  });
  await test.step('an objection comes in', async () => {
    await first.page.getByRole('button', { name: `登记异议：${objected.applicant.name}` }).click();
    const dialog = first.page.getByRole('dialog');
    await dialog.getByLabel(/^异议内容/).fill('反映论文署名次序与原刊不一致。');
    await dialog.getByRole('button', { name: '登记异议' }).click();
    await expect(dialog).toHaveCount(0);
  });
  await first.close();

  const { page, close } = await desk.open(AFTER);
  await page.setViewportSize(TALL);
  await unlock(page, PASSPHRASE);
  await test.step('eleven are concluded, the one with the objection stays', async () => {
    await page.keyboard.press('Control+2');
    await page
      .getByRole('navigation', { name: '公示的栏' })
      .getByRole('button', { name: /^已满待结论/ })
      .click();
    await page
      .getByRole('button', { name: /^结束公示/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: '结束这11人的公示' }).click();
    await expect(page.getByText(/已结束公示，11人/)).toBeVisible();
  });
  await test.step('opinions: one written, the common part for the others, each with its own evaluation', async () => {
    await page.keyboard.press('Control+1');
    await selectInQueue(page, people);
    await page.getByRole('button', { name: '起草基层意见' }).click();
    await fillCommonPart(page);
    await page.getByRole('button', { name: /^起草其余/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^起草\d+份/ })
      .click();
    const place = (nth: number) => page.getByText(`第${nth}/${HOW_MANY}位`);
    while (!(await place(1).isVisible())) await page.keyboard.press('F7');
    for (let nth = 1; nth <= HOW_MANY; nth += 1) {
      await expect(place(nth)).toBeVisible();
      const name = await page.getByRole('heading', { level: 1 }).innerText();
      await writeEvaluation(page, name);
      await page.keyboard.press('Control+j');
    }
    await page.keyboard.press('Escape');
  });
  await test.step('the batch hands in eleven and says why not the twelfth', async () => {
    await selectInQueue(page, people);
    await page.getByRole('button', { name: '批量提交意见' }).click();
    await expect(groupOf(page, '不能办理')).toContainText('1件');
    await page.getByRole('button', { name: /^提交11份/ }).click();
    await expect(page.getByText(/已办理11件/)).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: '办好了' }).click();
  });
  await test.step('every module of every one is looked at', async () => {
    for (const { applicant } of people) await lookAtEverything(page, applicant.name);
  });
  await test.step('the batch approves eleven; the one with an open objection is refused', async () => {
    await selectInQueue(page, people);
    await page.getByRole('button', { name: '批量通过' }).click();
    await expect(page.getByRole('row').filter({ hasText: objected.applicant.name })).toContainText(/异议|还没有提交/);
    await page.getByRole('button', { name: /^通过11件/ }).click();
    await expect(page.getByText(/已办理11件/)).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: '办好了' }).click();
  });
  await test.step('all of it arrives at the city, in order', async () => {
    await page.keyboard.press('Control+6');
    await page.getByRole('button', { name: /现在收发/ }).click();
    await expect.poll(() => approvedAtCity(desk, people), { timeout: 60_000 }).toBe(11);
  });
  const refused = desk.city.db.prepare(`SELECT count(*) AS n FROM command WHERE effects = 0`).get() as { n: number };
  expect(refused.n).toBe(0);
  const left = ownApplications(desk).find(({ id }) => id === objected.id);
  expect(left).toMatchObject({
    state: 'unit-review',
    publicity: { openObjections: 1, endsOn: ENDS, concludedAt: null },
  });
  await close();
});

const FAULTLESS = new Set(EXPECTED_FINDINGS.filter(({ rules }) => rules.length === 0).map(({ name }) => name));

/** At unit review, nothing towards an approval yet, of one committee whose window is open long enough. */
function cleanPeople(all: readonly Application[]): readonly Application[] {
  const open = all.filter(
    ({ state, publicity, opinion, window, chancesUsed, strikes, applicant }) =>
      state === 'unit-review' &&
      !publicity &&
      !opinion &&
      chancesUsed + strikes === 0 &&
      applicant.employment === 'staff' &&
      (window.closesAt ?? 0) > AFTER + 14 * 86_400_000,
  );
  const clean = open.filter(({ applicant }) => FAULTLESS.has(applicant.name));
  const committee = clean[0]?.filing.committee;
  return clean.filter(({ filing }) => filing.committee === committee);
}

/** In the view of everything, narrowed to their committee, which is all on one screen. */
async function selectInQueue(page: Page, people: readonly Application[]): Promise<void> {
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: /^全部/ }).click();
  await page.getByLabel('在申报中查找').fill('');
  await filterByCommittee(page, people[0]?.filing.committee ?? '');
  // what was ticked before stays ticked
  const none = page.getByRole('button', { name: /^取消选择/ });
  if (await none.isVisible()) await none.click();
  for (const { applicant } of people) {
    const row = page.getByRole('row').filter({ has: page.getByText(applicant.name, { exact: true }) });
    await row.getByRole('checkbox').click();
  }
  await expect(page.getByText(`已选${people.length}件`)).toBeVisible();
}

async function filterByCommittee(page: Page, committee: string): Promise<void> {
  await page.getByRole('button', { name: /^筛选/ }).click();
  await page.getByRole('checkbox', { name: new RegExp(`^${committee.slice(0, 3)}`) }).check();
  await page.getByRole('button', { name: /^筛选/ }).click();
}

async function fillIfEmpty(page: Page, label: RegExp, text: string): Promise<void> {
  const field = page.getByLabel(label);
  if ((await field.inputValue()) === '') await field.fill(text);
}

async function fillCommonPart(page: Page): Promise<void> {
  await page.getByLabel(/^推荐方式/).fill('推荐小组评议并投票');
  await page.getByLabel(/^参加推荐的范围/).fill('校学术委员会');
  await page.getByLabel(/^会议日期/).fill('2026-09-22');
  for (const [label, count] of VOTES) await page.getByLabel(label).fill(count);
  await page.getByLabel(/^推荐意见/).fill('同意推荐申报一级教师');
  await fillIfEmpty(page, /^负责人/, '周正华（校长）');
}

const VOTES: readonly (readonly [RegExp, string])[] = [
  [/^应到/, '24'],
  [/^实到/, '24'],
  [/^同意/, '23'],
  [/^不同意/, '1'],
  [/^弃权/, '0'],
];

/** From what was filed, and what only the unit can say in place of the open part. */
async function writeEvaluation(page: Page, name: string): Promise<void> {
  const box = page.getByLabel(/^对专业技术工作的评价/);
  await page.getByRole('button', { name: '用填报内容起草' }).click();
  await expect(box).toHaveValue(new RegExp(name));
  const draft = await box.inputValue();
  await box.fill(
    draft.replaceAll(/〔待填[^〕]*〕/g, `${name}同志教学扎实，指导青年教师${name.length}名，学生和家长评价好`),
  );
}

function groupOf(page: Page, word: string) {
  return page.getByRole('row').filter({ hasText: word });
}

async function lookAtEverything(page: Page, name: string): Promise<void> {
  await find(page, name);
  await openFirst(page, name);
  const seen = page.getByText(`已看${MODULE_IDS.length}/${MODULE_IDS.length}`);
  for (let i = 0; i < MODULE_IDS.length; i += 1) {
    await page.keyboard.press('F4');
    await expect(page.getByText(`已看${i + 1}/${MODULE_IDS.length}`)).toBeVisible();
  }
  await expect(seen).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

function approvedAtCity(desk: Desk, people: readonly Application[]): number {
  const ids = new Set(people.map(({ id }) => id));
  return ownApplications(desk).filter(({ id, state }) => ids.has(id) && state === 'superior-review').length;
}
