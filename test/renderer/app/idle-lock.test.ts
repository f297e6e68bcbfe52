import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchIdle } from '../../../renderer/app/idle-lock.ts';

const AFTER_MS = 60_000;

describe('the idle lock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function watch() {
    const target = new EventTarget();
    const onIdle = vi.fn();
    const stop = watchIdle({ afterMs: AFTER_MS, onIdle, target });
    return { target, onIdle, stop };
  }
  it('locks once when nobody was there', () => {
    const { onIdle } = watch();
    vi.advanceTimersByTime(3 * AFTER_MS);
    expect(onIdle).toHaveBeenCalledOnce();
  });
  it('begins anew with every touch', () => {
    const { target, onIdle } = watch();
    vi.advanceTimersByTime(AFTER_MS - 1);
    target.dispatchEvent(new Event('keydown'));
    vi.advanceTimersByTime(AFTER_MS - 6_000);
    expect(onIdle).not.toHaveBeenCalled();
  });
  it('locks at the first touch after the computer slept through the time', () => {
    const { target, onIdle } = watch();
    vi.setSystemTime(Date.now() + 10 * AFTER_MS);
    target.dispatchEvent(new Event('pointermove'));
    expect(onIdle).toHaveBeenCalledOnce();
  });
  it('does nothing any more once stopped', () => {
    const { onIdle, stop } = watch();
    stop();
    vi.advanceTimersByTime(3 * AFTER_MS);
    expect(onIdle).not.toHaveBeenCalled();
  });
});
