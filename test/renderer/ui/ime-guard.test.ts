import { describe, expect, it } from 'vitest';
import { createImeGuard } from '../../../renderer/ui/ime-guard.ts';

const ENTER = 13;

describe('the guard against keys of a Chinese input method', () => {
  it('holds back a key while composing, as the browser or React tell it', () => {
    const guard = createImeGuard(new EventTarget());
    expect(guard.isComposing({ keyCode: ENTER, isComposing: true })).toBe(true);
    expect(guard.isComposing({ keyCode: ENTER, nativeEvent: { isComposing: true } })).toBe(true);
    expect(guard.isComposing({ keyCode: ENTER, isComposing: false })).toBe(false);
  });
  it('holds back keyCode 229 whatever else is said of it', () => {
    expect(createImeGuard(new EventTarget()).isComposing({ keyCode: 229, isComposing: false })).toBe(true);
  });
  it('holds back the Enter that comes in the tick after the candidate was taken, and no later one', async () => {
    const target = new EventTarget();
    const guard = createImeGuard(target);
    target.dispatchEvent(new Event('compositionend'));
    expect(guard.isComposing({ keyCode: ENTER, isComposing: false })).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(guard.isComposing({ keyCode: ENTER, isComposing: false })).toBe(false);
  });
});
