/**
 * Looking at scans of 8 million pixels in a real browser at 1366×768, the vault warm: how long from the key or the press
 * until the next page, another module's first page, or the next person's is drawn, with at least one pixel of the
 * picture for each of the screen.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { ensureBuilt } from '../../resources/scripts/lib/build.ts';
import { startCity } from '../city/city.ts';
import { BROWSER_FLAGS, findBrowser } from '../support/browser.ts';
import { startAnnounced } from '../support/processes.ts';
import { enrolSampleUnit, openRealDesk, PASSPHRASE } from '../support/real-desk.ts';
import { atMost, type BenchResult } from './results.ts';
import { timedInPage } from './picture-clock.ts';
import { quantile } from './statistics.ts';

const APPLICATIONS = 16;
const MODULES_EACH = 5;
const PAGES_EACH = 2;
const OPENINGS = 8;
/** ms that a reviewer looks, at the least, before going on */
const LOOK_MS = 1000;

type Times = Readonly<Record<'open' | 'next' | 'module' | 'page', number[]>>;

export async function viewerBench(): Promise<readonly BenchResult[]> {
  const executablePath = findBrowser();
  if (!executablePath) return [];
  const root = path.resolve(import.meta.dirname, '../..');
  ensureBuilt(root);
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-viewer-'));
  try {
    const profile = path.join(folder, 'desk');
    await fill(profile, path.join(folder, 'city'));
    const args = [path.join(root, 'out/main/loopback.js'), '--profile', profile, '--port', '0', '--no-browser'];
    const desk = await startAnnounced(args, { cwd: root });
    const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
    try {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
      await page.goto(desk.url);
      return results(await look(page));
    } finally {
      await browser.close();
      await desk.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Enrolled, every scan in the vault, and nothing of the network beside what is measured. */
async function fill(profile: string, dataDir: string): Promise<void> {
  const city = await startCity({ port: 0, dataDir, seed: 'small', scans: 'heavy' });
  const { api, desk } = await openRealDesk({ profile });
  await enrolSampleUnit(api, city.url, { withScans: true, timeoutMs: 600_000 });
  await city.close();
  await desk.close();
}

async function look(page: Page): Promise<Times> {
  const times: Times = { open: [], next: [], module: [], page: [] };
  await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: /^全部/ }).click();
  const rows = page
    .getByRole('grid', { name: '申报' })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });
  for (let no = 0; no < OPENINGS; no += 1) {
    await rows.nth(no).waitFor();
    await page.waitForTimeout(LOOK_MS);
    times.open.push(await timed(page, () => rows.nth(no).dblclick()));
    await page.keyboard.press('Escape');
  }
  await rows.nth(OPENINGS).dblclick();
  for (let no = 0; no < APPLICATIONS; no += 1) {
    await page.waitForTimeout(LOOK_MS);
    times.next.push(await timed(page, () => page.keyboard.press('F8')));
    await lookThrough(page, times);
  }
  return times;
}

/** Modules in the order of the tree, and the pages of those that have more than one. */
async function lookThrough(page: Page, times: Times): Promise<void> {
  const modules = page
    .getByRole('navigation', { name: '模块' })
    .getByRole('button')
    .filter({ has: page.getByLabel(/张扫描件$/) });
  const count = Math.min(MODULES_EACH + 1, await modules.count());
  let pages = 0;
  for (let no = 0; no < count; no += 1) {
    await page.waitForTimeout(LOOK_MS);
    if ((await modules.nth(no).getAttribute('aria-current')) !== 'true') {
      times.module.push(await timed(page, () => modules.nth(no).click()));
    }
    const sheets = await page.getByRole('list', { name: '扫描件缩略图' }).getByRole('button').count();
    if (sheets < 2 || pages === PAGES_EACH) continue;
    pages += 1;
    await page.waitForTimeout(LOOK_MS);
    await page.locator('.viewer-frame').first().focus();
    times.page.push(await timed(page, () => page.keyboard.press('PageDown')));
  }
}

/** ms from the key or the press, as the browser got it, to the end of the frame in which another picture is drawn. */
async function timed(page: Page, act: () => Promise<unknown>): Promise<number> {
  const clock = await page.evaluateHandle(timedInPage);
  await act();
  return clock.evaluate(({ drawn }) => drawn);
}

function results({ open, next, module, page }: Times): readonly BenchResult[] {
  const both = (name: string, values: readonly number[], goalMs: number) => [
    atMost(`${name}, p50`, quantile(values, 0.5), 'ms', goalMs),
    atMost(`${name}, p95`, quantile(values, 0.95), 'ms', goalMs),
  ];
  return [
    ...both('next page', page, 100),
    ...both('another module', module, 100),
    ...both('next application', next, 100),
    ...both('opened from the queue', open, 100),
  ];
}
