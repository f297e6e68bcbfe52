import { describe, expect, it } from 'vitest';
import {
  createSafeOpen,
  isOurs,
  lockDownContents,
  lockDownSession,
  refusedSwitch,
  type SessionLike,
} from '../../../../main/hosts/electron/security.ts';
import { WEB_PREFERENCES, createCrashGuard } from '../../../../main/hosts/electron/window.ts';

const FOREIGN = [
  'https://evil.example/',
  'http://main/',
  'file:///etc/passwd',
  'app://evil/',
  'app://main.evil.example/',
  'app://main:8080/',
  'appx://main/',
  'javascript:alert(1)',
  'data:text/html,x',
  'about:blank',
  'null',
  '',
];

describe('what is our own page', () => {
  it.each(['app://main/', 'app://main/index.html', 'app://main/#/queue'])('%s is', (url) => {
    expect(isOurs(url)).toBe(true);
  });
  it.each(FOREIGN)('%j is not', (url) => {
    expect(isOurs(url)).toBe(false);
  });
});

type Listener = (event: { url: string; preventDefault(): void }) => void;

describe('a page of the program', () => {
  function lockedDown() {
    const listeners = new Map<string, Listener>();
    const opened: string[] = [];
    let openWindow: ((details: { url: string }) => { action: string }) | undefined;
    const contents = {
      on: (event: string, listener: Listener) => listeners.set(event, listener),
      setWindowOpenHandler: (handler: (details: { url: string }) => { action: 'deny' }) => (openWindow = handler),
    };
    lockDownContents(contents, (url) => opened.push(url));
    /** Whether the event was prevented. */
    function fire(event: string, url: string): boolean {
      let isPrevented = false;
      listeners.get(event)?.({ url, preventDefault: () => (isPrevented = true) });
      return isPrevented;
    }
    return { fire, opened, open: (url: string) => openWindow?.({ url }).action };
  }

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s leads nowhere else', (event) => {
    const { fire } = lockedDown();
    for (const url of FOREIGN) expect([url, fire(event, url)]).toEqual([url, true]);
    expect(fire(event, 'app://main/index.html')).toBe(false);
  });

  it('lets Chromium’s viewer of PDF into a frame, and only there', () => {
    const { fire } = lockedDown();
    const viewer = 'chrome-extension://mhjfbmdgcjbbpaeojofohoefgiehjai/index.html';
    expect(fire('will-frame-navigate', viewer)).toBe(false);
    expect(fire('will-navigate', viewer)).toBe(true);
    expect(fire('will-frame-navigate', 'chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh/index.html')).toBe(true);
  });

  it('has no webview', () => {
    expect(lockedDown().fire('will-attach-webview', 'app://main/')).toBe(true);
  });

  it('opens no second window, its own address included', () => {
    const { open, opened } = lockedDown();
    expect([open('https://evil.example/'), open('app://main/')]).toEqual(['deny', 'deny']);
    expect(opened).toEqual(['https://evil.example/', 'app://main/']);
  });

  it('runs isolated, sandboxed and without Node', () => {
    expect(WEB_PREFERENCES).toEqual({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      plugins: true,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
  });
});

