/** Who gets a key: the innermost layer only, within it the newest binding first. Apart from React. */
import { isTextKey, matches, parseCombo, type Combo, type KeyLike } from './keys.ts';

/** `false`: not mine after all, let the next one have it */
export type KeyHandler = () => unknown;
export type Bindings = Readonly<Record<string, KeyHandler>>;
export type HotKeyEvent = KeyLike & Readonly<{ repeat: boolean }>;

export type HotKeys = Readonly<{
  /** `read` is called at every key, so that the newest closures act. Returns how to stop. */
  bind(layer: number, read: () => Bindings): () => void;
  /** While a dialog is open, what lies under it gets no keys. */
  openLayer(layer: number): () => void;
  /** True when somebody took the key. */
  press(event: HotKeyEvent, where: Readonly<{ inText: boolean; isMac: boolean }>): boolean;
}>;

export function createHotKeys(): HotKeys {
  const bound: { layer: number; read: () => Bindings }[] = [];
  const layers: number[] = [];
  const combos = new Map<string, Combo>();

  function comboOf(text: string): Combo {
    const combo = combos.get(text) ?? parseCombo(text);
    combos.set(text, combo);
    return combo;
  }
  return {
    bind(layer, read) {
      for (const text of Object.keys(read())) comboOf(text);
      const entry = { layer, read };
      bound.push(entry);
      return () => void bound.splice(bound.indexOf(entry), 1);
    },
    openLayer(layer) {
      layers.push(layer);
      return () => void layers.splice(layers.indexOf(layer), 1);
    },
    press(event, { inText, isMac }) {
      // a key held down must not run through a row of people
      if (event.repeat) return false;
      const top = Math.max(0, ...layers);
      for (const { layer, read } of bound.toReversed()) {
        if (layer < top) continue;
        for (const [text, handler] of Object.entries(read())) {
          const combo = comboOf(text);
          if (!matches(combo, event, isMac) || (inText && isTextKey(combo))) continue;
          if (handler() !== false) return true;
        }
      }
      return false;
    },
  };
}
