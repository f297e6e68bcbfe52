import { describe, expect, it, vi } from 'vitest';
import { beforeLock, flushAll } from '../../../renderer/client/before-lock.ts';

describe('what is written down before locking', () => {
  it('is tried all of it, also after one of them failed', async () => {
    const [kept, gone] = [vi.fn(() => Promise.resolve()), vi.fn(() => Promise.resolve())];
    const stops = [beforeLock(() => Promise.reject(new Error('disk'))), beforeLock(kept), beforeLock(gone)];
    stops[2]?.();
    await flushAll();
    expect([kept.mock.calls.length, gone.mock.calls.length]).toEqual([1, 0]);
    stops.forEach((stop) => stop());
  });
});
