import type { Detail } from './words.ts';
import { api, useQuery, type Query } from '../../client/index.ts';

/** One application in full, current as long as it is on screen; scans that arrive and pages filed here count as a change. */
export function useDetail(id: string): Query<Detail, string> {
  return useQuery(`application:${id}`, () => api.applications.get({ id }), {
    refetchOn: {
      'applications.changed': ({ ids }) => ids === null || ids.includes(id),
      'scans.changed': true,
    },
  });
}
