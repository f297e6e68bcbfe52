import { api, useQuery } from '../../client/index.ts';

/** What closes when, the nearest first, kept current; also for the header. */
export function useDeadlines() {
  return useQuery('deadlines', () => api.publicity.deadlines({}), {
    refetchOn: { 'publicity.changed': true, 'applications.changed': true, 'calendar.changed': true },
  });
}
