/** 基层单位意见 of one person after the other: of those chosen in the queue, or of everybody at unit review. */
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { api, useQuery } from '../client/index.ts';
import { OpinionScreen, type Submitted } from '../features/opinion/index.ts';
import type { Settings } from '../features/settings/index.ts';
import { LoadingBlock, TroubleBlock } from '../ui/blocks.tsx';
import { troubleOf } from '../ui/trouble.ts';
import type { Layer } from './navigation-store.ts';
import { neighbourOf, nextToDecide, positionOf } from './review-order.ts';
import type { ShellStores } from './shell.tsx';

type Props = Readonly<{
  layer: Extract<Layer, { kind: 'opinion' }>;
  stores: ShellStores;
  settings: Settings | undefined;
}>;

export function OpinionView({ layer, stores, settings }: Props) {
  const { open, openOpinion, goToPublicity, close } = useStore(stores.navigation);
  const [submitted, setSubmitted] = useState<Submitted | null>(null);
  const { applicationId, among } = layer;
  const { value, error, refetch } = useQuery('opinion.people', () => api.opinion.people({}), {
    refetchOn: { 'applications.changed': true, 'publicity.changed': true },
  });
  const people = useMemo(() => {
    const chosen = among && new Set(among);
    return (value?.people ?? []).filter(({ id }) => !chosen || chosen.has(id));
  }, [value, among]);
  if (error && !value) return <TroubleBlock trouble={troubleOf(error)} onRetry={refetch} />;
  if (!value) return <LoadingBlock />;
  const ids = people.map(({ id }) => id);

  function show(id: string | null): void {
    setSubmitted(null);
    if (id !== null) openOpinion(id, among);
  }
  function onSubmitted(done: Submitted): void {
    const isDone = new Set(people.filter(({ standing }) => standing === 'submitted').map(({ id }) => id));
    const next = settings?.opensNext === false ? null : nextToDecide(ids, done.id, isDone);
    show(next);
    setSubmitted(done);
  }
  return (
    <OpinionScreen
      id={applicationId}
      people={people}
      submitted={submitted}
      place={{
        position: positionOf(ids, applicationId),
        total: ids.length,
        onPrevious: () => show(neighbourOf(ids, applicationId, -1)),
        onNext: () => show(neighbourOf(ids, applicationId, 1)),
        onReview: () => open(applicationId),
        onClose: close,
      }}
      onSubmitted={onSubmitted}
      onPublicity={(record) =>
        goToPublicity(
          record ? { tab: 'done', noticeId: record.noticeId } : { tab: 'plan', applicationIds: [applicationId] },
        )
      }
    />
  );
}
