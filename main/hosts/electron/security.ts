/**
 * What the window may not do, written against slices of Electron's types so that it is tested
 * without Electron. The numbers are those of Electron's security checklist.
 */
export const APP_SCHEME = 'app';
const APP_HOST = 'main';
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/`;

/** Node gives every address of a scheme of its own the origin 'null': compare protocol and host. */
export function isOurs(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  return protocol === `${APP_SCHEME}:` && host === APP_HOST;
}

/** Chromium's own viewer of PDF, which a paper is printed from: its page and its pictures (components/pdf, PDF_EXTENSION_ID). */
const PDF_VIEWER = ['chrome-extension://mhjfbmdgcjbbpaeojofohoefgiehjai/', 'chrome://resources/'] as const;

function isPdfViewer(url: string): boolean {
  return PDF_VIEWER.some((start) => url.startsWith(start));
}

/** What the core offers for saving, under 32 random bytes in base64url (core/serve.ts). */
const DOWNLOAD_PATH = /^\/download\/[A-Za-z0-9_-]{43}$/;

type Preventable = Readonly<{ preventDefault(): void }>;
type Navigation = Preventable & Readonly<{ url: string }>;
export type ContentsLike = {
  on(event: 'will-navigate', listener: (event: Navigation) => void): unknown;
  on(event: 'will-redirect', listener: (event: Navigation) => void): unknown;
  on(event: 'will-frame-navigate', listener: (event: Navigation) => void): unknown;
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown;
  setWindowOpenHandler(handler: (details: Readonly<{ url: string }>) => { action: 'deny' }): void;
};

/** Items 11 to 14: no navigation away, no frames of others, no webview, no second window. */
export function lockDownContents(contents: ContentsLike, openOutside: (url: string) => void): void {
  const stay = (event: Navigation): void => {
    if (!isOurs(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  // the viewer lives in a frame inside of the one that holds the paper
  contents.on('will-frame-navigate', (event) => {
    if (!isPdfViewer(event.url)) stay(event);
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
}

type BeforeRequest = (details: Readonly<{ url: string }>, callback: (answer: { cancel: boolean }) => void) => void;
export type SessionLike = Readonly<{
  setPermissionCheckHandler(
    handler: (
      contents: unknown,
      permission: string,
      requestingOrigin: string,
      details: Readonly<{ isMainFrame: boolean }>,
    ) => boolean,
  ): void;
  setPermissionRequestHandler(
    handler: (
      contents: unknown,
      permission: string,
      callback: (granted: boolean) => void,
      details: Readonly<{ isMainFrame: boolean; requestingUrl: string }>,
    ) => void,
  ): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  webRequest: Readonly<{ onBeforeRequest(listener: BeforeRequest): void }>;
  on(event: 'will-download', listener: (event: Preventable, item: Readonly<{ getURL(): string }>) => void): unknown;
}>;

/**
 * What the desk needs: copying an ID number or a telephone into another program, and writing papers into the folder
 * that the person chose in the system's own dialog, which comes before this is asked.
 */
const PERMISSIONS: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fileSystem']);
const LOCAL = new Set([`${APP_SCHEME}:`, 'blob:', 'data:']);

/**
 * Item 5, and the window's session is cut off from the network: the core talks to the city through
 * another one. `allowsDevtools` only outside the package.
 */
export function lockDownSession(session: SessionLike, allowsDevtools: boolean): void {
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) => PERMISSIONS.has(permission) && isOurs(origin) && details.isMainFrame,
  );
  session.setPermissionRequestHandler((_contents, permission, callback, details) =>
    callback(PERMISSIONS.has(permission) && isOurs(details.requestingUrl) && details.isMainFrame),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const protocol = URL.canParse(url) ? new URL(url).protocol : '';
    const isAllowed = LOCAL.has(protocol) || isPdfViewer(url) || (allowsDevtools && protocol === 'devtools:');
    callback({ cancel: !isAllowed });
  });
  session.on('will-download', (event, item) => {
    // what is let through goes where the person says: without a path of ours Electron asks
    if (!isOurDownload(item.getURL())) event.preventDefault();
  });
}

function isOurDownload(url: string): boolean {
  return isOurs(url) && DOWNLOAD_PATH.test(new URL(url).pathname);
}

/**
 * Item 15: the only way to another program. Web pages of the hosts named, nothing else; the address
 * is written anew from its parsed parts. Answers whether it was opened.
 */
export function createSafeOpen(
  openExternal: (url: string) => Promise<void>,
  allowedHosts: ReadonlySet<string>,
): (url: string) => Promise<boolean> {
  return async (url) => {
    if (!URL.canParse(url)) return false;
    const parsed = new URL(url);
    const hasLogin = parsed.username !== '' || parsed.password !== '';
    if (parsed.protocol !== 'https:' || parsed.port !== '' || hasLogin || !allowedHosts.has(parsed.hostname))
      return false;
    await openExternal(parsed.href);
    return true;
  };
}

/** Switches that would open a packaged desk to whoever can start it; the package refuses to run with them. */
const REFUSED_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'js-flags',
  'no-sandbox',
  'disable-web-security',
  'load-extension',
] as const;

export function refusedSwitch(hasSwitch: (name: string) => boolean): string | null {
  return REFUSED_SWITCHES.find((name) => hasSwitch(name)) ?? null;
}
