import type { BrowserWindowConstructorOptions, Session } from 'electron';

/** The product's name and nothing else: titles show in the task bar and in pictures of the screen. */
export const WINDOW_TITLE = '职称审核台';

/** Items 2 to 4 and 11 stated, though most are the default: whoever changes one has to change it here. */
export const WEB_PREFERENCES = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  // the only one there is: the viewer of PDF that papers are printed from
  plugins: true,
  navigateOnDragDrop: false,
  // would look words of opinions up, and on some systems fetch dictionaries
  spellcheck: false,
} as const;

type WindowNeeds = Readonly<{ preload: string; session: Session; allowsDevtools: boolean }>;

export function windowOptions({ preload, session, allowsDevtools }: WindowNeeds): BrowserWindowConstructorOptions {
  return {
    title: WINDOW_TITLE,
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: { ...WEB_PREFERENCES, preload, session, devTools: allowsDevtools },
  };
}

/** A second crash within this time is no accident any more. */
const CRASH_PAUSE_MS = 60_000;

/** Says, at each crash of the page, whether to load it once more. */
export function createCrashGuard(monotonic: () => number): () => boolean {
  let lastMs: number | null = null;
  return () => {
    const now = monotonic();
    const isFirst = lastMs === null || now - lastMs > CRASH_PAUSE_MS;
    lastMs = now;
    return isFirst;
  };
}
