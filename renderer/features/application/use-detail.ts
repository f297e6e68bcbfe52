import { useMemo } from 'react';
import { api, onDeskEvent, onMissed, useQuery, type Query } from '../../client/index.ts';
import { createDetailsAhead } from './details-ahead.ts';
import type { Detail } from './words.ts';

export const detailsAhead = createDetailsAhead((id) => api.applications.get({ id, isAhead: true }));

onDeskEvent('applications.changed', ({ ids }) => detailsAhead.drop(ids));
onDeskEvent('scans.changed', () => detailsAhead.drop(null));
onDeskEvent('access.changed', () => detailsAhead.drop(null));
onMissed(() => detailsAhead.drop(null));

/**
 * One application in full, current as long as it is on screen; scans that arrive and pages filed here count as a
 * change. Where it was asked for ahead it is there at once, and asked for again.
 */
export function useDetail(id: string): Query<Detail, string> {
  const known = useMemo(() => detailsAhead.known(id), [id]);
  return useQuery(`application:${id}`, () => detailsAhead.ask(() => api.applications.get({ id }), id), {
    known,
    refetchOn: {
      'applications.changed': ({ ids }) => ids === null || ids.includes(id),
      'scans.changed': true,
    },
  });
}
