import { isMacPlatform, shownKeys } from './keys.ts';

/** The key printed on a button, in Windows' words: 'Ctrl+Enter', 'F4'. A screen reader hears it from `aria-keyshortcuts`. */
export function KeyHint({ keys }: Readonly<{ keys: string }>) {
  return (
    <span className="key-hint" aria-hidden="true">
      {shownKeys(keys, isMacPlatform())}
    </span>
  );
}
