import { api, useQuery, type Query } from '../../client/index.ts';
import type { Board } from './types.ts';

/** Who waits and every notice, kept current. */
export function useBoard(): Query<Board, string> {
  return useQuery('publicity', () => api.publicity.board({}), {
    refetchOn: { 'publicity.changed': true, 'applications.changed': true, 'calendar.changed': true },
  });
}
