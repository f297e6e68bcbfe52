import { useMemo } from 'react';
import { api, useQuery } from '../../client/index.ts';
import { countyNames } from './counties.ts';

/** The counties and zones whose offices the guide names (part 四). */
export function useCounties(): readonly string[] {
  const offices = useQuery('offices', () => api.reference.search({ query: '', kinds: ['office'] }));
  return useMemo(
    () => countyNames((offices.value?.hits ?? []).flatMap((hit) => (hit.kind === 'office' ? [hit.item.name] : []))),
    [offices.value],
  );
}
