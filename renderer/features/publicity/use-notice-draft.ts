/** The notice that is being planned: one at a time. */
import { useCallback } from 'react';
import { useStoredDraft, type StoredDraft } from '../../client/index.ts';
import type { NoticeDraft } from './types.ts';

export type NoticeDraftState = Pick<StoredDraft<NoticeDraft>, 'savedAt' | 'problem'> &
  Readonly<{
    isLoaded: boolean;
    /** null: nobody has begun one */
    draft: NoticeDraft | null;
    change(draft: NoticeDraft): void;
    /** It was posted: nothing of it is kept. */
    settle(): void;
  }>;

export function useNoticeDraft(): NoticeDraftState {
  const { reading, content: draft, savedAt, problem, change: changeFrom, discard } = useStoredDraft('notice', 'new');
  const change = useCallback((next: NoticeDraft) => changeFrom(() => next), [changeFrom]);
  const settle = useCallback(() => void discard(), [discard]);
  return { isLoaded: reading !== 'under-way', draft, savedAt, problem, change, settle };
}
