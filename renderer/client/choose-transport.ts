import type { DeskBridge } from '../../preload/bridge.ts';
import { createBridgeTransport } from './bridge-transport.ts';
import { createHttpTransport } from './http-transport.ts';
import type { Transport } from './transport.ts';

const TOKEN_KEY = 'desk-token';
/** 32 bytes in base64url */
const TOKEN = /^#k=([A-Za-z0-9_-]{43})$/;

/** What is needed of a browser's window. */
export type WindowLike = Readonly<{
  desk?: DeskBridge;
  location: Readonly<{ hash: string; origin: string; pathname: string; search: string }>;
  history: Readonly<{ replaceState(data: unknown, unused: string, url: string): void }>;
  sessionStorage: Readonly<{ getItem(key: string): string | null; setItem(key: string, value: string): void }>;
}>;

/** null: this page was opened without a desk behind it (no bridge, no token). */
export function chooseTransport(window: WindowLike): Transport | null {
  if (window.desk) return createBridgeTransport(window.desk);
  const token = takeToken(window);
  return token === null ? null : createHttpTransport(window.location.origin, token);
}

/** Out of the address at once, so that it is in no history, bookmark or picture of the screen. */
function takeToken({ location, history, sessionStorage }: WindowLike): string | null {
  const token = TOKEN.exec(location.hash)?.[1];
  if (token === undefined) return sessionStorage.getItem(TOKEN_KEY);
  sessionStorage.setItem(TOKEN_KEY, token);
  history.replaceState(null, '', location.pathname + location.search);
  return token;
}
