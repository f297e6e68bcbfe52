/**
 * The notice that is being planned: in the archive within a second of the last change, back after a
 * tab change, a lock or a crash. There is one at a time and no save button.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '#model/result.ts';
import { api } from '../../client/index.ts';
import { beforeLock } from '../../client/before-lock.ts';
import type { NoticeDraft } from './types.ts';

const SAVE_AFTER_MS = 400;
const KEY = { kind: 'notice', subject: 'new' } as const;

export type NoticeDraftState = Readonly<{
  isLoaded: boolean;
  /** null: nobody has begun one */
  draft: NoticeDraft | null;
  savedAt: number | null;
  /** why the last save did not reach the disk */
  problem: Failure | null;
  change(draft: NoticeDraft): void;
  /** It was posted: nothing of it is kept. */
  settle(): void;
}>;

export function useNoticeDraft(): NoticeDraftState {
  const [draft, setDraft] = useState<NoticeDraft | null>(null);
  const [isLoaded, setLoaded] = useState(false);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const unsaved = useRef<NoticeDraft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const content = unsaved.current;
    if (!content) return;
    unsaved.current = null;
    const answer = await api.drafts.save({ ...KEY, content });
    setProblem(answer.ok ? null : answer.error);
    if (answer.ok) setSavedAt(answer.value.savedAt);
    else unsaved.current ??= content;
  }, []);

  useEffect(() => {
    let isGone = false;
    void api.drafts.get(KEY).then((answer) => {
      if (isGone) return;
      if (answer.ok && answer.value?.draft.kind === 'notice' && !unsaved.current) {
        setDraft(answer.value.draft.content);
        setSavedAt(answer.value.savedAt);
      }
      setLoaded(true);
    });
    const stop = beforeLock(flush);
    return () => {
      isGone = true;
      stop();
      void flush();
    };
  }, [flush]);

  const change = useCallback(
    (next: NoticeDraft) => {
      setDraft(next);
      unsaved.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS);
    },
    [flush],
  );
  const settle = useCallback(() => {
    clearTimeout(timer.current);
    unsaved.current = null;
    setDraft(null);
    setSavedAt(null);
    void api.drafts.discard(KEY);
  }, []);
  return { isLoaded, draft, savedAt, problem, change, settle };
}
