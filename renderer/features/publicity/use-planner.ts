/** The planner's data: who waits, the draft, the sum for its day and its people. */
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { plainDate, type PlainDate } from '#model/beijing-time.ts';
import { api, useQuery } from '../../client/index.ts';
import { bringAlong, broughtWords, chosenOf, freshNotice } from './new-notice.ts';
import type { Board, NoticeDraft, Plan, WaitingPerson } from './types.ts';
import { useNoticeDraft, type NoticeDraftState } from './use-notice-draft.ts';

export type Planner = Readonly<{
  /** null until it is known whether one was begun */
  draft: NoticeDraft | null;
  postedOn: PlainDate;
  chosen: readonly WaitingPerson[];
  plan: Plan | undefined;
  planFailure: ReturnType<typeof usePlan>['error'];
  retryPlan(): void;
  saving: Pick<NoticeDraftState, 'savedAt' | 'problem'>;
  /** what became of people brought along, in words */
  said: string | null;
  change(changes: Partial<NoticeDraft>): void;
  settle(): void;
}>;

type Options = Readonly<{
  board: Board;
  brought: readonly string[];
  onTaken(): void;
}>;

export function usePlanner({ board, brought, onTaken }: Options): Planner {
  const state = useNoticeDraft();
  const last = useLastFacts(board);
  const [said, setSaid] = useState<string | null>(null);
  const isReady = state.isLoaded && last !== undefined;
  const fresh = useMemo(() => freshNotice(board, last ?? null), [board, last]);
  const draft = isReady ? (state.draft ?? fresh) : null;
  const chosen = useMemo(() => (draft ? chosenOf(board, draft) : []), [board, draft]);
  const postedOn = plainDate(draft === null || draft.postedOn === '' ? board.today : draft.postedOn);
  const plan = usePlan(chosen, postedOn, draft === null);

  const take = useEffectEvent(() => {
    const result = bringAlong(board, state.draft, fresh, brought);
    if (result.added > 0) state.change(result.draft);
    setSaid(broughtWords(result));
    onTaken();
  });
  useEffect(() => {
    if (isReady && brought.length > 0) take();
  }, [isReady, brought]);

  return {
    draft,
    postedOn,
    chosen,
    plan: plan.value,
    planFailure: plan.error,
    retryPlan: plan.refetch,
    saving: state,
    said,
    change(changes) {
      if (draft) state.change({ ...draft, ...changes });
    },
    settle: state.settle,
  };
}

/** The sum before stays on screen until the new one is here, so that the calendar does not blink. */
function usePlan(chosen: readonly WaitingPerson[], postedOn: PlainDate, isOff: boolean) {
  const applicationIds = useMemo(() => chosen.map(({ id }) => id), [chosen]);
  const key = useMemo(() => `${postedOn} ${applicationIds.join(' ')}`, [applicationIds, postedOn]);
  return useQuery(isOff ? null : key, () => api.publicity.plan({ applicationIds, postedOn }), {
    keepsPrevious: true,
    refetchOn: { 'publicity.changed': true, 'applications.changed': true, 'calendar.changed': true },
  });
}

/** Place, contact and the like of the newest notice; null where there is none, undefined until it is known. */
function useLastFacts({ notices }: Board): NoticeDraft['facts'] | null | undefined {
  const [newest] = notices;
  const { value, error } = useQuery(newest ? `facts ${newest.id}` : null, () =>
    api.publicity.notice({ id: newest?.id ?? '' }),
  );
  if (!newest || error) return null;
  return value?.facts;
}
