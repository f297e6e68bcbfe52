/**
 * The form as it is typed: in the archive within a second, per person; back on screen after another person,
 * a lock or a crash. There is no save button. What is taken over or suggested can be given back at once.
 */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { OpinionForm } from '#model/opinion-form.ts';
import type { Failure } from '#model/result.ts';
import { api } from '../../client/index.ts';
import { beforeLock } from '../../client/before-lock.ts';
import type { Opinion, Similar } from './types.ts';

const SAVE_AFTER_MS = 400;

/** Put in by the program, with what stood there before. */
type Replaced = Readonly<{ words: string; before: OpinionForm }>;

export type FormState = Readonly<{
  form: OpinionForm;
  savedAt: number | null;
  /** why the last save did not reach the disk */
  problem: Failure | null;
  similarTo: Similar;
  replaced: Replaced | null;
  change(part: Partial<OpinionForm>): void;
  /** As `change`, said in words and taken back by `giveBack` until the next typing. */
  replace(part: Partial<OpinionForm>, words: string): void;
  giveBack(): void;
  /** What is typed is on disk when it resolves true. */
  flush(): Promise<boolean>;
  /** The form was handed in or dropped: nothing of it is saved any more. */
  settle(): void;
}>;

export function useOpinionForm(applicationId: string, start: Opinion): FormState {
  const [form, setForm] = useState<OpinionForm>(start.form);
  const [replaced, setReplaced] = useState<Replaced | null>(null);
  const current = useRef(form);
  const { changed, dropChanges, ...saved } = useAutosave(applicationId, current, start);

  function show(next: OpinionForm): void {
    current.current = next;
    setForm(next);
  }
  function put(part: Partial<OpinionForm>): void {
    show({ ...current.current, ...part });
    changed();
  }
  return {
    ...saved,
    form,
    replaced,
    change(part) {
      setReplaced(null);
      put(part);
    },
    replace(part, words) {
      setReplaced({ words, before: current.current });
      put(part);
    },
    giveBack() {
      if (replaced) put(replaced.before);
      setReplaced(null);
    },
    settle() {
      dropChanges();
      setReplaced(null);
    },
  };
}

/** Writes `current` down a moment after it changed, before the desk locks, and when the page is left. */
function useAutosave(applicationId: string, current: RefObject<OpinionForm>, start: Opinion) {
  const [savedAt, setSavedAt] = useState(start.savedAt);
  const [problem, setProblem] = useState<Failure | null>(null);
  const [similarTo, setSimilarTo] = useState<Similar>(start.similarTo);
  const isUnsaved = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** one save after another: an older form never lands on a newer one */
  const saving = useRef<Promise<boolean>>(Promise.resolve(true));

  const save = useCallback(async (): Promise<boolean> => {
    if (!isUnsaved.current) return true;
    isUnsaved.current = false;
    const answer = await api.opinion.save({ applicationId, form: current.current });
    setProblem(answer.ok ? null : answer.error);
    if (!answer.ok) {
      isUnsaved.current = true;
      return false;
    }
    setSavedAt(answer.value.savedAt);
    setSimilarTo(answer.value.similarTo);
    return true;
  }, [applicationId, current]);
  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    saving.current = saving.current.then(save);
    return saving.current;
  }, [save]);

  useEffect(() => {
    const stop = beforeLock(async () => {
      takeTyped();
      await flush();
    });
    return () => {
      stop();
      void flush();
    };
  }, [flush]);
  return {
    savedAt,
    problem,
    similarTo,
    flush,
    changed() {
      isUnsaved.current = true;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS);
    },
    dropChanges() {
      clearTimeout(timer.current);
      isUnsaved.current = false;
    },
  };
}

/** Some fields take what is typed on leaving; the lock does not leave them first. */
function takeTyped(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
