/** A fresh profile, a fresh city and a window on the desk, in whichever shell the project names. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, chromium, test as base, type Page } from '@playwright/test';
import { startCity, type City } from '../city/city.ts';
import { ensureBuilt } from '../../resources/scripts/lib/build.ts';
import { findElectron } from '../../resources/scripts/lib/electron.ts';
import { BROWSER_FLAGS, findBrowser } from '../support/browser.ts';
import { connectDesk } from '../support/desk-client.ts';
import { startAnnounced } from '../support/processes.ts';
import { enrolSampleUnit } from '../support/real-desk.ts';

export const root = path.resolve(import.meta.dirname, '../..');
/** Friday morning in Kunming; every date on screen follows from it. */
export const NOW = Date.parse('2026-09-18T09:00:00+08:00');

export type Window = Readonly<{ page: Page; close(): Promise<void> }>;
export type Desk = Readonly<{
  folder: string;
  profile: string;
  city: City;
  /** Starts the city again on the same address and data. */
  restartCity(): Promise<void>;
  /** `now`: another day than the first; the city's clock follows */
  open(now?: number): Promise<Window>;
}>;

type Options = Readonly<{ scans: 'few' | 'full'; isEnrolled: boolean }>;

export const test = base.extend<{ scans: Options['scans']; isEnrolled: boolean; desk: Desk }>({
  scans: ['few', { option: true }],
  isEnrolled: [true, { option: true }],
  desk: async ({ scans, isEnrolled }, use, info) => {
    const shell = info.project.metadata['shell'] as 'loopback' | 'electron';
    const electron = findElectron(root);
    test.skip(shell === 'electron' && !electron, 'Electron binary not installed on this machine');
    ensureBuilt(root);
    const folder = await mkdtemp(path.join(tmpdir(), 'e2e-'));
    const profile = path.join(folder, 'desk');
    const cityOptions = { dataDir: path.join(folder, 'city'), seed: 'small', scans, now: NOW } as const;
    let city = await startCity({ ...cityOptions, port: 0 });
    const port = Number(new URL(city.url).port);
    if (isEnrolled) await prepareProfile(profile, city.url);
    const windows: Window[] = [];
    let cityNow = NOW;
    async function open(now = NOW): Promise<Window> {
      city.advanceClock(now - cityNow);
      cityNow = now;
      const window = await (shell === 'electron'
        ? openElectron(electron ?? '', profile, now)
        : openLoopback(profile, now));
      windows.push(window);
      return window;
    }
    await use({
      folder,
      profile,
      get city() {
        return city;
      },
      async restartCity() {
        city = await startCity({ ...cityOptions, port });
      },
      open,
    });
    // a test that failed left its window open; one that passed closed it, and may have stopped the city
    for (const window of windows) await window.close().catch(() => undefined);
    await city.close().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  },
});

function startHost(profile: string, now = NOW) {
  const args = ['--profile', profile, '--port', '0', '--no-browser', '--now', new Date(now).toISOString()];
  return startAnnounced([path.join(root, 'out/main/loopback.js'), ...args], { cwd: root });
}

/** Enrolled, everything pulled, locked: as it is found in the morning. */
async function prepareProfile(profile: string, cityUrl: string): Promise<void> {
  const host = await startHost(profile);
  try {
    await enrolSampleUnit(connectDesk(host.url).api, cityUrl, { withScans: true });
  } finally {
    await host.stop();
  }
}

async function openLoopback(profile: string, now: number): Promise<Window> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('no browser on this machine');
  const host = await startHost(profile, now);
  const context = await chromium.launchPersistentContext(path.join(profile, 'browser'), {
    executablePath,
    args: [...BROWSER_FLAGS],
    viewport: { width: 1366, height: 696 },
  });
  const page = context.pages()[0] ?? (await context.newPage());
  // a missing button is told in seconds, not at the end of the test's time
  page.setDefaultTimeout(20_000);
  await page.goto(host.url);
  return {
    page,
    async close() {
      await context.close();
      await host.stop();
    },
  };
}

async function openElectron(executablePath: string, profile: string, now: number): Promise<Window> {
  const switches = [`--desk-profile=${profile}`, `--desk-now=${new Date(now).toISOString()}`];
  const app = await _electron.launch({ executablePath, args: [root, ...switches] });
  return { page: await app.firstWindow(), close: () => app.close() };
}

export { expect } from '@playwright/test';
