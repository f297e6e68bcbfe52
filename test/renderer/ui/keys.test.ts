import { describe, expect, it } from 'vitest';
import { ariaKeys, isTextKey, matches, parseCombo, shownKeys, type KeyLike } from '../../../renderer/ui/keys.ts';

function key(name: string, held: Partial<KeyLike> = {}): KeyLike {
  return { key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

describe('keys that belong to others are refused when they are bound (ux 4)', () => {
  it.each([
    ['a decision on a single letter', 'a'],
    ['a digit', '1'],
    ['Chinese punctuation', 'mod+.'],
    ['Chinese punctuation', 'mod+/'],
    ['switching the input method', 'mod+space'],
    ['switching the input method', 'shift+space'],
    ['functions of input methods', 'mod+shift+k'],
    ['screen capture', 'mod+alt+a'],
    ['a menu', 'alt+f'],
    ['a new tab', 'mod+t'],
    ['the next tab', 'mod+pagedown'],
    ['full screen', 'f11'],
  ])('%s: %s', (_why, combo) => {
    expect(() => parseCombo(combo)).toThrow(RangeError);
  });
  it.each(['f1', 'f4', 'shift+f3', 'mod+k', 'mod+1', 'mod+enter', 'esc', 'space', 'mod+up', 'mac:mod+shift+g'])(
    '%s is free',
    (combo) => {
      expect(() => parseCombo(combo)).not.toThrow();
    },
  );
});

describe('a combination', () => {
  it('takes Ctrl on Windows and ⌘ on macOS, never the other', () => {
    const find = parseCombo('mod+k');
    expect(matches(find, key('k', { ctrlKey: true }), false)).toBe(true);
    expect(matches(find, key('k', { metaKey: true }), true)).toBe(true);
    expect(matches(find, key('k', { ctrlKey: true }), true)).toBe(false);
    expect(matches(find, key('k', { ctrlKey: true, metaKey: true }), false)).toBe(false);
  });
  it('is not meant by the same key with more held down', () => {
    expect(matches(parseCombo('f3'), key('F3', { shiftKey: true }), false)).toBe(false);
    expect(matches(parseCombo('shift+f3'), key('F3', { shiftKey: true }), false)).toBe(true);
  });
  it('can be for one system only', () => {
    const previous = parseCombo('mac:mod+g');
    expect(matches(previous, key('g', { ctrlKey: true }), false)).toBe(false);
    expect(matches(previous, key('g', { metaKey: true }), true)).toBe(true);
  });
  it('belongs to the text where text uses it', () => {
    expect(['mod+z', 'mod+a', 'up', 'space', 'enter'].map((text) => isTextKey(parseCombo(text)))).not.toContain(false);
    expect(['mod+k', 'mod+enter', 'f4', 'esc', 'mod+1'].map((text) => isTextKey(parseCombo(text)))).not.toContain(true);
  });
  it('is printed as the keyboard has it', () => {
    expect([shownKeys('Ctrl+Enter', false), shownKeys('Ctrl+Enter', true)]).toEqual(['Ctrl+Enter', '⌘Enter']);
    expect([ariaKeys('Ctrl+L', false), ariaKeys('Ctrl+L', true)]).toEqual(['Control+L', 'Meta+L']);
  });
});
