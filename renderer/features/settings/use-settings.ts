import { api, useQuery } from '../../client/index.ts';
import type { Settings } from './defaults.ts';

/** undefined until the first answer */
export function useSettings(): Settings | undefined {
  return useQuery('settings', () => api.settings.get({}), { refetchOn: { 'settings.changed': true } }).value;
}
