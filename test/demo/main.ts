/**
 * `npm run demo`: the city system with a small seed, a desk enrolled at it, everything pulled.
 * It drives the desk through the same door as the window does; nothing in the product knows of it.
 *
 * --profile DIR   the desk's profile (default .demo/desk); the city's data lies beside it in DIR-city
 * --port N        port of the desk (0: any)   --city-port N   --seed small|large   --now ISO
 * --reset         starts from nothing          --no-browser    opens nothing
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBuilt } from '../../resources/scripts/lib/build.ts';
import { findElectron } from '../../resources/scripts/lib/electron.ts';
import { SAMPLE_UNIT } from '../city/seed/sample-unit.ts';
import { findBrowser } from '../support/browser.ts';
import { connectDesk, expectOk, until, type DeskClient } from '../support/desk-client.ts';
import { startAnnounced, stopAllProcesses, type Announced } from '../support/processes.ts';

export const DEMO_PASSPHRASE = '昆明职称演示2026';
const DEMO_PERSON = '李敏';
const ORPHAN_CHECK_MS = 1000;
const root = path.resolve(import.meta.dirname, '../..');

const { values: options } = parseArgs({
  options: {
    profile: { type: 'string', default: path.join(root, '.demo', 'desk') },
    port: { type: 'string', default: '47613' },
    'city-port': { type: 'string' },
    seed: { type: 'string', default: 'small' },
    now: { type: 'string' },
    reset: { type: 'boolean', default: false },
    'no-browser': { type: 'boolean', default: false },
  },
});

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** The desk remembers the city's address, so its port is kept between runs. */
async function cityPort(dataDir: string): Promise<string> {
  if (options['city-port']) return options['city-port'];
  const file = path.join(dataDir, 'port');
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  return options.port === '0' ? '0' : String(Number(options.port) + 1);
}

async function startCity(dataDir: string): Promise<Announced> {
  await mkdir(dataDir, { recursive: true });
  const now = options.now ? ['--now', options.now] : [];
  const args = ['--port', await cityPort(dataDir), '--data', dataDir, '--seed', options.seed, ...now];
  const city = await startAnnounced([path.join(root, 'test/city/main.ts'), ...args], { cwd: root });
  await writeFile(path.join(dataDir, 'port'), new URL(city.url).port);
  return city;
}

function startDesk(profile: string): Promise<Announced> {
  const now = options.now ? ['--now', options.now] : [];
  const args = ['--profile', profile, '--port', options.port, '--no-browser', ...now];
  return startAnnounced([path.join(root, 'out/main/loopback.js'), ...args], { cwd: root });
}

/** First run: a passphrase, the unit's account, the first pull; then locked, as a person finds it in the morning. */
async function prepare({ api }: DeskClient, cityUrl: string): Promise<void> {
  const { state } = expectOk(await api.access.status({}));
  if (state !== 'first-run') return;
  say('第一次启动：建立档案，登录市系统，取回申报……');
  expectOk(await api.access.setUp({ personName: DEMO_PERSON, role: 'reviewer', passphrase: DEMO_PASSPHRASE }));
  // so that a decision is seen to arrive at once
  expectOk(await api.settings.set({ undoHoldMinutes: 0 }));
  const { creditCode, account, password } = SAMPLE_UNIT;
  expectOk(await api.unit.enrol({ cityUrl, creditCode, account, password }));
  await until(async () => {
    const status = expectOk(await api.sync.status({}));
    return status.phase === 'idle' && status.lastContactAt !== null && status.scans.missing === 0 ? status : null;
  }, 'the first pull');
  expectOk(await api.access.lock({}));
}

function openWindow(url: string, profile: string): void {
  const browser = findBrowser();
  if (!browser) return say(`请用浏览器打开：${url}`);
  const args = [`--app=${url}`, `--user-data-dir=${path.join(profile, 'browser')}`, '--no-first-run'];
  spawn(browser, args, { stdio: 'ignore', detached: true }).unref();
}

async function main(): Promise<void> {
  const profile = path.resolve(options.profile);
  const cityData = `${profile}-city`;
  if (options.reset) await Promise.all([profile, cityData].map((dir) => rm(dir, { recursive: true, force: true })));
  async function end(): Promise<never> {
    await stopAllProcesses();
    process.exit(0);
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.once(signal, () => void end());
  onOrphaned(() => void end());
  try {
    // drawing the first scans takes longest: the city is at it while the desk is built
    const cityStarting = startCity(cityData);
    ensureBuilt(root);
    const city = await cityStarting;
    const desk = await startDesk(profile);
    await prepare(connectDesk(desk.url), city.url);
    say(`演示口令：${DEMO_PASSPHRASE}`);
    process.stdout.write(`${JSON.stringify({ ready: true, url: desk.url, city: city.url })}\n`);
    if (!options['no-browser']) await openShell(desk, profile);
  } catch (error) {
    await stopAllProcesses();
    throw error;
  }
}

/** npm does not always pass a signal on: who started us being gone means the same. */
function onOrphaned(end: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, ORPHAN_CHECK_MS);
}

/** Electron where its binary is (it takes the profile over), else the browser. */
async function openShell(desk: Announced, profile: string): Promise<void> {
  const electron = findElectron(root);
  if (!electron) return openWindow(desk.url, profile);
  await desk.stop();
  const now = options.now ? [`--desk-now=${options.now}`] : [];
  const child = spawn(electron, [root, `--desk-profile=${profile}`, ...now], { stdio: 'inherit' });
  child.once('exit', () => process.kill(process.pid, 'SIGTERM'));
}

await main();
