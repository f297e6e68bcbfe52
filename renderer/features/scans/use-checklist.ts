/** The materials of the person in hand, in an order that stays while they are. */
import { useMemo, useState } from 'react';
import type { Failure } from '#model/result.ts';
import { api, useQuery } from '../../client/index.ts';
import { createOrderKeeper, nextFrom, numberOf } from './checklist.ts';
import type { Material } from './types.ts';

export type PersonChecklist = Readonly<{
  applicationId: string;
  person: string | null;
  /** null until they are here: no key means anything before */
  materials: readonly Material[] | null;
  error: Failure | undefined;
  /** the place of the material with key 1 */
  from: number;
  nextNine(): void;
  /** What a digit stands for; null: nothing. */
  byNumber(number: number): Material | null;
}>;

/** null: nobody is in hand */
export function useChecklist(applicationId: string | null): PersonChecklist | null {
  const { value, error } = useQuery(
    applicationId === null ? null : `checklist ${applicationId}`,
    () => api.scans.checklist({ applicationId: applicationId ?? '' }),
    { refetchOn: { 'scans.changed': true, 'applications.changed': true } },
  );
  const [keeper] = useState(createOrderKeeper);
  const [start, setStart] = useState<Readonly<{ id: string; from: number }>>({ id: '', from: 0 });
  const materials = useMemo(
    () => (value && applicationId !== null ? keeper.inOrder(applicationId, value.materials) : null),
    [keeper, value, applicationId],
  );
  if (applicationId === null) return null;
  const from = start.id === applicationId ? start.from : 0;
  return {
    applicationId,
    person: value?.person ?? null,
    materials,
    error,
    from,
    nextNine: () => setStart({ id: applicationId, from: nextFrom(from, materials?.length ?? 0) }),
    byNumber: (number) => materials?.find((_, at) => numberOf(at, from) === number) ?? null,
  };
}
