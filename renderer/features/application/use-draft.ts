/**
 * The decision as it is prepared, an approval's opinion and a return's lines: in the archive within a
 * second, per application; back on screen after a tab change, a lock or a crash. There is no save button.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Decision } from '#model/application.ts';
import type { Failure } from '#model/result.ts';
import type { ReturnLine } from '#model/return-letter.ts';
import { api } from '../../client/index.ts';
import { beforeLock } from '../../client/before-lock.ts';

const SAVE_AFTER_MS = 400;

type Draft = Readonly<{
  decision: Decision | null;
  /** the opinion of an approval */
  text: string;
  /** of a return, as somebody last touched them; findings that came since are not among them yet */
  lines: readonly ReturnLine[];
}>;

export type DraftState = Draft &
  Readonly<{
    /** until then nothing can be changed: what lies in the archive would be lost */
    isLoaded: boolean;
    savedAt: number | null;
    /** why it could not be read, or why the last save did not reach the disk */
    problem: Failure | null;
    change(part: Partial<Draft>): void;
    /** The act is done: nothing typed later than it is kept. */
    settle(): void;
  }>;

const EMPTY: Draft = { decision: null, text: '', lines: [] };

export function useDraft(applicationId: string): DraftState {
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [isLoaded, setLoaded] = useState(false);
  const [savedAt, setSavedAt] = useState<number | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const latest = useRef<Draft>(EMPTY);
  const unsaved = useRef<Draft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const typed = unsaved.current;
    if (!typed) return;
    unsaved.current = null;
    const answer = await api.drafts.save({ kind: 'review', subject: applicationId, content: typed });
    setProblem(answer.ok ? null : answer.error);
    if (answer.ok) setSavedAt(answer.value.savedAt);
    else unsaved.current ??= typed;
  }, [applicationId]);

  useEffect(() => {
    let isGone = false;
    void api.drafts.get({ kind: 'review', subject: applicationId }).then((answer) => {
      if (isGone) return;
      if (!answer.ok) return setProblem(answer.error);
      if (answer.value?.draft.kind === 'review') {
        latest.current = answer.value.draft.content;
        setDraft(latest.current);
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
    (part: Partial<Draft>) => {
      if (!isLoaded) return;
      const next = { ...latest.current, ...part };
      latest.current = next;
      setDraft(next);
      unsaved.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS);
    },
    [flush, isLoaded],
  );
  const settle = useCallback(() => {
    clearTimeout(timer.current);
    unsaved.current = null;
  }, []);
  return { ...draft, isLoaded, savedAt, problem, change, settle };
}
