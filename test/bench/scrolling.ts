/** Frames a second while the queue of a prepared profile scrolls from top to bottom; null without a browser. */
import path from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBuilt } from '../../resources/scripts/lib/build.ts';
import { BROWSER_FLAGS, findBrowser } from '../support/browser.ts';
import { startAnnounced } from '../support/processes.ts';
import { PASSPHRASE } from '../support/real-desk.ts';

const ROUNDS = 3;
const SECONDS = 3;

export async function measureScrolling(profile: string): Promise<number | null> {
  const executablePath = findBrowser();
  if (!executablePath) return null;
  const root = path.resolve(import.meta.dirname, '../..');
  ensureBuilt(root);
  const args = [path.join(root, 'out/main/loopback.js'), '--profile', profile, '--port', '0', '--no-browser'];
  const desk = await startAnnounced(args, { cwd: root });
  const browser = await chromium.launch({ executablePath, args: [...BROWSER_FLAGS] });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 696 } });
    await page.goto(desk.url);
    await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: '视图' }).getByRole('button', { name: /^全部/ }).click();
    const grid = page.getByRole('grid', { name: '申报' });
    await grid.waitFor();
    const rounds: number[] = [];
    for (let i = 0; i < ROUNDS; i += 1) rounds.push(await grid.evaluate(scrollDown, SECONDS));
    return rounds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? null;
  } finally {
    await browser.close();
    await desk.stop();
  }
}

/** In the page: scrolls at 2,000 px a second and counts frames. */
function scrollDown(grid: HTMLElement | SVGElement, seconds: number): Promise<number> {
  return new Promise((resolve) => {
    const started = performance.now();
    let frames = 0;
    function frame(now: number): void {
      const elapsed = (now - started) / 1000;
      grid.scrollTop = elapsed * 2000;
      frames += 1;
      if (elapsed < seconds) requestAnimationFrame(frame);
      else resolve(frames / elapsed);
    }
    requestAnimationFrame(frame);
  });
}
