import { useEffect, useState } from 'react';
import { api, useQuery } from '../../client/index.ts';
import type { SyncStatus } from './types.ts';

/** undefined until the first answer */
export function useSyncStatus(): SyncStatus | undefined {
  return useQuery('sync.status', () => api.sync.status({}), {
    refetchOn: { 'sync.changed': true, 'unit.changed': true },
  }).value;
}

const TICK_MS = 15_000;

/** Epoch ms, moving on by itself: for texts that say from when or since when. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
