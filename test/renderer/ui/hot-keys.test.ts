import { describe, expect, it, vi } from 'vitest';
import { createHotKeys, type HotKeyEvent } from '../../../renderer/ui/hot-keys.ts';

const PAGE = { inText: false, isMac: false };

function press(name: string, held: Partial<HotKeyEvent> = {}): HotKeyEvent {
  return { key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, repeat: false, ...held };
}

describe('a key', () => {
  it('goes to the newest binding alone', () => {
    const keys = createHotKeys();
    const [older, newer] = [vi.fn(), vi.fn()];
    keys.bind(0, () => ({ f4: older }));
    const stop = keys.bind(0, () => ({ f4: newer }));
    expect(keys.press(press('F4'), PAGE)).toBe(true);
    stop();
    keys.press(press('F4'), PAGE);
    expect([older.mock.calls.length, newer.mock.calls.length]).toEqual([1, 1]);
  });
  it('goes on to the next when the first says it is not its own', () => {
    const keys = createHotKeys();
    const older = vi.fn();
    keys.bind(0, () => ({ 'mod+z': older }));
    keys.bind(0, () => ({ 'mod+z': () => false }));
    expect(keys.press(press('z', { ctrlKey: true }), PAGE)).toBe(true);
    expect(older).toHaveBeenCalledOnce();
  });
  it('does not reach the page under a dialog, and does again when it is closed', () => {
    const keys = createHotKeys();
    const decide = vi.fn();
    keys.bind(0, () => ({ f9: decide }));
    const close = keys.openLayer(1);
    expect(keys.press(press('F9'), PAGE)).toBe(false);
    close();
    expect(keys.press(press('F9'), PAGE)).toBe(true);
    expect(decide).toHaveBeenCalledOnce();
  });
  it('held down acts once, so that it cannot run through a row of people', () => {
    const keys = createHotKeys();
    const next = vi.fn();
    keys.bind(0, () => ({ f8: next }));
    keys.press(press('F8'), PAGE);
    keys.press(press('F8', { repeat: true }), PAGE);
    expect(next).toHaveBeenCalledOnce();
  });
  it('undoes typing inside a text field and the last act outside', () => {
    const keys = createHotKeys();
    const undo = vi.fn();
    keys.bind(0, () => ({ 'mod+z': undo }));
    const typed = press('z', { ctrlKey: true });
    expect(keys.press(typed, { inText: true, isMac: false })).toBe(false);
    expect(keys.press(typed, PAGE)).toBe(true);
    expect(undo).toHaveBeenCalledOnce();
  });
  it('calls what the screen bound last, not what it bound first', () => {
    const keys = createHotKeys();
    let name = 'first';
    const heard: string[] = [];
    keys.bind(0, () => {
      const current = name;
      return { f4: () => heard.push(current) };
    });
    name = 'second';
    keys.press(press('F4'), PAGE);
    expect(heard).toEqual(['second']);
  });
});
