import { createContext, useContext, useEffect, useEffectEvent } from 'react';
import { createHotKeys, type Bindings } from './hot-keys.ts';
import { isComposing } from './ime-guard.ts';
import { isMacPlatform } from './keys.ts';

const hotKeys = createHotKeys();
let isListening = false;

/** 0 is the page; a dialog is one deeper than what opened it. */
export const HotKeyLayer = createContext(0);

/**
 * Keys of this screen while it is shown: `useHotKeys({ 'mod+f': focusSearch, f9: openPanel })`. `mod` is Ctrl,
 * on macOS ⌘; 'mac:' and 'win:' before a combination limit it to one. A handler that returns false passes.
 * Inside a dialog call it in a child of `Dialog`.
 */
export function useHotKeys(bindings: Bindings, { isOff = false }: Readonly<{ isOff?: boolean }> = {}): void {
  const layer = useContext(HotKeyLayer);
  const read = useEffectEvent(() => bindings);
  useEffect(() => {
    if (isOff) return undefined;
    listen();
    return hotKeys.bind(layer, () => read());
  }, [layer, isOff]);
}

/** Keeps every key from what lies under this layer while mounted. */
export function useKeyLayer(layer: number): void {
  useEffect(() => hotKeys.openLayer(layer), [layer]);
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  window.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || isComposing(event)) return;
    if (hotKeys.press(event, { inText: isTextField(event.target), isMac: isMacPlatform() })) event.preventDefault();
  });
}

const NOT_TEXT = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file']);

function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NOT_TEXT.has(target.type);
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable);
}
