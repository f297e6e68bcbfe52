/** Keys of the focused viewer: letters by their place on the keyboard, so that Chinese mode does not matter (ux 4). */

export type ViewerAct = 'in' | 'out' | 'page' | 'width' | 'turn' | 'seal' | 'original' | 'pair' | 'next' | 'previous';

export type ViewerKey = Readonly<{ key: string; code: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }>;

/** @param hasLetters whether single letters and digits act here (a setting, WCAG 2.1.4) */
export function viewerAct(event: ViewerKey, hasLetters: boolean): ViewerAct | null {
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) return ZOOM_KEYS[event.code] ?? null;
  if (event.key === 'PageDown') return 'next';
  if (event.key === 'PageUp') return 'previous';
  return hasLetters ? (LETTERS[event.code] ?? null) : null;
}

/** As in every browser; the page itself must not grow while a scan is looked at. */
const ZOOM_KEYS: Readonly<Record<string, ViewerAct>> = {
  Equal: 'in',
  NumpadAdd: 'in',
  Minus: 'out',
  NumpadSubtract: 'out',
  Digit0: 'page',
  Numpad0: 'page',
};

const LETTERS: Readonly<Record<string, ViewerAct>> = {
  ...ZOOM_KEYS,
  KeyW: 'width',
  KeyR: 'turn',
  KeyS: 'seal',
  KeyO: 'original',
  KeyB: 'pair',
};
