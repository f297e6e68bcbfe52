/** Key combinations as data: read, checked against what Chinese desktops leave free (ux 4), shown. */

export type Combo = Readonly<{
  /** KeyboardEvent.key in lower case */
  key: string;
  /** Ctrl, on macOS ⌘ */
  mod: boolean;
  shift: boolean;
  alt: boolean;
  only: 'mac' | 'win' | null;
}>;

export type KeyLike = Readonly<{ key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean }>;

const ALIASES: Readonly<Record<string, string>> = {
  esc: 'escape',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  space: ' ',
};
/** Chinese punctuation, browser tabs and windows. */
const TAKEN_WITH_MOD = new Set(['.', ',', '/', '[', ']', 'n', 't', 'w', 'tab', 'pageup', 'pagedown', ' ']);
const TAKEN = new Set(['f11', 'f12']);

/**
 * 'mod+k', 'shift+f3', 'mac:mod+g', 'esc'.
 * @throws RangeError for a combination that input methods, screen captures, menus or the browser own, and for
 * a bare letter or digit: those act only inside the focused scan viewer.
 */
export function parseCombo(text: string): Combo {
  const [, only, rest = ''] = /^(?:(mac|win):)?(.+)$/.exec(text.toLowerCase()) ?? [];
  const parts = rest.split('+');
  const name = parts.pop() ?? '';
  const combo: Combo = {
    key: ALIASES[name] ?? name,
    mod: parts.includes('mod'),
    shift: parts.includes('shift'),
    alt: parts.includes('alt'),
    only: only === 'mac' || only === 'win' ? only : null,
  };
  if (isTaken(combo)) throw new RangeError(`the key ${text} belongs to others`);
  return combo;
}

function isTaken({ key, mod, shift, alt, only }: Combo): boolean {
  const isCharacter = key.length === 1;
  if (TAKEN.has(key)) return true;
  if (mod && TAKEN_WITH_MOD.has(key)) return true;
  if (!isCharacter || only === 'mac') return isCharacter && !mod;
  if (key === ' ') return shift || alt;
  return !mod || shift || alt;
}

export function matches(combo: Combo, event: KeyLike, isMac: boolean): boolean {
  if (combo.only !== null && (combo.only === 'mac') !== isMac) return false;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  return (
    event.key.toLowerCase() === combo.key &&
    mod === combo.mod &&
    !other &&
    event.shiftKey === combo.shift &&
    event.altKey === combo.alt
  );
}

/** Inside a text field these belong to the text. */
export function isTextKey({ key, mod }: Combo): boolean {
  if (key.startsWith('arrow') || key === ' ' || key === 'enter' || key === 'delete' || key === 'backspace') {
    return !(mod && key === 'enter');
  }
  return mod && ['a', 'c', 'v', 'x', 'y', 'z'].includes(key);
}

/** 'Ctrl+Enter' as it is printed on this computer's buttons. */
export function shownKeys(keys: string, isMac: boolean): string {
  return isMac ? keys.replace('Ctrl+', '⌘').replace('Shift+', '⇧') : keys;
}

/** What `aria-keyshortcuts` wants. */
export function ariaKeys(keys: string, isMac: boolean): string {
  const spelled = keys.replace('Esc', 'Escape');
  return isMac ? spelled.replace('Ctrl', 'Meta') : spelled.replace('Ctrl', 'Control');
}

export function isMacPlatform(): boolean {
  return typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac');
}