describe('the window’s session', () => {
  function lockedDown(allowsDevtools = false) {
    type Handlers = {
      check: Parameters<SessionLike['setPermissionCheckHandler']>[0];
      request: Parameters<SessionLike['setPermissionRequestHandler']>[0];
      device: () => boolean;
      before: Parameters<SessionLike['webRequest']['onBeforeRequest']>[0];
      download: (event: { preventDefault(): void }, item: { getURL(): string }) => void;
    };
    const set: Partial<Handlers> = {};
    lockDownSession(
      {
        setPermissionCheckHandler: (handler) => void (set.check = handler),
        setPermissionRequestHandler: (handler) => void (set.request = handler),
        setDevicePermissionHandler: (handler) => void (set.device = handler),
        webRequest: { onBeforeRequest: (listener) => void (set.before = listener) },
        on: (_event, listener) => (set.download = listener),
      },
      allowsDevtools,
    );
    return set as Handlers;
  }
  const KINDS = ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'hid', 'usb', 'unknown'];

  it.each(KINDS)('grants no %s', (permission) => {
    const { check, request } = lockedDown();
    const details = { isMainFrame: true, requestingUrl: 'app://main/' };
    expect(check(null, permission, 'app://main/', details)).toBe(false);
    let granted = true;
    request(null, permission, (answer) => (granted = answer), details);
    expect(granted).toBe(false);
  });

  it.each(['clipboard-sanitized-write', 'fileSystem'])(
    'lets our own top frame use %s, and nobody else',
    (permission) => {
      const { check, request } = lockedDown();
      function mayUse(url: string, isMainFrame: boolean): readonly boolean[] {
        let granted = false;
        request(null, permission, (answer) => (granted = answer), { isMainFrame, requestingUrl: url });
        return [check(null, permission, url, { isMainFrame }), granted];
      }
      expect(mayUse('app://main/', true)).toEqual([true, true]);
      expect(mayUse('app://main/', false)).toEqual([false, false]);
      expect(mayUse('https://evil.example/', true)).toEqual([false, false]);
    },
  );

  it('grants no device', () => {
    expect(lockedDown().device()).toBe(false);
  });

  const TOKEN = 'A'.repeat(42) + '_';
  it.each([
    [`app://main/download/${TOKEN}`, true],
    [`app://main/download/${TOKEN}x`, false],
    [`app://main/download/${TOKEN.slice(1)}`, false],
    [`app://main/scan/${TOKEN}`, false],
    [`app://main/x/download/${TOKEN}`, false],
    ['app://main/index.html', false],
    [`app://evil/download/${TOKEN}`, false],
    [`https://main/download/${TOKEN}`, false],
    [`blob:app://main/${TOKEN}`, false],
    ['data:text/html,x', false],
    ['', false],
  ])('may %s be saved: %s', (url, maySave) => {
    let isPrevented = false;
    lockedDown().download({ preventDefault: () => (isPrevented = true) }, { getURL: () => url });
    expect(!isPrevented).toBe(maySave);
  });

  it.each([
    ['app://main/assets/x.js', false, false],
    ['blob:app://main/1', false, false],
    ['data:image/png;base64,', false, false],
    ['https://evil.example/', false, true],
    ['http://127.0.0.1:47613/', false, true],
    ['ws://evil.example/', false, true],
    ['file:///etc/passwd', false, true],
    ['devtools://devtools/x.js', false, true],
    ['devtools://devtools/x.js', true, false],
    ['https://evil.example/', true, true],
    ['chrome-extension://mhjfbmdgcjbbpaeojofohoefgiehjai/main.js', false, false],
    ['chrome-extension://aaaabbbbccccddddeeeeffffgggghhhh/main.js', false, true],
    ['chrome://settings/', false, true],
  ])('a request for %s (development: %s) is stopped: %s', (url, allowsDevtools, isStopped) => {
    let answer: { cancel: boolean } | undefined;
    lockedDown(allowsDevtools).before({ url }, (given) => (answer = given));
    expect(answer).toEqual({ cancel: isStopped });
  });
});

describe('opening another program', () => {
  const HOSTS = new Set(['rsj.km.gov.cn']);
  it.each([
    'http://rsj.km.gov.cn/',
    'https://evil.example/',
    'https://rsj.km.gov.cn.evil.example/',
    'https://rsj.km.gov.cn@evil.example/',
    'https://user:pass@rsj.km.gov.cn/',
    'https://rsj.km.gov.cn:8443/',
    'file:///C:/Windows/System32/calc.exe',
    'ms-settings:',
    'javascript:alert(1)',
    'app://main/',
    'rsj.km.gov.cn',
    '',
  ])('%j stays closed', async (url) => {
    const opened: string[] = [];
    const open = createSafeOpen(async (address) => void opened.push(address), HOSTS);
    expect([await open(url), opened]).toEqual([false, []]);
  });

  it('a page of a named host opens, written anew', async () => {
    const opened: string[] = [];
    const open = createSafeOpen(async (address) => void opened.push(address), HOSTS);
    expect(await open('HTTPS://RSJ.km.gov.cn/a b')).toBe(true);
    expect(opened).toEqual(['https://rsj.km.gov.cn/a%20b']);
  });
});

describe('a packaged program', () => {
  it('names the switch it refuses to run with', () => {
    expect(refusedSwitch((name) => name === 'remote-debugging-port')).toBe('remote-debugging-port');
    expect(refusedSwitch((name) => name === 'lang')).toBeNull();
  });
});

describe('a page that crashed', () => {
  it('is loaded once more, but not again within a minute', () => {
    let now = 0;
    const mayReload = createCrashGuard(() => now);
    expect(mayReload()).toBe(true);
    now = 59_000;
    expect(mayReload()).toBe(false);
    now = 120_000;
    expect(mayReload()).toBe(true);
  });
});
