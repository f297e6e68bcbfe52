/** Starts the desktop program: the desk, one window on it, and the ways between them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
} from 'electron';
import { openDesk, type Desk } from '#core/desk.ts';
import type { Ports } from '#ports/index.ts';
import { findAppRoot } from '../adapters/app-root.ts';
import { createFileKeychain } from '../adapters/file-keychain.ts';
import { createFileLog } from '../adapters/file-log.ts';
import { createJobProcesses } from '../adapters/job-processes.ts';
import { jobProgram } from '../adapters/job-program.ts';
import { createSystemClock } from '../adapters/system-clock.ts';
import { createFileTokens, type FileTokens } from './files.ts';
import { bindIpc, forwardEvents } from './ipc.ts';
import { startJobProcess } from './job-process.ts';
import { createSafeKeychain, hasKeychain } from './keychain.ts';
import { developmentOptions, userDataDirectory } from './profile.ts';
import { APP_SCHEME_PRIVILEGES, bindProtocol } from './protocol.ts';
import { APP_URL, createSafeOpen, lockDownContents, lockDownSession, refusedSwitch } from './security.ts';
import { createCrashGuard, windowOptions, WINDOW_TITLE } from './window.ts';

const root = findAppRoot(import.meta.dirname);
const allowsDevtools = !app.isPackaged;
/** The two sites that the guide itself sends people to: the city's bureau and its credit register. */
const OUTSIDE_HOSTS: ReadonlySet<string> = new Set(['rsj.km.gov.cn', 'credit.km.gov.cn']);

const development = developmentOptions(app.isPackaged, (name) => app.commandLine.getSwitchValue(name), Date.now());

function createPorts(): Ports & Readonly<{ files: FileTokens }> {
  const profile = development?.profile ?? join(app.getPath('userData'), 'desk');
  mkdirSync(profile, { recursive: true, mode: 0o700 });
  const clock = createSystemClock(development?.clockShiftMs);
  const log = createFileLog(profile, clock);
  return {
    clock,
    paths: { profile, resources: join(root, 'resources'), renderer: join(root, 'out', 'renderer') },
    // Chromium's network: knows the system's proxy and certificates; the window's session does not share it
    net: { fetch: (url, init) => net.fetch(url, { ...init, bypassCustomProtocolHandlers: true }) },
    keychain: development ? createFileKeychain(profile) : createSafeKeychain(safeStorage, process.platform),
    files: createFileTokens(clock),
    jobs: createJobProcesses({
      start: () => startJobProcess(utilityProcess, jobProgram(root), (pid) => process.kill(pid, 'SIGKILL')),
      log,
    }),
    log,
  };
}

function openWindow(ports: Ports, desk: Desk): BrowserWindow {
  const deskSession = session.fromPartition('persist:desk', { cache: false });
  lockDownSession(deskSession, allowsDevtools);
  bindProtocol(deskSession.protocol, desk.serve);
  const preload = join(root, 'out', 'preload', 'bridge.cjs');
  const window = new BrowserWindow(windowOptions({ preload, session: deskSession, allowsDevtools }));
  const mayReload = createCrashGuard(ports.clock.monotonic);
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => window.show());
  askBeforeLeaving(window);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    ports.log.warn('window.gone', { reason });
    if (mayReload()) return window.webContents.reload();
    dialog.showErrorBox(WINDOW_TITLE, '窗口接连两次意外关闭，程序即将退出。已办结的内容都已保存，请重新打开。');
    app.quit();
  });
  void window.loadURL(APP_URL);
  return window;
}

/** A page that still shows what is shown only once asks to stay; when the whole program ends nobody is asked. */
function askBeforeLeaving(window: BrowserWindow): void {
  let isQuitting = false;
  app.once('before-quit', () => {
    isQuitting = true;
  });
  window.webContents.on('will-prevent-unload', (event) => {
    const buttons = ['留在这里', '离开'];
    const message = '恢复码还没有确认，离开后再也看不到。';
    const mayLeave =
      isQuitting ||
      dialog.showMessageBoxSync(window, { type: 'warning', title: WINDOW_TITLE, message, buttons, cancelId: 0 }) === 1;
    if (mayLeave) event.preventDefault();
  });
}

/** Locks whenever the person leaves: a computer that sleeps or shows its lock screen is unattended. */
function lockWhenLeft(desk: Desk): void {
  const lock = (): void => void desk.dispatch('access.lock', {}, { client: 'system' });
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
}

/** The desk is closed before the program ends, however it is ended. */
function closeBeforeQuit(ports: Ports, desk: Desk): void {
  let isClosed = false;
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    desk
      .close()
      .catch((error: unknown) => ports.log.error('desk.close', error))
      .finally(() => {
        isClosed = true;
        app.quit();
      });
  });
  app.on('window-all-closed', () => app.quit());
}

/** A bug outside any call leaves the desk in a state nobody knows; what was decided is on disk already. */
function endOnBug(ports: Ports): void {
  function end(error: unknown): void {
    ports.log.error('process.bug', error);
    dialog.showErrorBox(WINDOW_TITLE, '程序遇到意外错误，即将退出。已办结的内容都已保存，请重新打开。');
    app.exit(1);
  }
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

async function start(): Promise<void> {
  await app.whenReady();
  if (!development && !(await hasKeychain(safeStorage, process.platform))) {
    dialog.showErrorBox(
      WINDOW_TITLE,
      '本机没有可用的系统密钥环，程序不能安全地保存资料。请启用系统密钥环（如 GNOME Keyring、KWallet）后再打开。',
    );
    return app.exit(1);
  }
  Menu.setApplicationMenu(
    process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null,
  );
  const ports = createPorts();
  endOnBug(ports);
  const desk = await openDesk(ports);
  const window = openWindow(ports, desk);
  const windows = () => (window.isDestroyed() ? [] : [window]);
  bindIpc(ipcMain, {
    dispatch: desk.dispatch,
    windows,
    tokenForPath: ports.files.issue,
    tokenForBytes: ports.files.hold,
  });
  forwardEvents(desk.events, windows);
  lockWhenLeft(desk);
  closeBeforeQuit(ports, desk);
  app.on('second-instance', () => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
  });
}

const safeOpen = createSafeOpen((url) => shell.openExternal(url), OUTSIDE_HOSTS);
const isRefused = app.isPackaged && refusedSwitch((name) => app.commandLine.hasSwitch(name)) !== null;
if (development) app.setPath('userData', join(development.profile, 'electron'));
else if (!app.commandLine.hasSwitch('user-data-dir')) {
  app.setPath('userData', userDataDirectory(process.platform, process.env['LOCALAPPDATA'], app.getPath('userData')));
}
app.enableSandbox();
protocol.registerSchemesAsPrivileged([APP_SCHEME_PRIVILEGES]);
app.on('web-contents-created', (_event, contents) => lockDownContents(contents, (url) => void safeOpen(url)));

if (isRefused || !app.requestSingleInstanceLock()) app.exit(isRefused ? 1 : 0);
else {
  start().catch((error: unknown) => {
    dialog.showErrorBox(WINDOW_TITLE, `程序未能启动（${error instanceof Error ? error.name : 'Error'}）。`);
    app.exit(1);
  });
}
