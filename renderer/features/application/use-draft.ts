/**
 * The opinion as it is typed: in the archive within a second, per application; back on screen after
 * a tab change, a lock or a crash. There is no save button.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Decision } from '#model/application.ts';
import type { Failure } from '#model/result.ts';
import { api } from '../../client/index.ts';
import { beforeLock } from '../../client/before-lock.ts';

const SAVE_AFTER_MS = 400;

type Draft = Readonly<{ text: string; decision: Decision | null }>;

export type DraftState = Draft &
  Readonly<{
    isLoaded: boolean;
    savedAt: number | null;
    /** why the last save did not reach the disk */
    problem: Failure | null;
    change(draft: Draft): void;
    /** The act is done: nothing typed later than it is kept. */
    settle(): void;
  }>;

const EMPTY: Draft = { text: '', decision: null };

export function useDraft(applicationId: string): DraftState {
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [isLoaded, setLoaded] = useState(false);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const unsaved = useRef<Draft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const typed = unsaved.current;
    if (!typed) return;
    unsaved.current = null;
    const answer = await api.drafts.save({ kind: 'review', subject: applicationId, content: { ...typed, lines: [] } });
    setProblem(answer.ok ? null : answer.error);
    if (answer.ok) setSavedAt(answer.value.savedAt);
    else unsaved.current ??= typed;
  }, [applicationId]);

  useEffect(() => {
    let isGone = false;
    void api.drafts.get({ kind: 'review', subject: applicationId }).then((answer) => {
      if (isGone) return;
      if (answer.ok && answer.value?.draft.kind === 'review' && !unsaved.current) {
        const { text, decision } = answer.value.draft.content;
        setDraft({ text, decision });
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
  }, [applicationId, flush]);

  const change = useCallback(
    (next: Draft) => {
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
  }, []);
  return { ...draft, isLoaded, savedAt, problem, change, settle };
}
